"""Which part of a page is its own article, and which is of other articles, comments, or the day on which it is read."""

import re
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.html import HtmlElement

ELSEWHERE = re.compile(
    r"related|recommend|read-?(?:more|next|also)|more-?(?:from|news|stories)|most-?(?:read|viewed|popular)|popular|trending|latest|teaser|sidebar|"
    r"comment|disqus|widget|promo|newsletter|today|current-date|weather|archive|calendar|event|breadcrumb|caption|credit|gallery|carousel",
    re.IGNORECASE,
)
ELSEWHERE_TAGS = frozenset({"aside", "nav", "figure", "figcaption", "blockquote", "form"})
FOOT = re.compile("footer", re.IGNORECASE)
OWN_FOOT = re.compile(r"(?:post|entry|article|story)[-_]+footer", re.IGNORECASE)
LONG_TEXT = 80
# a class on one of these is a theme's, not a block's
ROOTS = frozenset({"html", "body", "main"})


def own_elements(tree: HtmlElement, wanted: Callable[[HtmlElement], bool]) -> Iterator[HtmlElement]:
    """The wanted elements that belong to the page's own article."""
    scope = find_scope(tree)
    for element in scope.iter(etree.Element):
        if wanted(element) and not is_elsewhere(element, scope):
            yield element


def find_heading(tree: HtmlElement) -> HtmlElement | None:
    """The article's title on the page; beside a site's name that is a heading too, the one in an article, or the longest."""
    headings = [heading for tag in ("h1", "h2") for heading in tree.iter(tag) if tag == "h1" or _part_of(heading) is not None]
    first = [heading for heading in headings if heading.tag == headings[0].tag]
    within = [heading for heading in first if _part_of(heading) is not None]
    return within[0] if within else max(first, key=lambda heading: len(heading.text_content()), default=None)


def find_scope(tree: HtmlElement) -> HtmlElement:
    """The innermost article or main part that holds the page's heading; the whole page when none does."""
    heading = find_heading(tree)
    part = _part_of(heading) if heading is not None else None
    return tree if part is None else part


def is_elsewhere(element: HtmlElement, scope: HtmlElement) -> bool:
    """Whether an element within `scope` is of something else than the page's own article."""
    longest: HtmlElement | None = None
    for part in (element, *element.iterancestors()):
        if part is scope or part.tag in ROOTS:
            return False
        names = f"{part.get('class') or ''} {part.get('id') or ''}"
        if part.tag in ELSEWHERE_TAGS or ELSEWHERE.search(names) or _is_foot(part, names):
            return True
        if part.tag == "article":
            # beside a heading that stands above it, the longest is the page's own
            longest = longest if longest is not None else max(scope.iter("article"), key=lambda one: len(one.text_content()))
            if part is not longest:
                return True
        if part.tag == "header" and part.find(".//h1") is None and all(above.tag in ROOTS for above in part.iterancestors()):
            # the page's own head, with the day on which it is read
            return True
    return False


def _is_foot(part: HtmlElement, names: str) -> bool:
    """Whether a part is the page's foot: not its article's, and not one that stands right above the text."""
    if not (part.tag == "footer" or FOOT.search(names)) or OWN_FOOT.search(names):
        return False
    following = part.getnext()
    return part.tag == "footer" or following is None or len(following.text_content()) < LONG_TEXT


def _part_of(heading: HtmlElement) -> HtmlElement | None:
    return next((ancestor for ancestor in heading.iterancestors() if ancestor.tag in ("article", "main")), None)
