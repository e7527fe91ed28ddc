"""XML files, by their root element: NewsML-G2, NITF, XHTML, feeds."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from ingest.elements import parse_elements
from ingest.errors import IngestError, Unreadable
from ingest.feed_files import read_feed_file
from ingest.html import read_html
from ingest.newsml import ROOTS, newsml_records
from ingest.nitf import nitf_record
from ingest.records import read_record
from vectorstore import Article

FEEDS = ("rss", "feed", "RDF")
# what else comes as XML, and what to do with it
OTHERS = {
    "urlset": "a sitemap; name its web address",
    "sitemapindex": "a sitemap; name its web address",
    "NewsML": "NewsML 1, which is not read; NewsML-G2 and NITF are",
}


def read_xml(data: bytes, name: str, source: str = "", origin: str | None = None) -> Iterator[Article | IngestError]:
    """The articles of an XML file; `source` stands in where an item names none.

    Raises:
        NotAnArticle: It holds no text.
        Unreadable: It is no XML, or of a kind that is not read.
    """
    root = parse_elements(data, name)
    if root.tag in ROOTS:
        yield from _read_newsml(root, name, source, origin)
    elif root.tag == "nitf":
        yield read_record(nitf_record(root, name), name, source, origin)
    elif root.tag in FEEDS:
        yield from read_feed_file(data, name, source)
    elif root.tag == "html":
        yield replace(read_html(data, name), origin=origin)
    else:
        known = OTHERS.get(root.tag, "which is neither NewsML-G2 nor NITF nor XHTML nor a feed")
        raise Unreadable(name, f"XML with the root <{root.tag[:40]}>: {known}")


def _read_newsml(root: Element, name: str, source: str, origin: str | None) -> Iterator[Article | IngestError]:
    for found in newsml_records(root, name):
        if isinstance(found, IngestError):
            yield found
            continue
        place, record = found
        try:
            yield read_record(record, place, source, origin if place == name else None)
        except IngestError as error:
            yield error
