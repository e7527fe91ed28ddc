"""What a page says about its article in JSON-LD: schema.org's NewsArticle and its kin."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ingest.clean import LONGEST_NAME, clean_line, strip_tags
from vectorstore import fold
from vectorstore.addresses import canonical_url, clean_url

# the more exact type first: a page may describe itself as more than one
TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "AskPublicNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "SatiricalArticle", "Article", "BlogPosting", "Report", "TechArticle",
    "ScholarlyArticle", "AdvertiserContentArticle",
)  # fmt: skip
# some sites put the address of a page, or an account, in the place of a name
NO_NAME = re.compile(r"^(?:https?:|www\.|[@/])", re.IGNORECASE)
MOST_NODES = 2000
DEEPEST = 20
# what a node says of articles that are not the page's
OTHERS = frozenset(
    {
        "itemListElement",
        "isPartOf",
        "comment",
        "mentions",
        "citation",
        "isBasedOn",
        "relatedLink",
        "liveBlogUpdate",
        "blogPost",
        "itemReviewed",
    }
)
# what a page is there for, where that is no article; a film, a book, a product is older than the page about it
WORKS = frozenset({"AudioObject", "CreativeWork", "HowTo", "PressRelease", "Recipe", "VideoObject"})
# some write both in small letters
KINDS = {kind.lower(): kind for kind in TYPES}
NAMES = {name.lower(): name for name in ("headline", "datePublished", "dateModified", "dateCreated", "mainEntityOfPage")}
COMMENT = re.compile(r'(?P<text>"(?:[^"\\]|\\.)*+")|/\*.*?\*/|//[^\n]*', re.DOTALL)
SPARE_COMMA = re.compile(r",\s*([}\]])")
WRAPPING = re.compile(r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:(?://)?\s*-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*$")
# a bracket, or a string or anything else between two of them
BRACKET = re.compile(r'(?P<mark>[{}\[\]])|"(?:[^"\\]|\\.)*+"|.', re.DOTALL)
PAIRS = {"{": "}", "[": "]"}
TYPE, PUBLISHED, MODIFIED = (
    re.compile(rf"""["']{name}["']\s*:\s*["']([\w :.,+-]{{4,40}})["']""") for name in ("@type", "datePublished", "dateModified")
)
BETWEEN = " \t\r\n;,"

Node = Mapping[str, Any]  # what json.loads gives


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The fields of one article, empty where the page is silent. `published` and `updated` are as written.

    Attributes:
        kinds: The node's types, and ClaimReview where the page has one.
        is_free: Whether anybody may read it; `closed` are the selectors of the parts that not everybody may.
        words: How many words the text has, as the page says.
    """

    title: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str | None = None
    language: str = ""
    section: str = ""
    body: str = ""
    kinds: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    is_free: bool | None = None
    closed: tuple[str, ...] = ()
    words: int | None = None


def read_linked_data(blocks: list[str], url: str | None = None, title: str = "", at: str | None = None) -> LinkedData:
    """The page's own article out of its JSON-LD blocks; the page's `url` and `title` tell it from teasers of other articles.

    `at`, where the page came from, only tells which of several is nearer.
    """
    nodes = [node for block in blocks for node in _walk(_parse(block))][:MOST_NODES]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _rank(node) < len(TYPES) and not _is_another(node, url, title)]
    if not articles:
        # a page without an article of its own still says when it, or what it is there for, was published
        dated = next((node for node in nodes if _published(node) and _is_whole_page(node, url, title)), {})
        return LinkedData(published=_published(dated), updated=_moment(dated.get("dateModified")))
    # min keeps the order of the page among equals
    best = min(
        articles,
        key=lambda node: (
            not _is_at(node, url or at),
            not _is_titled(node, title),
            "headline" not in node,
            "datePublished" not in node,
            _rank(node),
        ),
    )
    checks = ("ClaimReview",) if any("ClaimReview" in _kinds(node) for node in nodes) else ()
    return replace(_read_node(best, by_id), kinds=(*_kinds(best), *checks))


def _published(node: Node) -> str:
    # of films and sound, and of an offer of work
    return _moment(node.get("datePublished")) or _moment(node.get("uploadDate")) or _moment(node.get("datePosted"))


def _read_node(node: Node, by_id: Mapping[str, Node]) -> LinkedData:
    return LinkedData(
        title=_line(node.get("headline") or node.get("name")),
        published=_moment(node.get("datePublished")) or _moment(node.get("dateCreated")),
        updated=_moment(node.get("dateModified")),
        authors=tuple(dict.fromkeys(name for name in _names(node.get("author"), by_id) if name)),
        publisher=next((name for name in _names(node.get("publisher"), by_id) if name), ""),
        url=clean_url(_address(node)),
        language=_text(node.get("inLanguage")),
        section=_line(node.get("articleSection")),
        body=_text(node.get("articleBody"), longest=1_000_000),
        genres=tuple(_line(genre) for genre in _entries(node.get("genre")) if isinstance(genre, str)),
        is_free=_truth(node.get("isAccessibleForFree")),
        closed=tuple(_closed_parts(node.get("hasPart"))),
        words=_number(node.get("wordCount")),
    )


def _parse(block: str) -> object:
    """What a block holds, as a list when it holds several values one after another; None when it cannot be read."""
    text = WRAPPING.sub("", WRAPPING.sub("", block)).strip()
    # as it is; without what templates leave in it, comments and a comma before a closing bracket; and as HTML would have it
    cleaned = SPARE_COMMA.sub(r"\1", COMMENT.sub(lambda found: found["text"] or "", text)).strip()
    for written in (text, cleaned, html.unescape(text)):
        try:
            return _read_values(written)
        except (ValueError, RecursionError):
            continue
    return _read_broken(text)


def _read_broken(text: str) -> object:
    """A block that ends before its brackets are closed; else the dates of one that speaks of a single article."""
    try:
        return _read_values(text + _missing_brackets(text))
    except (ValueError, RecursionError):
        kinds = [kind for kind in TYPE.findall(text) if kind in TYPES]
        dates = {
            name: dict.fromkeys(values)
            for name, values in (("datePublished", PUBLISHED.findall(text)), ("dateModified", MODIFIED.findall(text)))
        }
        if not kinds or len(dates["datePublished"]) != 1:
            return None
        return {"@type": kinds[0], **{name: next(iter(values)) for name, values in dates.items() if len(values) == 1}}


def _missing_brackets(text: str) -> str:
    waiting: list[str] = []
    for mark in BRACKET.sub(lambda found: found["mark"] or "", text):
        if mark in PAIRS:
            waiting.append(PAIRS[mark])
        elif waiting and mark == waiting[-1]:
            waiting.pop()
    return "".join(reversed(waiting))


def _read_values(text: str) -> list[object]:
    # strict=False: many pages have line breaks inside of strings
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    place = 0
    while place < len(text):
        value, place = decoder.raw_decode(text, place)
        values.append(value)
        place = len(text) - len(text[place:].lstrip(BETWEEN))
    return values


def _walk(value: object, depth: int = 0) -> Iterator[Node]:
    """Every object, outer ones first."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _walk(entry, depth + 1)
    elif isinstance(value, dict):
        # "schema:headline", "http://schema.org/headline"
        plain = ((re.sub(r"^(?:schema:|https?://schema\.org/)", "", str(name)), entry) for name, entry in value.items())
        value = {NAMES.get(name.lower(), name): entry for name, entry in plain}
        yield value
        for name, entry in value.items():
            if isinstance(entry, list | dict) and name not in OTHERS:
                yield from _walk(entry, depth + 1)


def _rank(node: Node) -> int:
    return min((TYPES.index(kind) for kind in _kinds(node) if kind in TYPES), default=len(TYPES))


def _kinds(node: Node) -> list[str]:
    kinds = (re.split("[/#:]", kind)[-1] for kind in _entries(node.get("@type")) if isinstance(kind, str))
    return [KINDS.get(kind.lower(), kind) for kind in kinds]


def _entries(value: object) -> list[Any]:  # what json.loads gives
    return value if isinstance(value, list) else [value]


def _truth(value: object) -> bool | None:
    """`true`, "True", "https://schema.org/False", 0; None for anything else."""
    said = re.split("[/#:]", value)[-1].strip().lower() if isinstance(value, str) else value
    return {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}.get(str(said).lower())


def _closed_parts(value: object) -> Iterator[str]:
    for part in _entries(value):
        if isinstance(part, dict) and _truth(part.get("isAccessibleForFree")) is False:
            yield from (selector for selector in _entries(part.get("cssSelector")) if isinstance(selector, str))


def _number(value: object) -> int | None:
    return int(text) if (text := str(value).strip()).isdecimal() and len(text) < 7 else None


def _is_at(node: Node, url: str | None) -> bool:
    return url is not None and _address(node).split("#")[0].rstrip("/") == url.split("#")[0].rstrip("/")


def _is_titled(node: Node, title: str) -> bool:
    heading, whole = fold(_line(node.get("headline") or node.get("name"))), fold(title)
    return bool(heading and whole) and (heading in whole or whole in heading)


def _is_another(node: Node, url: str | None, title: str) -> bool:
    """Whether a node is about another page than this: by its address, unless its heading is this one's."""
    address = clean_url(_address(node))
    if url is None or address is None or canonical_url(address) == canonical_url(url):
        return False
    return bool(title) and bool(fold(_line(node.get("headline") or node.get("name")))) and not _is_titled(node, title)


def _is_whole_page(node: Node, url: str | None, title: str) -> bool:
    """Whether a node that is no article stands for the page: as its WebPage, or as a broadcast, a text, a film of its title."""
    if any(kind.endswith("WebPage") for kind in _kinds(node)):
        return not _is_another(node, url, title)
    if any(kind.endswith("Review") for kind in _kinds(node)):
        reviewed = next((fold(_line(each.get("name"))) for each in _entries(node.get("itemReviewed")) if isinstance(each, dict)), "")
        return _is_at(node, url) or (not _address(node) and bool(reviewed) and reviewed in fold(title))
    is_shown_here = not _kinds(node) or any(kind in WORKS or kind.endswith(("Article", "Episode", "Posting")) for kind in _kinds(node))
    name, whole = fold(_line(node.get("headline") or node.get("name") or node.get("title"))), fold(title)
    # "Ferry soup", under "Ferry soup, as grandmother made it"
    return is_shown_here and bool(name) and (name == whole or (whole.startswith(f"{name} ") and 2 * len(name) >= len(whole)))


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


def _moment(value: object) -> str:
    """A date as it is written; some write Unix time as a number."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else _text(value)


def _text(value: object, longest: int = 2000) -> str:
    if isinstance(value, list):
        value = next((entry for entry in value if isinstance(entry, str | dict)), "")
    if isinstance(value, dict):
        value = value.get("@value")
    return value.strip()[:longest] if isinstance(value, str) else ""
