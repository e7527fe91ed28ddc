"""What limited a search, as chips that a click takes away."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Literal

from chat.conversation import Exchange
from chat.days import day_of
from chat.escape import escape, escape_line
from chat.languages import language_name
from chat.texts import say
from rag import Outlets
from rag.messages import say_day, say_month
from rag.period import limit_filter
from vectorstore import SearchFilter

# what a click on a chip does; "" is no button
Act = Literal["drop", "loosen", ""]


@dataclass(frozen=True, slots=True)
class Chip:
    """A limit.

    `name` says which to whoever takes it away: `period`, `sources`, `languages`, `dates`, `source:…`, `language:…`, `genre:…`.
    """

    name: str
    text: str


def implied_limits(exchange: Exchange, language: str) -> list[Chip]:
    """The limits that were read out of the question."""
    chips: list[Chip] = []
    period = exchange.answer.period if exchange.answer is not None else None
    if period is not None and not exchange.any_time:
        chips.append(Chip("period", describe_dates(limit_filter(SearchFilter(), period), language)))
    outlets = exchange.answer.outlets if exchange.answer is not None else Outlets()
    if outlets.sources:
        chips.append(Chip("sources", ", ".join(outlets.sources)))
    if outlets.languages:
        chips.append(Chip("languages", ", ".join(say_language(code, language) for code in outlets.languages)))
    return chips


def chosen_limits(limits: SearchFilter, language: str) -> list[Chip]:
    """The limits that the reader set."""
    chips = [Chip("dates", describe_dates(limits, language))] if limits.is_dated else []
    chips += [Chip(f"source:{source}", source) for source in limits.sources]
    chips += [Chip(f"language:{code}", say_language(code, language)) for code in limits.languages]
    return chips + [Chip(f"genre:{genre}", say(genre, language)) for genre in limits.genres]


def without_limit(exchange: Exchange, name: str) -> Exchange:
    """The question again, without the limit of that name; as it was when it has none of it."""
    asked = exchange.again()
    match name:
        case "period":
            return replace(asked, any_time=True)
        case "sources":
            return replace(asked, any_source=True)
        case "languages":
            return replace(asked, any_language=True)
    return replace(asked, filter=loosen(exchange.filter, name))


def loosen(limits: SearchFilter, name: str) -> SearchFilter:
    """The limits that the reader set, without the one of that name; as they were when there is none of it."""
    kind, _, value = name.partition(":")
    match kind:
        case "dates":
            return replace(limits, since=None, until=None, as_of=None)
        case "source" | "language" | "genre":
            held: tuple[str, ...] = getattr(limits, f"{kind}s")
            left: dict[str, Any] = {f"{kind}s": tuple(one for one in held if one != value)}
            return replace(limits, **left)
    return limits


def write_chips(exchange: Exchange, language: str, *, removable: bool) -> str:
    """HTML: a line of what the question implied, one of what the reader chose; empty when nothing limited the search."""
    act: Act = "drop" if removable else ""
    lifted = [write_chip(Chip("", say(name, language)), language) for name in _lifted(exchange)]
    implied = [write_chip(chip, language, act) for chip in implied_limits(exchange, language)]
    chosen = [write_chip(chip, language, act) for chip in chosen_limits(exchange.filter, language)]
    lines = ("understood", lifted + implied), ("limited", chosen)
    return "".join(f'<p class="note understood"><span>{say(name, language)}</span>{"".join(line)}</p>' for name, line in lines if line)


def say_language(code: str, language: str) -> str:
    """`in German`, for a limit."""
    return say("language_is", language, name=language_name(code, language) or code)


def _lifted(exchange: Exchange) -> list[str]:
    """Names of texts for the limits that the reader has taken away."""
    lifted = ("any_time", exchange.any_time), ("any_source", exchange.any_source), ("any_language", exchange.any_language)
    return [name for name, wanted in lifted if wanted]


def write_chip(chip: Chip, language: str, act: Act = "") -> str:
    """HTML. A click takes the limit away: `drop` asks again, `loosen` waits for the next question."""
    if not act:
        return f'<span class="chip">{escape_line(chip.text)}</span>'
    label = escape_line(say("remove" if act == "drop" else "loosen", language, limit=chip.text))
    return (
        f'<button type="button" class="chip" name="act" value="{escape(f"{act}:{chip.name}")}" aria-label="{label}" title="{label}">'
        f'{escape_line(chip.text)} <span class="cross" aria-hidden="true">×</span></button>'
    )


def describe_dates(limits: SearchFilter, language: str) -> str:
    """The dates of a filter, both days included: `February 2025`, `3 March 2025 – 5 April 2025`, `since 1 March 2025`."""
    if limits.as_of is not None:
        return say("as_of", language, day=say_day(day_of(limits.as_of), language))
    first = None if limits.since is None else day_of(limits.since)
    after = None if limits.until is None else day_of(limits.until)
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
