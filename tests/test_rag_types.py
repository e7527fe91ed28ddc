"""Drafts add up as they stream, and one that replaces what came before keeps what that cost."""

from dataclasses import replace

from rag.proof import Usage
from rag.types import Answer, Citation, Draft, Point, Silence

QUOTE = Citation("The bridge is shut.", 0, 19, "a", 1, "Bridge", "", "", None, "en")


def test_texts_and_tokens_add_up_and_the_model_is_remembered() -> None:
    whole = Draft("The bridge ", model="test", usage=Usage(10, 2)) + Draft("is shut.", model="test", usage=Usage(0, 3))
    assert whole == Draft("The bridge is shut.", model="test", usage=Usage(10, 5))
    assert whole + Draft(usage=Usage(1)) == replace(whole, usage=Usage(11, 5))


def test_a_draft_that_replaces_drops_the_words_and_keeps_the_cost() -> None:
    quotes = Draft(quotes=(QUOTE,), points=(Point(1),), replaces=True, reason="The model broke off.")
    assert Draft("The bri", model="test", usage=Usage(10, 2)) + quotes == replace(quotes, usage=Usage(10, 2))


def test_form_and_silence_of_the_later_part_hold_where_it_has_any() -> None:
    holders = Draft(quotes=(QUOTE,), points=(Point(1, "holds"),), form="holders")
    assert (holders + Draft()).form == "holders"
    assert (Draft() + holders).form == "holders"
    assert (Draft(silence=Silence("nothing found"), reason="a") + Draft()).silence == Silence("nothing found")
    assert (Draft(reason="a") + Draft(reason="b")).reason == "b"


def test_the_direct_answer_is_that_of_the_first_quote() -> None:
    assert Answer("x").direct == ()
    assert Answer("x", points=(Point(1), Point(2, direct=("17",)))).direct == ()
    assert Answer("x", points=(Point(1, direct=("17",)), Point(2, direct=("12",)))).direct == ("17",)


def test_no_tokens_are_no_usage() -> None:
    assert not Usage() and Usage(0, 1) and Usage(1, 0)
    assert Usage(1, 2) + Usage(3, 4) == Usage(4, 6)
