"""What the events of the page work with, for tests without a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from chat.desk import READER_HEADER, ROLE_HEADER, Desk
from chat.store import FILE, Conversations
from rag import AnswerSettings, build_chain, choose_model
from vectorstore import Archive

if TYPE_CHECKING:
    import gradio as gr


@contextmanager
def desk_of(archive: Archive, **more: Any) -> Iterator[Desk]:
    """A desk over the archive, whose answers are quotes."""
    conversations = Conversations(archive.path / FILE)
    try:
        yield Desk(archive, choose_model(AnswerSettings(model="none")), build_chain(archive), conversations, **more)
    finally:
        conversations.close()


def request_of(reader: str = "r", role: str = "editor", language: str = "en") -> "gr.Request":
    """A request as the guard lets it through; the events read nothing of it but its headers."""
    return cast("gr.Request", SimpleNamespace(headers={READER_HEADER: reader, ROLE_HEADER: role, "accept-language": language}))
