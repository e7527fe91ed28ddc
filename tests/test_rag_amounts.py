"""Numbers and dates as they are written in four languages."""

from datetime import date

import pytest

from rag.amounts import find_amounts, find_dates, may_be_same_date, with_year


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Seven of 3,200 paid 2.4 million on 3 May 2025.", [7, 3200, 2_400_000]),
        ("3.200 hectáreas, 1 150 habitants, 4,20 Meter", [3200, 1150, 4.2]),
        ("Nueve mineros; vier Männer; one man; a dozen", [9, 4, 12]),
        ("Dix-huit morts, vingt et un blessés, 40 pour cent", [18, 21, 40]),
        ("Fünfzehn, einundzwanzig, zweihundert", [15, 21, 200]),
        ("ein dreijähriges Kind, zweieinhalb Jahre, vierundzwanzigjährig, Dreißig, dreissig", [3, 2, 24, 30, 30]),
        ("soixante et onze, quatre-vingt-dix-neuf, trois cents, doscientas", [71, 99, 300, 200]),
        ("Ab dem Schuljahr 2026/27 um 9 Uhr", [9]),
        ("In 1998 the A380 flew.", []),
        ("310 Millionen Euro, 5 Milliarden", [310_000_000, 5_000_000_000]),
        ("3,1 Mrd. Euro, 12 Mio., 40 Tsd., 5 Billionen", [3_100_000_000, 12_000_000, 40_000, 5_000_000_000_000]),
        ("$3.1bn, £5m, € 2 m, 2 trillion, un millón, 1 millón", [3_100_000_000, 5_000_000, 2_000_000, 2_000_000_000_000, 1_000_000]),
        ("Der Pegel stieg auf 3,10 m; the wall is 5m high, 2 m wide.", [3.1, 5, 2]),
        ("", []),
    ],
)
def test_numbers_come_to_the_same_however_they_are_written(text: str, values: list[float]) -> None:
    found = find_amounts(text)
    assert [amount.value for amount in found] == values
    assert all(text[amount.span.start : amount.span.end] == amount.text for amount in found)


@pytest.mark.parametrize(
    "written",
    ["13 February 2025", "13. Februar 2025", "13 février 2025", "13 de febrero de 2025", "February 13, 2025", "13.2.2025", "2025-02-13"],
)
def test_a_day_comes_to_the_same_however_it_is_written(written: str) -> None:
    (date,) = find_dates(f"It opened ({written}).")
    assert (date.text, date.value) == (written, 20250213)


def test_dates_grow_with_time() -> None:
    dates = find_dates("Im Mai 2026, am 1. Juli 2026, 3 de junio de 2027, October 4, 2027 und 2031.")
    assert [date.text for date in dates] == ["Mai 2026", "1. Juli 2026", "3 de junio de 2027", "October 4, 2027", "2031"]
    values = [date.value for date in dates]
    assert values == sorted(values)


def test_a_word_counts_in_its_own_language_only() -> None:
    assert find_amounts("They came once, at a cost of a cent.", "en") == []
    assert [amount.value for amount in find_amounts("Once niños y cien adultos", "es")] == [11, 100]


def test_a_season_of_two_years_is_no_date() -> None:
    assert find_dates("Ab dem Schuljahr 2026/27") == []


def test_a_date_without_a_year_is_of_the_year_of_its_article() -> None:
    assert may_be_same_date(20260701, 20260700) and may_be_same_date(20260701, 20260701)
    assert not may_be_same_date(20260701, 20260702) and not may_be_same_date(20250701, 20260701)
    assert with_year(115, date(2025, 12, 20)) == 20260115
    assert with_year(20240000, date(2025, 12, 20)) == 20240000
