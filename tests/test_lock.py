"""One writer at a time, in words that say who it is."""

import os
from pathlib import Path

import pytest

from vectorstore.errors import ArchiveBusy, ArchiveReadOnly
from vectorstore.lock import load_lock, write_lock


def test_a_second_writer_is_refused_and_told_the_first_ones_pid(tmp_path: Path) -> None:
    told = rf"\(pid {os.getpid()}\) is writing to .*; wait until"
    with write_lock(tmp_path), pytest.raises(ArchiveBusy, match=told), write_lock(tmp_path):
        pytest.fail("two writers")
    with write_lock(tmp_path):
        assert (tmp_path / "writer.pid").read_text() == str(os.getpid())


@pytest.mark.parametrize("written", [b"", b"4711 and more", b"\xff\xfe"])
def test_a_holder_who_cannot_be_read_is_unknown_and_no_error(tmp_path: Path, written: bytes) -> None:
    with write_lock(tmp_path):
        (tmp_path / "writer.pid").write_bytes(written)
        with pytest.raises(ArchiveBusy, match="pid unknown"), write_lock(tmp_path):
            pytest.fail("two writers")


def test_a_place_that_is_no_folder_is_told_in_words(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(ArchiveReadOnly, match="--archive"), write_lock(file):
        pytest.fail("written into a file")


def test_a_writer_who_cannot_say_who_it_is_leaves_the_archive_free(tmp_path: Path) -> None:
    (tmp_path / "writer.pid").mkdir()
    with pytest.raises(ArchiveReadOnly, match="free some space"), write_lock(tmp_path):
        pytest.fail("nobody could be told")
    (tmp_path / "writer.pid").rmdir()
    with write_lock(tmp_path):
        pass


def test_an_error_within_frees_the_archive(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), write_lock(tmp_path):
        raise ZeroDivisionError
    with write_lock(tmp_path):
        pass


def test_loading_and_writing_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with write_lock(tmp_path), load_lock(tmp_path):
        assert (tmp_path / "load.lock").exists()
