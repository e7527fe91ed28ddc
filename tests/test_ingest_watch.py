"""Folders that are watched."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.watch import Watch
from tests.doubles import HashEmbeddings
from vectorstore import open_archive

ROOT = Path(__file__).parent.parent
STORM = "Two ports were shut on Monday as a storm moved in from the west, officials said."

WATCHING = """
import sys
from functools import partial
from ingest.commands import commands
from tests.doubles import HashEmbeddings
from vectorstore import open_archive

commands(sys.argv[1:], obj=partial(open_archive, embeddings=HashEmbeddings()))
"""


def write(path: Path, text: str = STORM) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def changed(watched: Watch) -> list[str]:
    """The names of what a look finds, taken for taken in."""
    changes = watched.changes()
    watched.take(changes)
    return [path.name for path in changes]


def test_what_lay_there_before_is_not_new(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    watched = Watch([tmp_path, "https://paper.example/a", tmp_path / "gone"])
    assert (changed(watched), changed(watched)) == ([], [])


def test_a_new_file_is_found_once_when_it_is_written_to_its_end(tmp_path: Path) -> None:
    watched = Watch([tmp_path])
    write(tmp_path / "deep" / "a.txt", "half")
    assert changed(watched) == []
    write(tmp_path / "deep" / "a.txt", STORM)
    assert changed(watched) == []
    assert changed(watched) == ["a.txt"]
    assert changed(watched) == []


def test_a_changed_file_is_found_even_at_the_same_length(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    watched = Watch([path])
    write(path, STORM.swapcase())
    os.utime(path, ns=(1, 1))
    assert [changed(watched) for _ in range(3)] == [[], ["a.txt"], []]


def test_what_could_not_be_taken_in_is_found_again(tmp_path: Path) -> None:
    watched = Watch([tmp_path])
    write(tmp_path / "a.txt")
    watched.changes()
    assert [len(watched.changes()) for _ in range(2)] == [1, 1]


def test_a_file_that_comes_back_is_new(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    watched = Watch([tmp_path])
    state = path.stat()
    path.unlink()
    assert changed(watched) == []
    write(path)
    os.utime(path, ns=(state.st_mtime_ns, state.st_mtime_ns))
    assert [changed(watched) for _ in range(3)] == [[], ["a.txt"], []]


@pytest.fixture
def watching(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    write(tmp_path / "in" / "a.txt", f"Storm\n\n{STORM}")
    command = [sys.executable, "-c", WATCHING, str(tmp_path / "in"), "--watch", "--archive", str(tmp_path / "archive")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        # nothing here may wait for ever
        guard = threading.Timer(100, process.kill)
        guard.start()
        yield process
        guard.cancel()
        process.kill()


def test_the_command_takes_in_what_comes_until_ctrl_c(tmp_path: Path, watching: "subprocess.Popen[str]") -> None:
    assert watching.stdout is not None and watching.stderr is not None
    assert watching.stdout.readline() == "1 new, 0 updated, 0 unchanged, 0 skipped, 0 failed\n"
    assert watching.stderr.readline() == "watching for new and changed files; Ctrl+C ends it\n"
    write(tmp_path / "in" / "b.txt", f"Calm\n\n{STORM} It calmed down.")
    assert watching.stdout.readline() == "1 new, 0 updated, 0 unchanged, 0 skipped, 0 failed\n"
    write(tmp_path / "in" / "a.txt", f"Storm\n\n{STORM} Nobody was hurt.")
    assert watching.stdout.readline() == "0 new, 1 updated, 0 unchanged, 0 skipped, 0 failed\n"
    watching.send_signal(signal.SIGINT)
    printed, told = watching.communicate(timeout=60)
    assert (watching.returncode, printed, told) == (0, "2 new, 1 updated, 0 unchanged, 0 skipped, 0 failed\n", "")
    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as archive:
        assert archive.status().articles == 2
