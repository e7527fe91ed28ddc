"""Dates in the addresses of articles."""

import re
from datetime import date

from ingest.dates import make_date, plausible
from ingest.months import MONTHS
from vectorstore import Timestamp

IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")

# 13-02-2025; with a day up to the twelfth it could be the month
LATE_YEAR_IN_ADDRESS = re.compile(r"(?<!\d)(1[3-9]|2\d|3[01])[/_-](0[1-9]|1[0-2])[/_-]((?:19|20)\d\d)(?!\d)")
# /2025/2/13/, and a moment to the second
LOOSE_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([1-9]|0[1-9]|1[0-2])/([1-9]|0[1-9]|[12]\d|3[01])/")
MOMENT_IN_ADDRESS = re.compile(r"(?<!\d)(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d(?!\d)")
NAMED_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/(0?[1-9]|[12]\d|3[01])/")
# in a web archive first comes the moment of the capture, which is one of fetching, and then the address that was captured
CAPTURE = re.compile(r"^.*?/\d{4,14}(?:[a-z]{2}_)?/(?=https?:/)")
MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/(?!\d)")


def date_in_address(url: str) -> Timestamp | None:
    """The day that an address carries: `/2025/02/13/`, `-2025-02-13`, `/20250213`; None when there are two.

    >>> date_in_address("https://web.archive.org/web/20220909102231/http://paper.example/storm") is None
    True
    """
    url = CAPTURE.sub("", url)
    patterns = (IN_ADDRESS, LOOSE_IN_ADDRESS, MOMENT_IN_ADDRESS)
    days = {(match[1], match[2].zfill(2), match[3].zfill(2)) for pattern in patterns for match in pattern.finditer(url)}
    days |= {(year, month, day) for day, month, year in (match.groups() for match in LATE_YEAR_IN_ADDRESS.finditer(url))}
    days |= {
        (year, f"{MONTHS[name]:02}", day.zfill(2))
        for year, name, day in (match.groups() for match in NAMED_IN_ADDRESS.finditer(url.lower()))
    }
    if len(days) != 1:
        return None
    year, month, day = map(int, days.pop())
    made = make_date(year, month, day)
    return plausible(Timestamp.of_day(made, "url")) if made else None


def month_in_address(url: str) -> Timestamp | None:
    """The month of an address that names no day: `/2025/02/storm`."""
    url = CAPTURE.sub("", url)
    months = {match.groups() for match in MONTH_IN_ADDRESS.finditer(url)}
    if len(months) != 1 or IN_ADDRESS.search(url):
        return None
    year, month = map(int, months.pop())
    return plausible(Timestamp(Timestamp.of_day(date(year, month, 1), "url").seconds, "month", "url"))
