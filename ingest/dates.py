"""From words to dates, and never further: a date that could be two is none."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from ingest.calendars import ERAS, PERSIAN_MONTHS, christian_year, persian_day, year_of_era
from ingest.clocks import ZONES, clock_beside
from ingest.months import DOUBTFUL, NAME_OF_MONTH, month_number
from vectorstore import Timestamp
from vectorstore.article import Provenance

LONGEST_DATE = 64
EARLIEST_PUBLICATION = date(1990, 1, 1)
# clocks and time zones of publishers are off by a day at times
LATEST_AHEAD = timedelta(days=2)
# who writes 03/04 for the third of April; English may mean either, but not where its country is named
DAY_FIRST = frozenset(
    [
        *("ar", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "gl", "he", "hi", "hr", "id", "is", "it", "lv", "mk"),
        *("ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr", "uk", "vi"),
        *("en-AU", "en-GB", "en-IE", "en-IN", "en-NZ", "en-ZA"),
    ]
)

# figures of other scripts: ٢٠٢٥, २०२५
FIGURES = {code: str(figure) for code in range(0x660, 0xFF1A) if (figure := unicodedata.decimal(chr(code), None)) is not None}
_MONTH = rf"(?P<month>{NAME_OF_MONTH})(?!\w)"
# "2025г." stands without a blank in many papers
_YEAR = r"(?P<year>(?:1[5-9]|20|21|25)\d\d)(?:(?!\w)|(?=[гр]\b))"
# Feb 13 15:23 2025: programs write the hour before the year
_CLOCK = r"(?:\d{1,2}:\d\d(?::\d\d)?\s{1,2})?"
# Hebrew joins "on" to the figure: ב-13.2.2025
_DAY = r"(?:(?<![\w.,/:-])|(?<=ב-))(?P<day>\d{1,2})"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 13. Februar 2025, 13 février 2025, 13 de febrero de 2025, 13-Feb-2025, 13/fev/2025; the year may be missing
        # and the same month may stand in two names: نيسان / أبريل
        rf"{_DAY}(?:er|st|nd|rd|th|[.º°])?[\s/-]{{0,3}}(?:de |of |d['’])?{_MONTH}(?:\s?/\s?[^\W\d_]{{2,12}}(?=\s\d{{4}}))?"
        rf"(?:[\s.,،/-]{{0,3}}{_CLOCK}(?:de |del |พ\.ศ\. ?)?{_YEAR})?",
        # February 13, 2025; February 13; Febrero 13 de 2025
        rf"(?<!\w){_MONTH}\.?\s{{1,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:])(?!\.\d)(?:,?\s{{1,2}}{_CLOCK}(?:de |del )?{_YEAR})?",
        # 2025年2月13日, 2025년 2월 13일
        r"(?P<year>\d{4})\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        # 令和7年2月13日, 民國114年2月13日
        rf"(?P<era>{'|'.join(ERAS)})(?P<years>\d{{1,4}}|元)\s?年\s?(?P<number>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日",
        # ۱۲ آبان ۱۴۰۳, ۱۴۰۳/۰۸/۱۲
        rf"{_DAY}\s(?P<persian>{'|'.join(PERSIAN_MONTHS)})(?:\sماه)?[\s،]{{1,2}}(?P<solar>1[34]\d\d)(?!\d)",
        r"(?<![\w.,/:-])(?P<solar>1[34]\d\d)/(?P<number>\d{1,2})/(?P<day>\d{1,2})(?![\d/])",
        # 13.02.2025 is day first wherever it is written
        rf"{_DAY}\.\s?(?P<number>\d{{1,2}})\.\s?{_YEAR}",
        # 13/02/2025, 02/13/2025, 13 / 02 / 2025
        rf"{_DAY}(?P<mark>[/-]|\s/\s)(?P<either>\d{{1,2}})(?P=mark){_YEAR}",
        # 2025-02-13, 2025/02/13, 2025. 2. 13
        r"(?<![0-9A-Za-z_.,/:-])(?P<year>(?:1[5-9]|20|21)\d\d)(?P<mark>[-/.]|\.\s|\s/\s)(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        # 2025. február 13., 2025 m. vasario 13, 2025-Feb-13
        rf"(?<![\w.,/:-]){_YEAR}(?:[.,]?\s(?:m\. )?|-){_MONTH}(?:\.?\s|-)(?P<day>\d{{1,2}})(?!\d)",
        # 2025. gada 13. februārī
        rf"(?<![\w.,/:-]){_YEAR}\.\s(?:gada\s)?(?P<day>\d{{1,2}})\.\s{_MONTH}",
        # ngày 13 tháng 2 năm 2025
        rf"(?:ngày )?(?P<day>\d{{1,2}}) tháng (?P<number>\d{{1,2}}),? năm {_YEAR}",
        # 2025 02/13 09:00: a year, and behind it the rest, in boxes of their own
        r"(?<!\d)(?P<year>20\d\d)\s(?P<number>\d\d)\s?/\s?(?P<day>\d\d)(?=\s\d\d:\d\d)",
        # 12 พ.ค. 68 is of 2568
        rf"{_DAY}\s(?P<month>[\u0e01-\u0e39\u0e40-\u0e4e]{{2,10}}|(?:[\u0e01-\u0e4e]{{1,2}}\.){{2}})\s(?P<buddhist>[4-7]\d)(?![\d.:])",
        # February 2025, febrero de 2025
        rf"(?<!\w){_MONTH}\.?,?\s{{1,2}}(?:de |del )?{_YEAR}",
    )
)
RFC_2822 = re.compile(r"^(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}")
# what begins like ISO 8601 with a time and cannot be read is broken: its day may be wrong too
MOMENT = re.compile(r"^\d{4}-\d{2}-\d{2}T")
YEAR_MONTH = re.compile(r"^(\d{4})-(\d{2})$")
ZONE_NAME = re.compile(r"\s*(?:UTC|GMT|Z)$")
NAMED_ZONE = re.compile(rf"(?<=[\d\s])\s*({'|'.join(ZONES)})$")
# "2025-02-13T08:00:00+00:00[Europe/London]"
REGION = re.compile(r"(?<=[\dZ])\[[A-Za-z_/+-]{2,40}\]$")
# as programs write a moment: Thu Feb 13 2025 09:00:00 GMT+0100 (CET), Thu Feb 13 09:00:00 CET 2025
JAVASCRIPT = re.compile(r"^[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})(?: \(.*\))?$")
JAVA = re.compile(r"^[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d\d:\d\d:\d\d) ([A-Z]{1,5}|[+-]\d\d:?\d\d) (\d{4})$")
LAST_HOUR = re.compile(r"^(\d{4})-(\d\d)-(\d\d)[T ]24:00((?::00)?.*)$")
SLASHED = re.compile(r"^(\d{4})/(\d\d)/(\d\d) (?=\d\d:\d\d)")
COMPACT = re.compile(r"^(?:19|20)\d{12}$")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in a text; `year` and `day` are None when they are not said."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


def find_dates(text: str, language: str) -> Iterator[FoundDate]:
    """The dates in a text, in order, without those that could be two.

    `language` decides 03/04/2025: the third of April in German and in the English of Great Britain ("en-GB"), nothing in English.
    """
    text = text.translate(FIGURES)
    matches = sorted((match for pattern in PATTERNS for match in pattern.finditer(text)), key=lambda match: (match.start(), -match.end()))
    taken = 0
    for match in matches:
        found = _read_match(match, language) if match.start() >= taken else None
        if found is not None:
            taken = found.end
            yield found


def read_date(value: object, provenance: Provenance, language: str = "und") -> Timestamp | None:
    """When something was published: ISO 8601, RFC 2822, Unix time, or a date in words; None when it is not certain.

    A time without a zone counts as UTC. A date in words is exact to the day, unless a clock beside it says of which zone it is.

    >>> str(read_date("2025-02-13T09:00:00+01:00", "meta"))
    '2025-02-13T08:00:00Z'
    >>> read_date("03/04/2025", "meta", "en") is None
    True
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip()
    if not text or len(text) > LONGEST_DATE:
        return None
    return plausible(_read_exact(text, provenance) or _read_words(text, provenance, language))


def day_of(found: FoundDate, provenance: Provenance) -> Timestamp | None:
    """The moment that a found date names; None without a year."""
    if found.year is None:
        return None
    day = make_date(found.year, found.month, found.day or 1)
    if day is None:
        return None
    moment = Timestamp.of_day(day, provenance)
    return moment if found.day else Timestamp(moment.seconds, "month", provenance)


def date_in_words(found: FoundDate, provenance: Provenance) -> Timestamp | None:
    """The day that a found date names, when something can have been published on it; None without a day or a year."""
    return plausible(day_of(found, provenance)) if found.day else None


def moment_of(found: FoundDate, before: str, after: str, provenance: Provenance, language: str) -> Timestamp | None:
    """What a date names with the texts beside it: a moment where a clock of a known zone stands there, else the day.

    None without a day or a year, or when nothing can have been published then.
    """
    day = date_in_words(found, provenance)
    clock = clock_beside(before, after, datetime.fromtimestamp(day.seconds, UTC), language) if day else None
    return replace(day, seconds=clock, precision="second") if day and clock is not None else day


def publication_day(text: str, language: str) -> Timestamp | None:
    """The first whole date in a line near the title."""
    return next((day for found in find_dates(text, language) if (day := date_in_words(found, "byline"))), None)


def _read_match(match: re.Match[str], language: str) -> FoundDate | None:
    parts = match.groupdict()
    if parts.get("solar"):
        return _read_persian(match) if language.startswith("fa") else None
    year = _read_year(parts)
    day = int(parts["day"]) if parts.get("day") else None
    base = language[:2]
    if name := parts.get("month"):
        # ignoring case, "ſ" matches a letter that it does not become in small
        if (known := month_number(name, base)) is None:
            return None
        if name == "des" and match.string[match.end("month") :][:1] != ".":
            # "12 des 2023 élus"; as a month it has a capital or a full stop
            return None
        month = known
        # without a year: "12 may be", and in most languages "im Mai 12 Menschen"
        month_first = match.start("month") < match.start("day") if day else False
        if year is None and ((name.islower() and name in DOUBTFUL) or len(name) < 3 or (month_first and base != "en")):
            return None
    elif other := parts.get("either"):
        pair = day_and_month(day or 0, int(other), language)
        if pair is None:
            return None
        day, month = pair
    else:
        month = int(parts["number"])
    # 2024 has every day that any year has
    if make_date(year or 2024, month, day or 1) is None:
        return None
    return FoundDate(match.start(), match.end(), year, month, day)


def _read_persian(match: re.Match[str]) -> FoundDate | None:
    parts = match.groupdict()
    month = PERSIAN_MONTHS.index(parts["persian"]) + 1 if parts.get("persian") else int(parts["number"])
    day = persian_day(int(parts["solar"]), month, int(parts["day"]))
    return FoundDate(match.start(), match.end(), day.year, day.month, day.day) if day else None


def _read_year(parts: dict[str, str | None]) -> int | None:
    if era := parts.get("era"):
        return year_of_era(era, parts["years"] or "")
    written = parts.get("year") or (f"25{parts['buddhist']}" if parts.get("buddhist") else None)
    return christian_year(int(written), parts.get("month") or "") if written else None


def day_and_month(first: int, second: int, language: str) -> tuple[int, int] | None:
    """Which is which; None where it could be either."""
    if second > 12:
        return second, first
    return (first, second) if first > 12 or first == second or writes_day_first(language) else None


def writes_day_first(language: str) -> bool:
    """Whether who writes it means the third of April by 03/04."""
    return language in DAY_FIRST or language[:2] in DAY_FIRST


def _read_exact(text: str, provenance: Provenance) -> Timestamp | None:
    if re.fullmatch(r"\d{9,10}(\.0*)?|\d{12,13}", text):
        seconds = int(float(text))
        return Timestamp(seconds // 1000 if seconds > 99_999_999_999 else seconds, "second", provenance)
    if (written := JAVA.match(text)) and (month := month_number(written[1], "en")):
        text = f"{written[5]}-{month:02}-{int(written[2]):02}T{written[3]} {written[4]}"
    if (written := JAVASCRIPT.match(text)) and (month := month_number(written[1], "en")):
        text = f"{written[3]}-{month:02}-{int(written[2]):02}T{written[4]}{written[5]}"
    text = NAMED_ZONE.sub(lambda zone: ZONES[zone[1]], REGION.sub("", text))
    if (last := LAST_HOUR.match(text)) and (day := make_date(*map(int, last.groups()[:3]))):
        # the end of a day is the beginning of the next one
        text = f"{day + timedelta(1)}T00:00{last[4]}"
    text = SLASHED.sub(r"\1-\2-\3 ", text)
    if COMPACT.match(text):
        text = f"{text[:8]}T{text[8:]}"
    if match := YEAR_MONTH.match(text):
        first = make_date(int(match.group(1)), int(match.group(2)), 1)
        return Timestamp(Timestamp.of_day(first, provenance).seconds, "month", provenance) if first else None
    try:
        if len(text) in (8, 10):
            return Timestamp.of_day(date.fromisoformat(text), provenance)
        moment = parsedate_to_datetime(text) if RFC_2822.match(text) else datetime.fromisoformat(ZONE_NAME.sub("+00:00", text))
        return Timestamp(int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()), "second", provenance)
    except (ValueError, OverflowError, IndexError):
        return None


def _read_words(text: str, provenance: Provenance, language: str) -> Timestamp | None:
    if MOMENT.match(text):
        return None
    dates = [found for found in find_dates(text, language) if found.day and found.year]
    days = {day_of(found, provenance) for found in dates}
    # a range of days is no date
    if len(days) != 1:
        return None
    return moment_of(dates[0], text[: dates[0].start], text[dates[0].end :], provenance, language)


def plausible(moment: Timestamp | None) -> Timestamp | None:
    """The moment, when something can have been published then; else None."""
    if moment is None:
        return None
    latest = datetime.now(UTC) + LATEST_AHEAD
    earliest = Timestamp.of_day(EARLIEST_PUBLICATION, moment.provenance)
    return moment if earliest.seconds <= moment.seconds <= latest.timestamp() else None


def make_date(year: int, month: int, day: int) -> date | None:
    """None for a day that no calendar has."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
