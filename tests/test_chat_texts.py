"""The page's own words: every one in each language, every one used."""

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import chat.texts
from chat.reading import PROVENANCE
from chat.texts import TEXTS, browser_language, say
from vectorstore import GENRES
from vectorstore.article import Access, Provenance

CHAT = Path(chat.texts.__file__).parent.parent
SOURCE = "".join(file.read_text() for folder in ("chat", "serving") for file in (Path(__file__).parent.parent / folder).glob("*.py"))


def values_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", TEXTS)
def test_every_text_is_in_every_language_with_the_same_values(language: str) -> None:
    assert list(TEXTS[language]) == list(TEXTS["en"])
    for name, text in TEXTS[language].items():
        assert values_of(text) == values_of(TEXTS["en"][name]), name
        assert text.strip()


# words that are the same in both
ALIKE = {
    "de": {"index", "sign_in_name"},
    "fr": {
        *("articles", "conversation", "fact_copies", "fact_source", "fact_sources", "freshness", "freshness_articles", "freshness_source"),
        *("genre", "index", "opinion", "satire", "source", "version", "version_heading"),
    },
    "es": set(),
}


@pytest.mark.parametrize("language", ALIKE)
def test_no_text_was_left_in_english(language: str) -> None:
    same = {name for name, text in TEXTS["en"].items() if text == TEXTS[language][name]}
    assert same == ALIKE[language] | {"share", "between", "add_address_hint", "version_of"}


def test_every_text_is_used() -> None:
    used = set(re.findall(r"""["']([a-z][a-z_ ]+)["']""", SOURCE)) | {*GENRES, *get_args(Access)}
    assert set(TEXTS["en"]) <= used


def test_genres_accesses_and_where_a_date_was_read_have_words() -> None:
    assert {*GENRES, *get_args(Access), *PROVENANCE.values()} <= set(TEXTS["en"])
    assert set(PROVENANCE) == set(get_args(Provenance))


def test_every_name_that_the_page_says_is_a_text() -> None:
    said = set(re.findall(r'(?<!words\.)(?:say|i18n|_hint)\(\s*"([a-z_]+)"', SOURCE))
    assert said
    assert said <= set(TEXTS["en"])


def test_a_language_that_is_not_ours_gets_english() -> None:
    assert say("ask", "nl") == "Ask"


def test_the_script_names_its_buttons_as_the_page_does() -> None:
    written = "".join(f'{code}: ["{texts["ask"]}", "{texts["stop"]}"], ' for code, texts in TEXTS.items()).rstrip(", ")
    assert f"const NAMES = {{ {written} }};" in (CHAT / "page.js").read_text()


@pytest.mark.parametrize(("header", "language"), [("de", "de"), ("en-GB,en;q=0.9,de;q=0.8", "en"), ("x;q=y", "en"), ("DE-ch", "de")])
def test_the_browser_chooses_the_language(header: str, language: str) -> None:
    assert browser_language(header) == language
