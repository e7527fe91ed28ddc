"""Dates that a page shows its readers: `<time>` and its kin, and the lines by the title; those of other articles left out."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from ingest.clean import clean_line
from ingest.datewords import SAYS_PUBLISHED, UPDATE
from ingest.scope import Own, Scope, own_elements

BYLINE = re.compile(
    # not "meta" or "info": whose lines are of anything
    r"(?:^|[\s_-])(?:date|dateline|timestamp|time|datetime|byline|published?|pubdate|datum|fecha|tarih|tanggal|dato|posted)(?:$|[\s_-])",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"datepublished|(?:^|[\s_-])(?:published|pubdate|entry-date|dt-published)(?:$|[\s_-])", re.IGNORECASE)
CARRIERS = frozenset({"abbr", "span", "meta", "p", "div"})
# where scripts that write "3 hours ago" keep the moment
LINES = frozenset({"span", "div", "p", "li"})
SAYING = ("data-published", "data-publish-date", "data-pubdate", "data-published-at")
STAMPS = ("datetime", "content", *SAYING, "data-timestamp", "data-datetime", "data-utime", "data-date", "data-time")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SENTENCE_END = re.compile(r"[.!?…]$")
SENTENCE_WORDS = 6
# or in Unix time
MOMENT = re.compile(r"\d{4}-\d\d-\d\d|1\d{9}(?:\d{3})?$")
FIGURE = re.compile(r"\d")
# of a crafted page not all is read
MOST, LONGEST_TEXT = 100, 2000
# of schema.org, and of Dublin Core as RDFa has it
MICRODATA = re.compile(r"date(?:published|modified)|\bdc(?:terms)?:(?:date|created|issued|modified)\b", re.IGNORECASE)
MODIFIED = re.compile(r"datemodified|\bdc(?:terms)?:modified\b", re.IGNORECASE)
DUBLIN_CORE = re.compile(r"\bdc(?:terms)?:(?:date|created|issued)\b", re.IGNORECASE)
LONGEST_BYLINE = 120
LONGEST_LABEL = 40


def read_times(scope: Scope) -> tuple[list[str], list[str]]:
    """What `<time>` and microdata say of the article's publication, the likeliest first, and of its update."""
    published: list[tuple[bool, str]] = []
    updated: list[str] = []
    for own in islice((own for own in own_elements(scope) if _may_tell_time(own.element)), MOST):
        element = own.element
        about = " ".join(element.get(name) or "" for name in ("class", "itemprop", "property"))
        is_marked = bool(PUBLISHED.search(about) or DUBLIN_CORE.search(about)) or "pubdate" in element.attrib
        # "datePublished dateModified" on one element is both
        says_updated = bool(MODIFIED.search(about)) and not PUBLISHED.search(element.get("itemprop") or "")
        if not (is_marked or says_updated) and _is_told(own):
            continue
        value = (_value_of(element) or _text_of(element)).strip()
        # themes write "published updated" on the one date that a page has
        if says_updated or (not is_marked and UPDATE.search(about)) or UPDATE.search(_label_of(element)) or _begins_with_update(element):
            updated.append(value)
        elif value:
            published.append((not is_marked, value))
    # sorting keeps the order of the page among equals
    return [value for _, value in sorted(published, key=lambda found: found[0])], updated


def read_bylines(scope: Scope) -> Iterator[str]:
    """The short lines by the title that hold a figure and are called a date."""
    for own in islice((own for own in own_elements(scope) if _is_called_date(own.element)), MOST):
        text = clean_line(_text_of(own.element))
        if own.is_below_text and not (SAYS_PUBLISHED.search(text) or UPDATE.search(text)):
            continue
        if 6 <= len(text) <= LONGEST_BYLINE and any(character.isdigit() for character in text):
            yield text


def _value_of(element: HtmlElement) -> str:
    # microformats hide the exact date behind the words
    names = (*STAMPS, "title") if element.tag in ("abbr", "span") else STAMPS
    return next((value for name in names if (value := element.get(name))), "")


def _begins_with_update(element: HtmlElement) -> bool:
    return element.tag == "time" and bool(UPDATE.search(FIGURE.split(_text_of(element))[0]))


def _may_tell_time(element: HtmlElement) -> bool:
    """`<time>`, `<relative-time>`, `<bsp-timestamp>`, and what microdata is on."""
    if element.tag == "time" or ("time" in element.tag and _value_of(element)):
        return True
    is_dated = MICRODATA.search(f"{element.get('itemprop') or ''} {element.get('property') or ''}")
    value = _value_of(element)
    is_said = any(name in element.attrib for name in SAYING)
    is_called = is_said or PUBLISHED.search(element.get("class") or "") or (_is_called_date(element) and MOMENT.match(value))
    return element.tag in CARRIERS and bool(is_dated or (value and is_called))


def _is_called_date(element: HtmlElement) -> bool:
    return element.tag in LINES and len(element) < 10 and bool(BYLINE.search(CAMEL.sub("-", element.get("class") or "")))


def _is_told(own: Own) -> bool:
    """Whether a time belongs to what the text tells: in a sentence, or behind the text without a word that it is the publication."""
    label = _label_of(own.element)
    if SAYS_PUBLISHED.search(label) or UPDATE.search(label) or UPDATE.search(own.element.get("class") or ""):
        return False
    paragraph = next((part for part in own.element.iterancestors("p", "li")), None)
    words = clean_line(_text_of(paragraph), 1000) if paragraph is not None else ""
    return own.is_below_text or (bool(SENTENCE_END.search(words)) and len(words.split()) >= SENTENCE_WORDS)


def _text_of(element: HtmlElement) -> str:
    """Its words, of a crafted one the first."""
    return "".join(islice(element.itertext(), MOST))[:LONGEST_TEXT]


def _label_of(element: HtmlElement) -> str:
    """What its parent says of it: by its class, or by the words right before it."""
    parent = element.getparent()
    if parent is None:
        return ""
    before = element.getprevious()
    words = (before.tail if before is not None else parent.text) or ""
    return f"{parent.get('class') or ''} {words[-LONGEST_LABEL:]}" if len(parent) < 10 else words[-LONGEST_LABEL:]
