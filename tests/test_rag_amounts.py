"""Numbers and dates as they are written in four languages."""

import pytest

from rag.amounts import find_amounts, find_dates


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Seven of 3,200 paid 2.4 million on 3 May 2025.", [7, 3200, 2_400_000]),
        ("3.200 hectáreas, 1 150 habitants, 4,20 Meter", [3200, 1150, 4.2]),
        ("Nueve mineros; vier Männer; one man; a dozen", [9, 4]),
        ("In 1998 the A380 flew.", []),
        ("310 Millionen Euro, 5 Milliarden", [310_000_000, 5_000_000_000]),
    ],
)
def test_numbers_come_to_the_same_however_they_are_written(text: str, values: list[float]) -> None:
    found = find_amounts(text)
    assert [amount.value for amount in found] == values
    assert all(text[amount.span.start : amount.span.end] == amount.text for amount in found)


def test_dates_grow_with_time() -> None:
    dates = find_dates("Im Mai 2026, am 1. Juli 2026, 3 de junio de 2027, October 4, 2027 und 2031.")
    assert [date.text for date in dates] == ["Mai 2026", "1. Juli 2026", "3 de junio de 2027", "October 4, 2027", "2031"]
    values = [date.value for date in dates]
    assert values == sorted(values)
