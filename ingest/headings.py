"""Which element of a page is its article's title."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from ingest.clean import clean_line
from vectorstore import fold

RANKS = ("h1", "h2", "h3")
# systems of the tables' time, and those of today that style everything themselves
PLAIN = frozenset({"b", "div", "font", "p", "span", "strong", "td"})
TITLES = frozenset({"og:title", "twitter:title"})
SEPARATOR = re.compile(r"\s+[|–—·•»:-]+\s+")
TRAIL = re.compile("breadcrumb|crumbs|path|trail", re.IGNORECASE)
# shorter ones are names of sections: "Home", "News"
SHORTEST_PLAIN = 12
LARGE = re.compile(r"[4-7]$|\+[2-4]$")
LONGEST_LABEL, MOST_AROUND, MOST_HEADINGS = 40, 3, 100


def find_heading(tree: HtmlElement) -> HtmlElement | None:
    """The article's title on the page: what bears the name that the page gives itself, else a heading in an article, else the longest.

    A site's name may be a heading too, and so may be the titles of other articles.
    """
    titles = [folded for title in _page_titles(tree) if (folded := fold(title))]
    # an element without children counts as false
    found = (find(tree, titles) for find in (_heading_of, _plain_of, _likeliest))
    return next((heading for heading in found if heading is not None), None)


def part_of(heading: HtmlElement) -> HtmlElement | None:
    """The innermost article or main part that holds a heading."""
    return next((ancestor for ancestor in heading.iterancestors() if ancestor.tag in ("article", "main")), None)


def _page_titles(tree: HtmlElement) -> Iterator[str]:
    for meta in tree.iter("meta"):
        if (meta.get("property") or meta.get("name") or "").lower() in TITLES:
            yield clean_line(meta.get("content") or "")
    if (title := next(tree.iter("title"), None)) is not None:
        words = clean_line(title.text_content())
        yield words
        # "Storm closes ports | The Paper"
        yield SEPARATOR.split(words)[0]


def _heading_of(tree: HtmlElement, titles: list[str]) -> HtmlElement | None:
    """The heading that shares most with the page's name, and at least half of it."""
    if not titles:
        return None
    found: list[tuple[int, int, HtmlElement]] = []
    for rank, tag in enumerate(RANKS):
        for heading in tree.iter(tag):
            words = fold(clean_line(heading.text_content()))
            shared = max((min(len(words), len(title)) for title in titles if words and (words in title or title in words)), default=0)
            if shared * 2 >= min(map(len, titles)) and shared:
                found.append((-shared, rank, heading))
    # min keeps the order of the page among equals
    return min(found, key=lambda one: one[:2])[2] if found else None


def _plain_of(tree: HtmlElement, titles: list[str]) -> HtmlElement | None:
    """An element with nothing but the page's name in it."""
    for element in tree.iter(*PLAIN) if any(len(title) >= SHORTEST_PLAIN for title in titles) else ():
        words = element.text or ""
        is_whole = len(element) == 0 and len(words) >= SHORTEST_PLAIN and fold(clean_line(words)) in titles
        if is_whole and not any(TRAIL.search(f"{above.get('class') or ''} {above.get('id') or ''}") for above in element.iterancestors()):
            return element
    return None


def _likeliest(tree: HtmlElement, _: list[str]) -> HtmlElement | None:
    second = list(islice(tree.iter("h2"), MOST_HEADINGS))
    # the only one of its rank is the title too
    first = list(tree.iter("h1")) or [heading for heading in second if part_of(heading) is not None] or second * (len(second) == 1)
    if not first and (large := [font for font in tree.iter("font") if LARGE.match(font.get("size") or "")]):
        # of the tables' time
        first = [next((font for font in large if len(clean_line(font.text_content())) >= SHORTEST_PLAIN), large[0])]
    within = next((heading for heading in first if part_of(heading) is not None), None)
    return within if within is not None else max(first, key=lambda heading: len(heading.text_content()), default=None)


def label_over(heading: HtmlElement) -> str:
    """The few words in the element right over a heading: its section, its kind; empty when there are none, or more."""
    for element in islice((heading, *heading.iterancestors()), MOST_AROUND):
        over = element.getprevious()
        if over is not None:
            words = clean_line(over.text_content() if isinstance(over.tag, str) else "", LONGEST_LABEL + 1)
            return words if len(words) <= LONGEST_LABEL else ""
    return ""
