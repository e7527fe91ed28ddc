"""Numbers and dates in a text, as they are written and what they come to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rag.comparisons.mentions import fold_in_place
from rag.comparisons.numberwords import find_number_words
from vectorstore import Span

# powers of ten; "billion" is an English one, "Billionen" and "billones" are a thousand times more
_SCALE = {
    "thousand|tausend|tsd|mille|mil": 3,
    "million|millions|millionen|millones|millón|mio|mn|m": 6,
    "billion|billions|bn|milliarde|milliarden|mrd|milliard|milliards": 9,
    "trillion|trillions|billionen|billones": 12,
}
_DIGITS = re.compile(r"(?<![\w.,/])(?P<digits>\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?![\d])|\d+)(?P<rest>[.,]\d+)?(?!/?\d)")
# "pour cent" and "por ciento" count nothing themselves
_PER = re.compile(r"\bp(?:our|or|er)\s\Z")
_SCALED = re.compile(rf"[\s\u00a0\u202f-]?(?:{'|'.join(f'(?P<e{power}>{words})' for words, power in _SCALE.items())})(?!\w)", re.IGNORECASE)
# after a number of money: elsewhere it is metres
_MILLIONS = re.compile(r"[$€£¥]\s?\Z")
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli"
    "|oktober|dezember"
    "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_YEAR = r"(?:1[0-9]|20)\d\d"
_DATE = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s+(?:de\s+|of\s+)?(?:{_MONTH})(?:,?\s+(?:de\s+|del\s+)?{_YEAR})?"
    rf"|(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s+{_YEAR})?|(?:{_MONTH})\s+(?:de\s+|of\s+)?{_YEAR}"
    rf"|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}|{_YEAR}-\d\d-\d\d|(?<![\d.,/]){_YEAR}(?![\d]|[.,/]\d))(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number where it stands in a text. `value` has its thousands and millions in it."""

    text: str
    value: float
    span: Span


def find_amounts(text: str, language: str | None = None) -> list[Amount]:
    """Numbers in order, in digits or as words from two on, but those inside dates.

    Args:
        language: ISO 639-1 code, whose words for numbers are read; None reads those of all that we know.

    >>> [(amount.text, amount.value) for amount in find_amounts("Seven of 3,200 paid 2.4 million on 3 May.", "en")]
    [('Seven', 7.0), ('3,200', 3200.0), ('2.4 million', 2400000.0)]
    """
    dates = [found.span for found in find_dates(text)]
    found: list[Amount] = []
    for value, span in sorted(_numbers_in(text, language), key=lambda number: number[1]):
        if any(taken.start < span.end and span.start < taken.end for taken in dates):
            continue
        end, power = _scale_after(text, span)
        found.append(Amount(text[span.start : end], value * 10**power, Span(span.start, end)))
    return found


def with_year(value: float, published: date) -> float:
    """A date's value; one without a year has that in which it lies nearest to the publication of its article.

    >>> with_year(701, date(2026, 1, 15)), with_year(1230, date(2026, 1, 15))
    (20260701.0, 20251230.0)
    """
    year, month, day = _parts(value)
    if year or not month:
        return value
    years = (published.year, published.year + 1, published.year - 1)
    in_year = published.month * 30 + published.day
    year = min(years, key=lambda one: abs((one - published.year) * 360 + month * 30 + day - in_year))
    return float(year * 10000 + month * 100 + day)


def ends_before(value: float, day: date) -> bool:
    """Whether a date's value, of a day, month or year, was over.

    >>> ends_before(20260531, date(2026, 6, 1)), ends_before(20260600, date(2026, 6, 1))
    (True, False)
    """
    year, month, of_month = _parts(value)
    return (year, month or 12, of_month or 31) < (day.year, day.month, day.day)


def may_be_same_date(one: float, other: float) -> bool:
    """Whether two values of dates may mean one day: what the coarser one says the finer one says too."""
    return all(first == second or not (first and second) for first, second in zip(_parts(one), _parts(other), strict=True))


def _parts(value: float) -> tuple[int, int, int]:
    return int(value) // 10000, int(value) // 100 % 100, int(value) % 100


def _numbers_in(text: str, language: str | None) -> Iterator[tuple[float, Span]]:
    for match in _DIGITS.finditer(text):
        yield _value_of(match), Span(*match.span())
    folded = fold_in_place(text)
    for number, start, end in find_number_words(folded, language):
        if not _PER.search(folded[:start]):
            yield float(number), Span(start, end)


def find_dates(text: str) -> list[Amount]:
    """Days, months of a year, and years, in order; `value` grows with time: year, month and day as one number, 0 where not said."""
    return [Amount(match.group(), _date_value(match.group()), Span(*match.span())) for match in _DATE.finditer(text)]


def _scale_after(text: str, number: Span) -> tuple[int, int]:
    """Where a number ends with the word that multiplies it, and by which power of ten."""
    scaled = _SCALED.match(text, number.end)
    if scaled is None or (scaled.group().strip().lower() == "m" and not _MILLIONS.search(text[: number.start])):
        return number.end, 0
    return scaled.end(), int((scaled.lastgroup or "e0")[1:])


def _value_of(match: re.Match[str]) -> float:
    whole, rest = re.sub(r"\D", "", match["digits"]), match["rest"]
    return float(f"{whole}.{rest[1:]}") if rest else float(whole)


def _date_value(written: str) -> float:
    folded = written.lower()
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    if len(numbers) == 3:
        # 2025-02-13, 13.2.2025
        first, month_number, last = numbers
        return max(first, last) * 10000 + month_number * 100 + min(first, last)
    year = re.search(_YEAR, folded)
    month = next((place % 12 for place, name in enumerate(MONTHS) if name in folded), None)
    day = re.match(r"\d{1,2}(?!\d)", folded) or re.search(r"(?<=\s)\d{1,2}(?!\d)", folded)
    return (int(year[0]) if year else 0) * 10000 + (0 if month is None else month + 1) * 100 + (int(day[0]) if day else 0)


_NAMES = "january february march april may june july august september october november december"
_NAMES += " januar februar märz april mai juni juli august september oktober november dezember"
_NAMES += " janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_NAMES += " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
MONTHS = tuple(_NAMES.split())
