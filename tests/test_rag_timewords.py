"""The words for times: each language has all of them, in the order that the rules count on."""

import re
from dataclasses import fields

import pytest

from rag.timewords import LANGUAGES
from rag.timewords.shape import DAY_MONTH_YEAR, SHARED, TimeWords
from vectorstore import fold

COUNTS = {"months": 12, "weekdays": 7, "seasons": 4, "parts": 3, "ordinals": 4}
FIRSTS = {
    "en": ("january", "monday", "spring"), "de": ("januar", "montag", "fruhling"), "fr": ("janvier", "lundi", "printemps"),
    "es": ("enero", "lunes", "primavera"), "zh": ("一月", "周一", "春天"),
}  # fmt: skip
FRAMES = {"since", "before", "after"}


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_language_has_every_month_day_season_and_part_in_order(language: str) -> None:
    words = LANGUAGES[language]
    assert {name: len(getattr(words, name)) for name in COUNTS} == COUNTS
    for alternatives, first in zip((words.months, words.weekdays, words.seasons), FIRSTS[language], strict=True):
        assert re.fullmatch(alternatives[0], first), f"{first} is not {alternatives[0]}"


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_word_is_two_months_or_two_days_of_the_week(language: str) -> None:
    words = LANGUAGES[language]
    for alternatives in (words.months, words.weekdays):
        plain = {place: set(one.split("|")) for place, one in enumerate(alternatives) if not re.search(r"[()?\[\]]", one)}
        assert sum(map(len, plain.values())) == len(set().union(*plain.values()) if plain else ())


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_everything_is_written_as_it_is_matched_without_accents_and_capitals(language: str) -> None:
    words = LANGUAGES[language]
    texts = [value for field in fields(TimeWords) if isinstance(value := getattr(words, field.name), str)]
    texts += [one for name in COUNTS for one in getattr(words, name)]
    # names of groups and classes of characters aside
    for text in (re.sub(r"\\[A-Z]|\(\?P<\w+>|<[A-Z1]+>", "", text) for text in texts):
        assert text == text.lower(), text
        assert language == "zh" or fold(text) == text, text


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_language_can_frame_a_time_and_says_how_far_each_day_is(language: str) -> None:
    words = LANGUAGES[language]
    assert words.frames.keys() | words.following.keys() >= FRAMES
    assert all(first <= last <= 1 for first, last in words.days.values())
    assert (0, 0) in words.days.values() and (-1, -1) in words.days.values()


def test_whole_words_are_asked_for_only_where_words_are_parted() -> None:
    assert re.search(LANGUAGES["en"].bound("news"), "the news") and not re.search(LANGUAGES["en"].bound("news"), "newsreel")
    assert re.search(LANGUAGES["zh"].bound("最新"), "的最新消息")


def test_a_day_before_its_month_is_a_date_with_its_full_stops() -> None:
    assert {rule for rule, _ in (*SHARED, *DAY_MONTH_YEAR)} == {"date", "dates", "year", "quarter", "half"}
