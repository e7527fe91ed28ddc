"""What a time expression means on a given day: a stretch of days.

The conventions: weeks begin on Monday; seasons are those of the north, by whole months, and a winter is named after the year in which
it begins; "early", "mid" and "late" are thirds; a month or day without a year is the latest that has begun; "two weeks ago" is the
calendar week of that day, "the last two weeks" the fourteen days up to now.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from rag.stretches import DAY, Stretch, add_months, month_of, one_day, season_of, shift, shift_weekday, shift_yearly
from rag.timepatterns import index_of
from rag.timewords import TimeWords

Rule = Callable[[Mapping[str, str | None], TimeWords, date], Stretch | None]


def meaning(rule: str, found: re.Match[str], words: TimeWords, today: date) -> Stretch | None:
    """The days that a match of a pattern names; None when it names none, such as 31 February."""
    try:
        return RULES[rule](found.groupdict(), words, today)
    except (ValueError, OverflowError):
        return None


def _date(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    return one_day(_read_day(parts.get("day") or "", parts, words, today))


def _dates(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    year = parts.get("year") or parts.get("first_year")
    last = _read_day(parts["day"] or "", {**parts, "year": year}, words, today)
    first = last.replace(day=1)
    if parts.get("first_month") or parts.get("first_month_number"):
        month = int(parts.get("first_month_number") or 0) or index_of(words.months, parts["first_month"] or "") + 1
        first = date(int(parts.get("first_year") or last.year - (month > last.month)), month, 1)
    first = first.replace(day=_number(parts["first_day"] or "", words))
    return Stretch(first, last + DAY) if first < last else None


def _month(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    month = index_of(words.months, parts["month"] or "") + 1
    year = _which_year(parts, today) or (today.year if month <= today.month else today.year - 1)
    return _third(month_of(date(year, month, 1)), parts.get("part"), words)


def _months(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    last = _month(parts, words, today)
    first = index_of(words.months, parts["first_month"] or "") + 1
    if last is None:
        return None
    year = last.since.year - (1 if first > last.since.month else 0)
    return Stretch(date(year, first, 1), last.until)


def _year(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    year = _which_year(parts, today) or today.year
    third = _which_third(parts.get("part"), words)
    if third is None:
        return Stretch(date(year, 1, 1), date(year + 1, 1, 1))
    return Stretch(date(year, 4 * third + 1, 1), add_months(date(year, 4 * third + 1, 1), 4))


def _years(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    first, last = int(parts["first_year"] or ""), int(parts["year"] or "")
    return Stretch(date(first, 1, 1), date(last + 1, 1, 1)) if first < last else None


def _quarter(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    quarter = int(parts.get("quarter") or 0) or index_of(words.ordinals, parts.get("ordinal") or "") + 1
    first_month = 3 * quarter - 2
    year = _which_year(parts, today) or today.year - (first_month > today.month)
    return Stretch(date(year, first_month, 1), add_months(date(year, first_month, 1), 3))


def _half(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    if parts.get("side"):
        half = "上下".index(parts["side"] or "") + 1
    else:
        half = int(parts.get("half") or 0) or index_of(words.ordinals, parts.get("ordinal") or "") + 1
    if half > 2:
        return None
    back = _number(parts["number"] or "", words) if parts.get("number") else 0
    start = date(_which_year(parts, today) or today.year - back, 6 * half - 5, 1)
    return Stretch(start, add_months(start, 6))


def _season(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    season = index_of(words.seasons, parts["season"] or "")
    if parts.get("year"):
        return season_of(int(parts["year"] or ""), season)
    this = season_of(today.year, season)
    return this if this.since <= today else season_of(today.year - 1, season)


def _decade(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    decade = int(parts["decade"] or "")
    # "the 80s" are of the last century until this one has had them
    century = int(parts["century"] or 0) or (20 if 2000 + 10 * decade <= today.year else 19)
    return Stretch(date(100 * century + 10 * decade, 1, 1), date(100 * century + 10 * decade + 10, 1, 1))


def _weekday(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    weekday = index_of(words.weekdays, parts["weekday"] or "")
    return one_day(today - timedelta(days=(today.weekday() - weekday) % 7))


def _days(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    first, last = list(words.days.values())[index_of(tuple(words.days), parts["days"] or "")]
    return Stretch(today + timedelta(days=first), today + timedelta(days=last + 1))


def _weekend(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return Stretch(saturday, saturday + 2 * DAY)


def _shifted(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    by = -1 if parts.get("last") else 1 if parts.get("next") else 0
    if parts.get("unit"):
        return shift(_unit(parts["unit"] or "", words), by, today)
    if parts.get("weekday"):
        return shift_weekday(index_of(words.weekdays, parts["weekday"] or ""), by, today)
    if parts.get("season"):
        return shift_yearly(
            [season_of(today.year + year, index_of(words.seasons, parts["season"] or "")) for year in (-2, -1, 0, 1)], by, today
        )
    month = index_of(words.months, parts["month"] or "") + 1
    return shift_yearly([month_of(date(today.year + year, month, 1)) for year in (-2, -1, 0, 1)], by, today)


def _ago(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    unit, number = _unit(parts["unit"] or "", words), _number(parts["number"] or "", words)
    return one_day(today - number * DAY) if unit == "day" else shift(unit, -number, today)


def _years_ago(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    """A day or month, so many years ago."""
    year = today.year - _number(parts["number"] or "", words)
    if parts.get("same_day"):
        return one_day(today.replace(year=year))
    month = index_of(words.months, parts["month"] or "") + 1
    return one_day(date(year, month, int(parts["day"] or ""))) if parts.get("day") else month_of(date(year, month, 1))


def _week_weekday(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    """The weekday of the last or of this calendar week, as Chinese means it."""
    monday = today - timedelta(days=today.weekday() + (7 if parts.get("last") else 0))
    return one_day(monday + timedelta(days=index_of(words.weekdays, parts["weekday"] or "")))


def _rolling(parts: Mapping[str, str | None], words: TimeWords, today: date) -> Stretch | None:
    unit, number = _unit(parts["unit"] or "", words), _number(parts.get("number") or "1", words)
    if "number" not in parts and unit in ("day", "hour"):
        return None
    days = {"hour": -(-number // 24), "day": number, "week": 7 * number}
    months = {"month": number, "quarter": 3 * number, "half": 6 * number, "year": 12 * number}
    if unit in days:
        return Stretch(today - timedelta(days=days[unit]), None)
    return Stretch(add_months(today, -months[unit]), None) if unit in months else None


RULES: Mapping[str, Rule] = {
    "date": _date,
    "dates": _dates,
    "month": _month,
    "months": _months,
    "year": _year,
    "years": _years,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "weekday": _weekday,
    "days": _days,
    "weekend": _weekend,
    "shifted": _shifted,
    "ago": _ago,
    "years_ago": _years_ago,
    "week_weekday": _week_weekday,
    "rolling": _rolling,
}


def _read_day(day: str, parts: Mapping[str, str | None], words: TimeWords, today: date) -> date:
    number = _number(day, words)
    month = int(parts.get("month_number") or 0) or index_of(words.months, parts.get("month") or "") + 1
    if (year := _which_year(parts, today)) is not None:
        return date(year, month, number)
    # four years find a 29 February
    years = [today.year - back for back in range(5) if number <= monthrange(today.year - back, month)[1]]
    return max(day for day in (date(year, month, number) for year in years) if day <= today)


def _which_year(parts: Mapping[str, str | None], today: date) -> int | None:
    """The year that an expression names, by number or from today; None when it names none."""
    if parts.get("year"):
        return int(parts["year"] or "")
    named = next((back for name, back in (("this", 0), ("last", 1), ("before_last", 2)) if parts.get(name)), None)
    return None if named is None else today.year - named


def _third(month: Stretch, part: str | None, words: TimeWords) -> Stretch:
    third = _which_third(part, words)
    if third is None:
        return month
    return Stretch(month.since + 10 * third * DAY, month.until if third == 2 else month.since + 10 * (third + 1) * DAY)


def _which_third(part: str | None, words: TimeWords) -> int | None:
    return None if part is None else index_of(words.parts, part)


def _unit(written: str, words: TimeWords) -> str:
    return list(words.units)[index_of(tuple(words.units.values()), written)]


def _number(written: str, words: TimeWords) -> int:
    if written.isdigit():
        return int(written)
    # the French first of a month
    return 1 if written == "1er" else index_of(words.numbers, written) + 1
