"""What the view Status says."""

import html
from pathlib import Path

from chat.status_view import LIBRARIES, to_status
from rag import AnswerSettings, ChosenModel, choose_model
from tests.news import news_archive
from vectorstore import Archive

QUOTES = choose_model(AnswerSettings(model="none"))


def told(archive: Archive, chosen: ChosenModel = QUOTES, language: str = "en") -> str:
    return html.unescape(to_status(archive, chosen, language))


def test_it_counts_names_what_searches_and_where_the_archive_is(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        shown = told(archive)
    assert all(fact in shown for fact in (str(tmp_path), "English 2", "German 1", "hash", "The Harbour Courier"))
    assert all(name in shown for name in LIBRARIES) and "?" not in shown


def test_without_a_model_it_says_how_to_get_one_and_with_one_which(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        assert "NEWS_MODEL" in told(archive)
        # whatever is no None is a model
        chosen = ChosenModel(object(), "ollama:qwen3:4b", "it was found here")  # type: ignore[arg-type]
        assert "ollama:qwen3:4b" in told(archive, chosen) and "it was found here" in told(archive, chosen)
        failed = ChosenModel(None, "x", "openai needs a key; set OPENAI_API_KEY.")
        assert "openai needs a key" in told(archive, failed), "why there is none stands before how to get one"


def test_an_empty_archive_has_a_status_in_each_language(archive: Archive) -> None:
    english, german = (told(archive, language=language) for language in ("en", "de"))
    assert english and german and english != german


def test_names_of_papers_are_no_markup(archive: Archive) -> None:
    from dataclasses import replace

    from tests.news import BRIDGE, whole_text

    archive.add([(replace(BRIDGE, source="<img src=x onerror=alert(1)>"), [whole_text(BRIDGE)])])
    assert "<img" not in to_status(archive, QUOTES, "en")
