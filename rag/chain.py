"""The chain: question -> query -> passages -> draft -> answer."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Collection, Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from langchain_core.documents import Document
from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableLambda, RunnablePassthrough

from rag.citations import check_draft
from rag.errors import ModelFailed
from rag.extractive import quote_answer
from rag.generate import answer_messages, condense_messages, translate_messages, write, write_briefly
from rag.messages import language_for, say
from rag.models import open_model
from rag.outlets import Outlets, find_outlets, key_sources
from rag.question import Condense, forget_outlets, forget_time, limit_outlets, limit_time, longest_line, make_query
from rag.rerank import load_reranker
from rag.retrieve import find_passages
from rag.settings import AnswerSettings
from rag.sharpening import build_checks, translate_answer
from rag.translate import AskInLanguages, make_translator
from rag.types import Answer, Draft, Query, Turn
from vectorstore import Archive, SearchFilter, read_settings
from vectorstore.remembered import Remembered

# what runs through the chain: one dict that grows by a key with each step
State = dict[str, Any]
# what the words of a question may limit
Limit = Literal["period", "sources", "languages"]
# of one source in what a model reads: who publishes much must not decide alone
PER_SOURCE = 2


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
    limits = settings or read_settings(AnswerSettings)
    chat = open_model(model, limits)
    draft = _drafter(archive, chat, limits)
    checks = build_checks(chat, limits)
    translate = make_translator(archive, _translator(chat, limits)) if chat is not None and limits.model_searches else None
    rerank = load_reranker(limits.reranker) if limits.reranker else None

    find_limits = _outlet_finder(archive)

    def make(state: State) -> Query:
        query = make_query(state.get("question"), state.get("history") or (), state.get("filter"), _condenser(chat, limits))
        query = _limit(query, find_limits, state.get("now") or now(), state.get("ignore") or ())
        return query if translate is None else replace(query, wordings=translate(query.text))

    def find(state: State) -> list[Document]:
        return find_passages(archive, state["query"], limits.passages, None if chat is None else PER_SOURCE, rerank)

    def answer(state: State) -> Answer:
        query: Query = state["query"]
        checked = check_draft(archive, query, state["passages"], state["draft"], checks)
        if chat is not None and limits.model_translates:
            checked = translate_answer(checked, chat, limits)
        return replace(checked, period=query.period if query.period and query.period.hard else None, outlets=query.outlets)

    return (
        RunnablePassthrough.assign(query=RunnableLambda(make, name="query"))
        .assign(passages=RunnableLambda(find, name="passages"))
        .assign(draft=RunnableLambda(draft, _in_thread(draft), name="draft"))
        .assign(answer=RunnableLambda(answer, name="answer"))
    )


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
    draft: Draft | None = None
    # closing `stream` itself waits for the end: LangChain's steps run ahead in threads of their own
    asked = {"question": question, "history": history, "filter": filter, "ignore": ignore, "stop": stop}
    chunks = chain.stream(asked)
    try:
        for chunk in chunks:
            if "draft" in chunk:
                draft = chunk["draft"] if draft is None else draft + chunk["draft"]
                yield draft
            elif "answer" in chunk:
                yield chunk["answer"]
    finally:
        stop.set()
        threading.Thread(target=_drain, args=(chunks,), daemon=True).start()


def _drain(chunks: Iterator[State]) -> None:
    """Lets steps that have been stopped come to their end; to close their stream while they run is an error in LangChain's tee."""
    with suppress(Exception):  # nobody waits for what they would say
        for _ in chunks:
            pass


def _drafter(archive: Archive, model: BaseChatModel | None, settings: AnswerSettings) -> Callable[[Mapping[str, Any]], Iterator[Draft]]:
    """Writes drafts as chunks: the model's words, or quotes where there is no model, nothing to read to it, or it fails."""

    def draft(state: Mapping[str, Any]) -> Iterator[Draft]:
        query, passages = state["query"], state["passages"]
        if model is None or not passages:
            yield quote_answer(archive, query, passages)
            return
        name = _name_of(model)
        try:
            for words in write(model, answer_messages(query, passages, settings), settings, state.get("stop")):
                yield Draft(text=words.text, model=name, usage=words.usage)
        except ModelFailed as error:
            quotes = quote_answer(archive, query, passages)
            language = language_for(query.question)
            instead = say("quotes_instead", language) if quotes.quotes else quotes.reason
            yield replace(quotes, replaces=True, reason=f"{error.say(language)} {instead}")

    return draft


def _outlet_finder(archive: Archive) -> Callable[[str], Outlets]:
    """Reads papers and languages out of questions; those that the archive has are read again when they have changed."""
    keyed = Remembered(archive.count_sources, lambda: key_sources([source for source, _ in archive.count_sources()]))
    return lambda question: find_outlets(question, keyed.get(), [language for language, _ in archive.count_languages()])


def _limit(query: Query, find: Callable[[str], Outlets], now: datetime, ignore: Collection[str]) -> Query:
    """The query with what its words limit, save what is to be ignored."""
    limited = limit_time(query, now)
    if "period" in ignore and limited.filter != query.filter:
        limited = forget_time(limited)
    return forget_outlets(limit_outlets(limited, find), sources="sources" in ignore, languages="languages" in ignore)


def _condenser(model: BaseChatModel | None, settings: AnswerSettings) -> Condense | None:
    if model is None:
        return None
    return lambda question, turns: write_briefly(model, condense_messages(question, turns), settings, longest_line(question))


def _translator(model: BaseChatModel, settings: AnswerSettings) -> AskInLanguages:
    def ask(question: str, languages: tuple[str, ...]) -> str:
        most = 2 * len(languages) * longest_line(question)
        return write_briefly(model, translate_messages(question, languages), settings, most)

    return ask


def _in_thread(draft: Callable[[State], Iterator[Draft]]) -> Callable[[State], AsyncIterator[Draft]]:
    """The same chunks for an event loop, which must not wait for them itself."""

    async def stream(state: State) -> AsyncIterator[Draft]:
        chunks = draft(state)
        while (chunk := await asyncio.to_thread(next, chunks, None)) is not None:
            yield chunk

    return stream


def _name_of(model: BaseChatModel) -> str:
    """The model's own name, such as `qwen3:4b`; the class's where it has none."""
    named = getattr(model, "model_name", None) or getattr(model, "model", None)
    return str(named or type(model).__name__)
