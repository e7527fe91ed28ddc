"""A model's words as they come: without its thoughts, within bounds, and its client's errors in ours."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk, ChatResult

from rag.errors import ModelFailed
from rag.generate import LONGEST_TEXT, condense_messages, translate_messages, write
from rag.settings import AnswerSettings
from rag.types import Turn

ASKED = [("human", "Say it.")]


class Writing(BaseChatModel):
    """Writes these pieces; facts about the answer come with the last."""

    pieces: list[Any]
    facts: dict[str, Any]

    @property
    def _llm_type(self) -> str:
        return "writing"

    def _generate(self, *_: Any, **__: Any) -> ChatResult:
        raise NotImplementedError

    def _stream(self, *_: Any, **__: Any) -> Iterator[ChatGenerationChunk]:
        for piece in self.pieces:
            yield ChatGenerationChunk(message=AIMessageChunk(piece))
        yield ChatGenerationChunk(message=AIMessageChunk("", response_metadata=self.facts))


def written(*pieces: Any, **facts: Any) -> list[str]:
    return [words.text for words in write(Writing(pieces=list(pieces), facts=facts), ASKED, AnswerSettings()) if words.text]


@pytest.mark.parametrize("cut", range(1, 40))
def test_thoughts_are_never_shown_wherever_the_stream_cuts_them(cut: int) -> None:
    text = "<think>The bridge? It is shut.</think>\n\nIt is open."
    assert "".join(written(text[:cut], text[cut:])) == "It is open."
    assert "".join(written(*text)) == "It is open."


def test_words_that_only_look_like_a_thought_come_when_it_is_clear() -> None:
    assert "".join(written("<th", "ree> bridges")) == "<three> bridges"
    assert "".join(written("3 < 5 <think")) == "3 < 5 <think"


def test_parts_of_a_message_that_are_no_text_are_left_out() -> None:
    assert written([{"type": "text", "text": "It is "}, {"type": "image_url", "image_url": "x"}], "open.") == ["It is ", "open."]


@pytest.mark.parametrize(
    ("pieces", "facts", "name"),
    [
        ([], {}, "model_silent"),
        (["<think>x</think> \n"], {}, "model_silent"),
        (["It is"], {"finish_reason": "length"}, "model_stopped"),
        (["It is"], {"done_reason": "LENGTH"}, "model_stopped"),
        (["It is"], {"stop_reason": "refusal"}, "model_stopped"),
        (["It is"], {"model_provider": "openai"}, "model_cut_off"),
        (["x" * (LONGEST_TEXT + 1)], {}, "model_endless"),
    ],
)
def test_an_answer_that_is_none_has_a_name(pieces: list[str], facts: dict[str, Any], name: str) -> None:
    with pytest.raises(ModelFailed) as failed:
        written(*pieces, **facts)
    assert failed.value.name == name


def test_an_answer_that_says_that_it_ended_is_whole() -> None:
    assert written("It is open.", finish_reason="stop", model_provider="openai") == ["It is open."]


def test_who_has_left_gets_nothing_and_no_error() -> None:
    stop = threading.Event()
    stop.set()
    assert list(write(Writing(pieces=["It is open."], facts={}), ASKED, AnswerSettings(), stop)) == []


def test_a_conversation_and_a_question_are_data_whatever_they_hold() -> None:
    turns = [Turn("Who {leads}?", "Nobody {0} %s.")]
    assert condense_messages("And {why}?", turns)[1] == ("human", "Q: Who {leads}?\nA: Nobody {0} %s.\nLast question: And {why}?")
    system, asked = translate_messages("Who {leads}?", ("de", "fr"))
    assert "de, fr" in system[1] and asked == ("human", "Who {leads}?")
