"""An item: what a source delivers, before it is read."""

from dataclasses import dataclass, field
from typing import Literal

from vectorstore import Timestamp

Kind = Literal["text", "markdown", "html", "pdf", "json", "record", "mail", "xml"]
"""How an item is written. A `json` file may hold many records, a `record` is one of them."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What whoever delivered an item said of it. Each fills only what the item does not say itself; empty or None is not said."""

    url: str | None = None
    title: str = ""
    source: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    section: str | None = None
    published: Timestamp | None = None
    updated: Timestamp | None = None
    text: str = ""
    """What a feed itself gives of an article: it stands in, and is marked, where the article's page gives no text."""
    key: str = ""
    """The feed's own id of the article."""
    entry: str = ""
    """A digest of the feed and of that id, where no other entry has it."""
    source_at: str = ""
    """The address that a feed gives of the source it names."""
    elsewhere: str = ""
    """The feed's address, where it is another site's than the article: then it is hearsay, see `hearsay`."""


@dataclass(frozen=True, slots=True)
class Item:
    """The bytes of one document, with what its source knew.

    Attributes:
        target: What the reader calls it: a file, an address, `file:line`.
        origin: The file or address it was read from; changed words from there are a new version.
        url: The address it was fetched from, after redirects. None for files.
        charset: As the server declared it. None when it did not.
        fetched: When it was fetched from the web, by us or by whoever made the web archive. None for files.
    """

    target: str
    kind: Kind
    data: bytes
    origin: str
    url: str | None = None
    charset: str | None = None
    fetched: Timestamp | None = None
    hints: Hints = field(default_factory=Hints)
