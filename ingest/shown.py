"""Dates that a page shows its readers: `<time>` and its kin, and the lines by the title; those of other articles left out."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from ingest.clean import clean_line

UPDATE = re.compile(
    r"updat|modif|edited|revised|überarbeitet|actualizaci|"
    r"aktualisiert|geändert|mise? à jour|actualizad|aggiornat|atualizad|обновлен|оновлен|更新|تحديث|güncelle|bijgewerkt",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|timestamp|time|byline|published?|pubdate|datum|fecha|posted|meta|info)(?:$|[\s_-])", re.IGNORECASE
)
PUBLISHED = re.compile(r"datepublished|(?:^|[\s_-])(?:published|pubdate|entry-date|dt-published)(?:$|[\s_-])", re.IGNORECASE)
# where a page speaks of other articles, of comments, or of the day on which it is read
ELSEWHERE = re.compile(
    r"related|recommend|read-?(?:more|next|also)|more-?(?:from|news|stories)|most-?(?:read|viewed|popular)|popular|trending|latest|teaser|sidebar|"
    r"comment|disqus|widget|promo|newsletter|footer|today|current-date|weather|archive|calendar|event|breadcrumb|caption|credit|gallery|carousel",
    re.IGNORECASE,
)
ELSEWHERE_TAGS = frozenset({"aside", "footer", "nav", "figure", "figcaption", "blockquote", "form"})
# a class on one of these is a theme's, not a block's
ROOTS = frozenset({"html", "body", "main"})
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SENTENCE_END = re.compile(r"[.!?…]$")
SENTENCE_WORDS = 6
# a text begins with the first paragraph of so many characters: what stands behind it must say that it is the publication
PARAGRAPH = 120
SAYS_PUBLISHED = re.compile(
    r"publi|posted|veröffentlicht|erschienen|erstellt|pubblicat|опубликован|发布|gepubliceerd|opublikowan|نشر", re.IGNORECASE
)
LONGEST_BYLINE = 120
LONGEST_LABEL = 40


def read_times(tree: HtmlElement) -> tuple[list[str], list[str]]:
    """What `<time>` and microdata say of the article's publication, the likeliest first, and of its update."""
    published: list[tuple[bool, str]] = []
    updated: list[str] = []
    for element in _own_elements(tree, "time", "abbr", "span", "meta", "p", "div"):
        about = " ".join((element.get("class") or "", element.get("itemprop") or ""))
        is_marked = bool(PUBLISHED.search(about)) or "pubdate" in element.attrib
        value = element.get("datetime") or element.get("content") or (element.get("title") if element.tag == "abbr" else None)
        if element.tag == "time":
            value = value or element.text_content()
        elif not value or not (is_marked or "datemodified" in about.lower()):
            continue
        if element.tag == "time" and not is_marked and _is_told(element):
            continue
        if UPDATE.search(about) or UPDATE.search(_label_of(element)):
            updated.append(value.strip())
        else:
            published.append((not is_marked, value.strip()))
    # sorting keeps the order of the page among equals
    return [value for _, value in sorted(published, key=lambda found: found[0])], updated


def read_bylines(tree: HtmlElement) -> Iterator[str]:
    """The short lines by the title that hold a figure."""
    for element in _own_elements(tree, "span", "div", "p", "li"):
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


def _own_elements(tree: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    scope = _find_scope(tree)
    for element in scope.iter(*tags):
        if not _is_elsewhere(element, scope):
            yield element


def _find_scope(tree: HtmlElement) -> HtmlElement:
    """The innermost article or main part that holds the page's heading; the whole page when none does."""
    for heading in tree.iter("h1"):
        for ancestor in heading.iterancestors():
            if ancestor.tag in ("article", "main"):
                return ancestor
        break
    return tree


def _is_elsewhere(element: HtmlElement, scope: HtmlElement) -> bool:
    longest: HtmlElement | None = None
    for part in (element, *element.iterancestors()):
        if part is scope or part.tag in ROOTS:
            return False
        if part.tag in ELSEWHERE_TAGS or ELSEWHERE.search(f"{part.get('class') or ''} {part.get('id') or ''}"):
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


def _label_of(element: HtmlElement) -> str:
    """What its parent says of it: by its class, or by the words right before it."""
    parent = element.getparent()
    if parent is None:
        return ""
    before = element.getprevious()
    words = (before.tail if before is not None else parent.text) or ""
    return f"{parent.get('class') or ''} {words[-LONGEST_LABEL:]}" if len(parent) < 10 else words[-LONGEST_LABEL:]
