"""The view `Ask`: its components, laid out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chat.limit_parts import LimitParts, lay_out_limits
from rag.question import LONGEST_QUESTION

if TYPE_CHECKING:
    import gradio as gr

MOST_CHARACTERS = 4000  # of what a click sends: a question and what it does


@dataclass(frozen=True, slots=True)
class AskParts:
    """The components that events change."""

    talk: "gr.State"
    stopping: "gr.State"
    order: "gr.Radio"
    start: "gr.HTML"
    chatbot: "gr.Chatbot"
    box: "gr.Textbox"
    limits: LimitParts
    action: "gr.Textbox"
    actions: "gr.Row"
    retry: "gr.Button"
    edit: "gr.Button"
    copy: "gr.Button"
    good: "gr.Button"
    bad: "gr.Button"
    clear: "gr.Button"
    reason_row: "gr.Row"
    reason: "gr.Textbox"
    send: "gr.Button"
    copied: "gr.Textbox"
    shared: "gr.Textbox"
    plot: "gr.BarPlot"
    cards: "gr.HTML"

    @property
    def page(self) -> list[Any]:
        """What `read_page` takes, in its order."""
        return [self.talk, self.order, *self.limits.read]

    @property
    def shown(self) -> list[Any]:
        """In the order in which `show` gives their updates."""
        return [
            *(self.talk, self.stopping, self.start, self.chatbot, self.box, self.actions, self.reason_row),
            *(self.copied, self.shared, self.plot, self.cards),
            *self.limits.shown,
        ]


def lay_out_ask(i18n: "gr.I18n") -> AskParts:
    """Called inside the Blocks of the page."""
    import gradio as gr

    from chat.conversation import Talk

    talk = gr.State(Talk())
    # of the answer that is being written: a threading.Event
    stopping = gr.State(None)
    with gr.Row(elem_id="newsdesk-desk"):
        with gr.Column(scale=6, min_width=300, elem_id="newsdesk-left"):
            start = gr.HTML("", elem_id="newsdesk-start", js_on_load=None)
            chatbot = gr.Chatbot(
                label=i18n("conversation"), show_label=False, elem_id="newsdesk-chatbot", container=False, visible="hidden",
                sanitize_html=True, latex_delimiters=[], allow_tags=False, allow_file_downloads=False, buttons=[],
            )  # fmt: skip
            with gr.Row(elem_id="newsdesk-actions", visible=False) as actions:
                copy = gr.Button(i18n("copy"), size="sm", elem_id="newsdesk-copy")
                gr.Button(i18n("share"), size="sm", elem_id="newsdesk-share")
                retry = gr.Button(i18n("ask_again"), size="sm")
                edit = gr.Button(i18n("edit"), size="sm")
                good = gr.Button(i18n("good"), size="sm", elem_id="newsdesk-good")
                bad = gr.Button(i18n("bad"), size="sm")
                clear = gr.Button(i18n("new_conversation"), size="sm", elem_id="newsdesk-clear")
            with gr.Row(elem_id="newsdesk-reason", visible=False) as reason_row:
                reason = gr.Textbox(label=i18n("reason"), placeholder=i18n("reason_hint"), max_length=2000, scale=4, container=False)
                send = gr.Button(i18n("send_reason"), size="sm", scale=0)
            box = gr.Textbox(
                label=i18n("question"), show_label=False, container=False, elem_id="newsdesk-question", autofocus=True, max_lines=6,
                placeholder=i18n("question_hint"), max_length=LONGEST_QUESTION, submit_btn=True,
            )  # fmt: skip
            limits = lay_out_limits(i18n)
            # out of sight: what a click in our HTML does, and what the reader may take away (`page.js`)
            hidden: dict[str, Any] = {"visible": "hidden", "container": False, "show_label": False}
            action = gr.Textbox(elem_id="newsdesk-action", max_length=MOST_CHARACTERS, **hidden)
            copied = gr.Textbox(elem_id="newsdesk-copied", **hidden)
            shared = gr.Textbox(elem_id="newsdesk-shared", **hidden)
        with gr.Column(scale=5, min_width=300, elem_id="newsdesk-evidence"):
            with gr.Row(elem_id="newsdesk-evidence-head"):
                gr.Markdown(i18n("evidence"), elem_classes="newsdesk-heading")
                order = gr.Radio(
                    [(i18n("best_first"), "best"), (i18n("newest_first"), "newest")], value="best", label=i18n("evidence"), container=False,
                    elem_id="newsdesk-order",
                )  # fmt: skip
            plot = gr.BarPlot(
                x="published", y="passages", color="kind", y_aggregate="sum", height=140, visible=False, elem_id="newsdesk-plot",
                label=i18n("time"), x_title=" ", y_title=" ", color_title=" ", tooltip="axis",
            )  # fmt: skip
            cards = gr.HTML("", elem_id="newsdesk-cards", js_on_load=None)
    return AskParts(
        talk, stopping, order, start, chatbot, box, limits, action, actions, retry, edit, copy, good, bad, clear, reason_row, reason, send,
        copied, shared, plot, cards,
    )  # fmt: skip
