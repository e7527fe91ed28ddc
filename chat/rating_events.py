"""The view `Ask`: what a reader thinks of an answer."""

from typing import TYPE_CHECKING, Any

from chat.ask_parts import ActionParts
from chat.conversation import Rating, Talk
from chat.desk import Desk, language_of
from chat.events import QUIETLY
from chat.texts import say

if TYPE_CHECKING:
    import gradio as gr


def wire_rating(parts: ActionParts, talk_of: "gr.State", desk: Desk) -> None:
    """Called inside the Blocks of the page."""
    import gradio as gr

    def add(rating: Rating) -> Any:
        def rated(talk: Talk, request: gr.Request) -> Any:
            talk = rate(desk, talk, request, rating)
            return talk, gr.update(visible=bool(talk.key)), ""

        return rated

    def explained(reason: object, talk: Talk, request: gr.Request) -> Any:
        if explain(desk, talk, request, reason):
            gr.Info(say("thanks", language_of(request)))
        return gr.update(visible=False)

    buttons: tuple[tuple[gr.Button, Rating], ...] = (parts.good, "good"), (parts.bad, "bad")
    for button, rating in buttons:
        button.click(add(rating), [talk_of], [talk_of, parts.reasons, parts.reason], **QUIETLY)
    gr.on([parts.send.click, parts.reason.submit], explained, [parts.reason, talk_of], parts.reasons, **QUIETLY)


def rate(desk: Desk, talk: Talk, request: "gr.Request", rating: Rating) -> Talk:
    """Keeps what the reader thinks of the last answer; gives the reader's own conversation, which is all that can be rated."""
    talk = desk.own(talk, request)
    if talk.key and talk.exchanges:
        desk.conversations.rate(talk, len(talk.exchanges), rating)
    return talk


def explain(desk: Desk, talk: Talk, request: "gr.Request", reason: object) -> bool:
    """Adds the reader's reason to that; whether there was something to add it to."""
    talk = desk.own(talk, request)
    if not (talk.key and talk.exchanges and isinstance(reason, str)):
        return False
    desk.conversations.explain(talk, len(talk.exchanges), reason)
    return True
