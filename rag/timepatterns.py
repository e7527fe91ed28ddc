"""A language's patterns of time, compiled."""

import re
from collections.abc import Mapping
from functools import cache

from rag.timewords import LANGUAGES, SHARED, TimeWords

YEAR = r"(?:19|20)\d\d(?![\d.,]*\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?!\d)"


@cache
def patterns_of(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Rule and compiled pattern, for each pattern of a language."""
    words = LANGUAGES[language]
    # where words are not parted, a mere number may be of anything: "2000个"
    shared = tuple((rule, pattern) for rule, pattern in SHARED if words.spaced or pattern != "<YEAR>")
    before, after = (r"(?<![\w-])", r"(?!\w|-\w)") if words.spaced else (r"(?<![\d-])", "")
    return tuple((rule, re.compile(f"{before}(?:{_fill(pattern, words)}){after}")) for rule, pattern in (*shared, *words.patterns))


@cache
def frames_of(language: str) -> Mapping[str, re.Pattern[str]]:
    """For each frame, what matches it at the end of the text before a time."""
    words = LANGUAGES[language]
    if not words.spaced:
        return {name: re.compile(f"(?:{frame})$") for name, frame in words.frames.items()}
    return {name: re.compile(rf"(?<![\w-])(?:{frame})(?: |(?<='))(?:{words.articles})?$") for name, frame in words.frames.items()}


@cache
def following_of(language: str) -> Mapping[str, re.Pattern[str]]:
    """For each frame that a language puts after a time, what matches it there."""
    return {name: re.compile(frame) for name, frame in LANGUAGES[language].following.items()}


def index_of(alternatives: tuple[str, ...], written: str) -> int:
    """Which of the alternatives a word is, from 0. Raises ValueError when it is none."""
    return [re.fullmatch(one, written) is not None for one in alternatives].index(True)


def _fill(pattern: str, words: TimeWords) -> str:
    units = "|".join(words.units.values())
    months = "|".join(words.months)
    fills = {
        "YEAR1": f"(?P<first_year>{YEAR})",
        "YEAR": f"(?P<year>{YEAR})",
        "DAY1": f"(?P<first_day>{DAY})",
        "DAYS": f"(?P<days>{'|'.join(words.days)})",
        "DAYNAME": f"(?P<day>{'|'.join(words.numbers)})",
        "DAY": f"(?P<day>{DAY})",
        "MONTH1": f"(?P<first_month>{months})",
        "MONTH": f"(?P<month>{months})",
        "WEEKDAY": f"(?P<weekday>{'|'.join(words.weekdays)})",
        "SEASON": f"(?P<season>{'|'.join(words.seasons)})",
        "UNIT": f"(?P<unit>{units})",
        "NUMBER": rf"(?P<number>\d{{1,3}}|{'|'.join(words.numbers)})",
        "ORDINAL": f"(?P<ordinal>{'|'.join(words.ordinals)})",
        "PART": f"(?P<part>{'|'.join(words.parts)})",
        "LAST": f"(?P<last>{words.last})",
        "THIS": f"(?P<this>{words.this})",
        "NEXT": f"(?P<next>{words.next})",
    }
    return re.sub("<([A-Z]+1?)>", lambda match: fills[match[1]], pattern)
