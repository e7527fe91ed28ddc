"""What limited a search, as chips that a click takes away."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from chat.conversation import Exchange
from chat.escape import escape, escape_line
from chat.languages import language_name
from chat.texts import say
from rag import Outlets
from rag.messages import say_day, say_month
from rag.period import limit_filter
from vectorstore import SearchFilter
from vectorstore.filters import Moment


@dataclass(frozen=True, slots=True)
class Chip:
    """A limit. `name` says which to whoever takes it away: `period`, `sources`, `languages`, `dates`, `source:…` or `language:…`."""

    name: str
    text: str


def limits_of(exchange: Exchange, language: str) -> list[Chip]:
    """The limits of an answer, those read out of the question first."""
    chips: list[Chip] = []
    period = exchange.answer.period if exchange.answer is not None else None
    if period is not None and not exchange.any_time:
        chips.append(Chip("period", describe_dates(limit_filter(SearchFilter(), period), language)))
    outlets = exchange.answer.outlets if exchange.answer is not None else Outlets()
    if outlets.sources:
        chips.append(Chip("sources", ", ".join(outlets.sources)))
    if outlets.languages:
        chips.append(Chip("languages", ", ".join(say_language(code, language) for code in outlets.languages)))
    if exchange.filter.is_dated:
        chips.append(Chip("dates", describe_dates(exchange.filter, language)))
    chips += [Chip(f"source:{source}", source) for source in exchange.filter.sources]
    for code in exchange.filter.languages:
        chips.append(Chip(f"language:{code}", say_language(code, language)))
    return chips


def without(exchange: Exchange, name: str) -> Exchange:
    """The question again, without the limit of that name; as it was when it has none of it."""
    kind, _, value = name.partition(":")
    limits, asked = exchange.filter, exchange.again()
    match kind:
        case "period":
            return replace(asked, any_time=True)
        case "sources":
            return replace(asked, any_source=True)
        case "languages":
            return replace(asked, any_language=True)
        case "dates":
            limits = replace(limits, since=None, until=None, as_of=None)
        case "source":
            limits = replace(limits, sources=tuple(source for source in limits.sources if source != value))
        case "language":
            limits = replace(limits, languages=tuple(code for code in limits.languages if code != value))
    return replace(asked, filter=limits)


def write_chips(exchange: Exchange, language: str, *, removable: bool) -> str:
    """A line of HTML; empty when nothing limited the search."""
    written = [_chip(Chip("", say(name, language)), language, removable=False) for name in _lifted(exchange)]
    written += [_chip(chip, language, removable) for chip in limits_of(exchange, language)]
    if not written:
        return ""
    return f'<p class="note understood"><span>{say("understood", language)}</span>{"".join(written)}</p>'


def say_language(code: str, language: str) -> str:
    """`in German`, for a limit."""
    return say("language_is", language, name=language_name(code, language) or code)


def _lifted(exchange: Exchange) -> list[str]:
    """Names of texts for the limits that the reader has taken away."""
    lifted = ("any_time", exchange.any_time), ("any_source", exchange.any_source), ("any_language", exchange.any_language)
    return [name for name, wanted in lifted if wanted]


def _chip(chip: Chip, language: str, removable: bool) -> str:
    if not removable:
        return f'<span class="chip">{escape_line(chip.text)}</span>'
    label = escape_line(say("remove", language, limit=chip.text))
    return (
        f'<button type="button" class="chip" name="act" value="{escape("drop:" + chip.name)}" aria-label="{label}" title="{label}">'
        f'{escape_line(chip.text)} <span class="cross" aria-hidden="true">×</span></button>'
    )


def describe_dates(limits: SearchFilter, language: str) -> str:
    """The dates of a filter, both days included: `February 2025`, `3 March 2025 – 5 April 2025`, `since 1 March 2025`."""
    if limits.as_of is not None:
        return say("as_of", language, day=say_day(_day(limits.as_of), language))
    first = None if limits.since is None else _day(limits.since)
    after = None if limits.until is None else _day(limits.until)
    last = None if after is None else after - timedelta(days=1)
    if first is not None and after is not None and last is not None:
        if first.day == after.day == 1 and (after.year - first.year) * 12 + after.month - first.month == 1:
            return say_month(first.year, first.month, language)
        if (first.month, first.day, after.month, after.day) == (1, 1, 1, 1) and after.year == first.year + 1:
            return str(first.year)
        if first == last:
            return say_day(first, language)
        return say("between", language, first=say_day(first, language), last=say_day(last, language))
    if first is not None:
        return say("since", language, day=say_day(first, language))
    return say("until", language, day=say_day(last, language)) if last is not None else say("any_time", language)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment if isinstance(moment, date) else date.fromisoformat(moment[:10])
