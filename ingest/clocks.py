"""Clocks beside a date in words: of which moment they are, where they say of which zone."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ingest.datewords import SAYS_PUBLISHED, UPDATE

# with one meaning among papers; others ("CST", "IST", "BST") have several
ZONES = {
    "WET": "+00:00", "WEST": "+01:00", "CET": "+01:00", "MEZ": "+01:00", "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00",
    "EEST": "+03:00", "MSK": "+03:00", "МСК": "+03:00", "мск": "+03:00", "Мск": "+03:00", "JST": "+09:00", "KST": "+09:00", "HKT": "+08:00",
    "SGT": "+08:00", "WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00",
    "PKT": "+05:00", "NPT": "+05:45", "EAT": "+03:00", "SAST": "+02:00",
    "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00", "NZDT": "+13:00", "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "AKST": "-09:00", "AKDT": "-08:00", "HST": "-10:00", "BRT": "-03:00",
}  # fmt: skip
# what they mean where the page names its country
ZONES_OF = {
    "en-GB": {"BST": "+01:00"}, "en-IE": {"IST": "+01:00"}, "en-IN": {"IST": "+05:30"}, "hi": {"IST": "+05:30"},
    "en-US": {"CST": "-06:00", "MST": "-07:00"},
}  # fmt: skip
# one name in summer and in winter
BOTH_SEASONS = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}
_NAMES = sorted({*ZONES, *BOTH_SEASONS, *(name for zones in ZONES_OF.values() for name in zones)}, key=len, reverse=True)
_ZONE = (
    r"(?P<zone>(?:GMT|UTC)(?:\s?[+\-−–]\s?\d{1,2}(?::?\d\d)?)?(?!\w)|Z(?!\w)|"
    rf"(?:{'|'.join(_NAMES)})(?!\w)|\+\d\d:?\d\d(?!\d)|(?<=\s)-\d{{4}}(?!\d))"
)
_CLOCK = (
    r"(?<![\d.:])(?<!\d,)(?<![^\W_T])(?P<late>오후|下午|午後|晚上)?(?:오전|上午|午前)?\s?(?P<hour>[01]?\d|2[0-4])"
    r"(?:[:.h]\s?(?P<minute>[0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)?)?(?!\d)\s?(?P<half>[AaPp]\.?\s?[Mm]\b\.?)?(?:\s?(?:Uhr|hrs?|hs?|น)\b\.?)?"
)
ZONED = re.compile(rf"{_CLOCK}[\s,(\[]{{0,3}}{_ZONE}")
# between a date and its clock stand a day of the week, "at", "um", a dash
LONGEST_GAP = 20
OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d\d)?$")


def names_clock(text: str) -> bool:
    """Whether a clock stands there that says of which zone it is."""
    return bool(ZONED.search(text))


def clock_beside(before: str, after: str, day: datetime, language: str) -> int | None:
    """The Unix time of a clock right before or behind a date, on that day; None where none says of which zone it is.

    >>> clock_beside("", " at 8:05 p.m. EST", datetime.fromisoformat("2025-03-06T00:00Z"), "en")
    1741309500
    """
    last = next(reversed(list(ZONED.finditer(before))), None)
    if last is not None and _is_gap(before[last.end() :]):
        return _moment(last, day, language)
    first = ZONED.search(after)
    return _moment(first, day, language) if first is not None and _is_gap(after[: first.start()]) else None


def _is_gap(text: str) -> bool:
    return len(text) <= LONGEST_GAP and not any(map(str.isdigit, text)) and not (UPDATE.search(text) or SAYS_PUBLISHED.search(text))


def _moment(clock: re.Match[str], day: datetime, language: str) -> int | None:
    if clock["minute"] is None and not clock["half"]:
        # "13 February 2025, 3 GMT" is no clock
        return None
    hour = int(clock["hour"])
    is_late = clock["late"] or (clock["half"] or "")[:1].lower() == "p"
    if clock["half"] or clock["late"]:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if is_late else 0)
    moment = day + timedelta(hours=hour, minutes=int(clock["minute"] or 0))
    offset = _offset(clock["zone"], moment, language)
    return int((moment - offset).timestamp()) if offset is not None else None


def _offset(zone: str, moment: datetime, language: str) -> timedelta | None:
    """How far a zone is ahead of UTC; None where its name means several."""
    if name := BOTH_SEASONS.get(zone):
        try:
            return moment.replace(tzinfo=ZoneInfo(name)).utcoffset()
        except ZoneInfoNotFoundError:
            # a machine without the table of zones
            return None
    written = ZONES.get(zone) or ZONES_OF.get(language, {}).get(zone) or re.sub(r"^(?:GMT|UTC|Z)|\s", "", zone) or "+0"
    found = OFFSET.match(re.sub("[−–]", "-", written))
    if found is None:
        return None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return None if ahead > timedelta(hours=14) else ahead if found[1] == "+" else -ahead
