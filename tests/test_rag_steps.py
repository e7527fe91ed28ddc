"""The plain steps answer as the chain does, without LangChain's runnables."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.outputs import ChatGenerationChunk

import rag
from rag import AnswerSettings, Turn, build_chain, stream_answer
from rag.steps import make_steps, run_steps
from tests.news import news_archive
from vectorstore import Archive, SearchFilter

ASKED = "Why was the Harbour Bridge closed?"
MODEL = FakeListChatModel(responses=["The bridge has a crack [1]."])


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with news_archive(tmp_path) as archive:
        yield archive


@pytest.mark.parametrize("model", [None, MODEL], ids=["quotes", "written"])
def test_the_steps_give_what_the_chain_streams(archive: Archive, model: FakeListChatModel | None) -> None:
    given = (ASKED, [Turn("Wer leitet die US-Delegation?", "A")], SearchFilter(languages=("en",)), ("period",))
    by_steps = list(run_steps(make_steps(archive, model, None), *given))
    by_chain = list(stream_answer(build_chain(archive, model), *given))
    assert by_steps[-1] == by_chain[-1]
    assert by_steps[-2] == by_chain[-2]


def test_a_reader_who_leaves_ends_the_writing(archive: Archive) -> None:
    written = run_steps(make_steps(archive, FakeListChatModel(responses=["word " * 200], sleep=0.005), None), ASKED)
    first = next(written)
    written.close()
    assert isinstance(first, rag.Draft) and len(first.text) < 100
    assert list(written) == []


class Leaving(FakeListChatModel):
    """A model whose reader leaves before its first word."""

    leaves: threading.Event

    def _stream(self, *arguments: Any, **named: Any) -> Iterator[ChatGenerationChunk]:
        self.leaves.set()
        yield from super()._stream(*arguments, **named)


def test_a_reader_who_leaves_before_the_first_word_is_no_fault(archive: Archive) -> None:
    stop = threading.Event()
    model = Leaving(responses=["The bridge has a crack."], leaves=stop, sleep=0.2)
    asked = {"question": ASKED, "stop": stop}
    chain = build_chain(archive, model, AnswerSettings(model_searches=False))
    assert [chunk["draft"].text for chunk in chain.stream(asked) if "draft" in chunk] == [""]
    assert stop.is_set()


def test_the_package_loads_the_runnables_when_they_are_asked_for() -> None:
    code = "import sys, rag.__main__; early = 'langsmith' in sys.modules; rag.build_chain; print(early, 'langsmith' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == ["False", "True"]


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(rag, name) for name in rag.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'build_chains'"):
        rag.build_chains  # noqa: B018
