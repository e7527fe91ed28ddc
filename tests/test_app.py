"""Serving the chat: its address, its first articles, its page."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from benchmarks.processes import free_port
from chat import build_app
from rag import AnswerSettings, ChosenModel, choose_model
from serving import ServingSettings
from serving.access import Access
from serving.address import bind
from serving.commands import commands
from serving.errors import ServingError
from serving.readers import Readers
from serving.samples import ingest_samples
from serving.start import limits_of, warm_up
from serving.users import FILE as USERS_FILE
from serving.users import Users
from tests.doubles import HashEmbeddings
from tests.news import news_archive
from vectorstore import Archive, open_archive

ROOT = Path(__file__).parent.parent
QUOTES: ChosenModel = choose_model(AnswerSettings(model="none"))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with news_archive(tmp_path / "data") as archive:
        yield archive


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_free_port_is_no_obstacle(taken_port: int) -> None:
    free = free_port()
    with bind(ServingSettings(host="127.0.0.1", port=free)) as holder:
        assert holder.getsockname() == ("127.0.0.1", free)


def test_a_taken_port_is_one_line_and_exit_code_1(taken_port: int, tmp_path: Path) -> None:
    command = [sys.executable, "app.py", "--port", str(taken_port), "--archive", str(tmp_path / "data")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.startswith(f"Error: port {taken_port} on 127.0.0.1 is taken")
    assert ended.stderr.count("\n") == 1
    assert "--port" in ended.stderr
    # found out before anything was made
    assert not (tmp_path / "data").exists()


def test_the_help_names_the_command_as_it_was_called() -> None:
    for arguments in (["--help"], ["chat", "--help"]):
        told = subprocess.run([sys.executable, "app.py", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert told.stdout.startswith("Usage: python app.py [OPTIONS]\n")


def test_an_address_of_another_machine_is_one_line() -> None:
    with pytest.raises(ServingError, match="--host"):
        bind(ServingSettings(host="203.0.113.7", port=7860))


def test_another_address_than_this_machines_own_must_be_meant(tmp_path: Path) -> None:
    ended = CliRunner().invoke(commands, ["chat", "--archive", str(tmp_path), "--host", "0.0.0.0"])
    assert ended.exit_code == 1
    assert "--no-auth" in ended.output
    assert not (tmp_path / "catalogue.sqlite").exists()


def test_files_are_taken_on_this_machine_alone_or_where_people_sign_in() -> None:
    everybody, users = Access(Readers(b"k")), Access(Readers(b"k"), Users(Path("nowhere") / USERS_FILE))
    assert limits_of(ServingSettings(host="127.0.0.1", upload_megabytes=5), everybody).upload_bytes == 5_000_000
    outside = ServingSettings(host="192.0.2.1", host_names="News.example.org, desk", upload_megabytes=5)
    assert (limits_of(outside, everybody).upload_bytes, limits_of(outside, users).upload_bytes) == (0, 5_000_000)
    assert limits_of(outside, users).host_names == {"news.example.org", "desk"}


def test_questions_are_counted_where_others_may_ask() -> None:
    everybody, users = Access(Readers(b"k")), Access(Readers(b"k"), Users(Path("nowhere") / USERS_FILE))
    assert limits_of(ServingSettings(), everybody).questions_per_minute == 0
    assert limits_of(ServingSettings(), users).questions_per_minute == 60
    assert limits_of(ServingSettings(host="192.0.2.1"), everybody).questions_per_minute == 60


def test_a_setting_that_cannot_be_read_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_PORT", "high")
    ended = CliRunner().invoke(commands, ["chat", "--archive", str(tmp_path)])
    assert ended.exit_code == 1
    assert ended.output.count("\n") == 1
    assert "NEWS_" in ended.output


def test_samples_fill_an_empty_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "samples"
    folder.mkdir()
    (folder / "one.txt").write_text("The ferry runs again\n\n" + "The ferry between the two banks runs again since Monday morning. " * 8)
    with open_archive(tmp_path / "data", embeddings=HashEmbeddings()) as archive:
        ingest_samples(folder, archive)
        assert archive.status().articles == 1
    assert capsys.readouterr().err.endswith("Taken in: 1 new, 0 failed.\n")


def test_warming_up_loads_the_model_and_ends(archive: Archive) -> None:
    thread = warm_up(archive)
    thread.join(30)
    assert not thread.is_alive()
    assert archive.status().vectors == "ready"


def test_the_page_offers_no_api_and_sends_no_statistics(archive: Archive) -> None:
    page = build_app(archive, QUOTES)
    config: Any = page.get_config_file()  # its type leaves out the dependencies' fields
    assert not page.analytics_enabled
    assert {dependency["api_visibility"] for dependency in config["dependencies"]} == {"private"}
    assert page.api_open is False
