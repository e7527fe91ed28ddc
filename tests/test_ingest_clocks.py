"""Clocks beside dates in words."""

import pytest

from ingest.datelines import byline_times
from ingest.dates import read_date


@pytest.mark.parametrize(
    ("language", "line", "moment"),
    [
        ("en", "Published 8:05 PM EST, Thu March 6, 2025", "2025-03-07T01:05:00Z"),
        ("en", "March 6, 2025 at 8 p.m. ET", "2025-03-07T01:00:00Z"),
        ("en", "July 6, 2025, 12:30 a.m. PT", "2025-07-06T07:30:00Z"),
        ("en", "Thursday 13 February 2025 08.00 GMT", "2025-02-13T08:00:00Z"),
        ("de", "13. Februar 2025 um 08:00 Uhr MEZ", "2025-02-13T07:00:00Z"),
        ("es", "13 FEB 2025 - 08:00 CET", "2025-02-13T07:00:00Z"),
        ("vi", "Thứ năm, 13/2/2025, 00:30 (GMT+7)", "2025-02-12T17:30:00Z"),
        ("id", "Kamis, 13 Feb 2025 19:00 WIB", "2025-02-13T12:00:00Z"),
        ("ru", "13 февраля 2025 в 02:00 (МСК)", "2025-02-12T23:00:00Z"),
        ("ko", "2025.02.13 오후 3:05 KST", "2025-02-13T06:05:00Z"),
        ("en", "13 February 2025 08:00 UTC+5:30", "2025-02-13T02:30:00Z"),
        ("en", "2025-02-13T09:00:00+01:00", "2025-02-13T08:00:00Z"),
        ("en-GB", "13 June 2025 08:00 BST", "2025-06-13T07:00:00Z"),
        ("hi", "13 फरवरी 2025, 09:15 IST", "2025-02-13T03:45:00Z"),
    ],
)
def test_a_clock_of_a_known_zone_makes_a_moment_of_a_day(language: str, line: str, moment: str) -> None:
    assert str(byline_times(line, language)[0]) == moment


@pytest.mark.parametrize(
    "line",
    [
        "13 February 2025 08:00",
        "13 June 2025 08:00 BST",
        "13 February 2025 08:00 CST",
        "13 February 2025 08:00 et al.",
        "13 February 2025, 3 GMT",
        "13 February 2025 18:00 pm EST",
        "13 February 2025 08:00-09:30",
        "13 February 2025 08:00 GMT+20",
        "13 February 2025, doors of the concert hall at 08:00 GMT",
    ],
)
def test_without_a_zone_of_one_meaning_a_day_stays_a_day(line: str) -> None:
    assert str(byline_times(line, "en")[0]) == "2025-02-13" or "June" in line
    assert byline_times(line, "en")[0].precision == "day"


def test_each_date_of_a_line_has_its_own_clock() -> None:
    first = byline_times("Updated 8:05 AM GMT, August 9, 2023 | Published 6:00 PM GMT, August 8, 2023", "en")
    last = byline_times("First published on 13 Feb 2025 11.04 EST | Last modified on 14 Feb 2025 12.00 EST", "en")
    assert [str(time) for time in first] == ["2023-08-08T18:00:00Z", "2023-08-09T08:05:00Z"]
    assert [str(time) for time in last] == ["2025-02-13T16:04:00Z", "2025-02-14T17:00:00Z"]


def test_what_a_machine_writes_in_words_has_its_clock_too() -> None:
    assert str(read_date("Feb 27, 2025, 9:00 AM EST", "time", "en")) == "2025-02-27T14:00:00Z"
