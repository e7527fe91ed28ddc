"""Years that are counted otherwise."""

from datetime import date

import pytest

from ingest.calendars import christian_year, persian_day, year_of_era


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1403, 8, 12), date(2024, 11, 2)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1375, 6, 31), date(1996, 9, 21)),
        ((1409, 1, 1), date(2030, 3, 21)),
    ],
)
def test_a_day_of_the_persian_year_is_a_day_of_ours(written: tuple[int, int, int], day: date) -> None:
    assert persian_day(*written) == day


@pytest.mark.parametrize("written", [(1404, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 0, 1), (1403, 1, 0), (1203, 1, 1)])
def test_a_day_that_the_persian_calendar_does_not_have_is_none(written: tuple[int, int, int]) -> None:
    assert persian_day(*written) is None


def test_buddhist_years_stand_behind_thai_months_alone() -> None:
    assert (christian_year(2568, "กุมภาพันธ์"), christian_year(2568, "February"), christian_year(2025, "ก.พ.")) == (2025, 2568, 2025)


def test_the_first_year_of_an_era_has_a_name_of_its_own() -> None:
    assert (year_of_era("令和", "7"), year_of_era("令和", "元"), year_of_era("民國", "114")) == (2025, 2019, 2025)
