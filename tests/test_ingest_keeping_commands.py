"""`newsdesk backup`, `restore` and `check`, as they are typed."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.keeping_commands import commands
from tests.doubles import open_with_hashes
from tests.news import BRIDGE, news_archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with news_archive(tmp_path / "archive"):
        pass
    return tmp_path / "archive"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands, [str(argument) for argument in arguments], obj=open_with_hashes)


def test_a_backup_is_written_restored_and_checked(folder: Path, tmp_path: Path) -> None:
    made = run("backup", tmp_path / "a.newsdesk", "--archive", folder)
    assert made.exit_code == 0
    assert made.stdout.startswith("3 articles in ") and "every file is as it was" in made.stdout
    laid = run("restore", tmp_path / "a.newsdesk", "--archive", tmp_path / "other")
    assert laid.exit_code == 0 and laid.stdout.startswith("3 articles from 2")
    checked = run("check", "--archive", tmp_path / "other")
    assert (checked.exit_code, checked.stdout) == (
        0,
        "3 articles, 3 versions, 3 passages, 0 saved answers, both indexes: nothing is wrong\n",
    )


def test_json_says_the_same(folder: Path, tmp_path: Path) -> None:
    made = json.loads(run("backup", tmp_path / "a.newsdesk", "--archive", folder, "--json").stdout)
    assert (made["articles"], list(made["files"]), made["bytes"] > 0) == (3, ["catalogue.sqlite"], True)
    assert json.loads(run("check", "--archive", folder, "--json", "--repair").stdout)["left"] == []


def test_what_cannot_be_done_is_one_line(folder: Path, tmp_path: Path) -> None:
    for arguments in (
        ("backup", tmp_path / "a", "--archive", tmp_path / "nowhere"),
        ("backup", tmp_path / "no" / "such" / "folder" / "a", "--archive", folder),
        ("restore", tmp_path / "nothing", "--archive", tmp_path / "other"),
        ("restore", folder / "catalogue.sqlite", "--archive", tmp_path / "other"),
        ("check", "--archive", tmp_path / "nowhere"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1 and result.stderr.count("\n") == 1, (arguments, result.stderr)
    assert not (tmp_path / "nowhere").exists() and not (tmp_path / "other").exists()


def test_a_fault_is_told_and_repaired_and_the_exit_status_says_which(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
        connection.execute("DELETE FROM vectors")
        connection.commit()
    told = run("check", "--archive", folder)
    assert told.exit_code == 1
    assert "3 passages without a vector" in told.stdout and "--repair" in told.stderr
    mended = run("check", "--archive", folder, "--repair")
    assert mended.exit_code == 0
    assert "repaired  3 passages without a vector" in mended.stdout
    assert run("check", "--archive", folder).exit_code == 0


def test_what_only_a_backup_has_is_left_and_said(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
        connection.execute("UPDATE versions SET text = text || '!' WHERE article_id = ?", (BRIDGE.article_id,))
        connection.commit()
    result = run("check", "--archive", folder, "--repair")
    assert result.exit_code == 1
    assert f"left      article {BRIDGE.article_id}, version 1" in result.stdout and "newsdesk restore" in result.stderr
