"""Hashes of files, remembered."""

import hashlib
import os
from pathlib import Path

from vectorstore.hashes import hash_file, hash_remembered, write_whole

LONG_AGO = 1_600_000_000


def write_old(file: Path, text: str, seconds: int = LONG_AGO) -> None:
    file.write_text(text)
    os.utime(file, (seconds, seconds))


def test_a_file_that_stays_is_read_once(tmp_path: Path) -> None:
    file, memory = tmp_path / "weights", tmp_path / "memory"
    write_old(file, "harbour")
    assert hash_remembered(file, memory) == hashlib.sha256(b"harbour").hexdigest()
    # same size and time: only who does not read it says that it is what it was
    write_old(file, "HARBOUR")
    assert hash_remembered(file, memory) == hashlib.sha256(b"harbour").hexdigest()
    assert hash_file(file) == hashlib.sha256(b"HARBOUR").hexdigest()


def test_another_size_or_time_is_another_file(tmp_path: Path) -> None:
    file, memory = tmp_path / "weights", tmp_path / "memory"
    for text, seconds in (("harbour", LONG_AGO), ("harbours", LONG_AGO), ("HARBOURS", LONG_AGO + 1)):
        write_old(file, text, seconds)
        assert hash_remembered(file, memory) == hash_file(file)


def test_a_file_that_was_just_written_is_not_remembered(tmp_path: Path) -> None:
    (tmp_path / "weights").write_text("harbour")
    hash_remembered(tmp_path / "weights", tmp_path / "memory")
    assert not (tmp_path / "memory").exists()


def test_a_damaged_or_impossible_memory_is_no_memory(tmp_path: Path) -> None:
    file, memory = tmp_path / "weights", tmp_path / "memory"
    write_old(file, "harbour")
    expected = hash_remembered(file, memory)
    for note in memory.iterdir():
        note.write_text('{"half": ')
    assert hash_remembered(file, memory) == expected
    (tmp_path / "file").write_text("in the way")
    assert hash_remembered(file, tmp_path / "file" / "memory") == expected


def test_a_file_is_written_as_a_whole_and_leaves_no_draft(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "note", "one")
    write_whole(tmp_path / "new" / "note", "two")
    assert [(file.name, file.read_text()) for file in (tmp_path / "new").iterdir()] == [("note", "two")]
