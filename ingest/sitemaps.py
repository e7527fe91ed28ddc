"""Sitemaps: lists of a site's pages, news sitemaps with their dates, and indexes of sitemaps."""

import io
from xml.etree.ElementTree import Element, ParseError

from ingest.listing import Entry, Listing, listed_url, make_listing, plain_date, plain_line, plain_name

# the protocol's own limit
MOST_ADDRESSES = 50_000


def parse_sitemap(data: bytes, url: str) -> Listing:
    """What a sitemap names, as far as it can be read.

    Raises ValueError when it is no XML from the start, or has entities, which no sitemap needs.
    """
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    entries: list[Entry] = []
    children: list[tuple[str, str]] = []
    refused = 0
    try:
        for _, element in iterparse(io.BytesIO(data), events=("end",), forbid_dtd=True):
            name = _name(element)
            if name not in ("url", "sitemap"):
                continue
            facts = _facts(element)
            element.clear()
            address, stamp = listed_url(facts.get("loc"), url), plain_date(facts.get("lastmod"))
            if not address:
                refused += 1
            elif name == "sitemap":
                children.append((address, stamp))
            else:
                entries.append(_entry(address, stamp, facts))
    except DefusedXmlException as error:
        raise ValueError("a sitemap with entities or a document type, which are not read") from error
    except ParseError as error:
        if not entries and not children:
            raise ValueError(f"XML that is broken: {error}") from error
    return make_listing(entries, MOST_ADDRESSES, children, refused)


def _entry(address: str, stamp: str, facts: dict[str, str]) -> Entry:
    return Entry(
        url=address,
        title=plain_line(facts.get("title")),
        source=plain_name(facts.get("name")),
        language=plain_name(facts.get("language"))[:3].strip("-"),
        published=plain_date(facts.get("publication_date")),
        stamp=stamp,
    )


def _facts(element: Element) -> dict[str, str]:
    """The texts of an entry by the names of their elements, the first of each; those of its pictures and films left out."""
    facts: dict[str, str] = {}
    for child in element:
        name = _name(child)
        if name in ("image", "video"):
            continue
        for part in child.iter() if name == "news" else [child]:
            facts.setdefault(_name(part), (part.text or "").strip())
    return facts


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
