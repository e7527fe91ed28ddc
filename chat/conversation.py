"""A conversation as the page keeps it, and how a question makes it longer."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.runnables import Runnable

from rag import Answer, Draft, ModelError, Turn, preview
from vectorstore import ArchiveError

log = logging.getLogger(__name__)

SEARCHING = "Searching the archive…"
LOADING = "Loading the search model; only the first question waits for it…"
READING = "Reading the passages found…"
CHECKING = "Written; checking each quote against its article…"
STOPPED = "Stopped before the quotes were checked."
BROKEN = "Something went wrong here, and the program's log says what. Ask again, or ask something else."

# older ones leave the page: each brings its articles along
LONGEST_CONVERSATION = 30
# a browser need not be told of every token
PAUSE_SECONDS = 0.08


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the answer it got.

    Attributes:
        answer: None while it is being written, and when it never came.
        draft: What is shown before the answer is checked.
        note: What is being done, or why there is no answer.
        ended: Nothing more will come.
    """

    question: str
    answer: Answer | None = None
    draft: str = ""
    note: str = ""
    ended: bool = False


Conversation = tuple[Exchange, ...]


def converse(
    chain: Runnable[dict[str, Any], dict[str, Any]], before: Conversation, question: str, is_ready: Callable[[], bool]
) -> Iterator[Conversation]:
    """The conversation again and again as the answer to the question grows; never raises but for a bug here.

    Args:
        chain: As `rag.build_chain` makes it.
        before: What was said until now.
        question: Checked already.
        is_ready: Whether the embedding model is loaded.
    """
    kept = before[-(LONGEST_CONVERSATION - 1) :]
    exchange = Exchange(question, note=SEARCHING if is_ready() else LOADING)
    yield (*kept, exchange)
    try:
        for grown in _grow(chain, kept, exchange):
            yield (*kept, grown)
    except (ArchiveError, ModelError, ValueError) as error:
        # our own messages, each a sentence that says what to do
        yield (*kept, replace(exchange, draft="", note=_sentence(str(error)), ended=True))
    except Exception:  # the edge: whatever it is, the reader is told calmly and the log has the trace
        log.exception("a question could not be answered")
        yield (*kept, replace(exchange, draft="", note=BROKEN, ended=True))


def stop(conversation: Conversation) -> Conversation:
    """The conversation when the reader stopped the answer that was being written."""
    if not conversation or conversation[-1].ended:
        return conversation
    return (*conversation[:-1], replace(conversation[-1], draft="", note=STOPPED, ended=True))


def turns(conversation: Conversation) -> list[Turn]:
    """What later questions may refer to."""
    return [Turn(exchange.question, exchange.answer.text) for exchange in conversation if exchange.answer is not None]


def _grow(chain: Runnable[dict[str, Any], dict[str, Any]], before: Sequence[Exchange], exchange: Exchange) -> Iterator[Exchange]:
    draft: Draft | None = None
    shown_at = 0.0
    for chunk in chain.stream({"question": exchange.question, "history": turns(tuple(before))}):
        if "passages" in chunk:
            exchange = replace(exchange, note=READING)
            yield exchange
        if "draft" in chunk:
            draft = chunk["draft"] if draft is None else draft + chunk["draft"]
            # quotes are verbatim already and come all at once
            exchange = replace(exchange, draft=preview(draft) if draft.model else "", note=CHECKING if draft.model else exchange.note)
            if time.monotonic() - shown_at >= PAUSE_SECONDS:
                shown_at = time.monotonic()
                yield exchange
        if "answer" in chunk:
            exchange = replace(exchange, answer=chunk["answer"], draft="", note="", ended=True)
    yield exchange


def _sentence(message: str) -> str:
    text = " ".join(message.split())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
