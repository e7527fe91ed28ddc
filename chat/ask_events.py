"""The view `Ask`: what its events do."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from chat.answering import converse
from chat.ask_parts import MOST_CHARACTERS, AskParts
from chat.ask_view import Reader, Updates, show
from chat.cards import Order, to_cards
from chat.chips import without
from chat.conversation import Exchange, Rating, Talk
from chat.desk import Desk, language_of
from chat.texts import say
from chat.timing import picked_range
from rag.question import check_question

if TYPE_CHECKING:
    pass

# answers at the same time; more wait in the queue
AT_ONCE = 8


def wire_ask(parts: AskParts, desk: Desk) -> None:
    """Called inside the Blocks of the page."""
    import gradio as gr

    def ask(question: object, talk: Talk, order: Order, request: gr.Request) -> Iterator[Updates]:
        reader, talk = Reader(language_of(request), order), desk.own(talk, request)
        if isinstance(question, str) and question.strip():
            yield from answer(desk, talk, reader, Exchange(question))
        else:
            yield show(desk, talk, reader)

    def ask_again(talk: Talk, order: Order, request: gr.Request) -> Iterator[Updates]:
        reader, talk = Reader(language_of(request), order), desk.own(talk, request)
        yield from again(desk, talk, reader, lambda last: last.again())

    def act(action: object, talk: Talk, order: Order, request: gr.Request) -> Iterator[Updates]:
        yield from perform(desk, desk.own(talk, request), Reader(language_of(request), order), action)

    def pick(talk: Talk, order: Order, request: gr.Request, picked: gr.SelectData) -> Iterator[Updates]:
        reader, talk = Reader(language_of(request), order), desk.own(talk, request)
        index = picked.index
        limits = picked_range(*index) if isinstance(index, list | tuple) and len(index) == 2 else None
        if limits is None:
            yield show(desk, talk, reader)
            return
        dates = {"since": limits.since, "until": limits.until, "as_of": None}
        yield from again(desk, talk, reader, lambda last: replace(last.again(), any_time=True, filter=replace(last.filter, **dates)))

    def edit(talk: Talk, order: Order, request: gr.Request) -> Updates:
        talk = desk.own(talk, request)
        last = talk.exchanges[-1].question if talk.exchanges else ""
        return show(desk, replace(talk, exchanges=talk.exchanges[:-1]), Reader(language_of(request), order), question=last)

    def clear(talk: Talk, order: Order, request: gr.Request) -> Updates:
        return show(desk, Talk(desk.own(talk, request).reader), Reader(language_of(request), order), question="")

    def stop(stopping: threading.Event | None) -> None:
        # the answer's own events show what follows
        if stopping is not None:
            stopping.set()

    def sort(talk: Talk, order: Order, request: gr.Request) -> str:
        return to_cards(desk.archive, desk.own(talk, request).exchanges, language_of(request), order)

    def copied(request: gr.Request) -> None:
        gr.Info(say("copied", language_of(request)), duration=2)

    def rate(rating: Rating) -> Any:
        def rated(talk: Talk, request: gr.Request) -> Any:
            talk = desk.own(talk, request)
            if talk.key and talk.exchanges:
                desk.conversations.rate(talk, len(talk.exchanges), rating)
            return talk, gr.update(visible=bool(talk.key)), ""

        return rated

    def explain(reason: object, talk: Talk, request: gr.Request) -> Any:
        talk = desk.own(talk, request)
        if talk.key and talk.exchanges and isinstance(reason, str):
            desk.conversations.explain(talk, len(talk.exchanges), reason)
            gr.Info(say("thanks", language_of(request)))
        return gr.update(visible=False)

    # nothing of this is an API, and overlays of progress would flicker over the text
    quietly: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    answering: dict[str, Any] = {**quietly, "concurrency_limit": AT_ONCE, "concurrency_id": "answers"}
    inputs = [parts.talk, parts.order]
    # an answer that can be read may not be done with yet: what is asked meanwhile comes next, and is not dropped
    parts.box.submit(ask, [parts.box, *inputs], parts.shown, **answering, trigger_mode="always_last")
    parts.retry.click(ask_again, inputs, parts.shown, **answering)
    parts.action.submit(act, [parts.action, *inputs], parts.shown, **answering)
    parts.plot.select(pick, inputs, parts.shown, **answering)
    parts.box.stop(stop, [parts.stopping], None, **quietly)
    parts.edit.click(edit, inputs, parts.shown, **quietly)
    parts.clear.click(clear, inputs, parts.shown, **quietly)
    parts.order.input(sort, inputs, parts.cards, **quietly)
    parts.copy.click(copied, None, None, **quietly)
    for button, rating in ((parts.good, "good"), (parts.bad, "bad")):
        button.click(rate(rating), [parts.talk], [parts.talk, parts.reason_row, parts.reason], **quietly)  # type: ignore[arg-type]
    gr.on([parts.send.click, parts.reason.submit], explain, [parts.reason, parts.talk], parts.reason_row, **quietly)


def perform(desk: Desk, talk: Talk, reader: Reader, action: object) -> Iterator[Updates]:
    """What a click in our HTML does. Anybody can send anything as an action; what is none does nothing."""
    kind, _, value = action[:MOST_CHARACTERS].partition(":") if isinstance(action, str) else ("", "", "")
    match kind:
        case "ask":
            yield from answer(desk, talk, reader, Exchange(value))
        case "next" if value.isascii() and value.isdigit() and talk.exchanges:
            offered = talk.exchanges[-1].next
            if int(value[:3]) < len(offered):
                yield from answer(desk, talk, reader, Exchange(offered[int(value[:3])]))
        case "drop":
            yield from again(desk, talk, reader, lambda last: without(last, value))
        case "open":
            yield show(desk, desk.conversations.read(talk.reader, value) or talk, reader, question="")
        case "forget":
            desk.conversations.forget(talk.reader, value)
            yield show(desk, talk, reader)
        case _:
            yield show(desk, talk, reader)


def again(desk: Desk, talk: Talk, reader: Reader, change: Any) -> Iterator[Updates]:
    """Asks the last question once more, changed, in its place."""
    if not talk.exchanges:
        yield show(desk, talk, reader)
        return
    *before, last = talk.exchanges
    yield from answer(desk, replace(talk, exchanges=tuple(before)), reader, change(last))


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
    talk = desk.keep(replace(talk, exchanges=(*talk.exchanges[:-1], desk.look_around(talk.exchanges[-1]))))
    yield show(desk, talk, reader, question=typed, stop=stop)
