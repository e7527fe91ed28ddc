"""What a page says about its article in JSON-LD: schema.org's NewsArticle and its kin."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ingest.clean import LONGEST_NAME, clean_line, strip_tags
from vectorstore.addresses import clean_url

# the more exact type first: a page may describe itself as more than one
TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "AskPublicNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "Article", "BlogPosting", "Report", "TechArticle",
    "ScholarlyArticle", "AdvertiserContentArticle",
)  # fmt: skip
# some sites put the address of a page, or an account, in the place of a name
NO_NAME = re.compile(r"^(?:https?:|www\.|[@/])", re.IGNORECASE)
MOST_NODES = 2000
DEEPEST = 20
WRAPPING = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\s*$")

Node = Mapping[str, Any]  # what json.loads gives


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The fields of one article, empty where the page is silent. `published` and `updated` are as written."""

    title: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str | None = None
    language: str = ""
    section: str = ""
    body: str = ""


def read_linked_data(blocks: list[str], url: str | None = None) -> LinkedData:
    """The page's own article out of its JSON-LD blocks; `url` tells it from teasers of other articles."""
    nodes = [node for block in blocks for node in _walk(_parse(block))][:MOST_NODES]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _rank(node) < len(TYPES)]
    if not articles:
        return LinkedData()
    # min keeps the order of the page among equals
    best = min(articles, key=lambda node: (not _is_at(node, url), "headline" not in node, "datePublished" not in node, _rank(node)))
    return _read_node(best, by_id)


def _read_node(node: Node, by_id: Mapping[str, Node]) -> LinkedData:
    return LinkedData(
        title=_line(node.get("headline") or node.get("name")),
        published=_text(node.get("datePublished")),
        updated=_text(node.get("dateModified")),
        authors=tuple(dict.fromkeys(name for name in _names(node.get("author"), by_id) if name)),
        publisher=next((name for name in _names(node.get("publisher"), by_id) if name), ""),
        url=clean_url(_address(node)),
        language=_text(node.get("inLanguage")),
        section=_line(node.get("articleSection")),
        body=_text(node.get("articleBody"), longest=1_000_000),
    )


def _parse(block: str) -> object:
    text = WRAPPING.sub("", WRAPPING.sub("", block)).strip().rstrip(";")
    try:
        # strict=False: many pages have line breaks inside of strings
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: object, depth: int = 0) -> Iterator[Node]:
    """Every object, outer ones first."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _walk(entry, depth + 1)
    elif isinstance(value, dict):
        yield value
        for entry in value.values():
            if isinstance(entry, list | dict):
                yield from _walk(entry, depth + 1)


def _rank(node: Node) -> int:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    ranks = [TYPES.index(name) for kind in names if isinstance(kind, str) and (name := kind.rsplit("/", 1)[-1]) in TYPES]
    return min(ranks, default=len(TYPES))


def _is_at(node: Node, url: str | None) -> bool:
    return url is not None and _address(node).split("#")[0].rstrip("/") == url.split("#")[0].rstrip("/")


def _address(node: Node) -> str:
    page = node.get("mainEntityOfPage")
    for value in (node.get("url"), page.get("@id") if isinstance(page, dict) else page, node.get("@id")):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value
    return ""


def _names(value: object, by_id: Mapping[str, Node]) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            known = entry if "name" in entry else by_id.get(_text(entry.get("@id")), entry)
            name = known.get("name")
            for part in name if isinstance(name, list) else [name]:
                yield _name(part)
        else:
            yield _name(entry)


def _name(value: object) -> str:
    name = _line(value, LONGEST_NAME)
    return "" if NO_NAME.match(name) else re.sub(r"^(?:by|von|par|por) ", "", name, flags=re.IGNORECASE)


def _line(value: object, longest: int = 300) -> str:
    # titles come escaped, some of them twice
    return clean_line(strip_tags(html.unescape(html.unescape(_text(value)))), longest)


def _text(value: object, longest: int = 2000) -> str:
    if isinstance(value, list):
        value = next((entry for entry in value if isinstance(entry, str)), "")
    return value.strip()[:longest] if isinstance(value, str) else ""
