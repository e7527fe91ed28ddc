"""The page: its parts, and what each event does to them."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chat.answering import Chain, converse
from chat.cards import EMPTY, to_cards
from chat.conversation import Conversation, Exchange
from chat.examples import find_examples
from chat.header import to_header, to_note
from chat.messages import to_messages
from rag import ChosenModel, build_chain
from rag.question import LONGEST_QUESTION, check_question
from vectorstore import Archive

if TYPE_CHECKING:
    import gradio as gr

PLACEHOLDER = "<h2>What do you want to know?</h2><p>Every answer comes with the words that prove it, their source and their date.</p>"
# how soon a reader sees that another process added articles
REFRESH_SECONDS = 30
# answers at the same time, and questions that wait; more are told that the desk is busy
AT_ONCE, WAITING = 8, 64

Updates = tuple[Any, ...]  # what Gradio takes for each output: a value or an update


@dataclass(frozen=True, slots=True)
class Desk:
    """What the events of a page work with; shared by all readers.

    Attributes:
        samples: Folder that `find_examples` may take questions from.
        is_ready: Whether the embedding model is loaded.
    """

    archive: Archive
    chosen: ChosenModel
    chain: Chain
    samples: Path | None = None
    is_ready: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class Parts:
    """The components that events change."""

    conversation: "gr.State"
    stopping: "gr.State"
    header: "gr.HTML"
    chatbot: "gr.Chatbot"
    box: "gr.Textbox"
    retry: "gr.Button"
    any_time: "gr.Button"
    clear: "gr.Button"
    cards: "gr.HTML"

    @property
    def shown(self) -> list[Any]:
        """In the order in which `show` gives their updates."""
        return [self.conversation, self.stopping, self.chatbot, self.box, self.retry, self.clear, self.cards, self.header]


def build_app(
    archive: Archive, chosen: ChosenModel, *, samples: Path | None = None, is_ready: Callable[[], bool] = lambda: True
) -> "gr.Blocks":
    """The chat as Gradio Blocks, for `serving` to mount. The archive must stay open as long as it is served."""
    import gradio as gr

    desk = Desk(archive, chosen, build_chain(archive, chosen.model), samples, is_ready)
    app = gr.Blocks(title="Newsdesk", analytics_enabled=False, delete_cache=(3600, 3600), fill_width=True)
    with app:
        parts = _lay_out(desk)
        _wire(app, parts, desk)
    # without api_open=False a request could go round the queue
    app.queue(default_concurrency_limit=AT_ONCE, max_size=WAITING, api_open=False)
    return app


def show(desk: Desk, conversation: Conversation, *, question: str | None = None, stop: threading.Event | None = None) -> Updates:
    """Updates for `Parts.shown`. While an answer is written the sources stay as they are.

    Args:
        question: Put into the box; None leaves what the reader is writing.
        stop: Ends the answer that is being written.
    """
    import gradio as gr

    busy = bool(conversation) and not conversation[-1].ended
    typed: dict[str, Any] = {} if question is None else {"value": question}
    usable = gr.update(interactive=bool(conversation) and not busy)
    return (
        conversation,
        stop,
        to_messages(conversation),
        gr.update(submit_btn=not busy, stop_btn=busy, **typed),
        usable,
        usable,
        gr.skip() if busy else to_cards(desk.archive, conversation),
        gr.skip() if busy else to_header(desk.archive.status(), desk.chosen),
    )


def _lay_out(desk: Desk) -> Parts:
    import gradio as gr

    conversation = gr.State(())
    # of the answer that is being written: a threading.Event
    stopping = gr.State(None)
    header = gr.HTML(to_header(desk.archive.status(), desk.chosen), elem_id="newsdesk-header", js_on_load=None)
    with gr.Row(elem_id="newsdesk-desk"):
        with gr.Column(scale=3, min_width=300):
            chatbot = gr.Chatbot(
                label="Conversation", show_label=False, elem_id="newsdesk-chatbot", placeholder=PLACEHOLDER, container=False,
                sanitize_html=True, latex_delimiters=[], allow_tags=False, allow_file_downloads=False, buttons=[],
            )  # fmt: skip
            box = gr.Textbox(
                label="Your question", show_label=False, container=False, elem_id="newsdesk-question", autofocus=True, max_lines=6,
                placeholder="Ask in any language", max_length=LONGEST_QUESTION, submit_btn=True,
            )  # fmt: skip
            with gr.Row(elem_id="newsdesk-actions"):
                retry = gr.Button("Ask again", size="sm", interactive=False)
                clear = gr.Button("Clear", size="sm", interactive=False)
                # out of sight: the link below an answer presses it
                any_time = gr.Button("Ask again for any time", elem_id="newsdesk-any-time")
                gr.HTML(to_note(desk.chosen), elem_id="newsdesk-note", js_on_load=None)
        with gr.Column(scale=2, min_width=300, elem_id="newsdesk-sources"):
            gr.HTML("<h2>Sources</h2>", elem_id="newsdesk-sources-title", js_on_load=None)
            cards = gr.HTML(EMPTY, elem_id="newsdesk-cards", js_on_load=None)
    return Parts(conversation, stopping, header, chatbot, box, retry, any_time, clear, cards)


def _wire(app: "gr.Blocks", parts: Parts, desk: Desk) -> None:
    import gradio as gr

    def ask(question: object, conversation: Conversation) -> Iterator[Updates]:
        if not isinstance(question, str) or not question.strip():
            yield show(desk, conversation)
            return
        yield from _answer(desk, conversation, Exchange(question))

    def ask_example(conversation: Conversation, chosen: gr.SelectData) -> Iterator[Updates]:
        value = chosen.value
        yield from ask(value.get("text") if isinstance(value, dict) else value, conversation)

    def ask_again(conversation: Conversation) -> Iterator[Updates]:
        if conversation:
            last = conversation[-1]
            yield from _answer(desk, conversation[:-1], Exchange(last.question, any_time=last.any_time))
        else:
            yield show(desk, conversation)

    def ask_any_time(conversation: Conversation) -> Iterator[Updates]:
        yield from ask_again((*conversation[:-1], *(replace(last, any_time=True) for last in conversation[-1:])))

    def stop(stopping: threading.Event | None) -> None:
        # the answer's own events show what follows
        if stopping is not None:
            stopping.set()

    def clear() -> Updates:
        return show(desk, (), question="")

    def visited() -> tuple[Any, str]:
        examples = [{"text": question} for question in find_examples(desk.archive, desk.samples)]
        return gr.update(examples=examples), to_header(desk.archive.status(), desk.chosen)

    # nothing of this is an API, and overlays of progress would flicker over the text
    quietly: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    parts.box.submit(ask, [parts.box, parts.conversation], parts.shown, **quietly)
    parts.box.stop(stop, [parts.stopping], None, **quietly)
    parts.chatbot.example_select(ask_example, [parts.conversation], parts.shown, **quietly)
    parts.retry.click(ask_again, [parts.conversation], parts.shown, **quietly)
    parts.any_time.click(ask_any_time, [parts.conversation], parts.shown, **quietly)
    parts.clear.click(clear, None, parts.shown, **quietly)
    app.load(visited, None, [parts.chatbot, parts.header], **quietly)
    gr.Timer(REFRESH_SECONDS).tick(lambda: to_header(desk.archive.status(), desk.chosen), None, parts.header, **quietly)


def _answer(desk: Desk, before: Conversation, asked: Exchange) -> Iterator[Updates]:
    import gradio as gr

    try:
        asked = replace(asked, question=check_question(asked.question))
    except ValueError as error:
        gr.Warning(str(error))
        yield show(desk, before)
        return
    stop = threading.Event()
    typed: str | None = ""
    for conversation in converse(desk.chain, before, asked, desk.is_ready, stop):
        yield show(desk, conversation, question=typed, stop=stop)
        # only once: the reader may be writing the next question already
        typed = None
