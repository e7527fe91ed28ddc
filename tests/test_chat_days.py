"""Days as readers write them, in whatever way, and as filters hold them."""

from datetime import UTC, date, datetime

import pytest

from chat.days import bounds_of, day_of, read_day, write_moment


@pytest.mark.parametrize("text", ["2025-02-13", "13.2.2025", " 13.02.2025 "])
def test_a_day_is_read_as_it_is_written(text: str) -> None:
    assert read_day(text) == date(2025, 2, 13)


@pytest.mark.parametrize("text", ["", "  ", "\u3000"])
def test_nothing_is_no_day(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize("text", ["31.2.2025", "2025-13-01", "yesterday", "13/2/2025", "<b>" * 50])
def test_what_is_no_day_is_named_and_cut(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        read_day(text)
    assert str(refused.value) == text[:40]


def test_both_days_are_included_and_the_last_day_of_a_year_ends_with_it() -> None:
    assert bounds_of(date(2024, 12, 31), date(2024, 12, 31)) == ("2024-12-31", "2025-01-01")
    assert bounds_of(None, date(2024, 2, 28)) == (None, "2024-02-29")
    assert bounds_of(None, None) == (None, None)


def test_a_moment_lies_in_its_day_however_a_filter_holds_it() -> None:
    day = date(2025, 2, 13)
    assert {day_of(moment) for moment in (day, datetime(2025, 2, 13, 23, 59, tzinfo=UTC), "2025-02-13", "2025-02-13T08:00:00Z")} == {day}
    assert write_moment(1739433600) == "2025-02-13 08:00"
