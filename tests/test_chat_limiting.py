"""Limits that a reader sets by hand: papers, languages and genres add up, days are read in either order, anything else is left out."""

import pytest

from chat.chips import chosen_limits, loosen
from chat.limiting import MOST, add_limit, days_of, set_days, write_limits
from vectorstore import SearchFilter


def test_limits_add_up_and_are_taken_away_one_by_one() -> None:
    limits = SearchFilter()
    for kind, name in (("sources", "Courier"), ("sources", "Gazette"), ("languages", "de"), ("genres", "opinion")):
        limits = add_limit(limits, kind, name)
    assert limits == SearchFilter(sources=("Courier", "Gazette"), languages=("de",), genres=("opinion",))
    assert [chip.text for chip in chosen_limits(limits, "en")] == ["Courier", "Gazette", "in German", "opinion"]
    for chip in chosen_limits(limits, "en"):
        limits = loosen(limits, chip.name)
    assert limits == SearchFilter()


@pytest.mark.parametrize("name", ["", "Courier", None, 7, "x" * 201, ["a"]])
def test_what_is_no_name_or_stands_there_already_changes_nothing(name: object) -> None:
    limits = SearchFilter(sources=("Courier",))
    assert add_limit(limits, "sources", name) == limits


def test_a_genre_is_one_of_the_known_and_there_are_never_too_many_limits() -> None:
    assert add_limit(SearchFilter(), "genres", "<b>") == SearchFilter()
    limits = SearchFilter()
    for number in range(MOST + 5):
        limits = add_limit(limits, "sources", f"Paper {number}")
    assert len(limits.sources) == MOST


def test_days_are_both_included_and_read_in_either_order() -> None:
    limits = set_days(SearchFilter(sources=("Courier",)), "2025-03-05", "2025-02-01")
    assert limits == SearchFilter(since="2025-02-01", until="2025-03-06", sources=("Courier",))
    assert days_of(limits) == ("2025-02-01", "2025-03-05")
    assert set_days(limits, "", None) == SearchFilter(sources=("Courier",))
    with pytest.raises(ValueError, match="soon"):
        set_days(limits, "soon", "")


def test_what_limits_is_a_line_of_buttons_and_nothing_active() -> None:
    assert write_limits(SearchFilter(), "en") == ""
    line = write_limits(SearchFilter(sources=("<script>x</script>",)), "de")
    assert "Nächste Frage" in line and "loosen:source:" in line and "<script" not in line
