"""An answer as it grows: each sentence at its place, each quote under one number."""

from dataclasses import replace

from rag.composition import Composition
from rag.types import Citation

FIRST = Citation("The bridge is shut.", 0, 19, "a", 1, "Bridge", "", "", None, "en")
SECOND = replace(FIRST, quote="Die Brücke ist zu. 🚢", language="de")


def test_sentences_lie_where_they_were_put_whatever_stands_between() -> None:
    composed = Composition()
    composed.write("# Überschrift 🚢\n\n")
    composed.state("The bridge is shut.", "supported", numbers=(1,))
    composed.write(" [1]\n")
    composed.state("港口关闭。", "not in the sources", "no passage is named")
    assert [composed.text[one.start : one.end] for one in composed.sentences] == ["The bridge is shut.", "港口关闭。"]
    assert [(one.verdict, one.reason, one.citations) for one in composed.sentences] == [
        ("supported", None, (1,)),
        ("not in the sources", "no passage is named", ()),
    ]


def test_a_quote_keeps_its_number_and_another_version_of_it_gets_its_own() -> None:
    composed = Composition()
    assert [composed.number(one) for one in (SECOND, FIRST, SECOND, replace(FIRST, version=2))] == [1, 2, 1, 3]
    assert composed.citations == [SECOND, FIRST, replace(FIRST, version=2)]


def test_two_answers_share_nothing() -> None:
    Composition().number(FIRST)
    assert Composition().citations == [] and Composition().sentences == []
