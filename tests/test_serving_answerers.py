"""Processes that answer beside the server's own: real ones, on an archive with the bundled model."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

import pytest
from langchain_core.runnables import RunnableGenerator

from rag import AnswerSettings, build_chain
from rag.answerer import READY, serve
from serving.answerers import Answerer, Answerers
from tests.news import BRIDGE, DELEGATION, FESTIVAL, whole_text
from vectorstore import Archive, ArchiveSettings, Article, open_archive

QUOTES = AnswerSettings(model="none")
QUESTION = "Why was the Harbour Bridge closed?"
State = dict[str, Any]


@pytest.fixture
def settings(tmp_path: Path) -> ArchiveSettings:
    return ArchiveSettings(archive=tmp_path / "archive", embedding="bundled")


@pytest.fixture
def archive(settings: ArchiveSettings) -> Iterator[Archive]:
    with open_archive(settings) as archive:
        add(archive, BRIDGE, DELEGATION, FESTIVAL)
        yield archive


def add(archive: Archive, *articles: Article) -> None:
    archive.add([(article, [whole_text(article)]) for article in articles])


class Held:
    """A chain whose answers wait until they are let go, so that a crowd stays one."""

    def __init__(self) -> None:
        self.may_end = threading.Event()
        self.asked: list[str] = []
        self.chain: RunnableGenerator[State, State] = RunnableGenerator(self._answer)

    def _answer(self, states: Iterator[State]) -> Iterator[State]:
        for state in states:
            self.asked.append(state["question"])
            self.may_end.wait(60)
            yield {"answer": "of this process"}


@pytest.fixture
def answerer(archive: Archive, settings: ArchiveSettings) -> Iterator[Answerer]:
    answerer = Answerer(settings, QUOTES)
    try:
        assert answerer.is_ready()
        yield answerer
    finally:
        answerer.close()


def whole(parts: Iterator[State]) -> State:
    return {name: value for part in parts for name, value in part.items()}


def test_a_process_answers_as_this_one_does(archive: Archive, answerer: Answerer) -> None:
    state = {"question": QUESTION, "history": [("Which bridge?", "The Harbour Bridge.")]}
    expected = whole(build_chain(archive, settings=QUOTES).stream(state))
    assert whole(answerer.ask(state))["answer"] == expected["answer"]
    assert expected["answer"].citations


def test_it_answers_from_what_was_added_and_without_what_was_deleted_since(archive: Archive, answerer: Answerer) -> None:
    crane = Article(text="The port bought a crane of 400 tonnes in Odense.", title="A crane", key="crane", source="Cranes", language="en")
    add(archive, crane)
    quotes = whole(answerer.ask({"question": "What did the port buy in Odense?"}))["answer"].citations
    assert [citation.title for citation in quotes] == ["A crane"]
    archive.delete(quotes[0].article_id)
    assert not whole(answerer.ask({"question": "What did the port buy in Odense?"}))["answer"].citations


def test_what_fails_there_is_told_and_the_next_question_is_answered(answerer: Answerer) -> None:
    with pytest.raises(OSError, match="failed"):
        whole(answerer.ask({"question": " "}))
    assert whole(answerer.ask({"question": QUESTION}))["answer"].citations


class Crowd:
    """Askers at once, and the processes that were started for them."""

    def __init__(self, archive: Archive, settings: ArchiveSettings, most: int = 1) -> None:
        self.started: list[Answerer] = []
        self.held = Held()
        self.answerers = Answerers(archive, self.held.chain, lambda: self._start(settings), most, patience=0.0)
        self._threads = ThreadPoolExecutor(8)

    def _start(self, settings: ArchiveSettings) -> Answerer:
        self.started.append(Answerer(settings, QUOTES))
        return self.started[-1]

    def ask(self) -> "Future[State]":
        return self._threads.submit(lambda: whole(self.answerers.chain.stream({"question": QUESTION})))

    def gather(self) -> None:
        """Asks until a process has been started for it and is ready."""
        for number in range(1, 4):
            self.ask()
            wait_for(lambda number=number: len(self.held.asked) == number)  # type: ignore[misc]
        wait_for(lambda: self.answerers.free == 1)

    def close(self) -> None:
        self.held.may_end.set()
        self._threads.shutdown()
        self.answerers.close()


@pytest.fixture
def crowd(archive: Archive, settings: ArchiveSettings) -> Iterator[Crowd]:
    with closing(Crowd(archive, settings)) as crowd:
        yield crowd


def wait_for(state: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while not state():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_two_questions_at_once_start_no_process(crowd: Crowd) -> None:
    asked = [crowd.ask(), crowd.ask()]
    wait_for(lambda: len(crowd.held.asked) == 2)
    crowd.held.may_end.set()
    assert [one.result()["answer"] for one in asked] == ["of this process"] * 2
    assert not crowd.started


def test_a_crowd_is_answered_by_another_process_too_and_a_single_asker_by_this_one(crowd: Crowd) -> None:
    crowd.gather()
    assert crowd.ask().result()["answer"].citations
    crowd.held.may_end.set()
    wait_for(lambda: crowd.ask().result()["answer"] == "of this process")
    assert len(crowd.started) == 1


def test_who_is_being_answered_by_a_process_that_dies_is_answered_by_this_one(crowd: Crowd) -> None:
    crowd.gather()
    os.kill(crowd.started[0].pid, signal.SIGSTOP)
    asked = crowd.ask()
    wait_for(lambda: crowd.answerers.free == 0)
    os.kill(crowd.started[0].pid, signal.SIGKILL)
    crowd.held.may_end.set()
    assert asked.result()["answer"] == "of this process"
    assert not crowd.started[0].is_alive


def test_the_processes_end_with_the_server(crowd: Crowd) -> None:
    crowd.gather()
    crowd.answerers.close()
    assert not crowd.started[0].is_alive


def test_a_process_that_does_not_start_is_not_tried_again(archive: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "no folder").write_text("a file")
    with closing(Crowd(archive, ArchiveSettings(archive=tmp_path / "no folder", embedding="bundled"))) as crowd:
        for number in range(1, 5):
            crowd.ask()
            wait_for(lambda number=number: len(crowd.held.asked) == number)  # type: ignore[misc]
        wait_for(lambda: "does not start" in caplog.text)
        crowd.ask()
        wait_for(lambda: len(crowd.held.asked) == 5)
    assert len(crowd.started) == 1


def test_a_process_ends_when_nobody_asks_and_when_its_connection_is_gone(archive: Archive, settings: ArchiveSettings) -> None:
    for idle_seconds in (0.0, 60.0):
        ours, theirs = Pipe()
        serving = threading.Thread(target=serve, args=(theirs, idle_seconds))
        serving.start()
        ours.send((settings, QUOTES))
        assert ours.recv() == READY
        if idle_seconds:
            ours.close()
        serving.join(60)
        assert not serving.is_alive()
