"""Shares of a whole in words: half, a third, "one in three", "drei von vier", "quatre Français sur dix"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rag.comparisons.mentions import fold_in_place
from rag.comparisons.numberwords import number_words
from rag.comparisons.quantities import Quantity
from rag.comparisons.statement import Statement

_PARTS = {
    "en": {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0, "two thirds": 200 / 3, "three quarters": 75.0},
    "de": {
        "halfte": 50.0,
        "drittel": 100 / 3,
        "viertel": 25.0,
        "funftel": 20.0,
        "zehntel": 10.0,
        "zwei drittel": 200 / 3,
        "drei viertel": 75.0,
    },
    "fr": {
        "moitie": 50.0,
        "tiers": 100 / 3,
        "quart": 25.0,
        "cinquieme": 20.0,
        "dixieme": 10.0,
        "deux tiers": 200 / 3,
        "trois quarts": 75.0,
    },
    "es": {
        "mitad": 50.0,
        "tercio": 100 / 3,
        "cuarto": 25.0,
        "quinto": 20.0,
        "decimo": 10.0,
        "dos tercios": 200 / 3,
        "tres cuartas partes": 75.0,
    },
}
# what three of ten is called: three tenths, drei Fünftel, trois cinquièmes
_OVER = {
    "en": {"thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10},
    "de": {"drittel": 3, "viertel": 4, "funftel": 5, "sechstel": 6, "achtel": 8, "zehntel": 10},
    "fr": {"tiers": 3, "quarts": 4, "cinquiemes": 5, "sixiemes": 6, "huitiemes": 8, "dixiemes": 10},
    "es": {"tercios": 3, "cuartos": 4, "quintos": 5, "sextos": 6, "octavos": 8, "decimos": 10, "decimas": 10},
}
# what stands between the part and the whole: at most two words
_OF = {"en": r"(?:out of|in)(?: every)?", "de": "von", "fr": "sur", "es": "(?:de cada|cada|de)"}
# a third is 33 per cent
CLOSE = 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """A share where it stands in a text, in per cent."""

    words: str
    start: int
    end: int
    percent: float


def shares_in(statement: Statement) -> Iterator[Share]:
    if statement.language not in _PARTS:
        return
    folded = fold_in_place(statement.text)
    taken = " " * len(folded)
    for words, percent in sorted(_PARTS[statement.language].items(), key=lambda part: -len(part[0])):
        for found in re.finditer(rf"\b{words}s?\b", folded):
            if not taken[found.start() : found.end()].strip():
                taken = taken[: found.start()] + "x" * (found.end() - found.start()) + taken[found.end() :]
                yield Share(found[0], found.start(), found.end(), percent)
    parts, of_whole = _patterns(statement.language)
    for pattern, whole in parts:
        for found in pattern.finditer(folded):
            yield Share(found[0], found.start(), found.end(), 100 * _value(found["part"], statement.language) / whole)
    for found in of_whole.finditer(folded):
        part, of = (_value(found[name], statement.language) for name in ("part", "whole"))
        if 0 < part < of <= 20:
            yield Share(found[0], found.start(), found.end(), 100 * part / of)


@cache
def _patterns(language: str) -> tuple[tuple[tuple[re.Pattern[str], int], ...], re.Pattern[str]]:
    """What finds so many thirds, fifths, tenths, each with how many make a whole; and what finds so many of so many."""
    number = r"\d{1,2}|" + "|".join(re.escape(word) for word, value in number_words(language).items() if value <= 12)
    one = {"en": "|one", "de": "|eine[rs]?", "fr": "|une?", "es": "|un[oa]?"}[language]
    of_whole = rf"\b(?P<part>{number}{one}) (?:\w+ ){{0,2}}?{_OF[language]} (?P<whole>{number})\b"
    parts = tuple((re.compile(rf"\b(?P<part>{number})[- ]{over}\b"), whole) for over, whole in _OVER[language].items())
    return parts, re.compile(of_whole)


def percents_told(statement: Statement, held: Sequence[Quantity]) -> list[float]:
    """The shares that a text tells, in figures and in words; `held` are its numbers."""
    figures = [value for quantity in held if quantity.unit == "percent" for value in quantity.values]
    return [*figures, *(share.percent for share in shares_in(statement))]


def rests(percents: Sequence[float]) -> list[float]:
    """What each share leaves of the whole: one in ten leaves nine."""
    return [100 - percent for percent in percents if 0 < percent < 100]


def _value(word: str, language: str) -> float:
    if word.isdigit():
        return int(word)
    return number_words(language).get(word, 1)
