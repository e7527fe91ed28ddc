"""The model of a command that asks is loaded while the archive is opened, once."""

import sys
import threading
from pathlib import Path

import pytest

from ingest import ingest
from tests.doubles import HashEmbeddings
from vectorstore import ArchiveSettings, EmbeddingMismatch, EmbeddingUnavailable, early, open_archive
from vectorstore.early import loading_early
from vectorstore.embeddings import PassageEmbeddings

MODEL = HashEmbeddings()


@pytest.fixture
def settings(tmp_path: Path) -> ArchiveSettings:
    article = tmp_path / "ferry.md"
    article.write_text("# Ferry\n\nThe ferry to Kelmouth left two hours late on Tuesday.\n")
    made = ArchiveSettings(archive=tmp_path / "archive")
    with open_archive(made, embeddings=MODEL) as archive:
        ingest([article], archive)
    return made


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The thread that loaded the model, each time."""
    threads: list[str] = []

    def load_model(name: str, cache: Path | None = None) -> PassageEmbeddings:
        threads.append(threading.current_thread().name)
        if name != MODEL.identity.name:
            raise EmbeddingUnavailable(f"there is no {name}")
        return MODEL

    monkeypatch.setattr(early, "load_model", load_model)
    return threads


def test_the_archive_takes_the_model_that_is_being_loaded(settings: ArchiveSettings, loads: list[str]) -> None:
    usual = sys.getswitchinterval()
    with loading_early(settings), open_archive(settings) as archive:
        assert archive.search("Kelmouth")
        assert archive.embeddings is MODEL
    assert len(loads) == 1 and loads[0].startswith("newsdesk-model")
    assert sys.getswitchinterval() == usual


def test_without_it_the_archive_loads_its_model_itself(settings: ArchiveSettings, loads: list[str]) -> None:
    with open_archive(settings) as archive:
        assert archive.search("Kelmouth")
    with loading_early(settings):
        pass
    with open_archive(settings) as archive:
        assert archive.search("Kelmouth")
    assert [name == threading.current_thread().name for name in loads] == [True, False, True]


def test_what_goes_wrong_is_said_where_the_model_is_needed(
    settings: ArchiveSettings, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(early, "_read_name", lambda settings: "gone")
    with loading_early(settings), open_archive(settings) as archive:
        assert archive.status().articles == 1
        with pytest.raises(EmbeddingUnavailable, match="there is no gone"):
            early.load("gone", settings.model_cache)


def test_nothing_is_begun_for_another_model_or_where_nothing_tells_which(
    settings: ArchiveSettings, loads: list[str], tmp_path: Path
) -> None:
    other = settings.model_copy(update={"embedding": "another"})
    with loading_early(other), pytest.raises(EmbeddingMismatch):
        open_archive(other)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "catalogue.sqlite").write_text("no database, but long enough to be looked at by whoever opens it")
    for folder in (broken, tmp_path / "nowhere"):
        with loading_early(settings.model_copy(update={"archive": folder})):
            pass
    with loading_early(settings.model_copy(update={"database_url": "postgresql://nobody@nowhere/none"})):
        pass
    assert not loads
