"""A question on the terminal: what is asked with, what is refused, and when the model is loaded."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from rag.commands import FORMATS, commands
from rag.terminal import FORMATS as WRITERS
from rag.terminal import answer_once, check_usage, start
from tests.doubles import HashEmbeddings
from tests.news import DELEGATION, news_archive
from vectorstore import Archive, ArchiveSettings, SearchFilter, open_archive


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with news_archive(tmp_path, DELEGATION) as archive:
        yield archive


class Unready(HashEmbeddings):
    def embed_query(self, text: str) -> list[float]:
        raise RuntimeError("the model cannot be run")


def test_what_was_ignored_is_asked_with_in_a_fixed_order(archive: Archive) -> None:
    asker = start(archive, "none", SearchFilter(), ["languages", "period"], None)
    assert asker.ignore == ("period", "languages")
    assert asker.archive is archive


def test_a_model_that_there_is_not_gives_way_to_quotes_with_a_line_that_says_so(
    archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    start(archive, "nobody:nothing", SearchFilter(), (), "Who?")
    assert "nobody:nothing" in capsys.readouterr().err


@pytest.mark.parametrize("question", ["", " \n", "x" * 2001])
def test_a_question_that_cannot_be_asked_is_wrong_usage(question: str) -> None:
    with pytest.raises(click.UsageError):
        check_usage(question)


def test_each_format_that_the_command_offers_is_written(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    assert set(FORMATS) == {"text", *WRITERS}
    asker = start(archive, "none", SearchFilter(), (), None)
    for format in FORMATS:
        answer_once(asker, "Wer leitet die US-Delegation?", format, save=False)
        assert "Steve Witkoff" in capsys.readouterr().out or format == "csl"


def test_an_archive_without_articles_loads_no_model(tmp_path: Path) -> None:
    open_archive(tmp_path, embeddings=Unready()).close()
    asked = CliRunner().invoke(commands, ["ask", "Who?", "--archive", str(tmp_path), "--model", "none"], obj=open_unready)
    assert asked.exit_code == 0, asked.output


def test_a_model_that_fails_is_told_when_the_question_needs_it(tmp_path: Path) -> None:
    with news_archive(tmp_path, DELEGATION):
        pass
    asked = CliRunner().invoke(commands, ["ask", "Who leads it?", "--archive", str(tmp_path), "--model", "none"], obj=open_unready)
    assert str(asked.exception) == "the model cannot be run"


def open_unready(settings: ArchiveSettings) -> Archive:
    return open_archive(settings, embeddings=Unready())
