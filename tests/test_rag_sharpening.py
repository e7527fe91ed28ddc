"""What settings ask of a model beside the answer: its opinion, and translations of quotes in other languages."""

from dataclasses import replace
from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel

from rag.checks import Checks
from rag.errands import Errands
from rag.settings import AnswerSettings
from rag.sharpening import build_checks, judge_with, translate_answer
from rag.types import Answer, Citation

GERMAN = Citation("Die Brücke ist zu.", 0, 18, "a", 1, "", "", "", None, "de")
ENGLISH = replace(GERMAN, quote="The bridge is shut.", language="en")
UNKNOWN = replace(GERMAN, quote="12:30", language="und")
FRENCH = replace(GERMAN, quote="Le pont est fermé.", language="fr")


def errands(written: str, **settings: Any) -> Errands:
    return Errands(FakeListChatModel(responses=[written]), AnswerSettings(**settings))


def test_only_quotes_in_another_language_are_translated_and_each_gets_its_own() -> None:
    answer = Answer("x", citations=(ENGLISH, GERMAN, UNKNOWN, FRENCH), language="en")
    translated = translate_answer(answer, errands("2. The bridge is closed (French).\n1. The bridge is closed (German)."))
    assert [citation.translation for citation in translated.citations] == [
        None,
        "The bridge is closed (German).",
        None,
        "The bridge is closed (French).",
    ]
    assert [replace(citation, translation=None) for citation in translated.citations] == list(answer.citations), "quotes stay"


@pytest.mark.parametrize(
    "answer",
    [Answer("x", citations=(ENGLISH, UNKNOWN), language="en"), Answer("x", language="de"), Answer("x", citations=(GERMAN,), language="nl")],
)
def test_nothing_is_asked_where_nothing_can_be_translated(answer: Answer) -> None:
    asked = errands("1. Nonsense.")
    assert translate_answer(answer, asked) == answer
    assert asked.usage == errands("").usage


def test_an_answer_in_an_unknown_language_is_taken_for_english() -> None:
    translated = translate_answer(Answer("x", citations=(GERMAN,)), errands("1. The bridge is shut."))
    assert translated.citations[0].translation == "The bridge is shut."


def test_a_model_that_writes_nothing_leaves_the_quotes_alone() -> None:
    answer = Answer("x", citations=(GERMAN,), language="en")
    assert translate_answer(answer, errands("")) == answer


def test_the_model_judges_only_where_it_is_wanted() -> None:
    assert judge_with(Checks(), errands("1. no")).judge is None
    judging = judge_with(Checks(strict=True), errands("1. **No.**\n2. yes", model_judges=True))
    assert judging.strict and judging.judge is not None
    assert judging.judge([("a", "b"), ("c", "d")]) == [False, True]


def test_settings_decide_how_strict_the_checks_are() -> None:
    assert build_checks(AnswerSettings(strict=True)) == Checks(strict=True)
    assert build_checks(AnswerSettings()) == Checks()
