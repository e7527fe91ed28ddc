"""Who is signed in, and the way out."""

from typing import TYPE_CHECKING
from urllib.parse import unquote

from chat.desk import NAME_HEADER, ROLE_HEADER
from chat.escape import escape_line
from chat.texts import say

if TYPE_CHECKING:
    import gradio as gr


def to_account(request: "gr.Request", language: str) -> str:
    """HTML; empty where nobody signs in. Signing out is a form: a link could be followed from anywhere."""
    name = unquote(str(request.headers.get(NAME_HEADER, "")))
    if not name:
        return ""
    told = escape_line(say("signed_in", language, name=name, role=str(request.headers.get(ROLE_HEADER, ""))))
    button = f'<button type="submit" class="chip">{escape_line(say("sign_out", language))}</button>'
    return f'<form method="post" action="/sign-out" class="account"><span>{told}</span> {button}</form>'
