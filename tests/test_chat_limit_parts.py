"""What the controls of the limits say, and what they show."""

import pytest

from chat.limit_parts import offer_limits, read_limits, show_limits
from tests.chat_desk import desk_of
from tests.news import BRIDGE, whole_text
from vectorstore import Archive, SearchFilter

HELD = SearchFilter(sources=("Courier",))


def test_what_is_held_is_joined_by_the_two_days_as_they_stand() -> None:
    assert read_limits(HELD, "2025-02-01", "2025-03-05") == SearchFilter(since="2025-02-01", until="2025-03-06", sources=("Courier",))
    assert read_limits(HELD, "", "") == HELD


@pytest.mark.parametrize("day", ["soon", "2025-02-30", "1; DROP TABLE"])
def test_a_day_that_is_none_limits_nothing_and_stops_nothing(day: str) -> None:
    assert read_limits(HELD, day, "") == HELD


def test_what_is_shown_is_read_again_as_the_same_limits() -> None:
    limits = SearchFilter(since="2025-02-01", until="2025-03-06", languages=("de",))
    held, chips, first, last = show_limits(limits, "en")
    assert (first, last) == ("2025-02-01", "2025-03-05")
    assert "German" in chips
    assert read_limits(held, first, last) == limits


def test_the_menus_offer_what_the_archive_has_by_now(archive: Archive) -> None:
    with desk_of(archive) as desk:
        assert [len(menu["choices"]) for menu in offer_limits(desk, "en")] == [1, 1], "their own names alone"
        archive.add([(BRIDGE, [whole_text(BRIDGE)])])
        papers, languages = offer_limits(desk, "en")
    assert [value for _, value in papers["choices"]] == ["", "The Harbour Courier"]
    assert [value for _, value in languages["choices"]] == ["", "en"]
