"""Feeds: RSS and Atom by feedparser, JSON Feed."""

import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.hidden import drop_hidden
from ingest.listing import (
    LONGEST_TEXT,
    MOST_AUTHORS,
    MOST_ENTRIES,
    Entry,
    Listing,
    listed_url,
    make_listing,
    plain_date,
    plain_line,
    plain_name,
)

Fields = Mapping[str, Any]  # what feedparser and json.loads give

BREAKS = re.compile(r"(?i)</?(?:br|hr|p|div|li|h[1-6]|blockquote|tr|figcaption)\b[^<>]*>")
LANGUAGE = re.compile(r"^[a-zA-Z]{2,3}(?=$|[-_])")


def parse_feed(data: bytes, url: str, content_type: str = "") -> Listing:
    """The entries of an RSS or Atom feed, however broken. May take minutes for a feed made to: see `apart`."""
    import feedparser

    # never bytes alone: feedparser would open a file of that name
    feed = feedparser.parse(
        io.BytesIO(data),
        response_headers={"content-type": content_type or "application/xml", "content-location": url},
        # we keep no markup at all
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    language = _language(feed.feed.get("language"))
    is_atom = str(feed.get("version", "")).startswith("atom")
    entries = [_read_entry(entry, url, plain_name(feed.feed.get("title")), language, is_atom) for entry in feed.entries]
    return _listing(entries, [entry.get("link") for entry in feed.entries])


def parse_json_feed(data: bytes, url: str) -> Listing:
    """The entries of a JSON Feed (jsonfeed.org). Raises ValueError when it is none."""
    try:
        feed = json.loads(data.decode("utf-8-sig", "replace"))
    except RecursionError:
        raise ValueError("JSON that is nested too deep") from None
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ValueError("JSON without items")
    found = [item for item in items if isinstance(item, dict)]
    language = _language(feed.get("language"))
    return _listing([_read_item(item, url, plain_name(feed.get("title")), language) for item in found], [item.get("url") for item in found])


def plain_text(markup: object) -> str:
    """The paragraphs of a piece of HTML, without what no reader sees."""
    from lxml import etree
    from lxml import html as parser

    if not isinstance(markup, str) or not markup.strip():
        return ""
    try:
        broken = BREAKS.sub(r"\n\g<0>\n", markup[:LONGEST_TEXT])
        tree = parser.fromstring(f"<div>{broken}</div>")
        drop_hidden(tree)
        text = str(tree.text_content())
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    return "\n\n".join(line for part in text.split("\n") if (line := plain_line(part, LONGEST_TEXT)))


def _read_entry(entry: Fields, base: str, title: str, language: str, is_atom: bool) -> Entry:
    # `entry.get` of feedparser gives one date for another; this is what is written
    published, updated = (plain_date(entry[name]) if name in entry.keys() else "" for name in ("published", "updated"))  # noqa: SIM118
    if not published and not is_atom:
        # the dc:date of RSS is the publication, the updated of Atom is not
        published, updated = updated, ""
    contents = [part.get("value") for part in entry.get("content") or () if isinstance(part, Mapping)]
    texts = [plain_text(value) for value in (*contents, entry.get("summary"))]
    key = entry.get("id")
    origin = entry.get("source")
    return Entry(
        url=_first_url([entry.get("feedburner_origlink"), entry.get("link")], key, base),
        key=plain_line(key, 500),
        title=plain_line(entry.get("title")),
        text=max(texts, key=len, default=""),
        source=(plain_name(origin.get("title")) if isinstance(origin, Mapping) else "") or title,
        language=_language(entry.get("language")) or language,
        section=next((name for tag in entry.get("tags") or () if (name := plain_name(tag.get("term")))), ""),
        authors=_names([author.get("name") for author in entry.get("authors") or () if isinstance(author, Mapping)]),
        published=published,
        updated=updated,
        source_url=_source_url(origin, base),
    )


def _read_item(item: Fields, base: str, title: str, language: str) -> Entry:
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    tags = item.get("tags")
    text = item.get("content_text") or item.get("summary")
    key = item.get("id")
    return Entry(
        url=_first_url([item.get("url"), item.get("external_url")], key, base),
        key=plain_line(str(key), 500) if isinstance(key, str | int) else "",
        title=plain_line(item.get("title")),
        text=plain_text(item.get("content_html")) or (text[:LONGEST_TEXT] if isinstance(text, str) else ""),
        source=title,
        language=_language(item.get("language")) or language,
        section=next((name for tag in tags if (name := plain_name(tag))), "") if isinstance(tags, list) else "",
        authors=_names([author.get("name") for author in authors or () if isinstance(author, Mapping)]),
        published=plain_date(item.get("date_published")),
        updated=plain_date(item.get("date_modified")),
    )


def _listing(entries: list[Entry], links: Sequence[object]) -> Listing:
    refused = sum(1 for entry, link in zip(entries, links, strict=True) if link and not entry.url)
    return make_listing(entries, MOST_ENTRIES, refused=refused)


def _first_url(links: Sequence[object], key: object, base: str) -> str:
    """The first link that can be fetched; an id only where it is a whole address."""
    wanted = [*links, key if isinstance(key, str) and key.startswith(("http://", "https://")) else None]
    return next((url for link in wanted if (url := listed_url(link, base))), "")


def _source_url(origin: object, base: str) -> str:
    """Where the source is that an entry was taken from: `<source url="…">` of RSS, the links of Atom's."""
    places = [origin.get("href"), origin.get("link"), origin.get("id")] if isinstance(origin, Mapping) else []
    return next((url for place in places if (url := listed_url(place, base))), "")


def _names(values: Sequence[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for value in values[:MOST_AUTHORS] if (name := plain_name(value))))


def _language(value: object) -> str:
    found = LANGUAGE.match(value) if isinstance(value, str) else None
    return found.group().lower() if found else ""
