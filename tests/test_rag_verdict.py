"""A sentence near its quote's words is held to every one of them; one that is put otherwise, to facts."""

import pytest

from rag.comparisons.statement import Statement
from rag.proof import Verdict
from rag.verdict import compare

CLOSED = "The council did not close the Harbour Bridge on 3 March, because its northern pylon was found sound by both engineers."
# of the sentence's words, in the quote: nearly all; hardly any
NEAR, FREELY = 0.9, 0.6


def judge(sentence: str, held: float) -> tuple[Verdict, str | None]:
    verdict, reason, _ = compare(Statement(sentence, "en"), Statement(CLOSED, "en"), held)
    return verdict, reason


@pytest.mark.parametrize(("held", "verdict"), [(NEAR, "not in the sources"), (FREELY, "partly")])
def test_who_denies_in_other_words_keeps_the_quote_for_the_reader_to_compare(held: float, verdict: Verdict) -> None:
    assert judge("The council closed the Harbour Bridge on 3 March.", held) == (verdict, "other_negation")


@pytest.mark.parametrize("held", [NEAR, FREELY])
def test_another_date_is_against_a_sentence_however_it_is_put(held: float) -> None:
    assert judge("The council did not close the Harbour Bridge on 4 March.", held) == ("not in the sources", "other_date")


def test_what_differs_in_nothing_is_supported_where_the_quote_holds_half_of_it() -> None:
    assert judge("The council did not close the Harbour Bridge.", FREELY) == ("supported", None)
    assert judge("The council did not close the Harbour Bridge.", 0.4) == ("partly", "more_words")
