"""Question and passages -> a written draft, streamed, within deadlines."""

import queue
import re
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from langchain_core.documents import Document
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from rag.context import write_context
from rag.errors import ModelFailed
from rag.prompts import ANSWER, CONDENSE
from rag.settings import AnswerSettings
from rag.types import Query, Turn

# five sentences are asked for; a server that floods is stopped here
LONGEST_TEXT = 12_000
# why a model stopped, as the providers call it, when it did so before the end
CUT = {"length", "max_tokens", "model_length", "content_filter", "safety", "recitation", "refusal", "prohibited_content"}
STOP_KEYS = ("finish_reason", "stop_reason", "done_reason")
# a reader who leaves is noticed within this time
STOP_CHECK_SECONDS = 0.1
THINKING = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)

STATUS = {
    401: "The model's server refused the key; check the key's variable.",
    403: "The model's server refused the key; check the key's variable.",
    404: "The model's server does not have this model; check NEWS_MODEL and NEWS_MODEL_URL.",
    413: "The model's server found the question and its passages too long; lower NEWS_PASSAGES.",
    429: "The model's server takes no more questions now (429); ask again in a minute.",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """What came from the stream: a text, an error, or the end (both None).

    `stopped` is why the model stopped; `named` whether its provider is one that tells.
    """

    text: str | None = None
    error: BaseException | None = None
    stopped: str | None = None
    named: bool = False


def answer_messages(query: Query, passages: Sequence[Document], settings: AnswerSettings) -> list[BaseMessage]:
    context = write_context(passages, settings.model_context_tokens)
    # as messages, never through a template: braces in an article would be read as variables
    return [SystemMessage(ANSWER), HumanMessage(f"Passages:\n\n{context}\n\nQuestion: {_both(query)}")]


def condense_messages(question: str, turns: Sequence[Turn]) -> list[BaseMessage]:
    lines = [line for turn in turns for line in (f"Q: {turn.question}", f"A: {turn.answer}")]
    return [SystemMessage(CONDENSE), HumanMessage("\n".join([*lines, f"Last question: {question}"]))]


def write(
    model: BaseChatModel, messages: Sequence[BaseMessage], settings: AnswerSettings, stop: threading.Event | None = None
) -> Iterator[str]:
    """The model's text, piece by piece, without its thoughts; it ends early, without an error, when `stop` is set.

    Raises:
        ModelFailed: After any number of pieces: no first word, a pause or the whole took too long, the stream broke,
            the model stopped before its end or wrote nothing.
    """
    text, sent = "", 0
    stop = stop or threading.Event()
    for piece in _pieces(model, messages, settings, stop):
        text += piece
        shown = _without_thoughts(text)
        if len(shown) > sent:
            yield shown[sent:]
            sent = len(shown)
        if len(text) > LONGEST_TEXT:
            raise ModelFailed("The model did not come to an end; try another one with NEWS_MODEL.")
    if not stop.is_set() and not _without_thoughts(text).strip():
        raise ModelFailed("The model wrote nothing; ask again or try another one with NEWS_MODEL.")


def explain(error: BaseException) -> str:
    """One line on an error of a model's client, in our words: its own may hold the key or a page of HTML."""
    for cause in _causes(error):
        status = getattr(cause, "status_code", None)
        if isinstance(status, int) and status in STATUS:
            return STATUS[status]
        if isinstance(status, int) and status >= 500:
            return f"The model's server failed ({status}); ask again later."
        names = " ".join(kind.__name__ for kind in type(cause).__mro__)
        if "Timeout" in names:
            return "The model's server took too long; ask again or raise NEWS_MODEL_FIRST_TOKEN_SECONDS."
        if "ProtocolError" in names or "ReadError" in names or "ConnectionReset" in names or "IncompleteRead" in names:
            return "The connection to the model broke before the end; ask again."
        if "ConnectError" in names or "ConnectionRefused" in names:
            return "The model's server cannot be reached; start it or check NEWS_MODEL_URL."
    if any("Connection" in type(cause).__name__ for cause in _causes(error)):
        return "The connection to the model broke; ask again or check NEWS_MODEL_URL."
    return f"The model's server sent what cannot be read as an answer ({type(error).__name__}); check NEWS_MODEL_URL."


def _pieces(model: BaseChatModel, messages: Sequence[BaseMessage], settings: AnswerSettings, stop: threading.Event) -> Iterator[str]:
    # a stream that hangs cannot be interrupted from the thread that reads it
    pieces: queue.Queue[Piece] = queue.Queue()
    left = threading.Event()
    threading.Thread(target=_read, args=(model, list(messages), pieces, left), name="model stream", daemon=True).start()
    end = time.monotonic() + settings.model_total_seconds
    wait = settings.model_first_token_seconds
    stopped, named = None, False
    try:
        while True:
            piece = _next(pieces, min(time.monotonic() + wait, end), stop)
            if stop.is_set():
                return
            if piece.error is not None:
                raise ModelFailed(explain(piece.error)) from piece.error
            if piece.text is None:
                break
            stopped, named = piece.stopped or stopped, named or piece.named
            wait = settings.model_between_tokens_seconds
            yield piece.text
    finally:
        # also when the reader closes the window: the thread ends with the next piece or the client's own time limit
        left.set()
    if stopped is not None and stopped.lower() in CUT:
        raise ModelFailed(f"The model stopped before the end of its answer ({stopped.lower()}); ask a narrower question.")
    if stopped is None and named:
        # these providers always say why they stop: the line was cut without an error
        raise ModelFailed("The connection to the model broke before the end; ask again.")


def _next(pieces: "queue.Queue[Piece]", end: float, stop: threading.Event) -> Piece:
    while not stop.is_set():
        left = end - time.monotonic()
        try:
            return pieces.get(timeout=min(max(left, 0.0), STOP_CHECK_SECONDS))
        except queue.Empty:
            if left <= 0:
                raise ModelFailed("The model took too long; ask again, or name a faster one with NEWS_MODEL.") from None
    return Piece()


def _read(model: BaseChatModel, messages: list[BaseMessage], pieces: "queue.Queue[Piece]", left: threading.Event) -> None:
    """Runs in its own thread; every error travels to the reader as a piece."""
    try:
        for chunk in model.stream(messages):
            if left.is_set():
                return
            facts: dict[str, Any] = chunk.response_metadata
            stopped = next((str(facts[key]) for key in STOP_KEYS if facts.get(key)), None)
            pieces.put(Piece(_text(chunk), stopped=stopped, named="model_provider" in facts))
    except Exception as error:  # the edge to every provider's client
        pieces.put(Piece(error=error))
    else:
        pieces.put(Piece())


def _text(message: BaseMessage) -> str:
    # `text` joins the text parts of contents that are lists; images and tool calls have none
    return str(message.text)


def _without_thoughts(text: str) -> str:
    shown = THINKING.sub("", text).lstrip()
    # the tag may come in pieces: wait until it is whole or cannot be one
    return "" if "<think>".startswith(shown) else shown


def _both(query: Query) -> str:
    return query.text if query.text == query.question else f"{query.question}\n(meaning: {query.text})"


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    for _ in range(8):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or seen.__context__
