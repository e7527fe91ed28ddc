"""A period in words for the reader."""

from datetime import date, timedelta

from rag.messages import ENGLISH, say, say_day, say_day_number, say_month_day
from rag.period import Period, limit_filter
from vectorstore import SearchFilter
from vectorstore.filters import Moment


def describe_period(period: Period, language: str = ENGLISH) -> str:
    """What a hard period lets be found, in one of the languages of our messages.

    Examples: `published 1–28 February 2025`, `aus der Zeit seit 1. März 2025`, `as of 3 May 2025`.
    """
    limits = limit_filter(SearchFilter(), period)
    if limits.as_of is not None:
        return say("as_it_stood", language, day=say_day(_as_date(limits.as_of), language))
    if limits.until is None:
        if limits.since is None:
            return say("published_any_time", language)
        return say("published_since", language, day=say_day(_as_date(limits.since), language))
    last = _as_date(limits.until) - timedelta(days=1)
    if limits.since is None:
        return say("published_until", language, day=say_day(last, language))
    return say("published_within", language, days=describe_days(_as_date(limits.since), last, language))


def describe_days(first: date, last: date, language: str = ENGLISH) -> str:
    """Both days included, each part of the date said once: `1–28 February 2025`, `1.–28. Februar 2025`."""
    ending = say_day(last, language)
    if first == last:
        return ending
    if (first.year, first.month) == (last.year, last.month):
        return f"{say_day_number(first, language)}–{ending}"
    return f"{(say_month_day if first.year == last.year else say_day)(first, language)} – {ending}"


def _as_date(moment: Moment) -> date:
    # a period's limits are dates, a caller's may be texts
    return date.fromisoformat(str(moment)[:10])
