"""The time that a question's words speak of, and whether it limits what may be found.

A period is *hard* when it says when the news was: "what was reported last week", "news since March", "in February 2025". It then filters
by publication. It is *soft* when it only tells one event from another, or lies where publication dates would mislead:

- it is a date that belongs to a noun: "the election of 2021", "the summit of 12 February", "the February 2025 summit";
- it has no beginning, "before September", or is a single calendar day, "on 12 February 2025", unless the question asks for reports:
  what happened then was also written about later. What happened *after* a day cannot have been written before it, so a beginning is hard;
- it stands in a clause before the question, "After the paper wrote on 3 May that …, did …?", or is compared with, "more than in 2024";
- it is a decade, ended more than ten years ago, so that the archive can only look back on it, or is still to come: "next week".

Soft periods stay among the words that are searched for, and that is all they do. A year that belongs to a name, "World Cup 2026",
"Agenda 2030", is no period at all, nor is anything that may be something else: better to miss a time than to invent one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from rag.timepatterns import patterns_of
from rag.timeplaces import BOUNDS, Expression, find_expressions, flatten, last_word
from rag.timewords import LANGUAGES, TimeWords
from rag.words import FUNCTION_WORDS, language_of
from vectorstore import SearchFilter

DAY = timedelta(days=1)
Wants = Literal["range", "latest", "as_of"]
# what is older is history, of which newer articles tell too
HISTORY = timedelta(days=3653)
# times that are used to name events; "the strike of last week" is as good as "last week's strike"
NAMING = frozenset(("date", "month", "year", "quarter", "half", "season", "decade"))
COMPARES = frozenset("than as als wie que".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a question.

    Attributes:
        since: First day; None for no beginning.
        until: The day after the last; None reaches to now.
        start: Where its words begin in the question.
        end: Where they end.
        wants: What is asked for: what was published in the range, the newest (then mostly without a range), or the state on the last day.
        hard: Whether the range limits what may be found.
        reported: The question asks for what was published then, not for what happened then.
    """

    since: date | None
    until: date | None
    start: int
    end: int
    wants: Wants = "range"
    hard: bool = False
    reported: bool = False


def read_period(text: str, language: str | None, now: datetime) -> Period | None:
    """The one period that a question speaks of; several in one question become the range that holds them all.

    Args:
        text: The question.
        language: ISO 639-1 code; None guesses. Times are read in English, German, French, Spanish and Chinese.
        now: Its day is today.
    """
    periods = find_periods(text, language, now)
    ranges = [period for period in periods if period.wants != "latest"]
    period = _join([one for one in ranges if one.hard] or ranges[:1])
    latest = next((one for one in periods if one.wants == "latest"), None)
    if period is None or latest is None:
        return period or latest
    return replace(period, wants="latest") if period.wants == "range" else period


def find_periods(text: str, language: str | None, now: datetime) -> list[Period]:
    """Every period of a text, in order; `read_period` makes one of them."""
    flat = flatten(text)
    language = language or language_of(text)
    found: list[Period] = []
    for code in (language,) if language else tuple(LANGUAGES):
        found += _find_in(code, text, flat, now.date())
    found.sort(key=lambda period: (period.start - period.end, period.start))
    kept: list[Period] = []
    for period in found:
        if all(period.end <= other.start or other.end <= period.start for other in kept):
            kept.append(period)
    return sorted(kept, key=lambda period: period.start)


def without_words(text: str, periods: Sequence[Period]) -> str:
    """The text without the words of these periods, which were read from it."""
    for period in sorted(periods, key=lambda period: -period.start):
        text = f"{text[: period.start].rstrip()} {text[period.end :].lstrip()}"
    return re.sub(r"\s+([,.;:?!])", r"\1", " ".join(text.split()))


def limit_filter(filter: SearchFilter, period: Period) -> SearchFilter:
    """The filter with a period's range.

    What happened on one day is in the papers of the next, so unless the question asks for reports one day more may be found.
    """
    if period.wants == "as_of":
        return replace(filter, as_of=None if period.until is None else period.until - DAY)
    one_day = period.since is not None and period.until == period.since + DAY
    late = DAY if one_day and not period.reported and period.until is not None else timedelta()
    return replace(filter, since=period.since, until=None if period.until is None else period.until + late)


def _find_in(language: str, text: str, flat: str, today: date) -> Iterator[Period]:
    if language not in LANGUAGES:
        return
    words = LANGUAGES[language]
    reported = re.search(words.bound(words.reporting), flat) is not None
    taken: list[Expression] = []
    matches = find_expressions(language, text, flat, today)
    for one in sorted(matches, key=lambda one: (one.start - one.end, one.start)):
        if all(one.end <= other.start or other.end <= one.framed for other in taken):
            taken.append(one)
    for one in taken:
        period = _as_period(one, words, flat, today, reported)
        if period is not None:
            yield period
    # "in recent days" has no beginning that anybody could name
    vague = [pattern for rule, pattern in patterns_of(language) if rule == "vague"]
    for pattern in (re.compile(words.bound(words.latest)), *vague):
        for latest in pattern.finditer(flat):
            yield Period(None, None, latest.start(), latest.end(), "latest")


def _as_period(one: Expression, words: TimeWords, flat: str, today: date, reported: bool) -> Period | None:
    since: date | None = one.stretch.since
    until = one.stretch.until
    frames = one.frames
    wants: Wants = "range"
    hard = one.rule != "decade"
    if "as_of" in frames:
        wants, since = "as_of", None
    elif "since" in frames:
        until = None
    elif "after" in frames:
        since, until = until, None
    elif "before" in frames or "until" in frames:
        until, since = (one.stretch.since if "before" in frames else until), None
        hard = reported
    elif _belongs_to_noun(one, words, flat):
        hard = False
    elif one.rule == "date" or (not words.spaced and one.explicit and not frames and one.rule in NAMING):
        # where words are not parted, "2023年乌克兰演习" is both the drill of 2023 and a drill in 2023
        hard = reported
    if since is None and until is None:
        return None
    # a limit that is still to come leaves nothing out, and what is still to come has not been written
    if since is None and until is not None and until > today + DAY:
        return None
    past = (until or today) >= today - HISTORY or reported
    coming = since is not None and since > today
    return Period(since, until, one.framed, one.end, wants, hard and past and not coming and not _is_aside(one, words, flat), reported)


def _is_aside(one: Expression, words: TimeWords, flat: str) -> bool:
    """Whether a period dates something else than what is asked for: a clause, a comparison, every year's month."""
    if last_word(flat, one.framed) in COMPARES or flat.endswith(("比", "较"), 0, one.framed):
        return True
    if one.rule in ("month", "months") and not one.explicit and not one.frames & BOUNDS and re.search(words.bound(words.habit), flat):
        return True
    comma = flat.rfind(",", 0, one.framed) + 1
    opening = re.compile(rf"\W*(?:{words.clause})\b").match(flat, comma)
    return opening is not None and opening.end() < one.framed


def _belongs_to_noun(one: Expression, words: TimeWords, flat: str) -> bool:
    if "of" in one.frames and "in" not in one.frames and one.rule in NAMING:
        # "the articles of last week" are dated so themselves
        reports = re.fullmatch(words.reporting, last_word(flat, one.framed)) if words.spaced else re.match(words.reporting, flat[one.end :])
        return reports is None
    # "the February 2025 summit"
    following = re.match(r" ([\w']+)", flat[one.end :])
    article = flat[: one.start].endswith("the ")
    return article and one.explicit and following is not None and following[1] not in FUNCTION_WORDS


def _join(periods: Sequence[Period]) -> Period | None:
    if len(periods) < 2:
        return next(iter(periods), None)
    first, last = periods[0], periods[-1]
    begins = [period.since for period in periods if period.since is not None]
    ends = [period.until for period in periods if period.until is not None]
    # "since March … until yesterday" has one of each; otherwise what is open on one side stays open
    open_ended = len(ends) < len(periods) and len(begins) == len(periods)
    open_before = len(begins) < len(periods) and len(ends) == len(periods)
    since = None if open_before or not begins else min(begins)
    until = None if open_ended or not ends else max(ends)
    if since is not None and until is not None and since >= until:
        return first
    return replace(first, since=since, until=until, start=first.start, end=last.end)
