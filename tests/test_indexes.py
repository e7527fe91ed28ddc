"""Damaged, lost, foreign and unfinished indexes: found out at opening, built again from the catalogue."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from langchain_chroma import Chroma

from tests.doubles import HashEmbeddings
from vectorstore import ArchiveDamaged, ArchiveSettings, Article, EmbeddingMismatch, SearchFilter, open_archive, split_sentences
from vectorstore.probe import examine
from vectorstore.vectors import open_collection


def name(number: int) -> str:
    """A word that only this passage has."""
    return "".join(chr(ord("a") + byte % 26) for byte in hashlib.sha256(str(number).encode()).digest()[:12])


@pytest.fixture(scope="module")
def model_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 1,200 passages, enough for Chroma to write its graph to the disk."""
    folder = tmp_path_factory.mktemp("archive")
    batch = []
    for number in range(120):
        text = " ".join(f"A ship called {name(number * 10 + at)} has left." for at in range(10))
        article = Article(text=text, title=f"Report {number}", url=f"https://x.example.org/{number}", language="en")
        batch.append((article, split_sentences(text, "en")))
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        archive.add(batch)
    return folder


@pytest.fixture
def folder(model_archive: Path, tmp_path: Path) -> Path:
    # with the times of the files, which the seal holds
    return Path(shutil.copytree(model_archive, tmp_path / "archive", copy_function=shutil.copy2))


def by_index(folder: Path) -> ArchiveSettings:
    """The archive searched as a large one is, by its vector index."""
    return ArchiveSettings(archive=folder, exact_passages=0, waiting_passages=0)


def graph(folder: Path) -> Path:
    return next((folder / "vectors-1").glob("*/data_level0.bin")).parent


def cut_in_half(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])


def noise(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 4 : len(content) // 4 + 4096] = bytes(range(256)) * 16
    file.write_bytes(content)


def make_sparse(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(2 << 40)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "graph lost": lambda folder: shutil.rmtree(graph(folder)),
    "pickle lost": lambda folder: (graph(folder) / "index_metadata.pickle").unlink(),
    "pickle cut": lambda folder: cut_in_half(graph(folder) / "index_metadata.pickle"),
    "vectors cut": lambda folder: cut_in_half(graph(folder) / "data_level0.bin"),
    "vectors noisy": lambda folder: noise(graph(folder) / "data_level0.bin"),
    "links of two terabytes": lambda folder: make_sparse(graph(folder) / "link_lists.bin"),
    "header empty": lambda folder: (graph(folder) / "header.bin").write_bytes(b""),
    "lengths random": lambda folder: (graph(folder) / "length.bin").write_bytes(b"\xff" * 4800),
    "database lost": lambda folder: (folder / "vectors-1" / "chroma.sqlite3").unlink(),
    "database empty": lambda folder: (folder / "vectors-1" / "chroma.sqlite3").write_bytes(b""),
    "database cut": lambda folder: cut_in_half(folder / "vectors-1" / "chroma.sqlite3"),
    "folder lost": lambda folder: shutil.rmtree(folder / "vectors-1"),
    "seal lost": lambda folder: (folder / "vectors-1.seal").unlink(),
    "seal garbled": lambda folder: (folder / "vectors-1.seal").write_text("[[["),
    "lexical lost": lambda folder: shutil.rmtree(folder / "lexical"),
    "lexical meta cut": lambda folder: cut_in_half(folder / "lexical" / "meta.json"),
    "lexical terms cut": lambda folder: cut_in_half(next((folder / "lexical").glob("*.term"))),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_index_answers_right_at_once_and_is_put_in_order(folder: Path, damage: Callable[[Path], object]) -> None:
    damage(folder)
    with open_archive(by_index(folder), embeddings=HashEmbeddings()) as archive:
        for number in (3, 777, 1199):
            assert name(number) in archive.search(f"Where is {name(number)}?", k=1)[0].page_content
        archive.repair()
        status = archive.status()
        assert status.vectors == "ready"
        assert name(42) in archive.search(f"Where is {name(42)}?", k=1)[0].page_content
    assert status.vectors_path is not None
    client, collection = open_collection(status.vectors_path)
    assert collection.count() == 1200
    client.close()


def test_a_sound_index_that_was_not_sealed_is_kept(folder: Path) -> None:
    (folder / "vectors-1.seal").unlink()
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        archive.repair()
        assert archive.status().vectors_path == folder / "vectors-1"


def test_a_sound_index_of_texts_that_are_nearly_alike_is_kept(tmp_path: Path) -> None:
    # from far away, walks through the graph see hardly four of five of them
    numbers = np.random.default_rng(0).permutation(4000)
    texts = [f"The storm closed the port for a day and took the roofs of {number} houses along the northern coast." for number in numbers]
    ids = [f"storm:1:{number}" for number in numbers]
    client, collection = open_collection(tmp_path / "vectors")
    collection.add(ids=ids, embeddings=np.array(HashEmbeddings().embed_documents(texts), np.float32))
    client.close()
    assert examine(tmp_path / "vectors", set(ids), set()) is None


def test_an_index_with_another_distance_is_built_again(folder: Path) -> None:
    import chromadb

    shutil.rmtree(folder / "vectors-1")
    client = chromadb.PersistentClient(str(folder / "vectors-1"))
    client.create_collection("passages", configuration={"hnsw": {"space": "l2"}})
    client.close()
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        archive.repair()
        assert archive.status().vectors_path == folder / "vectors-2"


@pytest.mark.parametrize("content", [None, b"", b"this is no database at all, but a note" * 100])
def test_a_lost_or_broken_catalogue_is_never_taken_for_an_empty_archive(folder: Path, content: bytes | None) -> None:
    for log in folder.glob("catalogue.sqlite-*"):
        log.unlink()
    file = folder / "catalogue.sqlite"
    file.unlink() if content is None else file.write_bytes(content)
    with pytest.raises(ArchiveDamaged, match="backup"):
        open_archive(folder, embeddings=HashEmbeddings())


def test_another_model_of_the_same_dimension_is_refused_with_the_remedy(folder: Path) -> None:
    with pytest.raises(EmbeddingMismatch, match="newsdesk reindex --model other"):
        open_archive(folder, embeddings=HashEmbeddings(name="other"))


def test_reindex_changes_the_model_and_keeps_every_article(folder: Path) -> None:
    other = HashEmbeddings(name="other", dimension=96)
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        archive.reindex(other)
        assert len(other.embedded) == 1200
        assert name(777) in archive.search(f"Where is {name(777)}?", k=1)[0].page_content
    with open_archive(folder, embeddings=other) as archive:
        assert (archive.status().embedding, archive.status().articles, archive.status().vectors) == ("other", 120, "ready")
        assert name(5) in archive.search(f"Where is {name(5)}?", k=1)[0].page_content


def test_a_rebuilt_index_embeds_nothing(folder: Path) -> None:
    shutil.rmtree(folder / "vectors-1")
    embeddings = HashEmbeddings()
    with open_archive(folder, embeddings=embeddings) as archive:
        archive.repair()
    assert embeddings.embedded == []


def test_a_plain_langchain_chroma_finds_the_passages(folder: Path) -> None:
    store = Chroma(collection_name="passages", persist_directory=str(folder / "vectors-1"), embedding_function=HashEmbeddings())
    found = store.similarity_search(f"A ship called {name(777)} has left.", k=1)[0]
    assert name(777) in found.page_content
    assert found.metadata.keys() == {"article_id", "source", "language"}


def test_filtered_search_is_exact(folder: Path) -> None:
    with open_archive(by_index(folder), embeddings=HashEmbeddings()) as archive:
        free = archive.search(f"Where is {name(777)}?", k=5)
        limited = archive.search(f"Where is {name(777)}?", SearchFilter(languages=("en",)), k=5)
    assert limited[0].id == free[0].id


def test_files_of_a_killed_commit_do_not_stand_in_the_way(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = "A ship called Persistence has left."
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        archive.add([(Article(text=text, url="https://x.example.org/0", title="Report 0", language="en"), split_sentences(text, "en"))])
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        (folder / "lexical.seal").unlink()
        # as after a kill between the list of deleted passages and the commit that names it
        for segment in (folder / "lexical").glob("*.store"):
            for stamp in range(3_000):
                (folder / "lexical" / f"{segment.stem}.{stamp}.del").touch()
        again = text.replace("left", "returned")
        archive.add([(Article(text=again, url="https://x.example.org/1", title="Report 1", language="en"), split_sentences(again, "en"))])
        assert archive.search("Where is Persistence? returned", k=1)[0].page_content == again
        assert name(777) in archive.search(f"Where is {name(777)}?", k=1)[0].page_content
    assert "what a killed writer left" in caplog.text
