"""A period in words for the reader."""

from datetime import date, timedelta

from rag.context import MONTHS
from rag.period import Period, limit_filter
from vectorstore import SearchFilter
from vectorstore.filters import Moment


def describe_period(period: Period) -> str:
    """What a hard period lets be found.

    Examples: `published 1–28 February 2025`, `published since 1 March 2025`, `as of 3 May 2025`.
    """
    limits = limit_filter(SearchFilter(), period)
    if limits.as_of is not None:
        return f"as of {_day(_as_date(limits.as_of))}"
    if limits.until is None:
        return "published at any time" if limits.since is None else f"published since {_day(_as_date(limits.since))}"
    last = _as_date(limits.until) - timedelta(days=1)
    return f"published {'until ' + _day(last) if limits.since is None else describe_days(_as_date(limits.since), last)}"


def describe_days(first: date, last: date) -> str:
    """Both days included, each part of the date said once: `1–28 February 2025`."""
    if first == last:
        return _day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{first.day} {MONTHS[first.month - 1]}{'' if first.year == last.year else f' {first.year}'} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _as_date(moment: Moment) -> date:
    # a period's limits are dates, a caller's may be texts
    return date.fromisoformat(str(moment)[:10])
