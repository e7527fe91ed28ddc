"""Limits that a reader sets by hand for what is asked next: they stand as chips until they are taken away."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, Literal

from chat.chips import chosen_limits, write_chip
from chat.days import bounds_of, day_of, read_day
from chat.markup import clean
from chat.texts import say
from vectorstore import GENRES, SearchFilter

Kind = Literal["sources", "languages", "genres"]
# of each kind; more are no limit
MOST = 20
LONGEST_NAME = 200


def add_limit(limits: SearchFilter, kind: Kind, name: object) -> SearchFilter:
    """With one more paper, language or genre to find in; as they were for what is none of it."""
    held: tuple[str, ...] = getattr(limits, kind)
    if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME or name in held or len(held) >= MOST:
        return limits
    if kind == "genres" and name not in GENRES:
        return limits
    more: dict[str, Any] = {kind: (*held, name)}
    return replace(limits, **more)


def set_days(limits: SearchFilter, first: object, last: object) -> SearchFilter:
    """With these days and no others, both included, in whichever order; an empty text is no limit.

    Raises ValueError with the text that is no day.
    """
    days = [read_day(text) if isinstance(text, str) else None for text in (first, last)]
    since, until = bounds_of(*(sorted(day for day in days if day) if all(days) else days))
    return replace(limits, since=since, until=until, as_of=None)


def days_of(limits: SearchFilter) -> tuple[str, str]:
    """The first and the last day, as `set_days` reads them."""
    first = "" if limits.since is None else day_of(limits.since).isoformat()
    return first, "" if limits.until is None else (day_of(limits.until) - timedelta(days=1)).isoformat()


def write_limits(limits: SearchFilter, language: str) -> str:
    """A line of HTML; empty when nothing is limited."""
    label = say("next_limited", language)
    chips = "".join(write_chip(chip, language, "loosen") for chip in chosen_limits(limits, language))
    return clean(f'<p class="note limits"><span>{label}</span>{chips}</p>') if chips else ""
