"""Which part of a page is its own article, and which is of other articles, comments, or the day on which it is read."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from ingest.headings import find_heading, part_of
from ingest.prose import measure_prose
from ingest.teasers import find_teasers

ELSEWHERE = re.compile(
    r"related|recommend|read-?(?:more|next|also)|more-?(?:from|news|stories)|most-?(?:read|viewed|popular)|popular|trending|latest|teaser|sidebar|"
    r"comment|disqus|widget|promo|newsletter|today|current-date|weather|archive|calendar|event|breadcrumb|caption|credit|gallery|carousel",
    re.IGNORECASE,
)
# the names of these tools for building pages are on every part of a page
BUILDERS = re.compile(r"\b(?:elementor|et_pb|fl|wpb)[-_](?:widget|module)[\w-]*")
OWN_FACTS = re.compile(r"(?:article|post|entry|story|news)[-_]*(?:info|meta|date|byline|details)", re.IGNORECASE)
ELSEWHERE_TAGS = frozenset({"aside", "nav", "figure", "figcaption", "blockquote", "form"})
LONG_SUMMARY, FEWEST_OF_LIST = 600, 3
# a trail to the section has fewer
LINKS_OF_MENU = 4
FOOT = re.compile("footer", re.IGNORECASE)
# microdata of schema.org
ARTICLE_TYPE = re.compile(r"schema\.org/\w*(?:Article|Posting)$")
OWN_FOOT = re.compile(r"(?:post|entry|article|story)[-_]+footer", re.IGNORECASE)
# a class on one of these is a theme's, not a block's
ROOTS = frozenset({"html", "body", "main"})
# a text begins with the first paragraph of so many characters
PARAGRAPH, LATER_PARAGRAPH = 120, 40
# the first may be the summary, under which the author's line stands
FEW = 2
# beside it stand the summaries of other articles, and what readers say
MOST_OF_TEXT = 0.5
# the names of authors are headings too, and links
WORDS_OF_TITLE, MOST_HEADINGS = 4, 500
LONG_TEXT = 80


@dataclass(frozen=True, slots=True)
class Scope:
    """A page's own part.

    Attributes:
        heading: The article's title; None where the page shows none.
        units: What in it is another's: further articles, entries of lists, teasers, what has a heading and a text of its own.
        masthead: What a menu parts from the heading below: the day on which the page is read stands there.
        around: What holds a main part is never left out whole, whatever it is called.
    """

    part: HtmlElement
    heading: HtmlElement | None
    around: frozenset[HtmlElement]
    units: frozenset[HtmlElement]
    masthead: frozenset[HtmlElement] = frozenset()

    def leaves_out(self, element: HtmlElement) -> bool:
        """Whether an element within it, and all that is in that, is of something else than the page's article."""
        if element is self.part or element.tag in ROOTS or element in self.around:
            return False
        names = BUILDERS.sub("", f"{element.get('class') or ''} {element.get('id') or ''}")
        if (
            element in self.masthead
            or element in self.units
            or (element.tag in ELSEWHERE_TAGS and not self._is_own_all_the_same(element, names))
            or ELSEWHERE.search(names)
            or _is_foot(element, names)
        ):
            return True
        # the page's own head, with the day on which it is read
        is_outermost = element.tag == "header" and all(above.tag in ROOTS for above in element.iterancestors())
        is_own = self.heading is not None and element in self.heading.iterancestors()
        return is_outermost and not is_own and element.find(".//h1") is None

    def _is_own_all_the_same(self, element: HtmlElement, names: str) -> bool:
        """Whether a box is of the article: it stands beside for its date, or is the form that some systems wrap every page in."""
        if element.tag == "form":
            return self.heading is not None and element in self.heading.iterancestors()
        return element.tag == "aside" and bool(OWN_FACTS.search(names))


class Own(NamedTuple):
    """An element of the page's article; `is_below_text`: behind a long paragraph and a further one."""

    element: HtmlElement
    is_below_text: bool


def own_elements(scope: Scope) -> Iterator[Own]:
    """The elements that belong to the page's own article, in order."""
    # of each open element: whether it is below the text, and how many paragraphs have ended in it
    above = [(False, 0)]
    walk = etree.iterwalk(scope.part, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            is_below = element.tag not in ROOTS and (above[-1][0] or above[-1][1] >= FEW)
            above.append((is_below, 0))
            if scope.leaves_out(element):
                walk.skip_subtree()
            else:
                yield Own(element, is_below)
        else:
            above.pop()
            if element.tag == "p" and len(element.text_content()) >= (LATER_PARAGRAPH if above[-1][1] else PARAGRAPH):
                above[-1] = (above[-1][0], above[-1][1] + 1)


def find_scope(tree: HtmlElement) -> Scope:
    """The innermost article that holds the page's heading, else what holds it and most of the text; the whole page when it has none."""
    heading, prose = find_heading(tree), measure_prose(tree)
    part = _part_of(heading, tree, prose) if heading is not None else tree
    around = frozenset(above for main in part.iter("main") for above in main.iterancestors())
    units = frozenset((*_other_articles(part, heading, prose), *find_teasers(part, heading, prose)))
    if heading is None:
        return Scope(part, heading, around, units)
    return Scope(part, heading, around, units.union(_units(part, heading, prose)), frozenset(_masthead(part, heading)))


def _part_of(heading: HtmlElement, tree: HtmlElement, prose: Mapping[HtmlElement, int]) -> HtmlElement:
    around = part_of(heading)
    if around is not None and around.tag == "article":
        return around
    whole = tree if around is None else around
    if not (most := prose.get(whole, 0) * MOST_OF_TEXT):
        return whole
    return next(part for part in heading.iterancestors() if part is whole or prose.get(part, 0) >= most)


def _masthead(part: HtmlElement, heading: HtmlElement) -> Iterator[HtmlElement]:
    """What stands before a menu that stands before the heading; in an article, and by what holds the heading, there is no menu."""
    if part.tag == "article":
        return
    before = list(itertools.takewhile(lambda element: element is not heading, part.iter(etree.Element)))
    links = [number for number, element in enumerate(before) if element.tag == "a"]
    if len(links) < LINKS_OF_MENU:
        return
    first = links[-LINKS_OF_MENU]
    around = {*heading.iterancestors(), *before[first].iterancestors()}
    yield from (element for element in before[:first] if element not in around)


def _other_articles(part: HtmlElement, heading: HtmlElement | None, prose: Mapping[HtmlElement, int]) -> Iterator[HtmlElement]:
    """All articles in it but the one that holds the heading, or, beside a heading that stands above it, that has most of the text."""
    articles = [element for element in part.iter(etree.Element) if _is_article(element)]
    above = set() if heading is None else set(heading.iterancestors())
    own = next((article for article in articles if article in above), None)
    if own is None and articles:
        longest = max(articles, key=lambda article: len(article.text_content()))
        has_most = prose.get(longest, 0) >= max(1, MOST_OF_TEXT * prose.get(part, 0))
        own = longest if len(articles) == 1 or has_most else None
    around = {*above, own, *(own.iterancestors() if own is not None else ())}
    yield from (article for article in articles if article not in around)


def _is_article(element: HtmlElement) -> bool:
    return element.tag == "article" or bool(ARTICLE_TYPE.search(element.get("itemtype") or ""))


def _units(part: HtmlElement, heading: HtmlElement, prose: Mapping[HtmlElement, int]) -> Iterator[HtmlElement]:
    """What holds a further heading and a text of its own, or one that leads to another page."""
    own = {part, heading, *heading.iterancestors()}
    teasers: list[HtmlElement] = []
    for other in islice(part.iter("h1", "h2", "h3", "h4"), MOST_HEADINGS):
        is_link = len(other.text_content().split()) >= WORDS_OF_TITLE and (other.find(".//a") is not None or other.getparent().tag == "a")
        around = itertools.takewhile(lambda above: above not in own, other.iterancestors())
        unit = next((above for above in around if is_link or prose.get(above, 0) > prose.get(other, 0)), None)
        if other is heading or unit is None:
            continue
        # the text itself may have headings too
        if prose.get(unit, 0) < prose.get(part, 0) * MOST_OF_TEXT:
            yield unit
        if is_link and prose.get(unit, 0) < LONG_SUMMARY:
            teasers.append(unit)
    # of a list of articles, whose page has no text of its own, one may have most of the words
    beside = Counter(teaser.getparent() for teaser in teasers)
    yield from (teaser for teaser in teasers if beside[teaser.getparent()] >= FEWEST_OF_LIST)


def _is_foot(part: HtmlElement, names: str) -> bool:
    """Whether a part is the page's foot: not its article's, which stands in it or is called so, nor one right above the text."""
    if not (part.tag == "footer" or FOOT.search(names)) or OWN_FOOT.search(names):
        return False
    if part.tag == "footer" and next(part.iterancestors("article"), None) is not None:
        return False
    # a comment is a node too, and has no text
    following = next(part.itersiblings(etree.Element), None)
    return part.tag == "footer" or following is None or len(following.text_content()) < LONG_TEXT
