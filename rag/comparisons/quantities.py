"""The numbers of a text: in digits and in words, with their magnitude, their unit, and how they are hedged."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.comparisons.mentions import fold_in_place, mentions_in
from rag.comparisons.numberwords import find_number_words
from rag.comparisons.statement import Statement
from rag.comparisons.units import factor_between, unit_after, unit_before, unit_end

DIGITS = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d+)?")
GROUP = re.compile(r"[.,'’\u00a0\u202f ](?=\d{3}(?!\d))")
# "billion" is a thousand times more in the other three languages
_TENTH, _THOUSAND, _MILLION, _BILLION, _TRILLION = 0.1, 1e3, 1e6, 1e9, 1e12
MAGNITUDES: dict[str, tuple[tuple[str, float], ...]] = {
    "en": (("thousand", _THOUSAND), ("million|mn|m", _MILLION), ("billion|bn", _BILLION), ("trillion", _TRILLION), ("tenths", _TENTH)),
    "de": (
        ("tausend|tsd\\.?", _THOUSAND),
        ("million(?:en)?|mio\\.?", _MILLION),
        ("milliarden?|mrd\\.?", _BILLION),
        ("billion(?:en)?", _TRILLION),
        ("zehntel(?:punkte?n?)?", _TENTH),
    ),
    "fr": (
        ("mille", _THOUSAND),
        ("millions?|m(?=\\s?[€$£])", _MILLION),
        ("milliards?|mds?|md(?=[€$£])", _BILLION),
        ("billions?", _TRILLION),
        ("dixiemes", _TENTH),
    ),
    "es": (
        ("mil millones", _BILLION),
        ("mil", _THOUSAND),
        ("millon(?:es)?", _MILLION),
        ("billon(?:es)?", _TRILLION),
        ("decimas", _TENTH),
        ("centesimas", _TENTH / 10),
    ),
}
# 21st, 3e, 3ª; in German "3. Platz", which is told from the end of a sentence by what follows
ORDINAL = re.compile(r"(?:st|nd|rd|th|er|e|eme|o|a)\b|\.?[ºª]|\.[oa]\b|\.\s[a-z]")
# "30 to 50 thousand"
RANGE = re.compile(r"\s*(?:to|-|–|and|bis|und|a|et|y|e|or|oder|ou|o)\s*[\d.,]+[\s-]*")
BY = re.compile(r"\b(?:by|um)\s+(?:\w+\s+)?$")
TO = re.compile(r"\b(?:to|auf)\s+(?:(?!an?\s|the\s)\w+\s+)?$")
# a number behind one of these is rounded: to either side, down, or up
HEDGES = {
    "about": r"about|around|roughly|some|approximately|rund|etwa|circa|ca\.|ungefahr|annahernd|environ|quelque|autour de|a peu pres"
    "|unos|unas|cerca de|alrededor de|aproximadamente|gegen",
    "over": "over|more than|just over|above|at least|uber|mehr als|gut|mindestens|plus de|au moins|mas de|al menos",
    "under": "nearly|almost|just under|under|less than|fewer than|fast|knapp|beinahe|weniger als|unter|pres de|presque|moins de"
    "|casi|menos de",
}
HEDGE = re.compile(rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in HEDGES.items())})(?: (?:the|a|les|los|las)| d['’])?\s*$")
# "four and a half million", "zweieinhalb", "deux ans et demi", "dos años y medio"
AND_A_HALF = re.compile(r"\s?(?:and a half|einhalb|et demie?|y medi[oa])(?!\w)")
# "three hundred and twenty", "trois cent vingt", "doscientos veinte"
BETWEEN_HUNDREDS = re.compile(r"[ -]|\sand\s")
# a hundred of "pour cent", "por ciento" is none
OF_PERCENT = re.compile(r"\b(?:pour|per|por)\s$")
# seven digits are as exact as a float's printed form; nobody writes news finer
CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it is written, every value that its separators may mean, and its unit where it has one.

    `step` tells "rose by 4" from "rose to 4"; None where neither word stands before it. `hedge` is a name of HEDGES where it is told
    as rounded, `start` where it stands. What is only reckoned has no words.
    """

    words: str
    values: tuple[float, ...]
    unit: str | None = None
    step: str | None = None
    hedge: str | None = None
    start: int = 0


def quantities_in(statement: Statement) -> Iterator[Quantity]:
    """The numbers of a text that are no part of a date, digits first."""
    text = fold_in_place(statement.text)
    for mention in mentions_in(statement.text, statement.language):
        if mention.day or mention.year:
            text = text[: mention.start] + "|" * (mention.end - mention.start) + text[mention.end :]
    for found in DIGITS.finditer(text):
        if not ORDINAL.match(text, found.end()):
            yield _quantity(text, found.start(), found.end(), _readings(found[0]), statement)
    text = DIGITS.sub(lambda found: "|" * len(found[0]), text)
    for start, end, number in _in_words(text, statement.language):
        yield _quantity(text, start, end, (number,), statement)


def _in_words(text: str, language: str) -> list[tuple[int, int, float]]:
    """Where numbers in words begin and end, and what they are, in order."""
    whole: list[tuple[int, int, float]] = []
    for number, start, end in find_number_words(text, language):
        if number == 100 and OF_PERCENT.search(text[:start]):
            continue
        first, last, hundreds = whole[-1] if whole else (0, 0, 0.0)
        if hundreds >= 100 and hundreds % 100 == 0 and 0 < number < 100 and BETWEEN_HUNDREDS.fullmatch(text[last:start]):
            whole[-1] = (first, end, hundreds + number)
        else:
            whole.append((start, end, float(number)))
    return whole


def _quantity(text: str, start: int, end: int, values: Sequence[float], statement: Statement) -> Quantity:
    unit = unit_before(text, start)
    values, end = _with_half(values, text, end)
    for pattern, factor in MAGNITUDES.get(statement.language, MAGNITUDES["en"]):
        if found := re.match(rf"[\s\u00a0\u202f-]*(?:{pattern})(?!\w)", text[end:]):
            # "10 m" is a length more often than a number of millions
            if found[0].strip() == "m" and unit is None and unit_after(text, end + found.end()) is None:
                continue
            values, end = _with_half(values, text, end + found.end())
            values = [value * factor for value in values]
            break
        if (other := RANGE.match(text, end)) and re.match(rf"(?:{pattern})(?!\w)", text[other.end() :]):
            values = [*values, *(value * factor for value in values)]
            break
    unit = unit or unit_after(text, end)
    # "deux ans et demi"
    values, _ = _with_half(values, text, unit_end(text, end)) if unit else (values, end)
    before = text[:start]
    step = "by" if BY.search(before) else "to" if TO.search(before) else None
    hedge = found.lastgroup if (found := HEDGE.search(before)) else None
    return Quantity(statement.text[start:end], tuple(values), unit, step, hedge, start)


def _with_half(values: Sequence[float], text: str, end: int) -> tuple[Sequence[float], int]:
    half = AND_A_HALF.match(text, end)
    return ([value + 0.5 for value in values], half.end()) if half else (values, end)


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


def is_equal(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may be one, as any language reads them."""
    return any(abs(first - second) <= CLOSE * max(abs(first), abs(second)) for first in one.values for second in other.values)


def in_unit(quantity: Quantity, unit: str | None) -> Quantity:
    """The same quantity told in another unit: two weeks of a fortnight. As it is, where there is no fixed rate between the two."""
    factor = factor_between(quantity.unit, unit) if quantity.unit and unit else None
    if factor is None:
        return quantity
    return Quantity(quantity.words, tuple(value * factor for value in quantity.values), unit, quantity.step, quantity.hedge, quantity.start)
