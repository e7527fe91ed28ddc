"""What the process's memory held does not reach the disk with Chroma's files."""

import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.doubles import HashEmbeddings
from vectorstore import ArchiveSettings, Article, open_archive, split_sentences
from vectorstore.vectors import VectorIndex
from vectorstore.wiping import wipe_unused

SECRET = b"zyxwvut!"


@pytest.fixture
def small_index(tmp_path: Path) -> Iterator[VectorIndex]:
    """Fewer passages than Chroma writes a graph of."""
    index = VectorIndex(tmp_path)
    put(index, 3)
    index.search([1.0] * 8, 1)
    yield index
    index.close()


def put(index: VectorIndex, count: int) -> None:
    vectors = np.random.default_rng(1).normal(size=(count, 8)).astype(np.float32)
    index._collection.upsert(ids=[f"{number:016x}:1:0" for number in range(count)], embeddings=vectors)


def graph(folder: Path) -> Path:
    return next(folder.glob("*/header.bin")).parent


def test_room_for_entries_that_are_not_there_is_wiped(small_index: VectorIndex) -> None:
    files = [graph(small_index.folder) / name for name in ("data_level0.bin", "length.bin")]
    # as hnswlib leaves them, when the memory that it was given had been used
    for file in files:
        file.write_bytes(SECRET * (file.stat().st_size // 8))
    sizes = [file.stat().st_size for file in files]
    wipe_unused(small_index.folder)
    assert not any(any(file.read_bytes()) for file in files)
    assert [file.stat().st_size for file in files] == sizes
    again = VectorIndex(small_index.folder)
    assert len(again.search([1.0] * 8, 3)) == 3
    again.close()


def test_a_graph_with_entries_is_left_alone_and_has_no_room_besides(tmp_path: Path) -> None:
    index = VectorIndex(tmp_path)
    put(index, 1_100)
    index.close()
    files = {file: file.read_bytes() for file in graph(tmp_path).iterdir()}
    wipe_unused(tmp_path)
    assert {file: file.read_bytes() for file in graph(tmp_path).iterdir()} == files
    # as this version of Chroma writes its header: version, offset, room, entries, bytes of an entry
    _, _, room, entries, size = struct.unpack_from("<IQQQQ", files[graph(tmp_path) / "header.bin"])
    assert room > entries
    assert len(files[graph(tmp_path) / "data_level0.bin"]) == entries * size
    assert len(files[graph(tmp_path) / "length.bin"]) == entries * 4


def test_neither_a_writer_nor_a_reader_leaves_what_its_memory_held(tmp_path: Path) -> None:
    text = "The ferry Aurora has left the harbour."
    article = Article(text, url="https://x.example.org/1", language="en")
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        archive.add([(article, split_sentences(text, "en"))])
        assert untouched(archive.status().vectors_path)
    with open_archive(ArchiveSettings(archive=tmp_path, exact_passages=0, waiting_passages=0), embeddings=HashEmbeddings()) as archive:
        assert archive.search("ferry Aurora", k=1)
        assert untouched(archive.status().vectors_path)
        assert archive.status().vectors == "ready"


def untouched(folder: Path | None) -> bool:
    assert folder is not None
    return not any((graph(folder) / "data_level0.bin").read_bytes())
