"""The words that tell who comes after whom in an office."""

import re

import pytest

from rag.successionwords import BEATEN, HANDED, LATER, REPLACES_HIM, SUCCEEDS


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (HANDED, "hands the chair to"),
        (SUCCEEDS, "sustituye al alcalde"),
        (SUCCEEDS, "succede au maire"),
        (SUCCEEDS, "folgt zum 1. april auf"),
        (SUCCEEDS, "prend la suite de"),
        (SUCCEEDS, "voted out president"),
    ],
)
def test_a_word_of_any_of_the_languages_tells(words: str, text: str) -> None:
    assert re.search(rf"\b(?:{words})\Z", text)


def test_who_is_replaced_may_have_been_named_before() -> None:
    assert REPLACES_HIM.search("le remplace provisoirement") and REPLACES_HIM.search("will replace him")
    assert not REPLACES_HIM.search("replaces the mayor")


def test_whom_somebody_beat_is_told_from_what_was_beaten() -> None:
    assert BEATEN.search("elue maire, devant ") and BEATEN.search("setzte sich gegen ")
    assert not BEATEN.search("in the beaten town of mayor ")


def test_a_time_to_come_follows() -> None:
    assert LATER.match(" in the autumn") and LATER.match(" as president of Oskaria on 1 March") and not LATER.match(" in a close vote")
