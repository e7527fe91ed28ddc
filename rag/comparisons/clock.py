"""Times of day, however they are said: 9.40pm, 21:40, 17.20 Uhr, 15 h 50, "zwanzig nach fünf", "las ocho y media"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rag.comparisons.statement import Statement
from vectorstore.terms import fold

HALF_DAY = 12 * 60
_HOURS = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "de": "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
    "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
}
_MINUTES = {
    "en": {"five": 5, "ten": 10, "quarter": 15, "a quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30},
    "de": {"funf": 5, "zehn": 10, "viertel": 15, "zwanzig": 20},
    "fr": {"cinq": 5, "dix": 10, "et quart": 15, "le quart": 15, "vingt": 20, "vingt-cinq": 25, "et demie": 30},
    "es": {"cinco": 5, "diez": 10, "cuarto": 15, "veinte": 20, "veinticinco": 25, "media": 30},
}
_DIGITS = re.compile(
    r"(?<![\d.,:])(?P<h>[01]?\d|2[0-4])(?:(?::|\s?h\s?)(?P<m>[0-5]\d)(?![\d:])|\.(?P<dot>[0-5]\d)(?=\s?(?:[ap]\.?m\b|uhr))"
    r"|(?=\s?[ap]\.?m\b)|(?=\s?uhr\b)(?:\s?uhr\s(?P<uhr>[0-5]\d)\b)?|(?=\s?heures?\b))(?P<half>\s?[ap]\.?m\b\.?|\s?uhr\b"
    r"|\s?heures?\b|\s?h\b)?"
    r"|(?<=\blas )(?P<h2>[01]?\d|2[0-4])[.:](?P<m2>[0-5]\d)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day where it stands in a text; `minutes` of half a day, 0 to 719: "at eight" is said of both."""

    words: str
    start: int
    end: int
    minutes: int


def clocks_in(statement: Statement) -> Iterator[Clock]:
    """The times of day in a text, in order of writing in digits, then in words."""
    folded = "".join(one if len(one := fold(letter)) == 1 else letter for letter in statement.text)
    for found in _DIGITS.finditer(folded):
        parts = found.groupdict()
        minute = next((int(parts[name]) for name in ("m", "dot", "uhr", "m2") if parts[name]), 0)
        yield _clock(statement, found, int(parts["h"] or parts["h2"]), minute)
    if statement.language in _HOURS:
        for pattern, sign in _spoken(statement.language):
            for found in pattern.finditer(folded):
                hour = _HOURS[statement.language].split().index(found["h"]) + 1
                minute = _MINUTES[statement.language].get(found["w"], 30) if found["w"] else 30
                yield _clock(statement, found, hour, sign * minute)


def _clock(statement: Statement, found: re.Match[str], hour: int, minute: int) -> Clock:
    return Clock(statement.text[found.start() : found.end()], found.start(), found.end(), (hour * 60 + minute) % HALF_DAY)


def _spoken(language: str) -> Iterator[tuple[re.Pattern[str], int]]:
    """The ways to say minutes after an hour (1) and before it (-1)."""
    hours = f"(?P<h>{'|'.join(_HOURS[language].split())})"
    minutes = f"(?P<w>{'|'.join(sorted(_MINUTES[language], key=len, reverse=True))})"
    ways = {
        "en": ((rf"\b{minutes} past {hours}\b", 1), (rf"\b{minutes} to {hours}\b", -1)),
        "de": ((rf"\b{minutes} nach {hours}\b", 1), (rf"\b{minutes} vor {hours}\b", -1), (rf"\b(?P<w>)halb {hours}\b", -1)),
        "fr": ((rf"\b{hours} heures? moins {minutes}\b", -1), (rf"\b{hours} heures? {minutes}\b", 1)),
        "es": ((rf"\blas? {hours} y {minutes}\b", 1), (rf"\blas? {hours} menos {minutes}\b", -1)),
    }[language]
    for way, sign in ways:
        yield re.compile(way), sign
