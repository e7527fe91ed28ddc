"""The datelines with which texts open."""

import pytest

from ingest.openings import opening_day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("KELMOUTH, Feb. 13, 2025 /PRNewswire/ -- The ferry sails.", "en"),
        ("KELMOUTH, England--(BUSINESS WIRE)--Feb 13, 2025--The ferry sails.", "en"),
        ("MADRID, 13 Feb. 2025 (EUROPA PRESS) - El transbordador", "es"),
        ("МОСКВА, 13 фев 2025 — РИА Новости. Паром", "ru"),
        ("新华社北京2025年2月13日电 渡轮", "zh"),
        ("Press release\n\nPARIS, 13 fév 2025 (AFP) - Le bac", "fr"),
    ],
)
def test_an_agencys_dateline_tells_the_day(text: str, language: str) -> None:
    assert str(opening_day(text, language, False)) == "2025-02-13"


def test_a_press_releases_needs_no_agency() -> None:
    assert str(opening_day("Nordmünde, 13. Februar 2025 – Der Rat hat zugestimmt.", "de", True)) == "2025-02-13"
    assert opening_day("Nordmünde, 13. Februar 2025 – Der Rat hat zugestimmt.", "de", False) is None


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat am 13. Februar 2025 – wie erwartet – zugestimmt.",
        "Nordmünde, 13. Februar – Der Rat hat zugestimmt.",
        "Der Rat hat zugestimmt.\n\nEr tagt.\n\nNordmünde, 13. Februar 2025 – Dann",
        "",
    ],
)
def test_a_day_that_is_told_of_is_none(text: str) -> None:
    assert opening_day(text, "de", True) is None
