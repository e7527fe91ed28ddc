"""Dates that a question only points at are searched for as articles state them."""

from datetime import date, datetime

import pytest

from rag.period import Period
from rag.question import limit_time, make_query
from rag.spelled import spell_period

NOW = datetime(2024, 11, 12)


@pytest.mark.parametrize(
    ("since", "until", "spelled"),
    [
        (date(2021, 9, 3), date(2021, 9, 4), "2021年9月3日"),
        (date(2021, 9, 1), date(2021, 10, 1), "2021年9月"),
        (date(2021, 1, 1), date(2022, 1, 1), "2021年"),
        (date(2021, 12, 27), date(2022, 1, 3), ""),
        (date(2021, 9, 1), None, ""),
        (None, date(2021, 9, 1), ""),
    ],
)
def test_a_period_is_spelled_as_far_as_both_ends_share_it(since: date | None, until: date | None, spelled: str) -> None:
    period = Period(since, until, 0, 1)
    assert spell_period(period, "zh") == spelled
    assert spell_period(period, "de") == ""


def test_words_that_point_at_a_time_become_its_date() -> None:
    query = limit_time(make_query("三年前9月谁再次访问了中国？"), NOW)
    assert query.text.endswith("2021年9月") and "三年前" not in query.text
    assert (query.filter.since, query.filter.until) == (date(2021, 9, 1), date(2021, 10, 1))


def test_a_date_that_the_question_states_is_not_said_twice() -> None:
    query = limit_time(make_query("2021年9月3日谁访问了中国？"), NOW)
    assert query.text == "2021年9月3日谁访问了中国？" and not query.filter


def test_in_other_languages_nothing_is_added() -> None:
    assert "2024" not in limit_time(make_query("Who resigned last October?"), NOW).text
