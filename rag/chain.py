"""The chain: the steps of an answer as one Runnable of LangChain."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Collection, Generator, Iterator, Sequence
from datetime import datetime
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import AddableDict, Runnable, RunnableGenerator

from rag.settings import AnswerSettings
from rag.steps import Limit, make_steps
from rag.types import Answer, Draft, Turn
from vectorstore import Archive, SearchFilter

# what runs through the chain: one dict that grows by a key with each step
State = dict[str, Any]


def build_chain(
    archive: Archive,
    model: str | BaseChatModel | None = None,
    settings: AnswerSettings | None = None,
    now: Callable[[], datetime] = datetime.now,
) -> Runnable[State, State]:
    """A Runnable from {"question", "history", "filter"} to the same with "query", "passages", "draft" and "answer".

    `history` (turns or pairs of question and answer, oldest first), `filter` (SearchFilter) and `stop` (threading.Event,
    ends the writing when it is set) may be left out, and so may `now` (datetime) and `ignore`, names out of "period",
    "sources" and "languages": a time in the question, such as "last week", a paper, "according to the Courier", or the papers of a language
    limit what is found, unless the filter limits the same or it is to be ignored.
    `stream` gives the draft in chunks that add up as they are written. The chain keeps nothing between questions.

    Args:
        archive: Must stay open as long as the chain is used.
        model: None or `none` answers with quotes; `provider:model` or a LangChain chat model writes.
        settings: None reads the environment; its `model` is not looked at here.
        now: What "today" is, where the input does not say.

    Raises:
        ModelError: The model that was named cannot be loaded, or the reranker.
    """
    steps = make_steps(archive, model, settings, now)
    return (
        _step("query", lambda state: iter((steps.query(state),)))
        | _step("passages", lambda state: iter((steps.passages(state),)))
        | _step("draft", steps.draft)
        | _step("answer", lambda state: iter((steps.answer(state),)))
    )


def _step(name: str, make: Callable[[State], Iterator[Any]]) -> RunnableGenerator[State, State]:
    """Passes on what comes, then adds what it makes of it under its name.

    As `RunnablePassthrough.assign` does, which takes three runs and a thread for each step: a sixth of an answer's time.
    """

    def run(chunks: Iterator[State]) -> Iterator[State]:
        state = AddableDict()
        for chunk in chunks:
            state = state + AddableDict(chunk)
            yield AddableDict(chunk)
        for made in make(state):
            yield AddableDict({name: made})

    async def run_beside(chunks: AsyncIterator[State]) -> AsyncIterator[State]:
        state = AddableDict()
        async for chunk in chunks:
            state = state + AddableDict(chunk)
            yield AddableDict(chunk)
        # an event loop must not wait for it itself
        made = make(state)
        while (part := await asyncio.to_thread(next, made, None)) is not None:
            yield AddableDict({name: part})

    return RunnableGenerator(run, run_beside, name=name)


def ask(chain: Runnable[State, State], question: str, history: Sequence[Turn | tuple[str, str]] = ()) -> Answer:
    """The answer to one question. Raises ValueError when the question is empty or longer than 2,000 characters."""
    answer: Answer = chain.invoke({"question": question, "history": history})["answer"]
    return answer


def stream_answer(
    chain: Runnable[State, State],
    question: str,
    history: Sequence[Turn | tuple[str, str]] = (),
    filter: SearchFilter | None = None,
    ignore: Collection[Limit] = (),
) -> Generator[Draft | Answer, None, None]:
    """The draft as it grows, each time as a whole, then the checked answer. Closing the iterator stops the model.

    What is to be ignored of the question's words limits nothing, as in `build_chain`.
    """
    stop = threading.Event()
    draft = Draft()
    asked = {"question": question, "history": history, "filter": filter, "ignore": ignore, "stop": stop}
    # named, so that it is closed behind `stop`: a chain that is closed reads first what is left of its input, all that the model writes
    chunks = chain.stream(asked)
    try:
        for chunk in chunks:
            if "draft" in chunk:
                draft += chunk["draft"]
                yield draft
            elif "answer" in chunk:
                yield chunk["answer"]
    finally:
        stop.set()
