"""What the events of the page work with; shared by all readers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from chat.answering import Chain, to_found
from chat.conversation import Conversation, Exchange, Talk, cited_versions
from chat.store import Conversations, articles_of, without_articles
from chat.suggestions import suggest
from chat.texts import browser_language
from rag import ChosenModel
from vectorstore import Archive, ArchiveError
from vectorstore.remembered import Remembered

if TYPE_CHECKING:
    import gradio as gr

# what the guard tells of whoever sends a request; it lets nobody else set them
READER_HEADER: Final = "x-newsdesk-reader"
ROLE_HEADER: Final = "x-newsdesk-role"
NAME_HEADER: Final = "x-newsdesk-name"
EDITORS: Final = ("editor", "admin")

# passages that the plot is drawn from: more than an answer reads
DRAWN = 40
# of them those that score at least so much of what the best does; the rest is what is left when nothing fits
NEAR_ENOUGH = 0.3


@dataclass(frozen=True, slots=True)
class Desk:
    """The archive, what answers from it, and who asks.

    Attributes:
        conversations: Where they are kept.
        samples: Folder that `find_examples` may take questions from.
        is_ready: Whether the embedding model is loaded.
        may_write: Whether anybody may add and delete articles on the page.
        note: Writes down who changed what: a name, words for it, and details.
    """

    archive: Archive
    chosen: ChosenModel
    chain: Chain
    conversations: Conversations
    samples: Path | None = None
    is_ready: Callable[[], bool] = lambda: True
    may_write: bool = True
    note: Callable[..., None] = lambda who, what, **details: None

    def reader(self, request: "gr.Request") -> str:
        """Under which name the conversations of whoever asks are kept, as the guard tells it; "" for nobody known."""
        return str(request.headers.get(READER_HEADER, ""))

    def can_write(self, request: "gr.Request") -> bool:
        """Whether whoever asks may add and delete articles."""
        return self.may_write and request.headers.get(ROLE_HEADER, "") in EDITORS

    def tell(self, request: "gr.Request", what: str, **details: object) -> None:
        """Has a change noted with the name of whoever made it."""
        self.note(unquote(str(request.headers.get(NAME_HEADER, ""))) or self.reader(request), what, **details)

    def own(self, talk: Talk, request: "gr.Request") -> Talk:
        """The reader's own conversation; an empty one where the page claims another's."""
        reader = self.reader(request)
        return talk if talk.reader == reader else Talk(reader)

    def keep(self, talk: Talk) -> Talk:
        """Stores it, without the words of articles that were deleted meanwhile. A reader whom nobody knows again has nothing stored."""
        exchanges = self.forget_deleted(talk.exchanges)
        talk = replace(talk, exchanges=exchanges)
        return self.conversations.save(talk) if talk.reader else talk

    def forget_deleted(self, exchanges: Conversation) -> Conversation:
        gone = self.find_gone({article for exchange in exchanges for article in articles_of(exchange)})
        return tuple(without_articles(exchange, gone) for exchange in exchanges)

    def find_gone(self, articles: Iterable[str]) -> set[str]:
        wanted = set(articles)
        return wanted - self.archive.current_numbers(wanted).keys()

    def look_around(self, exchange: Exchange) -> Exchange:
        """With more of what the question finds, at any time, which the plot shows, and what may be asked next."""
        answer = exchange.answer
        if answer is None or not exchange.searched:
            return exchange
        limits = replace(exchange.filter, since=None, until=None, as_of=None)
        try:
            passages = self.archive.search(exchange.searched, limits, k=DRAWN)
        except ArchiveError:
            return exchange  # the answer stands without a plot
        best = passages[0].metadata["score"] if passages else 0.0
        quoted = {article for article, _ in cited_versions(exchange)}
        near = [
            passage for passage in passages if passage.metadata["score"] >= NEAR_ENOUGH * best or passage.metadata["article_id"] in quoted
        ]
        exchange = replace(exchange, found=tuple(to_found(passage) for passage in near))
        return replace(exchange, next=suggest(exchange, answer))


def watch_deletions(desk: Desk) -> Callable[[], None]:
    """Takes the words of deleted articles out of all conversations, whoever deleted them; cheap while nothing is written."""
    tidied = Remembered(lambda: desk.archive.generation, lambda: desk.conversations.withdraw(desk.find_gone))
    return tidied.get


def language_of(request: "gr.Request") -> str:
    """The language of the reader's browser, of those that the page speaks."""
    return browser_language(str(request.headers.get("accept-language", "")))
