"""The chain is a plain Runnable of four named steps and keeps nothing."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import get_ident
from typing import Any
from uuid import UUID

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import FakeListChatModel
from langchain_core.runnables import RunnableConfig

from rag import Draft, Turn, ask, build_chain, stream_answer
from tests.news import news_archive
from vectorstore import Archive

ASKED = "Why was the Harbour Bridge closed?"
QUESTION = {"question": ASKED}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with news_archive(tmp_path) as archive:
        yield archive


def test_one_dict_grows_by_a_key_with_each_step(archive: Archive) -> None:
    state = build_chain(archive).invoke(QUESTION)
    assert list(state) == ["question", "query", "passages", "draft", "answer"]
    assert state["draft"].quotes == state["answer"].citations


async def test_invoke_batch_stream_and_their_async_twins_agree(archive: Archive) -> None:
    chain = build_chain(archive)
    answer = chain.invoke(QUESTION)["answer"]
    assert [state["answer"] for state in chain.batch([QUESTION, QUESTION])] == [answer, answer]
    assert (await chain.ainvoke(QUESTION))["answer"] == answer
    assert [chunk["answer"] for chunk in chain.stream(QUESTION) if "answer" in chunk] == [answer]
    assert [chunk["answer"] async for chunk in chain.astream(QUESTION) if "answer" in chunk] == [answer]


async def test_a_written_draft_streams_in_an_event_loop_too(archive: Archive) -> None:
    chain = build_chain(archive, FakeListChatModel(responses=["The bridge has a crack."]))
    chunks = [chunk["draft"] async for chunk in chain.astream(QUESTION) if "draft" in chunk]
    assert len(chunks) > 3
    draft = sum(chunks[1:], start=chunks[0])
    assert draft.text == "The bridge has a crack."


def test_the_chain_keeps_nothing_between_questions(archive: Archive) -> None:
    chain = build_chain(archive)
    ask(chain, "Who leads the US delegation?")
    assert chain.invoke({"question": "And why?"})["query"].text == "And why?"


def test_history_may_be_turns_or_pairs(archive: Archive) -> None:
    chain = build_chain(archive)
    asked = "Wer leitet die US-Delegation?"
    assert ask(chain, "Und wer noch?", [(asked, "A")]) == ask(chain, "Und wer noch?", [Turn(asked, "A")])
    assert "Rubio" in ask(chain, "Und wer noch?", [(asked, "A")]).text


def test_what_streams_is_the_draft_so_far_and_then_the_answer(archive: Archive) -> None:
    *drafts, answer = stream_answer(build_chain(archive), ASKED)
    assert all(isinstance(draft, Draft) for draft in drafts)
    assert answer == ask(build_chain(archive), ASKED)


def test_a_chunk_that_replaces_takes_the_place_of_all_before() -> None:
    assert Draft(text="half an ans") + Draft(text="quotes", replaces=True, reason="broke") == Draft(
        text="quotes", replaces=True, reason="broke"
    )


def test_an_empty_question_is_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="a question has 1 to 2000 characters"):
        ask(build_chain(archive), " ")


def test_something_else_than_a_filter_is_refused_with_what_to_pass(archive: Archive) -> None:
    for wrong in ({"since": "2025-01-01"}, {}, "2025"):
        with pytest.raises(ValueError, match=r"a filter is a SearchFilter, not (dict|str); pass SearchFilter"):
            build_chain(archive).invoke({**QUESTION, "filter": wrong})


def test_the_model_none_gives_quotes(archive: Archive) -> None:
    assert ask(build_chain(archive, "none"), ASKED) == ask(build_chain(archive, None), ASKED) == ask(build_chain(archive, " None"), ASKED)


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    heavy = "torch transformers sentence_transformers chromadb gradio langchain_openai langchain_ollama langchain openai"
    code = f"import sys, rag, rag.__main__; print([name for name in {heavy.split()} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


class Watcher(BaseCallbackHandler):
    """Notes which steps and models were told to it, and of which request."""

    def __init__(self) -> None:
        self.steps: set[str] = set()
        self.requests: set[str] = set()
        self.models = 0

    # LangChain passes more with each version
    def on_chain_start(self, serialized: Any, inputs: Any, *, metadata: dict[str, str] | None = None, **told: Any) -> None:
        self.steps.add(told["name"])
        self.requests.add((metadata or {})["request"])

    def on_chat_model_start(
        self, serialized: Any, messages: Any, *, parent_run_id: UUID | None = None, metadata: dict[str, str] | None = None, **told: Any
    ) -> None:
        assert parent_run_id is not None
        self.models += 1
        self.requests.add((metadata or {})["request"])


class ThreadWatcher(BaseCallbackHandler):
    """Notes which threads the steps ran in."""

    def __init__(self) -> None:
        self.threads: dict[str, int] = {}

    # LangChain passes more with each version
    def on_chain_start(self, serialized: Any, inputs: Any, **told: Any) -> None:
        self.threads[told["name"]] = get_ident()


def test_every_step_runs_in_the_thread_of_who_asks(archive: Archive) -> None:
    chain, watcher = build_chain(archive), ThreadWatcher()
    chain.invoke(QUESTION, {"callbacks": [watcher]})
    list(chain.stream(QUESTION, {"callbacks": [watcher]}))
    assert {"query", "passages", "draft", "answer"} <= set(watcher.threads)
    assert set(watcher.threads.values()) == {get_ident()}


@pytest.mark.parametrize("way", ["invoke", "stream", "astream"])
async def test_callbacks_hear_of_each_step_and_of_the_model(archive: Archive, way: str) -> None:
    chain, watcher = build_chain(archive, FakeListChatModel(responses=["The bridge has a crack."])), Watcher()
    config: RunnableConfig = {"callbacks": [watcher], "metadata": {"request": "r-1"}}
    match way:
        case "invoke":
            chain.invoke(QUESTION, config)
        case "stream":
            list(chain.stream(QUESTION, config))
        case _:
            async for _ in chain.astream(QUESTION, config):
                pass
    assert watcher.steps >= {"query", "passages", "draft", "answer"}
    # the question in German, by which is searched too, and the answer
    assert (watcher.models, watcher.requests) == (2, {"r-1"})
