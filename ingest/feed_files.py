"""A feed that lies in a file: what it gives of each entry is an article, marked as such; nothing is fetched for it."""

from collections.abc import Iterator

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.feeds import parse_feed, parse_json_feed
from ingest.listing import Entry
from ingest.records import read_record
from vectorstore import Article

# a feed's version is its first field, as a rule
SAID_WITHIN = 2000


def read_feed_file(data: bytes, name: str, source: str = "") -> Iterator[Article | IngestError]:
    """The articles of an RSS, Atom or JSON feed; `source` stands in where it has no title.

    Raises:
        NotAnArticle: It names no article.
        Unreadable: It cannot be read.
    """
    try:
        listing = parse_json_feed(data, "") if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else parse_feed(data, "")
    except ValueError as error:
        raise Unreadable(name, str(error)) from error
    if not listing.entries:
        raise NotAnArticle(name, "a feed that names no article")
    for number, entry in enumerate(listing.entries, 1):
        try:
            yield _read_entry(entry, f"{name}[{number}]", source)
        except IngestError as error:
            yield error
    if listing.cut:
        yield NotAnArticle(name, f"{listing.cut} more entries than are read of a feed")


def is_json_feed(data: bytes) -> bool:
    """Whether a JSON file says of itself, at its beginning, that it is one (jsonfeed.org)."""
    return b"jsonfeed.org/version" in data[:SAID_WITHIN].replace(b"\\/", b"/")


def _read_entry(entry: Entry, place: str, source: str) -> Article:
    if not entry.text:
        raise NotAnArticle(place, f"the feed gives no text of it; name {entry.url} to fetch its page")
    given = {
        "id": entry.key, "url": entry.url, "title": entry.title, "text": entry.text, "source": entry.source, "language": entry.language,
        "section": entry.section, "authors": list(entry.authors), "published": entry.published, "updated": entry.updated,
        "text_from": "feed",
    }  # fmt: skip
    return read_record({field: value for field, value in given.items() if value}, place, source, provenance="feed")
