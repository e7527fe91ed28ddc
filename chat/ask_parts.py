"""The view `Ask`: its components, laid out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from chat.limit_parts import LimitParts, lay_out_limits
from rag.question import LONGEST_QUESTION

if TYPE_CHECKING:
    import gradio as gr

MOST_CHARACTERS = 4000  # of what a click sends: a question and what it does


@dataclass(frozen=True, slots=True)
class ActionParts:
    """What can be done with an answer; the row `reasons` is shown to whoever has rated one."""

    row: "gr.Row"
    copy: "gr.Button"
    retry: "gr.Button"
    edit: "gr.Button"
    good: "gr.Button"
    bad: "gr.Button"
    clear: "gr.Button"
    reasons: "gr.Row"
    reason: "gr.Textbox"
    send: "gr.Button"


@dataclass(frozen=True, slots=True)
class EvidenceParts:
    """What stands beside the conversation."""

    order: "gr.Radio"
    plot: "gr.BarPlot"
    cards: "gr.HTML"


@dataclass(frozen=True, slots=True)
class HiddenParts:
    """Out of sight: what a click in our HTML does, and what the reader may take away (`page.js`)."""

    action: "gr.Textbox"
    copied: "gr.Textbox"
    shared: "gr.Textbox"


@dataclass(frozen=True, slots=True)
class AskParts:
    """The components that events change. `stopping` ends the answer that is being written: a threading.Event."""

    talk: "gr.State"
    stopping: "gr.State"
    start: "gr.HTML"
    chatbot: "gr.Chatbot"
    box: "gr.Textbox"
    actions: ActionParts
    limits: LimitParts
    hidden: HiddenParts
    evidence: EvidenceParts

    @property
    def page(self) -> list[Any]:
        """What `read_page` takes, in its order."""
        return [self.talk, self.evidence.order, *self.limits.read]

    @property
    def shown(self) -> list[Any]:
        """In the order in which `show` gives their updates."""
        return [
            *(self.talk, self.stopping, self.start, self.chatbot, self.box, self.actions.row, self.actions.reasons),
            *(self.hidden.copied, self.hidden.shared, self.evidence.plot, self.evidence.cards),
            *self.limits.shown,
        ]


def lay_out_ask(i18n: "gr.I18n") -> AskParts:
    """Called inside the Blocks of the page."""
    import gradio as gr

    from chat.conversation import Talk

    talk, stopping = gr.State(Talk()), gr.State(None)
    with gr.Row(elem_id="newsdesk-desk"):
        with gr.Column(scale=6, min_width=300, elem_id="newsdesk-left"):
            start = gr.HTML("", elem_id="newsdesk-start", js_on_load=None)
            chatbot = gr.Chatbot(
                label=i18n("conversation"), show_label=False, elem_id="newsdesk-chatbot", container=False, visible="hidden",
                sanitize_html=True, latex_delimiters=[], allow_tags=False, allow_file_downloads=False, buttons=[],
            )  # fmt: skip
            actions = _lay_out_actions(i18n)
            box = gr.Textbox(
                label=i18n("question"), show_label=False, container=False, elem_id="newsdesk-question", autofocus=True, max_lines=6,
                placeholder=i18n("question_hint"), max_length=LONGEST_QUESTION, submit_btn=True,
            )  # fmt: skip
            limits = lay_out_limits(i18n)
            hidden = _lay_out_hidden()
        with gr.Column(scale=5, min_width=300, elem_id="newsdesk-evidence"):
            evidence = _lay_out_evidence(i18n)
    return AskParts(talk, stopping, start, chatbot, box, actions, limits, hidden, evidence)


def _lay_out_actions(i18n: "gr.I18n") -> ActionParts:
    import gradio as gr

    with gr.Row(elem_id="newsdesk-actions", visible=False) as row:
        copy = gr.Button(i18n("copy"), size="sm", elem_id="newsdesk-copy")
        gr.Button(i18n("share"), size="sm", elem_id="newsdesk-share")
        retry = gr.Button(i18n("ask_again"), size="sm")
        edit = gr.Button(i18n("edit"), size="sm")
        good = gr.Button(i18n("good"), size="sm", elem_id="newsdesk-good")
        bad = gr.Button(i18n("bad"), size="sm")
        clear = gr.Button(i18n("new_conversation"), size="sm", elem_id="newsdesk-clear")
    with gr.Row(elem_id="newsdesk-reason", visible=False) as reasons:
        reason = gr.Textbox(label=i18n("reason"), placeholder=i18n("reason_hint"), max_length=2000, scale=4, container=False)
        send = gr.Button(i18n("send_reason"), size="sm", scale=0)
    return ActionParts(row, copy, retry, edit, good, bad, clear, reasons, reason, send)


def _lay_out_hidden() -> HiddenParts:
    import gradio as gr

    hidden: dict[str, Any] = {"visible": "hidden", "container": False, "show_label": False}
    action = gr.Textbox(elem_id="newsdesk-action", max_length=MOST_CHARACTERS, **hidden)
    copied = gr.Textbox(elem_id="newsdesk-copied", **hidden)
    shared = gr.Textbox(elem_id="newsdesk-shared", **hidden)
    return HiddenParts(action, copied, shared)


def _lay_out_evidence(i18n: "gr.I18n") -> EvidenceParts:
    import gradio as gr

    with gr.Row(elem_id="newsdesk-evidence-head"):
        gr.Markdown(i18n("evidence"), elem_classes="newsdesk-heading")
        orders = [(i18n("best_first"), "best"), (i18n("newest_first"), "newest")]
        order = gr.Radio(orders, value="best", label=i18n("evidence"), container=False, elem_id="newsdesk-order")
    plot = gr.BarPlot(
        x="published", y="passages", color="kind", y_aggregate="sum", height=140, visible=False, elem_id="newsdesk-plot",
        label=i18n("time"), x_title=" ", y_title=" ", color_title=" ", tooltip="axis",
    )  # fmt: skip
    return EvidenceParts(order, plot, gr.HTML("", elem_id="newsdesk-cards", js_on_load=None))
