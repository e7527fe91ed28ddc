"""What came back from the web, told by its content first and by what the server calls it second."""

import re
from typing import Literal
from urllib.parse import urlsplit

from ingest.inflate import GZIP_MAGIC
from ingest.item import Kind

Form = Literal["page", "feed", "sitemap", "site"]
"""What a target can be said to be: `site:https://paper.example/`."""

ROOT = re.compile(rb"<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)")
LISTINGS = {b"rss": "feed", b"rdf": "feed", b"feed": "feed", b"channel": "feed", b"urlset": "sitemap", b"sitemapindex": "sitemap"}
# NewsML-G2 and NITF
DOCUMENTS: dict[bytes, Kind] = {b"newsitem": "xml", b"newsmessage": "xml", b"nitf": "xml"}
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?://(?:www\.)?jsonfeed\.org/')
TYPES: dict[str, Kind] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "application/pdf": "pdf",
    "application/json": "json",
    "application/ld+json": "json",
}
HEAD_BYTES = 4096


def recognise(data: bytes, media_type: str, url: str) -> Form | Kind | Literal["json feed", "gzip", "unknown"]:
    """What these bytes are. A page at the root of a host is its front page."""
    head = data[:HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if data.startswith(GZIP_MAGIC):
        return "gzip"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith((b"{", b"[")):
        return "json feed" if JSON_FEED.search(head) else "json"
    # UTF-16 is every other byte
    root = ROOT.search(head.replace(b"\0", b"")) if b"<" in head else None
    name = root.group(1).lower() if root else b""
    if (name in LISTINGS and "html" not in media_type) or (name in LISTINGS and head.startswith((b"<?xml", b"<rss", b"<feed"))):
        return "feed" if LISTINGS[name] == "feed" else "sitemap"
    if name in DOCUMENTS:
        return DOCUMENTS[name]
    if "html" in media_type or name in (b"html", b"head", b"body") or re.match(rb"<!doctype\s+html", head, re.IGNORECASE):
        parts = urlsplit(url)
        return "html" if parts.path.strip("/") or parts.query else "site"
    if media_type in ("application/rss+xml", "application/atom+xml"):
        return "feed"
    return TYPES.get(media_type, "unknown")
