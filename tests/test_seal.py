"""A seal holds while nobody touches what is under it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from vectorstore.seal import break_seal, has_seal, list_files, read_seal, seal_time, set_seal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = tmp_path / "vectors-1"
    (index / "graph").mkdir(parents=True)
    (index / "chroma.sqlite3").write_bytes(b"rows")
    (index / "graph" / "data.bin").write_bytes(b"numbers")
    (index / "graph" / "index_metadata.pickle").write_bytes(b"names")
    set_seal(index, {"model": "small"})
    return index


def touch_later(file: Path) -> None:
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 1))


def test_an_unbroken_seal_gives_the_facts_that_it_was_set_with(folder: Path) -> None:
    assert has_seal(folder)
    assert read_seal(folder) == {"model": "small"}


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "graph" / "data.bin").write_bytes(b"numbers and more"),
        lambda folder: touch_later(folder / "graph" / "data.bin"),
        lambda folder: (folder / "graph" / "data.bin").unlink(),
        lambda folder: (folder / "graph" / "other.bin").touch(),
        lambda folder: (folder / "chroma.sqlite3").write_bytes(b"other rows"),
    ],
    ids=["longer", "later", "gone", "more", "database"],
)
def test_a_file_that_changes_comes_or_goes_breaks_it(folder: Path, change: Callable[[Path], object]) -> None:
    change(folder)
    assert read_seal(folder) is None
    assert has_seal(folder), "it is there all the same, and not true"


def test_what_reading_alone_changes_does_not_break_it(folder: Path) -> None:
    touch_later(folder / "chroma.sqlite3")
    (folder / ".lock").touch()
    assert read_seal(folder) == {"model": "small"}


def test_a_graph_that_lives_in_the_log_alone_may_be_written_anew_by_reading(folder: Path) -> None:
    (folder / "graph" / "index_metadata.pickle").unlink()
    set_seal(folder)
    touch_later(folder / "graph" / "data.bin")
    assert read_seal(folder) == {}


def test_a_broken_seal_is_gone_and_breaking_it_twice_is_no_error(folder: Path) -> None:
    break_seal(folder)
    break_seal(folder)
    assert (has_seal(folder), read_seal(folder), seal_time(folder)) == (False, None, None)


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"files": {}}', "null"])
def test_what_is_no_seal_is_none(folder: Path, written: str) -> None:
    (folder.parent / "vectors-1.seal").write_text(written)
    assert read_seal(folder) is None


def test_another_seal_has_another_time(folder: Path) -> None:
    first = seal_time(folder)
    seal = folder.parent / "vectors-1.seal"
    set_seal(folder)
    touch_later(seal)
    assert first is not None and seal_time(folder) not in (None, first)


def test_where_the_seal_cannot_be_written_there_is_none_and_no_error(folder: Path) -> None:
    break_seal(folder)
    (folder.parent / "vectors-1.seal").mkdir()
    set_seal(folder)
    assert read_seal(folder) is None
    assert not (folder.parent / "vectors-1.new").exists(), "nor is anything left of it"


def test_files_are_listed_by_their_place_in_the_folder(folder: Path) -> None:
    assert list(list_files(folder)) == ["chroma.sqlite3", "graph/data.bin", "graph/index_metadata.pickle"]
