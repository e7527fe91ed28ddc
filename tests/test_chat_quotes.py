"""An answer of quotes as HTML: what each is there for, the direct answer, what must be known of it; nothing foreign is obeyed."""

from dataclasses import replace

import pytest

from chat.languages import language_attribute
from chat.quotes import write_facts, write_quotes
from rag import Answer, Citation, Point, Silence
from vectorstore import Timestamp

DAY = Timestamp(1739404800, "day", "meta")
QUOTE = Citation("Er kam.", 0, 7, "a", 1, "Titel", "", "Hafenblatt", DAY, "de")


def answer(*citations: Citation, points: tuple[Point, ...] = (), **facts: object) -> Answer:
    return replace(Answer("x", citations=citations, points=points, language="en"), **facts)  # type: ignore[arg-type]


def test_the_direct_answer_stands_out_below_what_the_quote_is_there_for() -> None:
    written = write_quotes(1, answer(QUOTE, points=(Point(1, "holds", ("Rubio", "Waltz")),), form="holders"), "en")
    assert "<span>Latest known &#40;as of 13 February 2025&#41;</span><strong>Rubio, Waltz</strong>" in written


def test_a_quote_that_only_answers_has_no_head_and_one_without_a_label_no_empty_one() -> None:
    assert 'class="head"' not in write_quotes(1, answer(QUOTE), "en")
    assert '<p class="head" dir="auto"><strong>17</strong></p>' in write_quotes(1, answer(QUOTE, points=(Point(1, direct=("17",)),)), "en")


@pytest.mark.parametrize("form", ["timeline", "development", "holders"])
def test_what_has_an_order_is_a_list_and_a_single_quote_is_none(form: str) -> None:
    several = write_quotes(1, answer(QUOTE, replace(QUOTE, quote="Er ging."), form=form), "en")
    assert several.count("<li>") == 2
    assert "<li>" not in write_quotes(1, answer(QUOTE, form=form), "en")


def test_foreign_marks_in_names_are_shown_and_not_obeyed() -> None:
    evil = replace(QUOTE, quote="**a** <b>", source="<script>", translation="<i>", suspicious=True)
    written = write_quotes(1, answer(evil, points=(Point(1, "says", ("**x** <b>",)),)), "en")
    assert "<script" not in written and "<i>" not in written and "<b>" not in written
    assert 'class="warning"' in written and 'class="translation"' in written


def test_facts_are_of_the_newest_quote_and_silence_has_none() -> None:
    older = replace(QUOTE, published=Timestamp(0, "day", "meta"), source="")
    assert "13 February 2025" in write_facts(answer(older, QUOTE), "en")
    assert "2 " in write_facts(answer(older, QUOTE), "en")
    assert write_facts(answer(), "en") == ""
    assert write_facts(answer(QUOTE, abstained=True, silence=Silence("contradicted")), "en") == ""


def test_a_screen_reader_is_told_the_language_where_it_is_known() -> None:
    assert language_attribute("de") == ' lang="de"'
    assert language_attribute("und") == language_attribute("") == ""
    assert language_attribute('"><script>') == ' lang="&#34;&#62;&#60;script&#62;"'
