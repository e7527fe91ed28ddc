"""Years that are counted otherwise: by Buddhist and solar Persian calendars, by the eras of Japan and Taiwan."""

import re
from datetime import date, timedelta

# years of the Buddhist era stand behind Thai names of months alone
BUDDHIST_ERA, FIRST_BUDDHIST_YEAR = 543, 2400
THAI = re.compile("[\u0e00-\u0e7f]")
ERAS = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "中華民國": 1911, "中华民国": 1911, "民國": 1911, "民国": 1911,
    "西元": 0, "公元": 0, "西暦": 0,
}  # fmt: skip
PERSIAN_MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
# the first day of 1403, and how leap years lie: 8 in 33 years, as they do from 1243 to 1472
NEW_YEAR, NEW_YEAR_DAY = 1403, date(2024, 3, 20)


def christian_year(written: int, month: str) -> int:
    """The year that stands behind a month's name."""
    return written - BUDDHIST_ERA if written >= FIRST_BUDDHIST_YEAR and THAI.search(month) else written


def year_of_era(era: str, years: str) -> int:
    # the first year of an era has a name of its own
    return ERAS[era] + (1 if years == "元" else int(years))


def persian_day(year: int, month: int, day: int) -> date | None:
    """A day of the solar calendar; None for one that it does not have.

    >>> persian_day(1403, 8, 12)
    datetime.date(2024, 11, 2)
    """
    length = 31 if month <= 6 else 30 if month <= 11 else 29 + _is_leap(year)
    if not (1 <= month <= 12 and 1 <= day <= length and 1300 <= year < 1500):
        return None
    years = range(NEW_YEAR, year) if year >= NEW_YEAR else range(year, NEW_YEAR)
    days = sum(365 + _is_leap(each) for each in years)
    before = 31 * min(month - 1, 6) + 30 * max(month - 7, 0)
    return NEW_YEAR_DAY + timedelta(days if year >= NEW_YEAR else -days) + timedelta(before + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
