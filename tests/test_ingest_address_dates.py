"""Dates in addresses."""

import pytest

from ingest.address_dates import date_in_address, month_in_address


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://paper.example/2025/02/13/storm", "2025-02-13"),
        ("https://paper.example/storm-20250213-1", "2025-02-13"),
        ("https://paper.example/storm-2025-02-13", "2025-02-13"),
        ("https://paper.example/2025/02/13/what-happened-2024-01-01", "None"),
        ("https://paper.example/article/1234567890123", "None"),
        # the moment at which an archive fetched it
        ("https://web.archive.org/web/20220909102231/http://paper.example/storm", "None"),
        ("https://web.archive.org/web/20220909102231id_/https://paper.example/2009/03/12/storm", "2009-03-12"),
    ],
)
def test_the_address_tells_the_day_when_it_holds_one(url: str, read: str) -> None:
    assert str(date_in_address(url)) == read


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://paper.example/2025/02/storm", "2025-02"),
        ("https://paper.example/2025/02/13/storm", "None"),
        ("https://paper.example/2025/13/storm", "None"),
        ("https://paper.example/storm", "None"),
    ],
)
def test_the_address_may_tell_the_month_alone(url: str, read: str) -> None:
    assert str(month_in_address(url)) == read
