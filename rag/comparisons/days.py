"""Days, months, years and weekdays in a sentence that its quote does not have."""

from collections.abc import Sequence
from datetime import date, timedelta

from rag.comparisons.mentions import Mention, mentions_in
from rag.comparisons.reckoned_days import periods_in, reckoned_days
from rag.comparisons.statement import Difference, Statement

# how far a weekday in an article may lie from its publication
WEEK = 7


def compare_days(claim: Statement, quote: Statement) -> Difference | None:
    """The first time that the sentence names and neither the quote, its article's date nor what stands around has."""
    if other := _other_period(claim, quote):
        return Difference("other_date", other)
    named = mentions_in(claim.text, claim.language)
    if not named:
        return None
    told = mentions_in(quote.text, quote.language)
    held = _with_publication([*told, *reckoned_days(quote, told, claim, named)], quote.published)
    near = _with_publication(mentions_in(quote.around, quote.language), quote.published)
    for mention in named:
        if any(_holds(other, mention) for other in held):
            continue
        clashes = any(_clashes(other, mention) for other in held if other.words)
        if clashes or not any(_holds(other, mention) for other in near):
            return Difference("other_date", mention.words)
    return None


def _other_period(claim: Statement, quote: Statement) -> str:
    """The quarter or half-year of the sentence where the quote names others alone; else empty."""
    named = periods_in(claim.text)
    held = periods_in(quote.text) if named else {}
    return next((words for period, words in named.items() if held and period not in held), "")


def _with_publication(held: Sequence[Mention], published: date | None) -> list[Mention]:
    """Also what these times mean on the day of publication: the weekdays around it, the year of a day without one."""
    if published is None:
        return list(held)
    more = [Mention("", 0, 0, published.year, published.month, published.day, published.weekday())]
    for mention in held:
        if mention.weekday is not None and mention.day is None:
            around = (published + timedelta(days=step) for step in range(-WEEK, WEEK + 1))
            more += [Mention("", 0, 0, day.year, day.month, day.day, day.weekday()) for day in around if day.weekday() == mention.weekday]
        elif mention.month is not None and mention.year is None:
            more += [Mention("", 0, 0, published.year + step, mention.month, mention.day) for step in (-1, 0, 1)]
    return [*held, *more]


def _holds(held: Mention, named: Mention) -> bool:
    parts = held.parts
    return all(parts.get(name) == value for name, value in named.parts.items())


def _clashes(held: Mention, named: Mention) -> bool:
    """Whether both name the same part of a time and differ in it."""
    parts = held.parts
    return any(name in parts and parts[name] != value for name, value in named.parts.items())
