"""Of which of several alike a text speaks."""

from pathlib import Path

import pytest

from rag import ask, build_chain
from rag.subject import numbers_in
from tests.news import news_archive
from vectorstore import Article, Timestamp


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Was Bridge 50 closed?", {"50"}),
        ("Wurde Brücke Nr. 7 gesperrt?", {"7"}),
        ("Le pont n° 12 est-il fermé ?", {"12"}),
        ("¿Está cerrado el muelle 4b?", {"4b"}),
        ("Did 14 people die at the bridge on 12 March 2025?", set()),
        ("Will the school open in 2026, for 1,200 pupils?", set()),
        ("Did flight costs rise by 3.5 percent?", set()),
    ],
)
def test_only_numbers_that_belong_to_a_thing_count(question: str, numbers: set[str]) -> None:
    assert numbers_in(question) == numbers


def bridge(number: int, state: str, hour: int) -> Article:
    text = f"Bridge {number} over the Kelm in Kelmouth {state} on Tuesday, the roads office said. Traffic in the valley was heavy."
    day = Timestamp(1741564800 + hour * 3600, "second", "json-ld")
    return Article(text=text, title=f"Bridge {number}", key=str(number), source=f"Paper {number}", language="en", published=day)


def test_what_is_said_of_another_bridge_neither_contradicts_nor_disagrees(tmp_path: Path) -> None:
    with news_archive(tmp_path, bridge(50, "was closed", 0), bridge(51, "was reopened", 1)) as archive:
        chain = build_chain(archive)
        whether = ask(chain, "Was Bridge 50 over the Kelm in Kelmouth closed?")
        why = ask(chain, "Why was Bridge 51 in Kelmouth closed?")
    assert whether.form == "quotes"
    assert "Bridge 50" in whether.citations[0].quote and len(whether.citations) == 1
    # of its own bridge it still does
    assert why.silence is not None and why.silence.kind == "contradicted"
    assert "Bridge 51" in why.citations[0].quote
