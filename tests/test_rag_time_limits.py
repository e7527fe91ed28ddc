"""A time in the question limits what is found, is said, and can be ignored."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rag import Answer, Period, build_chain, describe_period, stream_answer
from rag.commands import commands
from rag.describe import describe_days
from rag.question import forget_time, limit_time, make_query
from tests.doubles import open_with_hashes
from tests.news import BRIDGE, news_archive
from vectorstore import Archive, SearchFilter, Timestamp

# the bridge was closed on 10 March 2025, a Monday
WEEK_AFTER = datetime(2025, 3, 18)
MONTHS_AFTER = datetime(2025, 5, 1)
ASKED = "Why was the Harbour Bridge closed last week?"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with news_archive(tmp_path) as archive:
        yield archive


def test_a_hard_period_becomes_the_filter_and_its_words_are_not_searched_for() -> None:
    query = limit_time(make_query(ASKED), WEEK_AFTER)
    assert query.filter == SearchFilter(since=date(2025, 3, 10), until=date(2025, 3, 17))
    assert query.text == "Why was the Harbour Bridge closed?"
    assert query.question == ASKED
    assert query.period is not None
    assert ASKED[query.period.start : query.period.end] == "last week"


def test_a_soft_period_leaves_filter_and_words_alone() -> None:
    query = limit_time(make_query("Who won the election of 2021?"), WEEK_AFTER)
    assert (query.filter, query.text) == (SearchFilter(), query.question)
    assert query.period is not None


def test_dates_that_the_caller_gave_stand_alone() -> None:
    query = make_query(ASKED, filter=SearchFilter(since="2020-01-01"))
    assert limit_time(query, WEEK_AFTER) == query


def test_other_limits_of_the_caller_are_kept() -> None:
    query = limit_time(make_query(ASKED, filter=SearchFilter(languages=("en",))), WEEK_AFTER)
    assert query.filter.languages == ("en",)
    assert forget_time(query).filter == SearchFilter(languages=("en",))


def test_words_that_are_all_there_is_are_searched_for() -> None:
    assert limit_time(make_query("What happened in March 2025?"), WEEK_AFTER).text == "What happened in March 2025?"


def test_a_follow_up_has_its_own_time_or_that_of_the_question_before() -> None:
    history = [("Who was mayor of Bergen in January 2025?", "A.")]
    carried = limit_time(make_query("And who else?", history), WEEK_AFTER)
    assert carried.filter.since == date(2025, 1, 1)
    own = limit_time(make_query("And in February?", history), WEEK_AFTER)
    assert (own.filter.since, own.filter.until) == (date(2025, 2, 1), date(2025, 3, 1))
    assert "2025" not in own.text


def test_an_answer_says_what_time_was_understood(archive: Archive) -> None:
    chain = build_chain(archive, now=lambda: WEEK_AFTER)
    answer = chain.invoke({"question": ASKED})["answer"]
    assert "crack" in answer.text
    assert describe_period(answer.period) == "published 10–16 March 2025"
    assert chain.invoke({"question": "Why was the Harbour Bridge closed?"})["answer"].period is None


def test_an_answer_that_lies_outside_the_dates_is_not_given_but_said(archive: Archive) -> None:
    answer = build_chain(archive).invoke({"question": ASKED, "now": MONTHS_AFTER})["answer"]
    assert answer.abstained
    assert answer.reason == "Nothing published 21–27 April 2025 answers this; what the archive holds on it was published 10 March 2025."


def test_an_answer_without_a_date_is_said_to_have_none(archive: Archive) -> None:
    answer = build_chain(archive).invoke({"question": "What do festival tickets cost since January?", "now": MONTHS_AFTER})["answer"]
    assert answer.abstained
    assert answer.reason.endswith("what the archive holds on it has no known date.")


def test_a_question_that_nothing_answers_at_any_time_is_not_blamed_on_the_dates(archive: Archive) -> None:
    answer = build_chain(archive).invoke({"question": "Who won the Oscars last week?", "now": WEEK_AFTER})["answer"]
    assert answer.abstained
    assert "published" not in answer.reason


def test_a_period_can_be_ignored(archive: Archive) -> None:
    chain = build_chain(archive, now=lambda: MONTHS_AFTER)
    answer = list(stream_answer(chain, ASKED, ignore=("period",)))[-1]
    assert isinstance(answer, Answer)
    assert "crack" in answer.text
    assert answer.period is None


def test_the_latest_comes_first_among_what_answers(tmp_path: Path) -> None:
    older = replace(BRIDGE, url="https://a.example.org/1", published=Timestamp(1741564800, "day", "json-ld"))
    newer = replace(
        BRIDGE,
        url="https://a.example.org/2",
        text=BRIDGE.text.replace("14,000", "15,000").replace("northern", "northern stone"),
        published=Timestamp(1742000000, "day", "json-ld"),
    )
    with news_archive(tmp_path, older, newer) as archive:
        chain = build_chain(archive, now=lambda: MONTHS_AFTER)
        plain = chain.invoke({"question": "Why was the Harbour Bridge closed, in which northern pylon?"})["answer"]
        latest = chain.invoke({"question": "Why was the Harbour Bridge closed, in which northern pylon? The latest please"})["answer"]
    assert len(plain.citations) == len(latest.citations) == 2
    assert latest.citations[0].url == "https://a.example.org/2"


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2025, 2, 1), date(2025, 3, 1), "published 1–28 February 2025"),
        (date(2025, 2, 24), date(2025, 3, 3), "published 24 February – 2 March 2025"),
        (date(2024, 12, 30), date(2025, 1, 6), "published 30 December 2024 – 5 January 2025"),
        (date(2025, 3, 1), None, "published since 1 March 2025"),
        (None, date(2025, 2, 12), "published until 11 February 2025"),
    ],
)
def test_periods_are_described_with_both_days(since: date | None, until: date | None, expected: str) -> None:
    assert describe_period(Period(since, until, 0, 0, hard=True)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", ["aus der Zeit 1.–28. Februar 2025", "aus der Zeit seit 1. Februar 2025", "nach dem Stand 28. Februar 2025"]),
        ("fr", ["de la période 1er–28 février 2025", "de la période à partir du 1er février 2025", "dans l'état au 28 février 2025"]),
        (
            "es",
            [
                "del periodo 1–28 de febrero de 2025",
                "del periodo a partir del 1 de febrero de 2025",
                "en el estado del 28 de febrero de 2025",
            ],
        ),
    ],
)
def test_periods_are_described_in_the_language_of_the_question(language: str, expected: list[str]) -> None:
    month = Period(date(2025, 2, 1), date(2025, 3, 1), 0, 0, hard=True)
    periods = (month, replace(month, until=None), replace(month, since=None, wants="as_of"))
    assert [describe_period(period, language) for period in periods] == expected


def test_days_of_two_months_say_the_year_once() -> None:
    assert describe_days(date(2025, 2, 24), date(2025, 3, 2), "de") == "24. Februar – 2. März 2025"
    assert describe_days(date(2024, 12, 30), date(2025, 1, 5), "es") == "30 de diciembre de 2024 – 5 de enero de 2025"


def test_single_days_and_states_are_described() -> None:
    day = Period(date(2025, 3, 4), date(2025, 3, 5), 0, 0, hard=True)
    assert describe_period(day) == "published 4–5 March 2025"
    assert describe_period(replace(day, reported=True)) == "published 4 March 2025"
    assert describe_period(replace(day, since=None, wants="as_of")) == "as of 4 March 2025"


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(commands, ["ask", "--archive", str(folder), "--model", "none", *arguments], obj=open_with_hashes)


def test_the_command_line_says_what_it_understood_and_can_ignore_it(tmp_path: Path) -> None:
    with news_archive(tmp_path):
        pass
    # a question for reports, whose year never grows too old
    question = "Why was the Harbour Bridge closed, by reports in March 2025?"
    result = run(tmp_path, question)
    assert "crack" in result.stdout
    assert "understood as: published 1–31 March 2025 (--any-time to ignore)" in result.stderr
    assert "1 article without a known publication date" in result.stderr
    missed = run(tmp_path, question.replace("March", "January"))
    assert "was published 10 March 2025" in missed.stderr
    ignored = run(tmp_path, question.replace("March", "January"), "--any-time", "--json")
    assert "crack" in json.loads(ignored.stdout)["answer"]
    assert "understood" not in ignored.stderr


@pytest.mark.parametrize(
    ("question", "searched"),
    [
        ("What is the latest on Ingrid Solberg?", "What is the on Ingrid Solberg?"),
        ("What is the latest news about Ingrid Solberg?", "What is the about Ingrid Solberg?"),
        ("Was ist das Neueste zu Ingrid Solberg?", "Was ist zu Ingrid Solberg?"),
        ("What is the latest?", "What is the latest?"),
    ],
)
def test_words_that_ask_for_the_newest_are_not_searched_for(question: str, searched: str) -> None:
    query = limit_time(make_query(question), WEEK_AFTER)
    assert (query.text, query.question) == (searched, question)
    assert query.period is not None and query.period.wants == "latest" and not query.filter


@pytest.mark.parametrize("question", ["Who was mayor of Veldrup in February 2025?", "Wer war im Februar 2025 Bürgermeister von Veldrup?"])
def test_who_held_an_office_then_is_asked_of_all_that_was_known_by_its_end(question: str) -> None:
    query = limit_time(make_query(question), MONTHS_AFTER)
    assert query.filter == SearchFilter(as_of=date(2025, 2, 28))


@pytest.mark.parametrize(
    "question", ["What did the mayor of Veldrup say in February 2025?", "Who became mayor of Veldrup since February 2025?"]
)
def test_what_happened_then_and_what_has_no_end_keep_their_dates(question: str) -> None:
    assert limit_time(make_query(question), MONTHS_AFTER).filter.since == date(2025, 2, 1)
