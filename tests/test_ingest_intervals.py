"""How often a source is read, in words."""

import pytest

from ingest.intervals import read_interval, show_interval


@pytest.mark.parametrize(("text", "seconds"), [("15m", 900), ("90s", 90), ("2h", 7200), ("1D", 86_400), ("15", 900), (" 15 m ", 900)])
def test_an_interval_is_a_number_and_a_unit(text: str, seconds: int) -> None:
    assert read_interval(text) == seconds


@pytest.mark.parametrize("text", ["", "m", "0m", "1s", "-5m", "1.5h", "99999d", "soon", "1w"])
def test_what_is_no_interval_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="15m"):
        read_interval(text)


def test_an_interval_is_shown_as_it_can_be_typed() -> None:
    assert [show_interval(seconds) for seconds in (900, 7200, 86_400, 90, 5400)] == ["15m", "2h", "1d", "90s", "90m"]
    assert all(read_interval(show_interval(seconds)) == seconds for seconds in (10, 61, 3600, 172_800))
