"""The words that tell how somebody stands to an office."""

import re

import pytest

from rag.standingwords import ACTING, BEATEN, EXPECT, HANDED, LATER, LEFT


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (LEFT, "est mort"),
        (LEFT, "had led"),
        (LEFT, "presento ayer su dimision"),
        (ACTING, "kommissarisch"),
        (EXPECT, "kanzlerkandidatin"),
        (HANDED, "hands the chair to"),
    ],
)
def test_a_word_of_any_of_the_languages_tells(words: str, text: str) -> None:
    assert re.search(rf"\b(?:{words})\b", text)


def test_whom_somebody_beat_is_told_from_what_was_beaten() -> None:
    assert BEATEN.search("elue maire, devant ") and BEATEN.search("setzte sich gegen ")
    assert not BEATEN.search("in the beaten town of mayor ")


def test_a_time_to_come_follows() -> None:
    assert LATER.match(" in the autumn") and LATER.match(" as president of Oskaria on 1 March") and not LATER.match(" in a close vote")
