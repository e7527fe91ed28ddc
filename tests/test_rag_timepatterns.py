"""A language's patterns of time: words for words, and no word within another."""

import pytest

from rag.timepatterns import following_of, frames_of, index_of, patterns_of
from rag.timewords import LANGUAGES


def rules(language: str, text: str) -> set[str]:
    """The rules of which a pattern is found somewhere in the text."""
    return {rule for rule, pattern in patterns_of(language) if pattern.search(text)}


def test_a_time_is_found_as_a_whole_word_only() -> None:
    assert "month" in rules("en", "in may the bridge")
    assert not rules("en", "the mayor and the marchers of the decembrist-like 12024-x")
    assert not rules("de", "die maifeier und das augustiner")


def test_a_number_with_more_digits_is_no_year() -> None:
    assert "year" in rules("en", "in 2024 it closed")
    assert not rules("en", "it cost 2024.50 or 20245 or 2,024,000")


def test_where_words_are_not_parted_a_bare_number_is_no_year() -> None:
    assert not rules("zh", "2000个苹果")
    assert "year" in rules("zh", "2024年发生了什么")


def test_a_frame_is_what_ends_right_before_the_time() -> None:
    frames = {name: pattern for name, pattern in frames_of("en").items()}
    assert frames["since"].search("what happened since ")
    assert frames["since"].search("what happened since the ")
    assert not frames["since"].search("what has happened since in ")
    assert not frames["in"].search("berlin ")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_compiles_whole(language: str) -> None:
    assert patterns_of(language) and frames_of(language) is not None and following_of(language) is not None
    assert patterns_of(language) is patterns_of(language), "compiled once"


def test_of_alternatives_the_first_that_is_the_whole_word_counts() -> None:
    assert index_of(("jan(?:uary)?", "feb(?:ruary)?"), "february") == 1
    with pytest.raises(ValueError, match="True is not in list"):
        index_of(("jan", "feb"), "febr")
