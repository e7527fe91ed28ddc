"""Times are read from a question's words, exactly, and never invented."""

import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from rag.period import Period, find_periods, limit_filter, read_period, without_words
from rag.timeplaces import flatten
from vectorstore import SearchFilter

NOW = datetime(2025, 3, 5, 14, 30)
LABELLED = [json.loads(line) for line in (Path(__file__).parent / "periods.jsonl").read_text(encoding="utf-8").splitlines()]
FLOOR = 0.97


def half_of(question: str) -> str:
    """Rules may be made on one half; the other reports."""
    return "develop" if hashlib.sha256(question.encode()).digest()[0] % 2 == 0 else "report"


def read_label(label: dict[str, Any], *, guess: bool) -> tuple[Any, ...]:
    period = read_period(label["question"], None if guess else label["language"], datetime.fromisoformat(label["now"]))
    if period is None:
        return (None, None, None, False)
    return (period.since and period.since.isoformat(), period.until and period.until.isoformat(), period.wants, period.hard)


@pytest.mark.parametrize("guess", [False, True], ids=["language known", "language guessed"])
@pytest.mark.parametrize("half", ["develop", "report"])
def test_labelled_times_are_read_exactly(half: str, guess: bool) -> None:
    dated = [label for label in LABELLED if label["wants"] and half_of(label["question"]) == half]
    wrong = [
        label["question"]
        for label in dated
        if read_label(label, guess=guess) != (label["since"], label["until"], label["wants"], label["hard"])
    ]
    assert len(dated) > 100
    assert 1 - len(wrong) / len(dated) >= FLOOR, wrong


@pytest.mark.parametrize("guess", [False, True], ids=["language known", "language guessed"])
def test_no_time_is_invented(guess: bool) -> None:
    undated = [label for label in LABELLED if label["wants"] is None]
    invented = {label["question"]: read_label(label, guess=guess) for label in undated if read_label(label, guess=guess)[2]}
    assert len(undated) > 100
    assert invented == {}


def test_the_words_of_a_period_are_its_place_in_the_question() -> None:
    question = "Straßenbahn: was hat die Stadt Ende Februar\u00a02025 beschlossen?"
    period = read_period(question, "de", NOW)
    assert period is not None
    assert question[period.start : period.end].split() == ["Ende", "Februar", "2025"]
    (period,) = find_periods("What happened last week in İzmir?", "en", NOW)
    assert "What happened last week in İzmir?"[period.start : period.end] == "last week"


@pytest.mark.parametrize("text", ["", "İSTANBUL ﬁn ß Ĳ", "e\u0301te\u0301", "了", "\U0001f600 a", "’–\u00a0\t"])
def test_flattening_keeps_every_place(text: str) -> None:
    assert len(flatten(text)) == len(text)


def test_words_are_cut_out_without_a_scar() -> None:
    question = "What happened in February 2025, and where?"
    assert without_words(question, find_periods(question, "en", NOW)) == "What happened, and where?"


def test_two_ranges_become_the_one_that_holds_both() -> None:
    period = read_period("Was geschah im März 2024 und im Mai 2024?", "de", NOW)
    assert period is not None
    assert (period.since, period.until) == (date(2024, 3, 1), date(2024, 6, 1))


@pytest.mark.parametrize(
    "question",
    [
        "Who won the election of 2021?",
        "What was agreed before the summit of 12 February 2025?",
        "What came of the February 2025 summit?",
        "After the Herald reported on 3 May 2024 about the flood, did the Gazette agree?",
        "Did prices rise faster than in 2024?",
        "Who was mayor in 1998?",
        "What is planned for the harbour next week?",
    ],
)
def test_a_time_that_dates_something_else_does_not_limit(question: str) -> None:
    period = read_period(question, "en", NOW)
    assert period is not None
    assert not period.hard


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wie viele Tore schoss er, seit er 2024 zu dem Verein wechselte?", "de"),
        ("When does a permit for a start in August become available?", "en"),
        ("¿Se puede navegar en agosto?", "es"),
    ],
)
def test_a_clause_of_its_own_and_a_month_of_every_year_do_not_limit(question: str, language: str) -> None:
    period = read_period(question, language, NOW)
    assert period is not None
    assert not period.hard


@pytest.mark.parametrize("question", ["What happened on 31 February 2025?", "Where was he on 30 February?", "since 0 days", "in Q7 2025"])
def test_days_that_do_not_exist_are_no_times(question: str) -> None:
    period = read_period(question, "en", NOW)
    assert period is None or period.since == date(2025, 2, 1)


def test_a_leap_day_without_a_year_is_the_last_there_was() -> None:
    period = read_period("What was reported on 29 February?", "en", NOW)
    assert period is not None
    assert period.since == date(2024, 2, 29)


def test_an_other_language_is_left_alone() -> None:
    assert read_period("Mitä tapahtui in 2025?", "fi", NOW) is None


def test_what_happened_on_a_day_may_be_written_the_day_after() -> None:
    happened, reported = (read_period(question, "en", NOW) for question in ("Who resigned yesterday?", "What was reported yesterday?"))
    assert happened is not None and reported is not None
    assert limit_filter(SearchFilter(), happened).until == date(2025, 3, 6)
    assert limit_filter(SearchFilter(), reported).until == date(2025, 3, 5)


def test_as_of_and_the_rest_of_a_filter_are_kept() -> None:
    period = Period(None, date(2025, 5, 4), 0, 1, "as_of", True)
    assert limit_filter(SearchFilter(sources=("Gazette",)), period) == SearchFilter(as_of=date(2025, 5, 3), sources=("Gazette",))


def test_a_long_question_takes_no_long_time() -> None:
    assert read_period("last " * 400, None, NOW) is None
    assert read_period("1" * 2000, None, NOW) is None
    assert read_period("the last " * 220, "en", NOW) is None
