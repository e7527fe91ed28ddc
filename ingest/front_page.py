"""Front pages of sites: the feeds that they announce, else the links on them that look like articles."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as parser
from lxml.html import HtmlElement

from ingest.addresses import host_name
from ingest.bombs import is_bomb
from ingest.errors import IngestError
from ingest.files import decode_document
from ingest.listing import Entry, Listing, listed_url, make_listing, plain_line

FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json")
COMMENTS = re.compile(r"comment|kommentar|commentaire|comentario", re.IGNORECASE)
MOST_LINKS = 100
MOST_FEEDS = 3
DAY_IN_PATH = re.compile(r"/20\d\d[/-]?[01]?\d[/-]?[0-3]?\d")
NUMBER = re.compile(r"\d{5,}")
# what a site has besides articles
NO_ARTICLE = re.compile(
    r"(?i)/(?:tags?|topics?|themen?|category|categories|rubrik|author|authors|autor|login|register|account|search|suche|about|contact|"
    r"kontakt|impressum|imprint|privacy|datenschutz|terms|newsletter|subscribe|abo|shop|jobs|help|faq|feed|rss|video|videos|page)(?:/|$)"
    r"|\.(?:jpe?g|png|gif|svg|webp|css|js|xml|json|zip|mp[34]|ico|woff2?)$"
)
FEWEST_WORDS_IN_PATH = 4
FEWEST_LETTERS_OF_LINK = 20


def parse_front_page(data: bytes, url: str, charset: str | None = None) -> Listing:
    """What a front page leads to: feeds as children; and links that look like articles, for sites without a feed.

    Raises ValueError when it cannot be read.
    """
    try:
        text = decode_document(data, url, charset)
    except IngestError as error:
        raise ValueError(error.reason) from error
    if is_bomb(text):
        raise ValueError("a page with a tag of too many attributes")
    try:
        tree = parser.document_fromstring(text.encode("utf-8", "replace"), parser=parser.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ValueError("a page without any content") from error
    bases = [element.get("href") for element in tree.iter("base")]
    base = listed_url(bases[0], url) if bases else ""
    entries = [Entry(url=link, title="") for link in _find_links(tree, base or url, url)]
    return make_listing(entries, MOST_LINKS, [(feed, "") for feed in _find_feeds(tree, base or url)][:MOST_FEEDS])


def _find_feeds(tree: HtmlElement, base: str) -> Iterator[str]:
    for link in tree.iter("link"):
        is_feed = "alternate" in (link.get("rel") or "").lower().split() and (link.get("type") or "").lower().strip() in FEED_TYPES
        address = listed_url(link.get("href"), base)
        # the API of WordPress is announced like a feed
        if is_feed and address and "/wp-json/" not in address and not COMMENTS.search(f"{address} {link.get('title') or ''}"):
            yield address


def _find_links(tree: HtmlElement, base: str, url: str) -> Iterator[str]:
    for link in tree.iter("a"):
        address = listed_url(link.get("href"), base)
        if address and host_name(address) == host_name(url) and _looks_like_article(address, plain_line(str(link.text_content()))):
            yield address


def _looks_like_article(address: str, label: str) -> bool:
    path = urlsplit(address).path
    if NO_ARTICLE.search(path) or not path.strip("/"):
        return False
    name = path.rstrip("/").rpartition("/")[2]
    words = len([word for word in re.split(r"[-_]", name.partition(".")[0]) if word])
    if words >= FEWEST_WORDS_IN_PATH or DAY_IN_PATH.search(path):
        return True
    return bool(NUMBER.search(name) or words > 2) and len(label) >= FEWEST_LETTERS_OF_LINK
