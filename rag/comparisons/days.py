"""Days, months, years and weekdays in a sentence that its quote does not have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rag.comparisons.statement import Difference, Statement
from vectorstore.terms import fold

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar janvier enero jan jänner",
            "february februar fevrier febrero feb feber",
            "march marz mars marzo mar",
            "april april avril abril apr abr",
            "may mai mai mayo",
            "june juni juin junio jun",
            "july juli juillet julio jul",
            "august august aout agosto aug ago",
            "september september septembre septiembre sept sep setiembre",
            "october oktober octobre octubre oct okt",
            "november november novembre noviembre nov",
            "december dezember decembre diciembre dec dez dic",
        ),
        start=1,
    )
    for name in fold(names).split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday montag lundi lunes",
            "tuesday dienstag mardi martes",
            "wednesday mittwoch mercredi miercoles",
            "thursday donnerstag jeudi jueves",
            "friday freitag vendredi viernes",
            "saturday samstag sonnabend samedi sabado",
            "sunday sonntag dimanche domingo",
        )
    )
    for name in names.split()
}
DAY_WORDS = frozenset(MONTHS) | frozenset(WEEKDAYS)
# a verb, a planet and a sea-going word too: a month only beside a day, a year or a word that leads to one
DOUBTFUL = frozenset(("may", "march", "mars", "mar", "dec", "jan", "ago", "sep", "jun", "mai"))

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:1[5-9]|20|21)\d\d"
DATE = re.compile(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?\s+(?:of\s+|de\s+)?(?P<m1>{_MONTH})\b\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y1>{_YEAR})\b)?"
    rf"|\b(?P<m2>{_MONTH})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:%|percent))(?:,?\s+(?P<y2>{_YEAR})\b)?"
    rf"|\b(?P<m3>{_MONTH})\b\.?(?:\s+(?:of\s+|de\s+|del\s+)?(?P<y3>{_YEAR})\b)?"
    rf"|\b(?P<dn>\d{{1,2}})[./](?P<mn>\d{{1,2}})[./](?P<yn>{_YEAR})\b"
    r"|(?<![\d/])(?P<ds>[0-3]\d)/(?P<ms>[01]\d)(?![\d/])"
    rf"|(?<![\d.,])(?P<y4>{_YEAR})(?![\d]|[.,]\d|\s*(?:%|€|euros?\b|dollars?\b|people\b|personen\b|personnes\b|personas\b))"
    rf"|\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:s|abend|morgen|nacht|mittag|nachmittag|vormittag)?\b"
)
LEADS_TO_MONTH = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|late|early|mid|last|next|from"
    r"|during|for|im|seit|bis|ab|en|de|d|depuis|fin|debut|courant|a)[ -’']?)\s*$"
)
# how far a weekday in an article may lie from its publication
WEEK = 7


@dataclass(frozen=True, slots=True)
class Mention:
    """A time as it is named, each part None where it is not said. `weekday` counts from Monday, 0."""

    words: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def parts(self) -> dict[str, int]:
        named = (("year", self.year), ("month", self.month), ("day", self.day), ("weekday", self.weekday))
        return {name: value for name, value in named if value is not None}


def compare_days(claim: Statement, quote: Statement) -> Difference | None:
    """The first time that the sentence names and neither the quote, its article's date nor what stands around has."""
    named = list(mentions_in(claim.text))
    if not named:
        return None
    held = _with_publication(list(mentions_in(quote.text)), quote.published)
    for mention in named:
        if any(_holds(other, mention) for other in held):
            continue
        clashes = any(_clashes(other, mention) for other in held if other.words)
        near = any(_holds(other, mention) for other in _with_publication(list(mentions_in(quote.around)), quote.published))
        if clashes or not near:
            return Difference("other_date", mention.words)
    return None


def mentions_in(text: str) -> Iterator[Mention]:
    """The times that a text names, in order."""
    folded = fold_in_place(text)
    for found in DATE.finditer(folded):
        parts = found.groupdict()
        month = next((MONTHS[parts[name]] for name in ("m1", "m2", "m3") if parts[name]), None)
        if parts["m3"] and _is_doubtful(parts["m3"], parts["y3"], folded[: found.start()], text[found.start()]):
            continue
        words = text[found.start() : found.end()]
        if parts["iso"]:
            year, number, day = (int(part) for part in parts["iso"].split("-"))
            yield Mention(words, found.start(), found.end(), year, number, day)
            continue
        year_named = next((int(parts[name]) for name in ("y1", "y2", "y3", "y4", "yn") if parts[name]), None)
        day_named = next((int(parts[name]) for name in ("d1", "d2", "dn", "ds") if parts[name]), None)
        month = next((int(parts[name]) for name in ("mn", "ms") if parts[name]), month)
        weekday = WEEKDAYS[parts["weekday"]] if parts["weekday"] else None
        yield Mention(words, found.start(), found.end(), year_named, month, day_named, weekday)


def _is_doubtful(month: str, year: str | None, before: str, first: str) -> bool:
    return month in DOUBTFUL and not year and (not LEADS_TO_MONTH.search(before) or (month in ("may", "march") and not first.isupper()))


def fold_in_place(text: str) -> str:
    """Folded, letter by letter, so that places stay the same."""
    return "".join(folded if len(folded := fold(letter)) == 1 else letter.lower()[:1] for letter in text)


def _with_publication(held: list[Mention], published: date | None) -> list[Mention]:
    """Also what these times mean on the day of publication: the weekdays around it, the year of a day without one."""
    if published is None:
        return held
    more = [Mention("", 0, 0, published.year, published.month, published.day, published.weekday())]
    for mention in held:
        if mention.weekday is not None and mention.day is None:
            around = (published + timedelta(days=step) for step in range(-WEEK, WEEK + 1))
            more += [Mention("", 0, 0, day.year, day.month, day.day, day.weekday()) for day in around if day.weekday() == mention.weekday]
        elif mention.month is not None and mention.year is None:
            more += [Mention("", 0, 0, published.year + step, mention.month, mention.day) for step in (-1, 0, 1)]
    return held + more


def _holds(held: Mention, named: Mention) -> bool:
    parts = held.parts
    return all(parts.get(name) == value for name, value in named.parts.items())


def _clashes(held: Mention, named: Mention) -> bool:
    """Whether both name the same part of a time and differ in it."""
    parts = held.parts
    return any(name in parts and parts[name] != value for name, value in named.parts.items())
