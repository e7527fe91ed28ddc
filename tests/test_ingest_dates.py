"""Dates: every common way of writing one, and nothing that could be two."""

from datetime import UTC, datetime, timedelta

import pytest

from ingest.dates import find_dates, publication_day, read_date


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-02-13", "2025-02-13"),
        ("2025-02-13T09:00:00+01:00", "2025-02-13T08:00:00Z"),
        ("2025-02-13T09:00:00.123Z", "2025-02-13T09:00:00Z"),
        ("2025-02-13 09:00:00 UTC", "2025-02-13T09:00:00Z"),
        ("Thu, 13 Feb 2025 09:00:00 +0100", "2025-02-13T08:00:00Z"),
        ("1739433600", "2025-02-13T08:00:00Z"),
        ("1739433600000", "2025-02-13T08:00:00Z"),
        ("20250213", "2025-02-13"),
        ("2025-02", "2025-02"),
        ("13.02.2025", "2025-02-13"),
        ("13.2.2025, 14:30 Uhr", "2025-02-13"),
        ("13/02/2025", "2025-02-13"),
        ("02/13/2025", "2025-02-13"),
        ("02/02/2025", "2025-02-02"),
        ("13. Februar 2025", "2025-02-13"),
        ("February 13, 2025", "2025-02-13"),
        ("Feb. 13th, 2025 8:00 am EST", "2025-02-13T13:00:00Z"),
        ("13 février 2025", "2025-02-13"),
        ("1er mars 2024", "2024-03-01"),
        ("13 de febrero de 2025", "2025-02-13"),
        ("13 февраля 2025 г.", "2025-02-13"),
        ("2025年2月13日", "2025-02-13"),
        ("2025년 2월 13일", "2025-02-13"),
        ("13 فبراير 2025", "2025-02-13"),
        ("१३ फरवरी 2025", "2025-02-13"),
        ("12 Kasım 2024", "2024-11-12"),
        ("٦ فبراير/ شباط ٢٠٢٣", "2023-02-06"),
        ("24 มี.ค. 2562", "2019-03-24"),
        ("令和7年2月13日", "2025-02-13"),
        ("中華民國114年2月13日", "2025-02-13"),
        ("2025. február 13., 8:00", "2025-02-13"),
        ("ngày 13 tháng 2 năm 2025", "2025-02-13"),
        ("2025 02/13 08:00:10", "2025-02-13"),
        ("Thu Feb 13 09:00:00 CET 2025", "2025-02-13T08:00:00Z"),
        ("Thu Feb 13 2025 09:00:00 GMT+0100 (CET)", "2025-02-13T08:00:00Z"),
        ("08 Des 2023", "2023-12-08"),
        ("2025-02-13T09:00CET", "2025-02-13T08:00:00Z"),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, read: str) -> None:
    assert str(read_date(written, "given", "en")) == read


@pytest.mark.parametrize(
    "written",
    [
        "", "   ", "today", "vor 1 Woche", "3 hours ago", "2026-13-45", "0000-00-00", "10000-01-01", "2025-02-13T00:00:00+99:99",
        "1989-11-09", "2999-01-01", "31.02.2025", "Februar", "12", "2 ſept 2024", "13.02.2025 - 14.02.2025", "2025-02-13" + " " * 80 + "x",
    ],
)  # fmt: skip
def test_what_is_no_date_or_not_certain_stays_unknown(written: str) -> None:
    assert read_date(written, "meta", "en") is None


@pytest.mark.parametrize(("language", "read"), [("de", "2025-04-03"), ("fr", "2025-04-03"), ("en", "None"), ("und", "None")])
def test_day_and_month_are_not_guessed(language: str, read: str) -> None:
    assert str(read_date("03/04/2025", "meta", language)) == read


@pytest.mark.parametrize("value", [None, True, ["2025-02-13"], {"date": "2025-02-13"}, float("nan"), float("inf"), 10**30])
def test_values_of_other_types_are_no_dates(value: object) -> None:
    assert read_date(value, "given") is None


def test_a_date_further_ahead_than_two_days_is_unknown() -> None:
    now = datetime.now(UTC)
    assert read_date((now + timedelta(days=1)).isoformat(), "meta") is not None
    assert read_date((now + timedelta(days=3)).isoformat(), "meta") is None


def test_precision_and_provenance_are_kept() -> None:
    day, moment = read_date("13. Februar 2025", "byline", "de"), read_date("2025-02-13T09:00:00Z", "json-ld")
    assert day and moment
    assert (day.precision, day.provenance) == ("day", "byline")
    assert (moment.precision, moment.provenance) == ("second", "json-ld")


def test_dates_are_found_where_they_stand() -> None:
    assert list(find_dates("parmi les 12 des 2023 élus", "fr")) == []
    text = "Am 12. Februar und am 3.4.2024; im März 2023."
    assert [text[found.start : found.end] for found in find_dates(text, "de")] == ["12. Februar", "3.4.2024", "März 2023"]


def test_an_hour_may_stand_before_the_year() -> None:
    assert [found.year for found in find_dates("November 20 15:23 2019; 20 Nov 15:23:10 2019", "en")] == [2019, 2019]


def test_numbers_that_look_like_dates_are_none() -> None:
    assert list(find_dates("Version 1.2.3, 10.5.2.1, It may 10 times; 3-1-2; page 12/34", "en")) == []


def test_the_day_of_publication_is_the_first_whole_date_of_a_line() -> None:
    assert str(publication_day("Published February 2025, on 13 February 2025", "en")) == "2025-02-13"
