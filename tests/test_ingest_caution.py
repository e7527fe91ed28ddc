"""Targets that are taken in only by who means them."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest.caution import find_doubt
from ingest.commands import commands


def test_a_root_and_what_holds_a_home_are_doubted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "people" / "jane"
    (home / "articles").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)
    assert find_doubt("/") == "/ is the root of this system"
    assert find_doubt(".") == ". is your home folder"
    assert find_doubt("..") == ".. holds your home folder"
    assert find_doubt(str(home / "articles")) is None
    assert find_doubt("articles") is None
    (tmp_path / "link").symlink_to(home)
    assert find_doubt(str(tmp_path / "link")).endswith("link is your home folder")


def test_addresses_files_and_what_is_not_there_are_not_doubted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert [find_doubt(target) for target in ("https://paper.example/", str(tmp_path / "a.txt"), str(tmp_path / "none"), "")] == [None] * 4


@pytest.mark.parametrize(("suffix", "said"), [(".txt", "files that can be read"), (".xyz", "files")])
def test_very_many_files_are_doubted(tmp_path: Path, suffix: str, said: str) -> None:
    for number in range(4):
        assert find_doubt(str(tmp_path), most_files=3, most_entries=3) is None
        (tmp_path / f"{number}{suffix}").write_text("x")
    assert find_doubt(str(tmp_path), most_files=3, most_entries=3) == f"{tmp_path} holds more than 3 {said}"


def test_nothing_is_taken_in_until_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    archive = tmp_path / "data"
    result = CliRunner().invoke(commands, ["ingest", str(tmp_path), "--archive", str(archive)])
    assert result.exit_code == 1
    assert result.output == f"{tmp_path} is your home folder; name the folder of your articles, or say --yes to take in all of it\n"
    assert not archive.exists()
    (tmp_path / "empty.txt").write_text("")
    result = CliRunner().invoke(commands, ["ingest", str(tmp_path), "--archive", str(archive), "--yes"])
    assert "empty.txt: empty file" in result.output and archive.exists()


@pytest.mark.parametrize(("answer", "goes_on"), [(b"y\n", True), (b"n\n", False)])
def test_who_sits_at_a_terminal_is_asked(tmp_path: Path, answer: bytes, goes_on: bool) -> None:
    (tmp_path / "empty.txt").write_text("")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "ingest", str(tmp_path), "--archive", str(tmp_path / "data")]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment) as running:
        os.write(ours, answer)
        said, _ = running.communicate(timeout=120)
    os.close(ours)
    os.close(theirs)
    assert b"is your home folder. Take in all of it? [y/N]" in said
    assert (b"empty file" in said) == goes_on
