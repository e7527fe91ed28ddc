"""Numbers and their units in a sentence that its quote does not have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.comparisons.clock import Clock, clocks_in
from rag.comparisons.mentions import fold_in_place, mentions_in
from rag.comparisons.numberwords import number_words
from rag.comparisons.shares import CLOSE as CLOSE_SHARE
from rag.comparisons.shares import shares_in
from rag.comparisons.statement import Difference, Statement
from rag.comparisons.units import unit_after, unit_before

DIGITS = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
GROUP = re.compile(r"[.,'’\u00a0\u202f ](?=\d{3}(?!\d))")
# "billion" is a thousand times more in the other three languages
_THOUSAND, _MILLION, _BILLION, _TRILLION = 1e3, 1e6, 1e9, 1e12
MAGNITUDES: dict[str, tuple[tuple[str, float], ...]] = {
    "en": (("thousand", _THOUSAND), ("million|mn|m", _MILLION), ("billion|bn", _BILLION), ("trillion", _TRILLION)),
    "de": (
        ("tausend|tsd\\.?", _THOUSAND),
        ("million(?:en)?|mio\\.?", _MILLION),
        ("milliarden?|mrd\\.?", _BILLION),
        ("billion(?:en)?", _TRILLION),
    ),
    "fr": (("mille", _THOUSAND), ("millions?", _MILLION), ("milliards?|mds?", _BILLION), ("billions?", _TRILLION)),
    "es": (("mil millones", _BILLION), ("mil", _THOUSAND), ("millon(?:es)?", _MILLION), ("billon(?:es)?", _TRILLION)),
}
# 21st, 3e, 3ª; in German "3. Platz", which is told from the end of a sentence by what follows
ORDINAL = re.compile(r"(?:st|nd|rd|th|er|e|eme|º|ª|o|a)\b|\.\s[a-z]")
# "30 to 50 thousand"
RANGE = re.compile(r"\s*(?:to|-|–|and|bis|und|a|et|y|e|or|oder|ou|o)\s*[\d.,]+[\s-]*")
BY = re.compile(r"\b(?:by|um)\s+(?:\w+\s+)?$")
TO = re.compile(r"\b(?:to|auf)\s+(?:(?!an?\s|the\s)\w+\s+)?$")
# a number behind one of these is rounded, by no more than ROUNDED of itself
ABOUT = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|approximately|over|more than|just (?:over|under)|rund|etwa|circa|ca\."
    r"|fast|knapp|gut|uber"
    r"|mehr als|annahernd|beinahe|ungefahr|environ|pres de|quelque|presque|autour de|plus de|a peu pres|unos|unas|cerca de"
    r"|casi|alrededor de"
    r"|aproximadamente|mas de)(?: (?:the|a|les|los|las|d['’]))?\s*$"
)
ROUNDED = 0.02
# "four and a half million"
AND_A_HALF = re.compile(r"\s(?:and a half|einhalb|et demie?|y medio)\b")
# seven digits are as exact as a float's printed form; nobody writes news finer
CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is written, every value that its separators may mean, and its unit where it has one.

    `step` tells "rose by 4" from "rose to 4"; None where neither word stands before it. `about` says that it is told as rounded,
    `start` where it stands.
    """

    words: str
    values: tuple[float, ...]
    unit: str | None = None
    step: str | None = None
    about: bool = False
    start: int = 0


def compare_figures(claim: Statement, quote: Statement) -> Difference | None:
    """The first number of the sentence that the quote has not, or has in another unit."""
    told, times = list(clocks_in(claim)), list(clocks_in(quote))
    # a time of day is compared with one; where the quote has none, its numbers may be anything
    clocks = told if times else []
    for clock in clocks:
        if all(other.minutes != clock.minutes for other in times):
            return Difference("other_number", clock.words)
    held = list(quantities_in(quote))
    for named in quantities_in(claim):
        if _within(named, clocks) or _is_same_share(named, claim, held, quote):
            continue
        same = [other for other in held if is_equal(named, other) or (named.about and _rounds(named, other))]
        if not same:
            return Difference("other_number", named.words)
        if named.unit and all(other.unit not in (None, named.unit) for other in same):
            return Difference("other_unit", named.words)
        if named.step and all(other.step not in (None, named.step) for other in same):
            return Difference("other_number", named.words)
    return None


def _within(named: Quantity, clocks: Sequence[Clock]) -> bool:
    return any(clock.start <= named.start < clock.end for clock in clocks)


def _is_same_share(named: Quantity, claim: Statement, held: Sequence[Quantity], quote: Statement) -> bool:
    """Whether a per cent, or a number in "three out of four", is a share that the quote tells in other words."""
    mine = next((share.percent for share in shares_in(claim) if share.start <= named.start < share.end), None)
    theirs = [share.percent for share in shares_in(quote)]
    if mine is not None:
        theirs += [value for other in held if other.unit == "percent" for value in other.values]
    shares = [mine] if mine is not None else list(named.values) if named.unit == "percent" else []
    return any(abs(one - other) <= CLOSE_SHARE for one in shares for other in theirs)


def quantities_in(statement: Statement) -> Iterator[Quantity]:
    """The numbers of a text that are no part of a date, digits first."""
    text = fold_in_place(statement.text)
    for mention in mentions_in(statement.text, statement.language):
        if mention.day or mention.year:
            text = text[: mention.start] + "|" * (mention.end - mention.start) + text[mention.end :]
    for found in DIGITS.finditer(text):
        if ORDINAL.match(text, found.end()):
            continue
        yield _quantity(text, found.start(), found.end(), _readings(found[0]), statement)
    text = DIGITS.sub(lambda found: "|" * len(found[0]), text)
    for pattern, number in number_words(statement.language):
        for found in pattern.finditer(text):
            # "cent" of "pour cent", "ciento" of "por ciento"
            if re.search(r"\b(?:pour|per|por)\s$", text[: found.start()]):
                continue
            yield _quantity(text, found.start(), found.end(), (float(number),), statement)
        text = pattern.sub(lambda found: "|" * len(found[0]), text)


def _quantity(text: str, start: int, end: int, values: Sequence[float], statement: Statement) -> Quantity:
    unit = unit_before(text, start)
    for pattern, factor in MAGNITUDES.get(statement.language, MAGNITUDES["en"]):
        if found := re.match(rf"[\s\u00a0\u202f-]*(?:{pattern})(?!\w)", text[end:]):
            # "10 m" is a length more often than a number of millions
            if found[0].strip() == "m" and unit is None:
                continue
            half = AND_A_HALF.match(text, end + found.end())
            values = [(value + (0.5 if half else 0.0)) * factor for value in values]
            end += found.end()
            break
        if (other := RANGE.match(text, end)) and re.match(rf"(?:{pattern})(?!\w)", text[other.end() :]):
            values = [*values, *(value * factor for value in values)]
            break
    before = text[:start]
    step = "by" if BY.search(before) else "to" if TO.search(before) else None
    about = ABOUT.search(before) is not None
    return Quantity(statement.text[start:end], tuple(values), unit or unit_after(text, end), step, about, start)


def _readings(written: str) -> tuple[float, ...]:
    """1.500 is a thousand and a half or one and a half, by language and by habit; 1 500 and 1,500,000 are clear.

    >>> _readings("1.500"), _readings("4,2"), _readings("1 500,25")
    ((1500.0, 1.5), (4.2,), (1500.25,))
    """
    whole = re.sub(r"[^\d]", "", GROUP.sub("", written)) if not re.search(r"[.,]\d{1,2}$|[.,]\d{4,}$", written) else None
    if whole is None:
        head, tail = re.split(r"[.,](?=\d+$)", GROUP.sub("", written))
        return (float(f"{re.sub(r'[^0-9]', '', head)}.{tail}"),)
    readings = [float(whole)]
    if re.fullmatch(r"\d{1,3}[.,]\d{3}", written):
        readings.append(float(written.replace(",", ".")))
    return tuple(readings)


def _rounds(one: Quantity, exact: Quantity) -> bool:
    """Whether a rounded number, which is one of fewer digits, is near enough to an exact one."""
    return any(
        0 < abs(value - other) <= ROUNDED * other and _digits(value) < _digits(other) for value in one.values for other in exact.values
    )


def _digits(value: float) -> int:
    """Digits that say something: 4,900,000 has two."""
    return len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0"))


def is_equal(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be one, as any language reads them."""
    return any(abs(first - second) <= CLOSE * max(abs(first), abs(second)) for first in one.values for second in other.values)
