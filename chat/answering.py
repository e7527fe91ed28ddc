"""A question makes a conversation longer, step by step, until it is answered, stopped or fails."""

import logging
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from langchain_core.documents import Document
from langchain_core.runnables import Runnable

from chat.conversation import Conversation, Exchange, Found, turns
from rag import Answer, Draft, ModelError, preview
from vectorstore import ArchiveError

log = logging.getLogger(__name__)

# names of texts
SEARCHING, LOADING, READING, WRITING, STOPPED, BROKEN = "searching", "loading", "reading", "writing", "stopped", "broken"

# older ones leave the page: each brings its articles along
LONGEST_CONVERSATION = 30
# how soon a stop is obeyed, and how often a browser is told of new words: it need not be of every token
PAUSE_SECONDS = 0.06

Chain = Runnable[dict[str, Any], dict[str, Any]]
# what comes from the chain's thread; None is its end
Parts = queue.Queue[dict[str, Any] | Exception | None]


def converse(
    chain: Chain, before: Conversation, asked: Exchange, is_ready: Callable[[], bool], stop: threading.Event
) -> Iterator[Conversation]:
    """The conversation again and again as the answer to what is asked grows; the last one has ended. It raises nothing.

    Args:
        chain: As `rag.build_chain` makes it.
        before: What was said until now.
        asked: Its question is checked already.
        is_ready: Whether the embedding model is loaded.
        stop: Set by whoever no longer wants the answer, and set here when the iterator is closed.
    """
    kept = before[-(LONGEST_CONVERSATION - 1) :]
    exchange = replace(asked, note=SEARCHING if is_ready() else LOADING)
    yield (*kept, exchange)
    parts: Parts = queue.Queue()
    # A thread of its own, for the reader may leave at any moment: Gradio closes this iterator in the thread that serves
    # everybody, and a step of the chain that runs cannot be broken off.
    state = {"question": asked.question, "history": turns(kept), "ignore": asked.ignored, "filter": asked.filter, "stop": stop}
    threading.Thread(target=_read, args=(chain, state, parts), name="answer", daemon=True).start()
    try:
        for grown in _grow(exchange, parts, stop):
            yield (*kept, grown)
    finally:
        stop.set()


def _read(chain: Chain, state: dict[str, Any], parts: Parts) -> None:
    """Runs in its own thread, to the end of the chain: `stop` in `state` brings that near. Every error travels as a part."""
    try:
        for part in chain.stream(state):
            parts.put(part)
    except Exception as error:  # whatever it is, `_grow` sorts it
        parts.put(error)
    else:
        parts.put(None)


def _grow(exchange: Exchange, parts: Parts, stop: threading.Event) -> Iterator[Exchange]:
    draft = Draft()
    while not exchange.ended:
        before = exchange
        for part in _take(parts):
            if isinstance(part, dict) and "draft" in part:
                draft += part["draft"]
            exchange = _take_in(exchange, part, draft)
            if exchange.ended:
                break
        if stop.is_set():
            exchange = replace(exchange, answer=None, draft="", note=STOPPED, ended=True)
        if exchange != before:
            yield exchange
            stop.wait(0 if exchange.ended else PAUSE_SECONDS)


def _take(parts: Parts) -> Iterator[dict[str, Any] | Exception | None]:
    """What has come since, after a pause when that is nothing."""
    try:
        yield parts.get(timeout=PAUSE_SECONDS)
        while True:
            yield parts.get_nowait()
    except queue.Empty:
        return


def _take_in(exchange: Exchange, part: dict[str, Any] | Exception | None, draft: Draft) -> Exchange:
    if isinstance(part, ArchiveError | ModelError):
        # their messages are lines for the reader
        return replace(exchange, draft="", note=_sentence(str(part)), ended=True)
    if not isinstance(part, dict):
        log.error("a question could not be answered", exc_info=part)
        return replace(exchange, draft="", note=BROKEN, ended=True)
    if "answer" in part:
        answer: Answer = part["answer"]
        return replace(exchange, answer=answer, draft="", note="", ended=True)
    if "query" in part:
        exchange = replace(exchange, searched=part["query"].text)
    if "passages" in part:
        exchange = replace(exchange, found=tuple(to_found(passage) for passage in part["passages"]))
    if draft.model is not None:
        return replace(exchange, draft=preview(draft), note=WRITING)
    # quotes come all at once and are verbatim already; after a draft that failed they take its place
    return replace(exchange, draft="", note=READING) if "passages" in part or "draft" in part else exchange


def to_found(passage: Document) -> Found:
    """What the page keeps of a passage."""
    facts = passage.metadata
    return Found(facts["article_id"], facts["title"], facts["source"], facts.get("published"))


def _sentence(message: str) -> str:
    text = " ".join(message.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
