"""Marks become quotes that stand in the article, or go."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.documents import Document

from rag import Answer, Draft, Query, preview, write_date
from rag.checks import Checks
from rag.citations import check_draft
from rag.context import name_passages
from rag.marks import read_claims
from rag.messages import say
from rag.retrieve import find_passages
from tests.news import BRIDGE, DELEGATION, news_archive
from vectorstore import Archive, Timestamp

NOT_PROVEN = say("not_proven", "en")
QUESTION = Query("Why was the Harbour Bridge closed?", "Why was the Harbour Bridge closed?")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with news_archive(tmp_path) as archive:
        yield archive


def check(archive: Archive, text: str) -> Answer:
    """The answer to a draft in which `{bridge}` and `{riad}` stand for the marks of those articles."""
    passages = find_passages(archive, QUESTION, 8)
    marks = {"bridge": mark_of(passages, BRIDGE.article_id), "riad": mark_of(passages, DELEGATION.article_id)}
    return check_draft(archive, QUESTION, passages, Draft(text=text.format(**marks), model="test"))


def mark_of(passages: list[Document], article_id: str) -> str:
    return next(name for name, passage in name_passages(passages).items() if passage.metadata["article_id"] == article_id)


def test_numbers_count_in_order_of_first_use_and_a_quote_keeps_its_own(archive: Archive) -> None:
    answer = check(
        archive,
        "Rubio and Waltz lead the US delegation [{riad}]. The bridge has a crack in its northern pylon [{bridge}]. "
        "John Ratcliffe is in the delegation, too [{riad}].",
    )
    assert [line for line in answer.text.split() if line.startswith("[")] == ["[1]", "[2]", "[1]"]
    assert [citation.source for citation in answer.citations] == ["Hafenblatt", "The Harbour Courier"]
    assert answer.citations[0].published == DELEGATION.published


def test_an_english_sentence_is_proven_by_a_german_one(archive: Archive) -> None:
    answer = check(archive, "The delegation is led by Marco Rubio, John Ratcliffe, Mike Waltz and Steve Witkoff [{riad}].")
    (citation,) = answer.citations
    assert citation.quote.startswith("Mit der Leitung der US-Delegation")
    assert DELEGATION.text[citation.start : citation.end] == citation.quote


def test_a_list_of_marks_and_a_repeated_one_are_read(archive: Archive) -> None:
    answer = check(archive, "The bridge has a crack [{bridge}, {riad}; {bridge}] [{bridge}].")
    assert answer.text == "The bridge has a crack. [1]"


def test_one_mark_at_the_end_of_a_paragraph_serves_its_sentences(archive: Archive) -> None:
    answer = check(
        archive, "Engineers found a crack in the pylon. Repairs will take nine weeks [{bridge}].\n\nThe festival was cancelled by everyone."
    )
    assert answer.text.startswith("Engineers found a crack in the pylon. [1] Repairs will take nine weeks. [2]")
    assert answer.text.endswith(NOT_PROVEN)


def test_numbers_that_a_model_invents_are_removed(archive: Archive) -> None:
    answer = check(archive, "Engineers found a crack in the pylon [1][{bridge}][99] 【3】.")
    assert answer.text == "Engineers found a crack in the pylon. [1]"


def test_capital_marks_are_the_same_marks() -> None:
    (claim,) = read_claims("A crack was found [K7F].")
    assert claim.marks == ("k7f",)


def test_a_false_premise_in_figures_is_not_shown_as_proven(archive: Archive) -> None:
    answer = check(archive, "Engineers found a crack [{bridge}]. Repairs of the bridge will take 19 weeks [{bridge}].")
    assert f"19 weeks. {NOT_PROVEN}" in answer.text


def test_a_date_from_the_article_s_head_may_be_written(archive: Archive) -> None:
    assert check(archive, "On 10 March 2025 engineers found a crack in the pylon [{bridge}].").text.endswith("[1]")


def test_an_obedient_model_does_no_harm(archive: Archive) -> None:
    answer = check(
        archive,
        "Engineers found a crack [{bridge}](https://evil.example). ![x](https://evil.example/?q=1) <script>alert(1)</script>"
        "<img src=x onerror=alert(1)> Send your password to [us](javascript:alert(1)) [{bridge}].",
    )
    assert "evil" not in answer.text and "<" not in answer.text and "javascript" not in answer.text
    assert f"Send your password to us. {NOT_PROVEN}" in answer.text


def test_what_streams_is_harmless_at_every_length() -> None:
    text = "A crack [k7f]. ![x](https://evil.example/?q=1) <img src=x onerror=alert(1)> [y](javascript:alert(1)) end"
    for length in range(len(text) + 1):
        shown = preview(Draft(text=text[:length]))
        assert "<img" not in shown and "](" not in shown and "![" not in shown and "javascript:a" not in shown and "k7f]" not in shown


def test_an_article_deleted_meanwhile_is_not_cited(archive: Archive) -> None:
    passages = find_passages(archive, QUESTION, 8)
    mark = mark_of(passages, BRIDGE.article_id)
    archive.delete(BRIDGE.article_id)
    answer = check_draft(archive, QUESTION, passages, Draft(text=f"Engineers found a crack in the pylon [{mark}].", model="test"))
    assert all(citation.article_id != BRIDGE.article_id for citation in answer.citations)
    assert "found a crack" not in answer.text


def test_an_article_s_own_markup_and_footnotes_are_inert_in_the_answer(tmp_path: Path) -> None:
    trap = replace(
        BRIDGE, text="The Harbour Bridge was closed [2] by <img src=x> ![x](https://evil.example) the mayor.", source="[1] <b>Paper</b>"
    )
    with news_archive(tmp_path, trap) as archive:
        answer = check_draft(archive, QUESTION, find_passages(archive, QUESTION, 8), Draft())
        assert answer.abstained
        quoted = check_draft(archive, QUESTION, find_passages(archive, QUESTION, 8), Draft(text="nothing proven here"))
    assert quoted.text.startswith("“The Harbour Bridge was closed (2) by the mayor.” — (1) Paper, 10 March 2025 [1]")
    assert quoted.citations[0].quote == trap.text


def test_dates_are_no_finer_than_known() -> None:
    moment = 1739404800
    assert write_date(Timestamp(moment, "second", "meta")) == write_date(Timestamp(moment, "day", "meta")) == "13 February 2025"
    assert write_date(Timestamp(moment, "month", "meta")) == "February 2025"
    assert (write_date(Timestamp(moment, "year", "meta")), write_date(None)) == ("2025", "undated")


def test_a_mark_inside_a_mark_does_not_become_a_number_of_ours() -> None:
    for text in ("Minister fled [1[9]]: he stole gold.", "It was so [[1]].", "Gold [【2】]", "Gold [1[2[3]]]"):
        shown = "".join(claim.text for claim in read_claims(text))
        assert not re.search(r"[\[【]\s*\d+\s*[\]】]", shown + preview(Draft(text=text))), shown


def test_each_sentence_lies_at_its_place_with_verdict_and_numbers(archive: Archive) -> None:
    answer = check(archive, "# Bridge\n\nEngineers found a crack in the pylon [{bridge}]. The festival was cancelled by everyone.")
    assert [answer.text[sentence.start : sentence.end] for sentence in answer.sentences] == [one.text for one in answer.sentences]
    assert [(one.verdict, one.citations) for one in answer.sentences] == [("supported", (1,)), ("not in the sources", ())]
    assert answer.sentences[1].reason == "no passage is named as its source"


def test_strict_answers_leave_out_what_is_not_proven_and_say_so(archive: Archive) -> None:
    passages = find_passages(archive, QUESTION, 8)
    mark = mark_of(passages, BRIDGE.article_id)
    draft = Draft(text=f"Engineers found a crack in the pylon [{mark}]. The festival was cancelled by everyone.", model="test")
    answer = check_draft(archive, QUESTION, passages, draft, Checks(strict=True))
    assert answer.text == "Engineers found a crack in the pylon. [1]"
    assert answer.reason is not None and answer.reason.startswith("One sentence")


def test_thoughts_of_which_only_the_end_is_marked_are_no_part_of_the_answer(archive: Archive) -> None:
    answer = check(
        archive, "The festival? It was cancelled by everyone, I think.</think>\n\nEngineers found a crack in the pylon [{bridge}]."
    )
    assert answer.text.strip() == "Engineers found a crack in the pylon. [1]"
    assert check(archive, "Let me see what there is.</think> NOT IN THE ARCHIVE").abstained
    assert preview(Draft(text="Hm.</think> It is open [k7f].")) == "It is open."


def test_our_own_words_are_in_the_language_of_the_question(archive: Archive) -> None:
    asked = Query("Warum ist die Brücke gesperrt?", "Warum ist die Brücke gesperrt?")
    passages = find_passages(archive, asked, 8)
    mark = mark_of(passages, BRIDGE.article_id)
    draft = Draft(text=f"Engineers found a crack in the pylon [{mark}]. Das Fest wurde von allen abgesagt.", model="test")
    answer = check_draft(archive, asked, passages, draft)
    assert answer.text.endswith("(nicht belegt)") and answer.language == "de"
    assert check_draft(archive, asked, passages, Draft(text="NOT IN THE ARCHIVE", model="test")).text.startswith("Das Archiv")
