"""Silence with its reason, with a model and without: contradicted, only opinion, only undated, outside the limits, in four languages."""

from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.language_models import FakeListChatModel

from rag import Answer, AnswerSettings, ask, build_chain
from rag.context import name_passages
from rag.messages import say
from rag.prompts import NO_ANSWER
from tests.news import BRIDGE, news_archive
from vectorstore import Article, SearchFilter

OPINION = replace(BRIDGE, genre="opinion")
UNDATED = replace(BRIDGE, published=None)
REFUSED = replace(BRIDGE, text="The council rejected the Northfield stadium by 31 votes to 12.", title="Stadium")
QUIET = AnswerSettings(model_searches=False)
CLOSED = "The Harbour Bridge was closed on Monday."


def ask_model(folder: Path, written: str, question: str, *articles: Article, filter: SearchFilter | None = None) -> Answer:
    """The answer of a model that writes this; `[]` is the first passage's mark."""
    with news_archive(folder, *articles) as archive:
        found = build_chain(archive).invoke({"question": question, "filter": filter})["passages"]
        mark = next(iter(name_passages(found)), "k2k")
        chain = build_chain(archive, FakeListChatModel(responses=[written.replace("[]", f"[{mark}]")]), QUIET)
        answer: Answer = chain.invoke({"question": question, "filter": filter})["answer"]
        return answer


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Why was the Harbour Bridge closed?", "en"),
        ("Warum wurde die Harbour Bridge gesperrt, und was sagen die Ingenieure?", "de"),
        ("Pourquoi le pont Harbour Bridge est-il fermé ?", "fr"),
        ("¿Por qué se cerró el puente Harbour Bridge?", "es"),
    ],
)
def test_what_only_opinion_proves_is_no_answer_of_a_model(tmp_path: Path, question: str, language: str) -> None:
    answer = ask_model(tmp_path, f"{CLOSED} []", question, OPINION)
    assert answer.citations and answer.abstained
    assert answer.silence is not None and answer.silence.kind == "only opinion"
    assert answer.reason == say("only_opinion", language)


def test_a_reader_who_asks_for_opinion_is_answered_with_it(tmp_path: Path) -> None:
    opinion = SearchFilter(genres=("opinion",))
    answer = ask_model(tmp_path, f"{CLOSED} []", "Why was the Harbour Bridge closed?", OPINION, filter=opinion)
    assert answer.silence is None and not answer.abstained


@pytest.mark.parametrize("with_model", [True, False])
def test_the_latest_cannot_be_told_among_articles_without_a_date(tmp_path: Path, with_model: bool) -> None:
    question = "What is the latest on the closed Harbour Bridge?"
    if with_model:
        answer = ask_model(tmp_path, f"{CLOSED} []", question, UNDATED)
    else:
        with news_archive(tmp_path, UNDATED) as archive:
            answer = ask(build_chain(archive), question)
    assert answer.citations and answer.abstained and answer.reason == say("only_undated", "en")
    assert answer.silence is not None and answer.silence.kind == "only undated"


def test_an_undated_article_answers_what_is_not_about_time(tmp_path: Path) -> None:
    answer = ask_model(tmp_path, f"{CLOSED} []", "Why was the Harbour Bridge closed?", UNDATED)
    assert answer.silence is None and not answer.abstained


def test_a_model_that_goes_along_with_a_false_premise_gets_the_contrary_beside_it(tmp_path: Path) -> None:
    question = "Why did the council approve the Northfield stadium?"
    trees = replace(BRIDGE, text="The Northfield stadium needs trees, the council said. Trees are cheap.", url="https://a.example.org/t")
    answer = ask_model(tmp_path, "The Northfield stadium needs trees, the council said. []", question, REFUSED, trees)
    assert answer.silence is not None and answer.silence.kind == "contradicted" and answer.abstained
    assert "rejected the Northfield stadium" in answer.citations[-1].quote
    assert all(answer.text[sentence.start : sentence.end] == sentence.text for sentence in answer.sentences)


def test_a_model_that_says_the_contrary_itself_is_not_told_it_again(tmp_path: Path) -> None:
    question = "Why did the council approve the Northfield stadium?"
    answer = ask_model(tmp_path, "The council rejected the Northfield stadium by 31 votes to 12. []", question, REFUSED)
    assert answer.silence is not None and answer.silence.kind == "contradicted"
    assert len(answer.citations) == 1 and answer.text.count("rejected") == 1


def test_a_model_without_an_answer_has_a_typed_reason_too(tmp_path: Path) -> None:
    answer = ask_model(tmp_path, NO_ANSWER, "Why was the Harbour Bridge closed?", BRIDGE)
    assert answer.silence is not None and answer.silence.kind == "nothing near"
    assert answer.reason == say("model_found_nothing", "en") and answer.text == say("abstention", "en")
    assert answer.model is not None


def test_a_model_without_an_answer_does_not_hide_what_says_the_contrary(tmp_path: Path) -> None:
    answer = ask_model(tmp_path, NO_ANSWER, "Why did the council approve the Northfield stadium?", REFUSED)
    assert answer.silence is not None and answer.silence.kind == "contradicted"
    assert "rejected" in answer.citations[0].quote
