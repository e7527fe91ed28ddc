"""The words that tell how somebody stands to an office."""

import re

import pytest

from rag.standingwords import ACTING, EXPECT, LEFT


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (LEFT, "est mort"),
        (LEFT, "had led"),
        (LEFT, "presento ayer su dimision"),
        (ACTING, "kommissarisch"),
        (EXPECT, "kanzlerkandidatin"),
        (ACTING, "nimmt Anna Berg die Aufgaben wahr"),
        (ACTING, "takes the team until"),
    ],
)
def test_a_word_of_any_of_the_languages_tells(words: str, text: str) -> None:
    assert re.search(rf"\b(?:{words})\b", text)
