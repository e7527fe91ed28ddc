"""The view `Ask`: what it shows of a conversation."""

import threading
from dataclasses import dataclass, field
from typing import Any

from chat.cards import Order, to_cards
from chat.conversation import Exchange, Talk
from chat.desk import Desk
from chat.examples import find_examples
from chat.limit_parts import show_limits
from chat.messages import to_messages
from chat.past import is_outdated
from chat.sharing import to_markdown, to_text
from chat.start import to_start
from chat.texts import say
from chat.timing import axis_of, bin_of, tabulate
from vectorstore import SearchFilter

Updates = tuple[Any, ...]  # what Gradio takes for each output: a value or an update
# how many of `AskParts.shown` are of the limits, and how many are not
LIMIT_PARTS, OTHER_PARTS = 4, 11
# seen on paper and in the dark
COLOURS = {"cited": "#1b8a90", "found": "#b9b4a8"}


@dataclass(frozen=True, slots=True)
class Reader:
    """How a reader wants it shown.

    Attributes:
        limits: What is asked next may find this.
        moves: The controls of the limits are not where `limits` are, and follow.
    """

    language: str
    order: Order = "best"
    limits: SearchFilter = field(default_factory=SearchFilter)
    moves: bool = False


def show(
    desk: Desk, talk: Talk, reader: Reader, *, question: str | None = None, stop: threading.Event | None = None, busy: bool = False
) -> Updates:
    """Updates for `AskParts.shown`. While an answer is written the evidence stays as it is.

    Args:
        busy: More will come though the answer has ended.
        question: Put into the box; None leaves what the reader is writing.
        stop: Ends the answer that is being written.
    """
    import gradio as gr

    exchanges = talk.exchanges
    busy = busy or (bool(exchanges) and not exchanges[-1].ended)
    typed: dict[str, Any] = {} if question is None else {"value": question}
    last = exchanges[-1] if exchanges else None
    return (
        talk,
        stop,
        gr.update(visible=False) if exchanges else gr.update(visible=True, value=show_start(desk, talk.reader, reader.language)),
        gr.update(value=to_messages(exchanges, reader.language, is_outdated(desk.archive, talk)), visible=True if exchanges else "hidden"),
        gr.update(submit_btn=not busy, stop_btn=busy, **typed),
        gr.update(visible=bool(exchanges) and not busy),
        gr.update(visible=False),
        gr.skip() if busy else to_text(last) if last else "",
        gr.skip() if busy else to_markdown(exchanges),
        gr.skip() if busy else show_plot(last, reader.language),
        gr.skip() if busy else to_cards(desk.archive, exchanges, reader.language, reader.order),
        *(show_limits(reader.limits, reader.language) if reader.moves else [gr.skip()] * LIMIT_PARTS),
    )


def show_limits_only(reader: Reader) -> Updates:
    """Updates for `AskParts.shown` that leave all else as it is."""
    import gradio as gr

    return *[gr.skip()] * OTHER_PARTS, *show_limits(reader.limits, reader.language)


def show_start(desk: Desk, reader: str, language: str) -> str:
    """The page before the first question."""
    talks = desk.conversations.list(reader) if reader else []
    return to_start(desk.archive, find_examples(desk.archive, desk.samples, language), talks, desk.chosen, language)


def show_plot(exchange: Exchange | None, language: str) -> Any:
    """What was found over time; out of sight where that is no time."""
    import gradio as gr

    table = tabulate(exchange, language) if exchange is not None else None
    if table is None or exchange is None:
        return gr.update(visible=False)
    colours = {say(name, language): colour for name, colour in COLOURS.items()}
    axis = axis_of(exchange, language)
    return gr.update(value=table, visible=True, x_bin=bin_of(exchange), color_map=colours, x_axis_format=axis)
