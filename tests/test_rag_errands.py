"""What a model is asked beside the answer: every token is counted, and it ends with the reader."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel, FakeListChatModel
from langchain_core.messages import AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk, ChatResult

from rag import AnswerSettings, build_chain
from rag.errands import Errands
from rag.errors import ModelFailed, Stopped
from rag.proof import Usage
from rag.translate import make_translator
from tests.news import news_archive

ASKED = [("human", "Say it.")]


class Counting(BaseChatModel):
    """Ten tokens in and two out for each call; the reader leaves in the middle of the call of that number."""

    leaves: Any = None
    at_call: int = 0
    calls: list[str]

    @property
    def _llm_type(self) -> str:
        return "counting"

    def _generate(self, *_: Any, **__: Any) -> ChatResult:
        raise NotImplementedError

    def _stream(self, messages: Any, *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        asked = str(messages[0].content)
        kind = next(
            (name for name in ("Rewrite", "Translate the question", "Translate each", "Say for each pair") if name in asked), "answer"
        )
        self.calls.append(kind)
        written = {
            "Rewrite": "Why was the Harbour Bridge closed?",
            "Translate the question": "de: Warum ist die Brücke zu?",
            "Translate each": "1. A translation.",
            "Say for each pair": "1. yes",
        }.get(kind, "The bridge is closed.")
        for place, piece in enumerate(written.split(" ")):
            if self.leaves is not None and len(self.calls) == self.at_call and place == 1:
                self.leaves.set()
            yield ChatGenerationChunk(message=AIMessageChunk(piece + " "))
        yield ChatGenerationChunk(message=AIMessageChunk("", usage_metadata={"input_tokens": 10, "output_tokens": 2, "total_tokens": 12}))


def test_tokens_of_every_errand_are_in_the_answer(tmp_path: Path) -> None:
    model = Counting(calls=[])
    settings = AnswerSettings(model_judges=True, model_translates=True)
    with news_archive(tmp_path) as archive:
        answer = build_chain(archive, model, settings).invoke(
            {"question": "And why?", "history": [("Why was the bridge closed?", "A crack.")]}
        )["answer"]
    assert {"Rewrite", "answer"} <= set(model.calls)
    assert answer.usage == Usage(10 * len(model.calls), 2 * len(model.calls))


def test_a_reader_who_leaves_ends_the_errand_and_those_to_come(tmp_path: Path) -> None:
    stop = threading.Event()
    model = Counting(calls=[], leaves=stop, at_call=1)
    with news_archive(tmp_path) as archive:
        chain = build_chain(archive, model, AnswerSettings(model_judges=True, model_translates=True))
        chain.invoke({"question": "And why?", "history": [("Why was the bridge closed?", "A crack.")], "stop": stop})
    assert model.calls == ["Rewrite"]


def test_half_a_text_is_none_and_nothing_begins_after_the_reader_left() -> None:
    stop = threading.Event()
    model = Counting(calls=[], leaves=stop, at_call=1)
    errands = Errands(model, AnswerSettings(), stop)
    for _ in range(2):
        with pytest.raises(Stopped):
            errands.ask(ASKED)
    assert model.calls == ["answer"]


def test_what_was_written_in_vain_was_paid_for_too() -> None:
    errands = Errands(Counting(calls=[]), AnswerSettings())
    with pytest.raises(ModelFailed):
        errands.ask_briefly(ASKED, 3)
    assert errands.ask_briefly(ASKED, 300).strip() == "The bridge is closed."
    assert errands.usage.output_tokens == 2


def test_a_model_whose_reader_left_has_not_failed(tmp_path: Path) -> None:
    def leave(*_: object) -> str:
        raise Stopped("model_slow")

    with news_archive(tmp_path) as archive:
        translate = make_translator(archive)
        assert [translate("Wer?", leave) for _ in range(3)] == [()] * 3
        assert translate("Wer?", lambda question, languages: f"{languages[0]}: Who?") == ("Who?",)


def test_a_model_that_counts_nothing_has_no_usage(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        chain = build_chain(archive, FakeListChatModel(responses=["The bridge is closed."]))
        assert chain.invoke({"question": "Why was the Harbour Bridge closed?"})["answer"].usage is None
