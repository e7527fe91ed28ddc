"""A question asked in the chat: every way it can end."""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.runnables import Runnable, RunnableGenerator

from chat.answering import BROKEN, LOADING, LONGEST_CONVERSATION, SEARCHING, STOPPED, converse
from chat.conversation import Conversation, Exchange, turns
from rag import Answer, Draft, ModelError, Turn, build_chain
from tests.news import news_archive
from vectorstore import ArchiveBusy

Chain = Runnable[dict[str, Any], dict[str, Any]]


def chain_of(*parts: dict[str, Any] | Exception, wait: bool = False) -> Chain:
    """A chain that streams those parts; with `wait` it then writes on until it is stopped."""

    def stream(states: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        stop: threading.Event = next(states)["stop"]
        for part in parts:
            if isinstance(part, Exception):
                raise part
            yield part
        if wait:
            stop.wait(20)

    return RunnableGenerator(stream)


def run(chain: Chain, before: Conversation = (), question: str = "Why?", *, ready: bool = True) -> list[Conversation]:
    return list(converse(chain, before, Exchange(question), lambda: ready, threading.Event()))


def test_a_real_chain_answers_with_quotes(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        shown = run(build_chain(archive), question="How many drivers use the Harbour Bridge?")
    assert shown[0][-1].note == SEARCHING
    assert not shown[0][-1].ended
    answer = shown[-1][-1].answer
    assert answer is not None
    assert "14,000 drivers" in answer.citations[0].quote


def test_a_draft_is_shown_as_it_grows_without_its_marks() -> None:
    parts = ({"draft": Draft(text="It is cl", model="m")}, {"draft": Draft(text="osed [k7f].", model="m")})
    stop = threading.Event()
    growing = converse(chain_of(*parts, wait=True), (), Exchange("Why?"), lambda: True, stop)
    drafts = []
    for conversation in growing:
        drafts.append(conversation[-1].draft)
        if drafts[-1] == "It is closed.":
            stop.set()
    assert not any("[" in draft for draft in drafts)
    assert "It is closed." in drafts


def test_quotes_take_the_place_of_a_draft_that_failed() -> None:
    parts = (
        {"draft": Draft(text="It is cl", model="m")},
        {"draft": Draft(replaces=True, reason="It broke.")},
        {"answer": Answer("Quoted.", reason="It broke.")},
    )
    last = run(chain_of(*parts))[-1][-1]
    assert last.ended
    assert last.draft == ""
    assert last.answer == Answer("Quoted.", reason="It broke.")


@pytest.mark.parametrize("error", [ArchiveBusy("another process writes; try again in a minute"), ModelError("no key; set X_KEY")])
def test_a_known_error_is_told_in_its_own_sentence(error: Exception) -> None:
    note = run(chain_of(error))[-1][-1].note
    assert note.lower() == f"{error}.".lower()
    assert note[0].isupper()


def test_an_unknown_error_is_told_calmly_and_logged_with_its_trace(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        last = run(chain_of(RuntimeError("secret detail")))[-1][-1]
    assert (last.note, last.ended, last.answer) == (BROKEN, True, None)
    assert "secret detail" in caplog.text


def test_a_chain_that_ends_without_an_answer_is_no_endless_wait() -> None:
    assert run(chain_of({"draft": Draft()}))[-1][-1].note == BROKEN


def test_stopping_ends_it_at_once_and_keeps_nothing_unchecked() -> None:
    stop = threading.Event()
    growing = converse(chain_of({"draft": Draft(text="It is", model="m")}, wait=True), (), Exchange("Why?"), lambda: True, stop)
    next(growing)
    stop.set()
    assert list(growing)[-1] == (Exchange("Why?", note=STOPPED, ended=True),)


def test_a_reader_who_leaves_stops_the_chain_without_waiting_for_it() -> None:
    stop = threading.Event()
    growing = converse(chain_of({"draft": Draft(text="It is", model="m")}, wait=True), (), Exchange("Why?"), lambda: True, stop)
    next(growing)
    next(growing)
    started = time.monotonic()
    growing.close()  # type: ignore[attr-defined]  # a generator
    assert stop.is_set()
    assert time.monotonic() - started < 5


def test_the_first_question_says_that_the_model_is_being_loaded() -> None:
    assert run(chain_of({"answer": Answer("Yes.")}), ready=False)[0][-1].note == LOADING


def test_only_answered_questions_are_history() -> None:
    before = (Exchange("Who?", Answer("She."), ended=True), Exchange("When?", note=STOPPED, ended=True))
    assert turns(before) == [Turn("Who?", "She.")]


def test_history_reaches_the_chain() -> None:
    asked: list[Any] = []

    def stream(states: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        asked.append(next(states))
        yield {"answer": Answer("Yes.")}

    run(RunnableGenerator(stream), (Exchange("Who?", Answer("She."), ended=True),), "And when?")
    assert asked[0]["history"] == [Turn("Who?", "She.")]
    assert asked[0]["question"] == "And when?"


def test_any_time_reaches_the_chain_and_stays_with_the_exchange() -> None:
    asked: list[Any] = []

    def stream(states: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        asked.append(next(states)["ignore"])
        yield {"answer": Answer("Yes.")}

    for any_time in (True, False):
        question = Exchange("Why last week?", any_time=any_time)
        *_, (last,) = converse(RunnableGenerator(stream), (), question, lambda: True, threading.Event())
        assert last.any_time is any_time
    assert asked == [("period",), ()]


def test_the_oldest_exchanges_leave_a_long_conversation() -> None:
    before = tuple(Exchange(str(number), Answer("."), ended=True) for number in range(LONGEST_CONVERSATION))
    last = run(chain_of({"answer": Answer("Yes.")}), before)[-1]
    assert [last[0].question, last[-1].question, len(last)] == ["1", "Why?", LONGEST_CONVERSATION]
