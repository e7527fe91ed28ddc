"""Times that a text names: days, months, years and weekdays, in four languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rag.comparisons.units import unit_after
from vectorstore.later import compile_later
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
# and people are called so
FIRST_NAMES = frozenset(("april", "may", "june", "august", "julio", "abril", "jan", "mai"))

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
DATE = compile_later(
    rf"\b(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf""
    rf"|(?<![\d.,])\b(?P<d1>{_DAY})(?:st|nd|rd|th|\.|er|º)?\s+(?:of\s+|de\s+)?(?P<m1>{_MONTH})\b\.?(?:,?\s+(?:de\s+|del\s+)?(?P<y1>{_YEAR})\b)?"
    rf"|\b(?P<m2>{_MONTH})\b\.?\s+(?P<d2>{_DAY})(?:st|nd|rd|th)?\b(?![.,]?\d|\s\d{{3}}\b)(?:,?\s+(?P<y2>{_YEAR})\b)?"
    rf"|\b(?P<m3>{_MONTH})\b\.?(?:\s+(?:of\s+|de\s+|del\s+)?(?P<y3>{_YEAR})\b)?"
    rf"|\b(?P<dn>\d{{1,2}})[./](?P<mn>\d{{1,2}})[./](?P<yn>{_YEAR})\b"
    r"|(?<![\d/])(?P<ds>[0-3]\d)/(?P<ms>[01]\d)(?![\d/])"
    rf"|(?<![\d.,])(?P<y4>{_YEAR})(?![\d]|[.,]\d|\s*(?:%|€|euros?\b|dollars?\b|people\b|personen\b|personnes\b|personas\b))"
    rf"|\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:s|abend|morgen|nacht|mittag|nachmittag|vormittag|fruh)?\b"
)
LEADS_TO_MONTH = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|late|early|mid|last|next|from|this|every|through|throughout|between|before|after"
    r"|during|for|im|seit|bis|ab|en|de|d|depuis|fin|debut|courant|entre|jusqu|des|avant|apres|desde|hasta|a)[ -’']?)\s*$"
)
# numbers, days and what both come to are read out of the same sentence and quotes
REMEMBERED_TEXTS = 1 << 8
# these write the month first: March 5
MONTH_FIRST = ("en", "und")


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


@lru_cache(maxsize=REMEMBERED_TEXTS)
def mentions_in(text: str, language: str = "und") -> tuple[Mention, ...]:
    """The times that a text names, in order. `language` tells French sept, a number, from a month, and "August 58" from a day."""
    return tuple(_find(text, language))


def _find(text: str, language: str) -> Iterator[Mention]:
    folded = fold_in_place(text)
    for found in DATE.finditer(folded):
        parts = found.groupdict()
        if parts["m3"] and not parts["y3"] and _is_doubtful(found, text, language):
            continue
        end = found.end()
        if parts["m2"] and (language not in MONTH_FIRST or unit_after(folded, end)):
            # what stands behind the month counts something
            end, parts["d2"], parts["y2"] = found.end("m2"), None, None
        words = text[found.start() : end]
        if parts["iso"]:
            year, number, day = (int(part) for part in parts["iso"].split("-"))
            yield Mention(words, found.start(), end, year, number, day)
            continue
        month = next((MONTHS[parts[name]] for name in ("m1", "m2", "m3") if parts[name]), None)
        year_named = next((int(parts[name]) for name in ("y1", "y2", "y3", "y4", "yn") if parts[name]), None)
        day_named = next((int(parts[name]) for name in ("d1", "d2", "dn", "ds") if parts[name]), None)
        month = next((int(parts[name]) for name in ("mn", "ms") if parts[name]), month)
        weekday = WEEKDAYS[parts["weekday"]] if parts["weekday"] else None
        yield Mention(words, found.start(), end, year_named, month, day_named, weekday)


def _is_doubtful(found: re.Match[str], text: str, language: str) -> bool:
    """Whether a month without a day and a year may be something else: a number, a verb, a sea, a first name."""
    month, before = found["m3"], fold_in_place(text[: found.start()])
    capital, follower = text[found.start()].isupper(), re.match(r"\s+(\w)", text[found.end() :])
    if language == "fr" and month == "sept":
        return True
    leads = LEADS_TO_MONTH.search(before) is not None
    # "Julio Peña", "June Cole"
    if month in FIRST_NAMES and capital and not leads and follower and follower[1].isupper() and language != "de":
        return True
    if month not in DOUBTFUL:
        return False
    if month in ("may", "march"):
        # within a sentence, with a capital and beside no other, it is no verb and nobody's name
        return not capital or not (leads or re.search(r"\b[^\WA-Z\d_]\w*\s$", text[: found.start()]))
    return not leads


def fold_in_place(text: str) -> str:
    """Folded, letter by letter, so that places stay the same."""
    return text.lower() if text.isascii() else text.translate(_IN_PLACE)


class _InPlace(dict[int, str]):
    """What each letter is folded to, worked out when it is first met; one letter for one."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded if len(folded) == 1 else chr(code).lower()[:1]
        return self[code]


_IN_PLACE = _InPlace()
