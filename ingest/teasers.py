"""Teasers of other articles on a page: entries of a list that are alike, each with a link that bears a title."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

from lxml import etree
from lxml.html import HtmlElement

from ingest.datewords import PLAIN
from ingest.months import MONTHS
from ingest.prose import IDEOGRAPH

FEWEST, MOST_LINKS, HIGHEST = 3, 2000, 5
WORDS_OF_TITLE, IDEOGRAPHS_OF_TITLE = 3, 6
# a summary is shorter than a part of a text
LONG_SUMMARY = 600
# between the titles of a list without boxes stand their dates, their summaries
MOST_BETWEEN = 3
WORD = re.compile(r"[^\W\d_]+")
TAIL = re.compile(r"[\s\d].*")

Group = dict[HtmlElement, int]  # entries with the characters of their links


def find_teasers(tree: HtmlElement, heading: HtmlElement | None, prose: Mapping[HtmlElement, int]) -> Iterator[HtmlElement]:
    """The entries of every list of links to articles, and what stands between them; never what holds the page's heading."""
    own = {heading, *heading.iterancestors()} if heading is not None else set()
    groups: dict[tuple[HtmlElement, str, str], Group] = {}
    for link in islice((link for link in tree.iter("a") if link.get("href")), MOST_LINKS):
        words = " ".join(link.text_content().split())
        for entry in islice((link, *link.iterancestors()), HIGHEST) if is_title(words) else ():
            parent = entry.getparent()
            if parent is None or entry in own:
                break
            group = groups.setdefault((parent, entry.tag, TAIL.sub("", entry.get("class") or "")), {})
            group[entry] = group.get(entry, 0) + len(words)
    for (parent, _, _), group in groups.items():
        entries = [entry for entry, linked in group.items() if _is_entry(entry, linked, prose)]
        if len(entries) >= FEWEST:
            yield from entries
            yield from (between for between in _between(parent, entries) if between not in own)


def is_title(words: str) -> bool:
    """Whether a link's words can be a title: not a date, the name of a section."""
    named = [word for word in WORD.findall(words.lower()) if word not in PLAIN and word not in MONTHS]
    return len(named) >= WORDS_OF_TITLE or len(IDEOGRAPH.findall(words)) >= IDEOGRAPHS_OF_TITLE


def _is_entry(entry: HtmlElement, linked: int, prose: Mapping[HtmlElement, int]) -> bool:
    if entry.tag in ("p", "div") and not entry.get("class"):
        # a paragraph of the text with a link in it
        return linked * 2 >= len(entry.text_content())
    return prose.get(entry, 0) < LONG_SUMMARY


def _between(parent: HtmlElement, entries: list[HtmlElement]) -> Iterator[HtmlElement]:
    """Of titles that follow each other at equal distance without boxes around them, what stands between, before and behind them."""
    children = list(parent.iterchildren(etree.Element))
    places = [place for place, child in enumerate(children) if child in set(entries)]
    distances = {second - first for first, second in pairwise(places)}
    if len(distances) == 1 and 1 < (distance := distances.pop()) <= MOST_BETWEEN + 1:
        yield from children[max(0, places[0] - distance + 1) : places[-1] + distance]
