"""Months, seasons and units of the calendar as stretches of days."""

from datetime import date

from rag.stretches import Stretch, add_months, month_of, season_of, shift, shift_weekday, shift_yearly

TODAY = date(2025, 3, 5)  # a Wednesday


def test_a_month_more_of_a_long_one_ends_with_the_short_one() -> None:
    assert add_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert add_months(date(2024, 3, 31), -1) == date(2024, 2, 29)
    assert add_months(date(2025, 1, 15), -13) == date(2023, 12, 15)
    assert month_of(date(2024, 12, 31)) == Stretch(date(2024, 12, 1), date(2025, 1, 1))
    assert season_of(2024, 3) == Stretch(date(2024, 12, 1), date(2025, 3, 1))


def test_units_that_no_calendar_numbers_are_not_shifted() -> None:
    assert (shift("day", -1, TODAY), shift("hour", 0, TODAY)) == (None, None)
    assert shift("half", -1, TODAY) == Stretch(date(2024, 7, 1), date(2025, 1, 1))
    assert shift("weekend", 0, TODAY) == Stretch(date(2025, 3, 8), date(2025, 3, 10))


def test_the_last_the_next_and_this_one_are_other_days() -> None:
    days = [shift_weekday(2, by, TODAY).since for by in (-1, 0, 1)]
    assert days == [date(2025, 2, 26), date(2025, 3, 5), date(2025, 3, 12)]
    marches = [month_of(date(year, 3, 1)) for year in (2023, 2024, 2025, 2026)]
    assert [shift_yearly(marches, by, TODAY) for by in (-1, 0, 1)] == marches[1:]
