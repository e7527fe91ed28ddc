"""Stretches of days: months, seasons, and what lies so many of them before or after a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `since` to before `until`; None reaches to now."""

    since: date
    until: date | None


def shift(unit: str, by: int, today: date) -> Stretch | None:
    """The calendar unit that is `by` units from the one that holds today; None for units that no calendar numbers."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}
    if unit in months:
        size = months[unit]
        start = add_months(date(today.year, (today.month - 1) // size * size + 1, 1), by * size)
        return Stretch(start, add_months(start, size))
    # "last day" and "this hour" are no days of the calendar
    if unit not in ("week", "weekend"):
        return None
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=by)
    if unit == "week":
        return Stretch(monday, monday + timedelta(weeks=1))
    return Stretch(monday + 5 * DAY, monday + 7 * DAY)


def month_of(day: date) -> Stretch:
    start = day.replace(day=1)
    return Stretch(start, add_months(start, 1))


def season_of(year: int, season: int) -> Stretch:
    start = date(year, 3 * season + 3, 1)
    return Stretch(start, add_months(start, 3))


def add_months(day: date, months: int) -> date:
    """The same day of another month, or its last one where it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def one_day(day: date) -> Stretch:
    return Stretch(day, day + DAY)


def shift_weekday(weekday: int, by: int, today: date) -> Stretch:
    if by == 0:
        return one_day(today + timedelta(days=weekday - today.weekday()))
    if by < 0:
        return one_day(today - timedelta(days=(today.weekday() - weekday) % 7 or 7))
    return one_day(today + timedelta(days=(weekday - today.weekday()) % 7 or 7))


def shift_yearly(yearly: list[Stretch], by: int, today: date) -> Stretch | None:
    """Of one month or season in successive years: the last that has ended, the next to begin, or this year's."""
    if by == 0:
        return yearly[2]
    if by < 0:
        return max((one for one in yearly if one.until is not None and one.until <= today), key=lambda one: one.since)
    return min((one for one in yearly if one.since > today), key=lambda one: one.since)
