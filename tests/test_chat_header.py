"""What the page says of the archive and the models, and which questions it offers."""

import html
from dataclasses import replace
from pathlib import Path

import pytest

from chat.examples import find_examples
from chat.header import describe, to_header
from chat.languages import language_name, write_number
from chat.start import to_start
from rag import AnswerSettings, ChosenModel, choose_model
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive

QUOTES = choose_model(AnswerSettings(model="none"))


def test_the_line_counts_articles_and_sources_and_dates_the_newest(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        assert describe(archive.status(), "en") == "3 articles from 3 sources, newest 10 March 2025"
        assert describe(archive.status(), "de") == "3 Artikel aus 3 Quellen, neuester vom 10. März 2025"


def test_an_empty_archive_says_how_to_fill_it(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        for article in (BRIDGE, DELEGATION, FESTIVAL):
            archive.delete(article.article_id)
        assert "Add articles" in describe(archive.status(), "en")
        assert "<h1>Newsdesk</h1>" in to_header(archive.status(), "en")


def test_thousands_are_marked_as_the_language_does() -> None:
    assert [write_number(12_345, language) for language in ("en", "de", "es")] == ["12,345", "12.345", "12.345"]


def test_without_a_model_a_calm_line_says_how_to_get_written_answers(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        start = html.unescape(to_start(archive, ["Why?"], [], QUOTES, "en"))
    assert "NEWS_MODEL=ollama:qwen3:4b" in start
    assert 'name="act" value="ask:Why?"' in start


def test_a_reason_of_the_model_is_said(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        start = to_start(archive, [], [], ChosenModel(None, "x", "openai needs a key; set OPENAI_API_KEY."), "en")
    assert "openai needs a key; set" in start


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("zh", "Chinese"), ("und", ""), ("", ""), ("xx", "xx")])
def test_languages_have_names_for_readers(code: str, name: str) -> None:
    assert language_name(code) == name


def test_languages_have_names_in_each_language_of_the_page() -> None:
    assert [language_name("fr", language) for language in ("de", "fr", "es")] == ["Französisch", "français", "francés"]


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
