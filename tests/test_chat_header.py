"""What the page says of the archive and the models, and which questions it offers."""

from dataclasses import replace
from pathlib import Path

import pytest

from chat.examples import find_examples
from chat.header import describe, to_header, to_note
from chat.languages import language_name
from rag import AnswerSettings, ChosenModel, choose_model
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive

QUOTES = choose_model(AnswerSettings(model="none"))


def test_the_line_counts_articles_and_sources_and_dates_the_newest(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        assert describe(archive.status()) == "3 articles from 3 sources, newest 10 March 2025"


def test_one_is_singular_and_what_is_unknown_is_left_out(tmp_path: Path) -> None:
    with news_archive(tmp_path, replace(BRIDGE, source="", published=None)) as archive:
        assert describe(archive.status()) == "1 article"


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        for article in (BRIDGE, DELEGATION, FESTIVAL):
            archive.delete(article.article_id)
        assert "python -m ingest" in describe(archive.status())


def test_the_header_names_the_models(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        header = to_header(archive.status(), QUOTES)
    assert "<span>Answers&#58; quotes, no language model</span><span>Search&#58; hash</span>" in header


def test_without_a_model_the_note_says_how_to_get_written_answers() -> None:
    assert "NEWS&#95;MODEL" in to_note(QUOTES)


def test_a_reason_of_the_model_is_the_note() -> None:
    assert to_note(ChosenModel(None, "x", "openai needs a key; set OPENAI_API_KEY.")).startswith("<p>openai needs a key; set")


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("zh", "Chinese"), ("und", ""), ("", ""), ("xx", "xx")])
def test_languages_have_names_for_readers(code: str, name: str) -> None:
    assert language_name(code) == name


def test_examples_are_headlines_of_different_sources_newest_first(tmp_path: Path) -> None:
    twice = replace(BRIDGE, url="https://courier.example.org/other", title="Another", published=DELEGATION.published)
    with news_archive(tmp_path, BRIDGE, DELEGATION, twice) as archive:
        assert find_examples(archive) == ["Harbour Bridge closed", "Gespräche in Riad"]


def test_a_folder_of_samples_gives_the_questions_whose_file_is_in_the_archive(tmp_path: Path) -> None:
    folder = tmp_path / "samples"
    folder.mkdir()
    table = "| question | answered by |\n| --- | --- |\n| Why? | en/bridge.txt |\n| Who? | en/gone.txt |\n| Statement | en/bridge.txt |\n"
    (folder / "README.md").write_text(table)
    with news_archive(tmp_path / "data", replace(BRIDGE, origin=str((folder / "en/bridge.txt").resolve()))) as archive:
        assert find_examples(archive, folder) == ["Why?"]
        assert find_examples(archive, tmp_path / "nowhere") == ["Harbour Bridge closed"]


def test_an_empty_archive_offers_no_examples(tmp_path: Path) -> None:
    with news_archive(tmp_path, FESTIVAL) as archive:
        archive.delete(FESTIVAL.article_id)
        assert find_examples(archive) == []
