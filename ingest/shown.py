"""Dates that a page shows its readers: `<time>` and its kin, and the lines by the title; those of other articles left out."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from ingest.clean import clean_line
from ingest.datewords import SAYS_PUBLISHED, UPDATE
from ingest.scope import ROOTS, own_elements

BYLINE = re.compile(
    # not "meta" or "info": whose lines are of anything
    r"(?:^|[\s_-])(?:date|dateline|timestamp|time|byline|published?|pubdate|datum|fecha|posted)(?:$|[\s_-])",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"datepublished|(?:^|[\s_-])(?:published|pubdate|entry-date|dt-published)(?:$|[\s_-])", re.IGNORECASE)
CARRIERS = frozenset({"abbr", "span", "meta", "p", "div"})
# where scripts that write "3 hours ago" keep the moment
LINES = frozenset({"span", "div", "p", "li"})
STAMPS = ("datetime", "content", "data-timestamp", "data-datetime", "data-utime")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SENTENCE_END = re.compile(r"[.!?…]$")
SENTENCE_WORDS = 6
# a text begins with the first paragraph of so many characters: what stands behind it must say that it is the publication
PARAGRAPH = 120
LONGEST_BYLINE = 120
LONGEST_LABEL = 40


def read_times(tree: HtmlElement) -> tuple[list[str], list[str]]:
    """What `<time>` and microdata say of the article's publication, the likeliest first, and of its update."""
    published: list[tuple[bool, str]] = []
    updated: list[str] = []
    for element in own_elements(tree, _may_tell_time):
        about = " ".join(element.get(name) or "" for name in ("class", "itemprop", "property"))
        is_time = "time" in element.tag
        is_marked = bool(PUBLISHED.search(about)) or "pubdate" in element.attrib
        says_updated = "datemodified" in about.lower()
        value = _value_of(element) or (element.text_content() if is_time or "datepublished" in about.lower() or says_updated else "")
        if not value or not (is_time or is_marked or says_updated) or (is_time and not is_marked and _is_told(element)):
            continue
        # themes write "published updated" on the one date that a page has
        if says_updated or (not is_marked and UPDATE.search(about)) or UPDATE.search(_label_of(element)):
            updated.append(value.strip())
        else:
            published.append((not is_marked, value.strip()))
    # sorting keeps the order of the page among equals
    return [value for _, value in sorted(published, key=lambda found: found[0])], updated


def _value_of(element: HtmlElement) -> str:
    # microformats hide the exact date behind the words
    names = (*STAMPS, "title") if element.tag in ("abbr", "span") else STAMPS
    return next((value for name in names if (value := element.get(name))), "")


def _may_tell_time(element: HtmlElement) -> bool:
    """`<time>`, `<relative-time>`, `<bsp-timestamp>`, and what microdata may be on."""
    return element.tag == "time" or element.tag in CARRIERS or ("time" in element.tag and bool(_value_of(element)))


def read_bylines(tree: HtmlElement) -> Iterator[str]:
    """The short lines by the title that hold a figure."""
    for element in own_elements(tree, lambda element: element.tag in LINES):
        if BYLINE.search(CAMEL.sub("-", element.get("class") or "")) and len(element) < 10:
            text = clean_line(element.text_content())
            if _is_below_text(element) and not (SAYS_PUBLISHED.search(text) or UPDATE.search(text)):
                continue
            if 6 <= len(text) <= LONGEST_BYLINE and any(character.isdigit() for character in text):
                yield text


def _is_told(element: HtmlElement) -> bool:
    """Whether a time belongs to what the text tells: in a sentence, or behind the text without a word that it is the publication."""
    label = _label_of(element)
    if SAYS_PUBLISHED.search(label) or UPDATE.search(label) or UPDATE.search(element.get("class") or ""):
        return False
    paragraph = next((part for part in element.iterancestors("p", "li")), None)
    words = clean_line(paragraph.text_content(), 1000) if paragraph is not None else ""
    return _is_below_text(element) or (bool(SENTENCE_END.search(words)) and len(words.split()) >= SENTENCE_WORDS)


def _is_below_text(element: HtmlElement) -> bool:
    for part in (element, *element.iterancestors()):
        if part.tag in ROOTS:
            return False
        if any(len(before.text_content()) >= PARAGRAPH for before in part.itersiblings("p", preceding=True)):
            return True
    return False


def _label_of(element: HtmlElement) -> str:
    """What its parent says of it: by its class, or by the words right before it."""
    parent = element.getparent()
    if parent is None:
        return ""
    before = element.getprevious()
    words = (before.tail if before is not None else parent.text) or ""
    return f"{parent.get('class') or ''} {words[-LONGEST_LABEL:]}" if len(parent) < 10 else words[-LONGEST_LABEL:]
