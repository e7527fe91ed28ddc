"""What the formats of agencies share."""

import pytest

from ingest.agencies import split_byline, withdraw


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ida Brandt", ["Ida Brandt"]),
        ("Von Ida Brandt und Tom Ellery", ["Ida Brandt", "Tom Ellery"]),
        ("Ida Brandt, Tom Ellery & Ana Rey", ["Ida Brandt", "Tom Ellery", "Ana Rey"]),
        ("", []),
    ],
)
def test_a_byline_is_split_into_names(line: str, names: list[str]) -> None:
    assert split_byline(line) == names


def test_only_what_was_taken_back_loses_its_text() -> None:
    assert withdraw({"text": "words", "status": "usable"})["text"] == "words"
    assert withdraw({"text": "words", "status": "canceled"})["text"] == "Canceled by its provider."
    assert withdraw({"status": "withheld", "ednote": "Under embargo."})["text"] == "Withheld by its provider.\n\nUnder embargo."
