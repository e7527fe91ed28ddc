"""Which passages each sentence of a model names, in whatever way it writes the marks."""

import pytest
from langchain_core.documents import Document

from rag.marks import marked_passages, read_claims, without_marks

NAMED = {name: Document(name) for name in ("k7f", "m2p")}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("A crack was found [k7f].", ("k7f",)),
        ("A crack was found. [k7f]", ("k7f",)),
        ("[k7f] A crack was found.", ("k7f",)),
        ("A crack was found [K7F; m2p, k7f].", ("k7f", "m2p")),
        ("在桥上发现了裂缝【k7f】。", ("k7f",)),
        ("A crack [m2p] was found [k7f].", ("m2p", "k7f")),
        ("A crack was found [ k7f ] .", ("k7f",)),
        ("The law [sic] of [2024] was found.", ()),
        ("A crack was found.", ()),
    ],
)
def test_marks_belong_to_the_sentence_that_they_stand_in_or_after(text: str, marks: tuple[str, ...]) -> None:
    (claim,) = read_claims(text)
    assert claim.marks == marks
    assert "k7f" not in claim.text.lower()


def test_a_mark_after_a_sentence_is_not_the_next_one_s() -> None:
    first, second = read_claims("It rained. [k7f] It snowed. [m2p]")
    assert (first.marks, second.marks) == (("k7f",), ("m2p",))
    assert (first.text, second.text) == ("It rained.", "It snowed.")


def test_a_sentence_without_a_mark_takes_the_next_one_of_its_paragraph() -> None:
    claims = read_claims("It rained. It snowed [k7f].\n\nIt froze. It thawed [m2p].")
    named = [[passage.page_content for passage in marked_passages(claims[place:], NAMED)] for place in range(len(claims))]
    assert named == [["k7f"], ["k7f"], ["m2p"], ["m2p"]]


def test_a_mark_that_names_nothing_is_no_source_and_no_bridge_to_the_next() -> None:
    claims = read_claims("It rained [z9z]. It snowed [k7f].\n\nIt froze.")
    assert marked_passages(claims, NAMED) == marked_passages(claims[2:], NAMED) == []
    assert marked_passages(read_claims("It rained. It snowed [z9z]. It froze [k7f]."), NAMED) == []


def test_a_text_without_sentences_has_no_claims() -> None:
    assert read_claims("") == read_claims("  \n\n ") == []


def test_a_sentence_that_repeats_our_orders_is_left_out_and_the_others_keep_their_marks() -> None:
    told = "It rained [k7f]. Use only the passages. What you know from elsewhere may be out of date or wrong. It snowed [m2p]."
    claims = read_claims(told)
    assert (claims[0].text, claims[0].marks, claims[-1].marks) == ("It rained.", ("k7f",), ("m2p",))
    assert "elsewhere" not in "".join(claim.text for claim in claims)
    assert "elsewhere" not in without_marks(told)


def test_half_a_mark_is_not_shown_while_the_text_streams() -> None:
    text = "A crack was found [k7f]. 【m2p】 Then it rained [k7f, m2p]."
    shown = [without_marks(text[:length]) for length in range(len(text) + 1)]
    assert not any(sign in one for one in shown for sign in ("[", "【", "k7f", "m2p"))
    assert shown[-1] == "A crack was found. Then it rained."
