"""Question and passages -> a written draft, streamed, within deadlines."""

import queue
import random
import re
import threading
import time
from collections.abc import Iterator, Sequence
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from langchain_core.documents import Document

from rag.context import write_context
from rag.errors import ModelFailed
from rag.modelfaults import explain, may_pass
from rag.prompts import ANSWER, CONDENSE, IN_LANGUAGES
from rag.proof import Usage
from rag.settings import AnswerSettings
from rag.types import Query, Turn

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

# who speaks (`system` or `human`) and what is said: the short form of LangChain's messages, which its models take as well; their classes
# load an HTTP client, which a question that needs no model does not want to wait for
Message = tuple[str, str]
# five sentences are asked for; a server that floods is stopped here
LONGEST_TEXT = 12_000
# why a model stopped, as the providers call it, when it did so before the end
CUT = {"length", "max_tokens", "model_length", "content_filter", "safety", "recitation", "refusal", "prohibited_content"}
STOP_KEYS = ("finish_reason", "stop_reason", "done_reason")
# a reader who leaves is noticed within this time
STOP_CHECK_SECONDS = 0.1
THINKING = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)

FIRST_PAUSE_SECONDS = 0.4


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of what a model writes, or the tokens that it cost."""

    text: str = ""
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Piece:
    """What came from the stream: a text, an error, or the end (both None).

    `stopped` is why the model stopped; `named` whether its provider is one that tells.
    """

    text: str | None = None
    error: BaseException | None = None
    stopped: str | None = None
    named: bool = False
    usage: Usage = field(default_factory=Usage)


def answer_messages(query: Query, passages: Sequence[Document], settings: AnswerSettings) -> list[Message]:
    context = write_context(passages, settings.model_context_tokens)
    # as messages, never through a template: braces in an article would be read as variables
    return [("system", ANSWER), ("human", f"Passages:\n\n{context}\n\nQuestion: {_both(query)}")]


def condense_messages(question: str, turns: Sequence[Turn]) -> list[Message]:
    lines = [line for turn in turns for line in (f"Q: {turn.question}", f"A: {turn.answer}")]
    return [("system", CONDENSE), ("human", "\n".join([*lines, f"Last question: {question}"]))]


def translate_messages(question: str, languages: Sequence[str]) -> list[Message]:
    return [("system", IN_LANGUAGES.format(languages=", ".join(languages))), ("human", question)]


def write(
    model: "BaseChatModel", messages: Sequence[Message], settings: AnswerSettings, stop: threading.Event | None = None
) -> Iterator[Words]:
    """The model's text, piece by piece, without its thoughts; it ends early, without an error, when `stop` is set.

    Raises:
        ModelFailed: After any number of pieces: no first word, a pause or the whole took too long, the stream broke,
            the model stopped before its end or wrote nothing.
    """
    text, sent = "", 0
    stop = stop or threading.Event()
    if stop.is_set():
        return
    for piece in _pieces(model, messages, settings, stop):
        if piece.usage:
            yield Words(usage=piece.usage)
        text += piece.text or ""
        shown = _without_thoughts(text)
        if len(shown) > sent:
            yield Words(shown[sent:])
            sent = len(shown)
        if len(text) > LONGEST_TEXT:
            raise ModelFailed("model_endless")
    if not stop.is_set() and not _without_thoughts(text).strip():
        raise ModelFailed("model_silent")


def _pieces(model: "BaseChatModel", messages: Sequence[Message], settings: AnswerSettings, stop: threading.Event) -> Iterator[Piece]:
    # a stream that hangs cannot be interrupted from the thread that reads it
    pieces: queue.Queue[Piece] = queue.Queue()
    left = threading.Event()
    # in this thread's context: LangChain's callbacks are found there
    work = partial(copy_context().run, _read, model, list(messages), settings.model_retries, pieces, left)
    threading.Thread(target=work, name="model stream", daemon=True).start()
    end = time.monotonic() + settings.model_total_seconds
    wait = settings.model_first_token_seconds
    stopped, named = None, False
    try:
        while True:
            piece = _next(pieces, min(time.monotonic() + wait, end), stop)
            if stop.is_set():
                return
            if piece.error is not None:
                raise explain(piece.error) from piece.error
            if piece.text is None:
                break
            stopped, named = piece.stopped or stopped, named or piece.named
            wait = settings.model_between_tokens_seconds
            yield piece
    finally:
        # also when the reader closes the window: the thread ends with the next piece or the client's own time limit
        left.set()
    if stopped is not None and stopped.lower() in CUT:
        raise ModelFailed("model_stopped", why=stopped.lower())
    if stopped is None and named:
        # these providers always say why they stop: the line was cut without an error
        raise ModelFailed("model_cut_off")


def _next(pieces: "queue.Queue[Piece]", end: float, stop: threading.Event) -> Piece:
    while not stop.is_set():
        left = end - time.monotonic()
        try:
            return pieces.get(timeout=min(max(left, 0.0), STOP_CHECK_SECONDS))
        except queue.Empty:
            if left <= 0:
                raise ModelFailed("model_slow") from None
    return Piece()


def _read(model: "BaseChatModel", messages: list[Message], retries: int, pieces: "queue.Queue[Piece]", left: threading.Event) -> None:
    """Runs in its own thread; every error travels to the reader as a piece."""
    for attempt in range(retries + 1):
        begun = False
        try:
            for chunk in model.stream(messages):
                if left.is_set():
                    return
                piece = _piece(chunk)
                begun = begun or bool(piece.text)
                pieces.put(piece)
        except Exception as error:  # the edge to every provider's client
            # what has been shown cannot be taken back, so that only a silent failure is tried again
            if begun or attempt == retries or not may_pass(error):
                pieces.put(Piece(error=error))
                return
        else:
            pieces.put(Piece())
            return
        if left.wait(FIRST_PAUSE_SECONDS * 2**attempt * random.uniform(0.75, 1.25)):
            return


def _piece(chunk: "BaseMessage") -> Piece:
    # what providers tell beside the text has no types
    facts: dict[str, Any] = chunk.response_metadata
    counted: dict[str, int] = getattr(chunk, "usage_metadata", None) or {}
    usage = Usage(counted.get("input_tokens", 0), counted.get("output_tokens", 0))
    stopped = next((str(facts[key]) for key in STOP_KEYS if facts.get(key)), None)
    return Piece(_text(chunk), stopped=stopped, named="model_provider" in facts, usage=usage)


def _text(message: "BaseMessage") -> str:
    # `text` joins the text parts of contents that are lists; images and tool calls have none
    return str(message.text)


def _without_thoughts(text: str) -> str:
    shown = THINKING.sub("", text).lstrip()
    # the tag may come in pieces: wait until it is whole or cannot be one
    return "" if "<think>".startswith(shown) else shown


def _both(query: Query) -> str:
    return query.text if query.text == query.question else f"{query.question}\n(meaning: {query.text})"
