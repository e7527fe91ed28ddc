"""What a time expression means on a given day."""

from datetime import date

import pytest

from rag.timepatterns import patterns_of
from rag.timerules import RULES, meaning
from rag.timewords import LANGUAGES

TODAY = date(2025, 3, 5)  # a Wednesday


def read(rule: str, written: str, language: str = "en", today: date = TODAY) -> tuple[str, str | None] | None:
    """The days that a whole expression names by the first pattern of that rule which it fits."""
    for name, pattern in patterns_of(language):
        if name == rule and (found := pattern.fullmatch(written)):
            stretch = meaning(name, found, LANGUAGES[language], today)
            return stretch and (stretch.since.isoformat(), stretch.until and stretch.until.isoformat())
    pytest.fail(f"no pattern of {rule} fits {written!r}")


@pytest.mark.parametrize(
    ("rule", "written", "days"),
    [
        ("date", "2024-02-29", ("2024-02-29", "2024-03-01")),
        ("date", "2023-02-29", None),
        ("date", "10 march", ("2024-03-10", "2024-03-11")),  # the latest that has begun
        ("date", "5 march", ("2025-03-05", "2025-03-06")),
        ("date", "29 february", ("2024-02-29", "2024-03-01")),
        ("month", "march", ("2025-03-01", "2025-04-01")),
        ("month", "april", ("2024-04-01", "2024-05-01")),
        ("month", "late february 2024", ("2024-02-21", "2024-03-01")),
        ("months", "november to january 2025", ("2024-11-01", "2025-02-01")),
        ("year", "2024", ("2024-01-01", "2025-01-01")),
        ("year", "mid 2024", ("2024-05-01", "2024-09-01")),
        ("years", "2024 to 2020", None),
        ("quarter", "q4", ("2024-10-01", "2025-01-01")),
        ("half", "h2 2024", ("2024-07-01", "2025-01-01")),
        ("season", "winter", ("2024-12-01", "2025-03-01")),  # named after the year in which it begins
        ("decade", "the 80s", ("1980-01-01", "1990-01-01")),
        ("decade", "the 10s", ("2010-01-01", "2020-01-01")),
        ("weekday", "wednesday", ("2025-03-05", "2025-03-06")),
        ("weekday", "thursday", ("2025-02-27", "2025-02-28")),
        ("days", "yesterday", ("2025-03-04", "2025-03-05")),
        ("weekend", "over the weekend", ("2025-03-01", "2025-03-03")),
        ("shifted", "last week", ("2025-02-24", "2025-03-03")),  # weeks begin on Monday
        ("shifted", "last wednesday", ("2025-02-26", "2025-02-27")),
        ("shifted", "last march", ("2024-03-01", "2024-04-01")),
        ("shifted", "next month", ("2025-04-01", "2025-05-01")),
        ("ago", "two weeks ago", ("2025-02-17", "2025-02-24")),  # a week of the calendar
        ("ago", "3 days ago", ("2025-03-02", "2025-03-03")),
        ("rolling", "the last two weeks", ("2025-02-19", None)),  # fourteen days up to now
    ],
)  # fmt: skip
def test_an_expression_names_these_days(rule: str, written: str, days: tuple[str, str | None] | None) -> None:
    assert read(rule, written) == days


@pytest.mark.parametrize(
    ("language", "rule", "written", "days"),
    [
        ("de", "months", "november bis januar 2025", ("2024-11-01", "2025-02-01")),
        ("fr", "date", "1er mars", ("2025-03-01", "2025-03-02")),
        ("es", "shifted", "la semana pasada", ("2025-02-24", "2025-03-03")),
        ("zh", "week_weekday", "上周五", ("2025-02-28", "2025-03-01")),
    ],
)
def test_each_language_means_the_same_in_its_own_words(language: str, rule: str, written: str, days: tuple[str, str]) -> None:
    assert read(rule, written, language) == days


def test_every_rule_that_a_language_names_is_there() -> None:
    # what is vague is read as a time that limits nothing
    assert {rule for language in LANGUAGES for rule, _ in patterns_of(language)} - {"vague"} <= RULES.keys()


def test_a_year_beyond_every_calendar_names_no_days() -> None:
    assert read("ago", "999 years ago", today=date(900, 1, 1)) is None
