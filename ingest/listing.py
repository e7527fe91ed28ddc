"""A listing: what a feed, a sitemap or a front page names, and what it says of each article."""

import html
import json
from dataclasses import asdict, dataclass
from typing import Any

from ingest.addresses import fetchable_url
from ingest.clean import LONGEST_NAME, clean_line, strip_tags
from ingest.dates import LONGEST_DATE, read_date
from ingest.item import Hints
from vectorstore import Timestamp

# beyond this a feed is no feed; a sitemap may have ten times as many, of which a run reads the rest another time
MOST_ENTRIES = 5000
MOST_CHILDREN = 50
MOST_AUTHORS = 20
LONGEST_TEXT = 200_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that a listing names; everything as plain text, dates as they were written, empty where it says nothing.

    Attributes:
        url: Where the article is. Empty when there is no address that can be fetched.
        key: The listing's own id of it.
        source_url: Where the named source is, when that is not the listing itself.
        text: What the listing itself gives of the article.
        stamp: When the page was changed, says the listing.
    """

    url: str = ""
    key: str = ""
    title: str = ""
    text: str = ""
    source: str = ""
    language: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    stamp: str = ""
    source_url: str = ""

    @property
    def date(self) -> Timestamp | None:
        """The latest time that the listing gives."""
        times = [time for text in (self.published, self.updated, self.stamp) if (time := read_date(text, "feed"))]
        return max(times, key=lambda time: time.seconds, default=None)

    def hints(self) -> Hints:
        return Hints(
            title=self.title,
            source=self.source,
            language=self.language,
            authors=self.authors,
            section=self.section or None,
            published=read_date(self.published, "feed"),
            updated=read_date(self.updated, "feed"),
            text=self.text,
            key=self.key,
            source_at=self.source_url,
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """What a listing names, in its own order.

    Attributes:
        entries: Articles, each address once.
        children: Other listings: the sitemaps of an index, the feeds of a front page; with the time of their last change,
            empty when it is not told.
        refused: Addresses that are none to fetch.
        cut: Entries that are too many.
    """

    entries: tuple[Entry, ...] = ()
    children: tuple[tuple[str, str], ...] = ()
    refused: int = 0
    cut: int = 0

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Listing":
        value: dict[str, Any] = json.loads(text)  # what to_json wrote
        entries = tuple(Entry(**{**entry, "authors": tuple(entry["authors"])}) for entry in value["entries"])
        return cls(entries, tuple((url, stamp) for url, stamp in value["children"]), value["refused"], value["cut"])


def make_listing(entries: list[Entry], most: int, children: list[tuple[str, str]] | None = None, refused: int = 0) -> Listing:
    """A listing of entries without those that name neither an address nor a text, and without a second one of an address."""
    named = {
        entry.url or entry.key or str(number): entry for number, entry in reversed(list(enumerate(entries))) if entry.url or entry.text
    }
    kept = list(reversed(named.values()))
    empty = sum(1 for entry in entries if not entry.url and not entry.text)
    unique = dict.fromkeys(children or ())
    return Listing(tuple(kept[:most]), tuple(unique)[:MOST_CHILDREN], refused + empty, max(0, len(kept) - most))


def plain_line(value: object, longest: int = 300) -> str:
    """One line without markup; titles come escaped, some of them twice."""
    return clean_line(strip_tags(html.unescape(html.unescape(value))), longest) if isinstance(value, str) else ""


def plain_name(value: object) -> str:
    return plain_line(value, LONGEST_NAME)


def plain_date(value: object) -> str:
    """A date as it was written; empty when it is too long for one."""
    text = value.strip() if isinstance(value, str) else ""
    return text if len(text) <= LONGEST_DATE and text.isprintable() else ""


def listed_url(value: object, base: str) -> str:
    """An address as it can be fetched; empty when it cannot."""
    try:
        return fetchable_url(value, base) if isinstance(value, str) and value.strip() else ""
    except ValueError:
        return ""
