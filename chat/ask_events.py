"""The view `Ask`: what its events do."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chat.answering import converse
from chat.ask_parts import MOST_CHARACTERS, AskParts
from chat.ask_view import Reader, Updates, show, show_limits_only
from chat.cards import Order, to_cards
from chat.chips import loosen, without_limit
from chat.conversation import Exchange, Talk
from chat.desk import Desk, language_of
from chat.events import QUIETLY
from chat.limit_parts import read_limits, wire_limits
from chat.rating_events import wire_rating
from chat.texts import say
from chat.timing import picked_range
from rag.question import check_question
from vectorstore import SearchFilter

if TYPE_CHECKING:
    import gradio as gr

# answers at the same time; more wait in the queue
AT_ONCE = 8


def wire_ask(parts: AskParts, desk: Desk) -> None:
    """Called inside the Blocks of the page."""
    wire_limits(parts.limits)
    wire_rating(parts.actions, parts.talk, desk)
    wire_answers(parts, desk)
    wire_conversation(parts, desk)


def wire_answers(parts: AskParts, desk: Desk) -> None:
    """What is answered: what is typed, clicked or picked in the plot."""
    import gradio as gr

    def ask(request: gr.Request, question: object, *page: object) -> Iterator[Updates]:
        reader, talk = read_page(desk, request, page)
        if isinstance(question, str) and question.strip():
            yield from answer(desk, talk, reader, Exchange(question, filter=reader.limits))
        else:
            yield show(desk, talk, reader)

    def ask_again(request: gr.Request, *page: object) -> Iterator[Updates]:
        reader, talk = read_page(desk, request, page)
        yield from again(desk, talk, reader, lambda last: replace(last.again(), filter=reader.limits))

    def act(request: gr.Request, action: object, *page: object) -> Iterator[Updates]:
        reader, talk = read_page(desk, request, page)
        yield from perform(desk, talk, reader, action)

    def pick(request: gr.Request, picked: gr.SelectData, *page: object) -> Iterator[Updates]:
        reader, talk = read_page(desk, request, page)
        yield from ask_within(desk, talk, reader, picked.index)

    answering: dict[str, Any] = {**QUIETLY, "concurrency_limit": AT_ONCE, "concurrency_id": "answers"}
    # an answer that can be read may not be done with yet: what is asked meanwhile comes next, and is not dropped
    parts.box.submit(ask, [parts.box, *parts.page], parts.shown, **answering, trigger_mode="always_last")
    parts.actions.retry.click(ask_again, parts.page, parts.shown, **answering)
    parts.hidden.action.submit(act, [parts.hidden.action, *parts.page], parts.shown, **answering)
    parts.evidence.plot.select(pick, parts.page, parts.shown, **answering)


def wire_conversation(parts: AskParts, desk: Desk) -> None:
    """What is done with an answer, and with those before it."""
    import gradio as gr

    def stop(stopping: threading.Event | None) -> None:
        # the answer's own events show what follows
        if stopping is not None:
            stopping.set()

    def edit(request: gr.Request, *page: object) -> Updates:
        reader, talk = read_page(desk, request, page)
        last = talk.exchanges[-1].question if talk.exchanges else ""
        return show(desk, replace(talk, exchanges=talk.exchanges[:-1]), reader, question=last)

    def clear(request: gr.Request, *page: object) -> Updates:
        reader, talk = read_page(desk, request, page)
        return show(desk, Talk(talk.reader), follow(reader, SearchFilter()), question="")

    def sort(talk: Talk, order: Order, request: gr.Request) -> str:
        return to_cards(desk.archive, desk.own(talk, request).exchanges, language_of(request), order)

    def copied(request: gr.Request) -> None:
        gr.Info(say("copied", language_of(request)), duration=2)

    parts.box.stop(stop, [parts.stopping], None, **QUIETLY)
    parts.actions.edit.click(edit, parts.page, parts.shown, **QUIETLY)
    parts.actions.clear.click(clear, parts.page, parts.shown, **QUIETLY)
    evidence = parts.evidence
    evidence.order.input(sort, [parts.talk, evidence.order], evidence.cards, **QUIETLY)
    parts.actions.copy.click(copied, None, None, **QUIETLY)


def read_page(desk: Desk, request: "gr.Request", page: tuple[object, ...]) -> tuple[Reader, Talk]:
    """Who asks, and how, from what `AskParts.page` held: the conversation is the server's own, the rest the browser's."""
    talk, order, held, first, last = page
    assert isinstance(talk, Talk) and isinstance(held, SearchFilter)
    reader = Reader(language_of(request), "newest" if order == "newest" else "best", read_limits(held, first, last))
    return reader, desk.own(talk, request)


def follow(reader: Reader, limits: SearchFilter) -> Reader:
    """With other limits than those that the page's controls show."""
    return replace(reader, limits=limits, moves=True)


def perform(desk: Desk, talk: Talk, reader: Reader, action: object) -> Iterator[Updates]:
    """What a click in our HTML does. Anybody can send anything as an action; what is none does nothing."""
    kind, _, value = action[:MOST_CHARACTERS].partition(":") if isinstance(action, str) else ("", "", "")
    match kind:
        case "ask":
            yield from answer(desk, talk, reader, Exchange(value, filter=reader.limits))
        case "next" if value in (offered := _offered(talk)):
            yield from answer(desk, talk, reader, Exchange(offered[value], filter=reader.limits))
        case "drop":
            yield from again(desk, talk, reader, lambda last: without_limit(last, value))
        case "open":
            talk = desk.conversations.read(talk.reader, value) or talk
            limits = talk.exchanges[-1].filter if talk.exchanges else reader.limits
            yield show(desk, talk, follow(reader, limits), question="")
        case "loosen":
            yield show_limits_only(follow(reader, loosen(reader.limits, value)))
        case "forget":
            desk.conversations.forget(talk.reader, value)
            yield show(desk, talk, reader)
        case _:
            yield show(desk, talk, reader)


def _offered(talk: Talk) -> dict[str, str]:
    """The questions below the last answer, by the numbers that their buttons send."""
    return {str(place): question for place, question in enumerate(talk.exchanges[-1].next)} if talk.exchanges else {}


def again(desk: Desk, talk: Talk, reader: Reader, change: Callable[[Exchange], Exchange]) -> Iterator[Updates]:
    """Asks the last question once more, changed, in its place."""
    if not talk.exchanges:
        yield show(desk, talk, reader)
        return
    *before, last = talk.exchanges
    asked = change(last)
    yield from answer(desk, replace(talk, exchanges=tuple(before)), follow(reader, asked.filter), asked)


def ask_within(desk: Desk, talk: Talk, reader: Reader, picked: object) -> Iterator[Updates]:
    """Asks the last question once more, of a stretch of the plot; what is none asks nothing."""
    limits = picked_range(*picked) if isinstance(picked, list | tuple) and len(picked) == 2 else None
    if limits is None:
        yield show(desk, talk, reader)
        return
    within = replace(reader.limits, since=limits.since, until=limits.until, as_of=None)
    yield from again(desk, talk, reader, lambda last: replace(last.again(), any_time=True, filter=within))


def answer(desk: Desk, talk: Talk, reader: Reader, asked: Exchange) -> Iterator[Updates]:
    """The page again and again as the answer grows; stored at the end."""
    import gradio as gr

    try:
        asked = replace(asked, question=check_question(asked.question))
    except ValueError:
        gr.Warning(say("too_long", reader.language))
        yield show(desk, talk, reader)
        return
    stop = threading.Event()
    typed: str | None = ""
    for conversation in converse(desk.chain, talk.exchanges, asked, desk.is_ready, stop):
        talk = replace(talk, exchanges=conversation)
        # an answer is read at once; what lies around it, and its place in the store, come after
        yield show(desk, talk, reader, question=typed, stop=stop, busy=True)
        # only once: the reader may be writing the next question already
        typed = None
        # the reader may be setting limits for the next question, too
        reader = replace(reader, moves=False)
    talk = desk.keep(replace(talk, exchanges=(*talk.exchanges[:-1], desk.look_around(talk.exchanges[-1]))))
    yield show(desk, talk, reader, question=typed, stop=stop)
