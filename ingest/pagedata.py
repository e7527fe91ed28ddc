"""What a page's own scripts are given to show: many sites carry the whole article as JSON, its dates among it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from ingest.clean import clean_line
from vectorstore import fold

# the more certain name first; "publish_date" may be that of the latest version
PUBLISHED = (
    "firstpublishdate", "firstpublisheddate", "firstpublished", "firstpublishedat", "datepublished", "publishedat", "publisheddate",
    "publishedtime", "publicationdate", "publishedon", "published", "displaydate", "publishdate", "publishtime", "pubdate", "dateposted",
)  # fmt: skip
UPDATED = (
    "datemodified", "modifiedat", "modifieddate", "lastmodified", "lastmodifieddate", "lastupdateddate", "lastupdated", "updatedat",
    "updateddate", "dateupdated", "lastpublisheddate",
)  # fmt: skip
TITLES = ("headline", "title", "headlines", "name")
# `Fusion.globalContent = {`, `dataLayer = [{`, `dataLayer.push({`; a row of what React streams: `1a:[…`
ASSIGNED = re.compile(r"(?:[=(]\s*|^[0-9a-f]{1,6}:)(?=[{\[])", re.MULTILINE)
STRINGS = re.compile(r"(?P<piece>__next_f\.push\(\[1,\s*)(?=\")|JSON\.parse\(\s*(?=\")")
DECODER = json.JSONDecoder(strict=False)
# articleTitle, page_publish_date
OWNER = re.compile(r"^(?:article|page|content|post|story|news)(?=.)")
SPEAKS_OF_DATES = re.compile(r"publi(?:sh|c)|pub_?date|display_?date|dateposted", re.IGNORECASE)
LARGEST_SCRIPT, MOST_SCRIPTS, MOST_ASSIGNED, MOST_OBJECTS, DEEPEST = 3_000_000, 20, 50, 20_000, 25

Node = dict[str, Any]  # what json.loads gives


@dataclass(frozen=True, slots=True)
class PageData:
    """The dates as they are written, empty where there are none."""

    published: str = ""
    updated: str = ""


def read_page_data(tree: HtmlElement, title: str) -> PageData:
    """The dates of the object that bears the page's title and has a date of publication; of others none is believed."""
    wanted = fold(clean_line(title))
    for script in _data_scripts(tree) if wanted else ():
        for node in _objects(script):
            if fold(clean_line(_title(node))) == wanted and (published := _first(node, PUBLISHED)):
                return PageData(published, _first(node, UPDATED))
    return PageData()


def _data_scripts(tree: HtmlElement) -> list[str]:
    texts = [script.text or "" for script in tree.iter("script") if "ld+json" not in (script.get("type") or "")]
    written = (*texts, "".join(_pieces(texts)))
    return [text for text in written if len(text) < LARGEST_SCRIPT and SPEAKS_OF_DATES.search(text)][:MOST_SCRIPTS]


def _pieces(scripts: list[str]) -> Iterator[str]:
    """JSON that stands within strings: what a page streams to its scripts piece by piece, and what they shall parse."""
    for script in scripts:
        for found in islice(STRINGS.finditer(script), MOST_ASSIGNED):
            try:
                text, _ = DECODER.raw_decode(script, found.end())
            except ValueError:
                continue
            yield text if found["piece"] else f"\n={text}\n"


def _objects(script: str) -> Iterator[Node]:
    """Every object of a script that is JSON, or assigns some, outer ones first."""
    starts = [0] if script.lstrip().startswith(("{", "[")) else [found.end() for found in islice(ASSIGNED.finditer(script), MOST_ASSIGNED)]
    for start in starts:
        try:
            value, _ = DECODER.raw_decode(script.lstrip() if start == 0 else script, start)
        except (ValueError, RecursionError):
            # a script in which something else than data is assigned
            continue
        yield from _walk(value)


def _walk(value: object) -> Iterator[Node]:
    waiting: list[tuple[object, int]] = [(value, 0)]
    # breadth first: the page's article lies nearer to the root than those that it mentions
    for count, (entry, depth) in enumerate(waiting):
        if count > MOST_OBJECTS:
            return
        if isinstance(entry, dict):
            yield entry
        inner = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
        if depth < DEEPEST:
            waiting.extend((part, depth + 1) for part in inner if isinstance(part, dict | list))


def _title(node: Node) -> str:
    plain = _plain_names(node)
    for name in TITLES:
        value = plain.get(name)
        # Arc keeps several lengths of a headline, WordPress the rendered one
        value = next((value[part] for part in ("basic", "rendered", "text") if part in value), None) if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _first(node: Node, names: tuple[str, ...]) -> str:
    """The value of the first of these names, however its words are joined: publishedAt, published_at."""
    plain = _plain_names(node)
    found = (plain[name] for name in names if name in plain)
    return next((str(value) for value in found if isinstance(value, str | int) and not isinstance(value, bool) and value), "")


def _plain_names(node: Node) -> Node:
    return {OWNER.sub("", re.sub("[^a-z]", "", name.lower())): value for name, value in reversed(node.items())}
