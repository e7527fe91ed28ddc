"""The steps of an answer, each a plain function: question -> query -> passages -> draft -> answer. `chain.py` makes them LangChain's."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from langchain_core.documents import Document

from rag.citations import check_draft
from rag.errands import Errands
from rag.errors import ModelFailed
from rag.extractive import quote_answer
from rag.generate import answer_messages, condense_messages, translate_messages, write
from rag.messages import language_for, say
from rag.models import open_model
from rag.outletnames import key_sources
from rag.outlets import Outlets, find_outlets
from rag.proof import Usage
from rag.question import Condense, forget_outlets, forget_time, limit_outlets, limit_time, longest_line, make_query
from rag.rerank import load_reranker
from rag.retrieve import find_passages
from rag.settings import AnswerSettings
from rag.sharpening import build_checks, judge_with, translate_answer
from rag.translate import AskInLanguages, make_translator
from rag.types import Answer, Draft, Query, Turn
from vectorstore import Archive, SearchFilter, read_settings
from vectorstore.remembered import Remembered

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# what goes from step to step: one dict that grows by a key with each
State = Mapping[str, Any]
# what the words of a question may limit
Limit = Literal["period", "sources", "languages"]
# of one source in what a model reads: who publishes much must not decide alone
PER_SOURCE = 2


@dataclass(frozen=True, slots=True)
class Steps:
    """Each reads what those before it put into the state under their names. A draft comes in chunks that add up."""

    query: Callable[[State], Query]
    passages: Callable[[State], list[Document]]
    draft: Callable[[State], Iterator[Draft]]
    answer: Callable[[State], Answer]


def make_steps(
    archive: Archive, model: "str | BaseChatModel | None", settings: AnswerSettings | None, now: Callable[[], datetime] = datetime.now
) -> Steps:
    """What `build_chain` chains, from the same arguments. Raises ModelError as that does."""
    limits = settings or read_settings(AnswerSettings)
    chat = open_model(model, limits)
    checks = build_checks(limits)
    translate = make_translator(archive) if chat is not None and limits.model_searches else None
    rerank = load_reranker(limits.reranker) if limits.reranker else None
    find_limits = _outlet_finder(archive)

    def make(state: State) -> Query:
        errands = None if chat is None else Errands(chat, limits, state.get("stop"))
        query = make_query(state.get("question"), state.get("history") or (), state.get("filter"), _condenser(errands))
        query = _limit(query, find_limits, state.get("now") or now(), state.get("ignore") or ())
        query = replace(query, caution=limits.caution)
        if errands is None:
            return query
        wordings = () if translate is None else translate(query.text, _translator(errands))
        return replace(query, wordings=wordings, usage=errands.usage)

    def find(state: State) -> list[Document]:
        return find_passages(archive, state["query"], limits.passages, None if chat is None else PER_SOURCE, rerank)

    def answer(state: State) -> Answer:
        query: Query = state["query"]
        errands = None if chat is None else Errands(chat, limits, state.get("stop"))
        sharpened = checks if errands is None else judge_with(checks, errands)
        checked = check_draft(archive, query, state["passages"], state["draft"], sharpened)
        if errands is not None and limits.model_translates:
            checked = translate_answer(checked, errands)
        usage = query.usage + (checked.usage or Usage()) + (errands.usage if errands else Usage())
        period = query.period if query.period and query.period.hard else None
        return replace(checked, period=period, outlets=query.outlets, usage=usage or None)

    return Steps(make, find, _drafter(archive, chat, limits), answer)


def run_steps(
    steps: Steps, question: str, history: Sequence[Turn] = (), filter: SearchFilter | None = None, ignore: Collection[Limit] = ()
) -> Iterator[Draft | Answer]:
    """As `stream_answer` does with the chain, without LangChain, whose runnables take a third of a second to import."""
    state: State = {"question": question, "history": history, "filter": filter, "ignore": ignore}
    state = {**state, "query": steps.query(state)}
    state = {**state, "passages": steps.passages(state)}
    draft = Draft()
    for chunk in steps.draft(state):
        draft += chunk
        yield draft
    yield steps.answer({**state, "draft": draft})


def _drafter(archive: Archive, model: "BaseChatModel | None", settings: AnswerSettings) -> Callable[[State], Iterator[Draft]]:
    """Writes drafts as chunks: the model's words, or quotes where there is no model, nothing to read to it, or it fails."""

    def draft(state: State) -> Iterator[Draft]:
        query, passages = state["query"], state["passages"]
        if model is None or not passages:
            yield quote_answer(archive, query, passages)
            return
        name, stop = _name_of(model), state.get("stop")
        has_begun = False
        try:
            if stop is None or not stop.is_set():
                for words in write(model, answer_messages(query, passages, settings), settings, stop):
                    has_begun = True
                    yield Draft(text=words.text, model=name, usage=words.usage)
            if not has_begun:
                # stopped before the first word: the next step reads a draft all the same
                yield Draft(model=name)
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


def _condenser(errands: Errands | None) -> Condense | None:
    if errands is None:
        return None
    return lambda question, turns: errands.ask_briefly(condense_messages(question, turns), longest_line(question))


def _translator(errands: Errands) -> AskInLanguages:
    def ask(question: str, languages: tuple[str, ...]) -> str:
        most = 2 * len(languages) * longest_line(question)
        return errands.ask_briefly(translate_messages(question, languages), most)

    return ask


def _name_of(model: "BaseChatModel") -> str:
    """The model's own name, such as `qwen3:4b`; the class's where it has none."""
    named = getattr(model, "model_name", None) or getattr(model, "model", None)
    return str(named or type(model).__name__)
