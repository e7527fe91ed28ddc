"""The page before the first question: what it is for, questions to begin with, earlier conversations."""

from collections.abc import Sequence

from chat.conversation import Talk
from chat.escape import escape, escape_line
from chat.markup import clean
from chat.past import to_past
from chat.texts import say
from rag import ChosenModel
from vectorstore import Archive


def to_start(archive: Archive, examples: Sequence[str], talks: Sequence[Talk], chosen: ChosenModel, language: str) -> str:
    """HTML whose buttons ask, open and forget."""
    asked = "".join(
        f'<button type="button" class="example" name="act" value="{escape("ask:" + question)}" dir="auto">{escape_line(question)}</button>'
        for question in examples
    )
    return clean(
        f'<div class="welcome"><h2>{escape_line(say("welcome", language))}</h2><p>{escape_line(say("welcome_line", language))}</p>'
        f'<div class="examples">{asked}</div>{_note(chosen, language)}</div>{to_past(archive, talks, language)}'
    )


def _note(chosen: ChosenModel, language: str) -> str:
    """What the reader may want to know about the model; empty when it was asked for and is there."""
    line = chosen.reason or ("" if chosen.model is not None else say("quotes_only", language))
    return f'<p class="note">{escape_line(line)}</p>' if line else ""
