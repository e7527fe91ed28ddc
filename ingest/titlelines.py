"""The lines that a page shows by its article's title, and after its text: whatever its elements are called."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from ingest.clean import clean_text
from ingest.datelines import BOUNDARY, LONGEST_LINE
from ingest.datewords import DATE_LABEL, PARTICULARS, SAYS_PUBLISHED, UPDATE
from ingest.prose import IDEOGRAPH
from ingest.scope import ROOTS, Scope

BLOCKS = frozenset((
    "address", "article", "br", "center", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "tr", "ul",
))  # fmt: skip
UNREAD = frozenset({"script", "style", "noscript", "template", "svg", "select", "button"})
# "13<sup>th</sup>", "<em>02</em>/<em>13</em>"
WITHIN_WORDS = frozenset({"sup", "sub", "abbr", "b", "i", "em", "strong", "font", "u", "wbr"})
META = re.compile("byline|meta|author|info", re.IGNORECASE)
LABELS, LABELLED = frozenset({"dt", "th", "td"}), frozenset({"dd", "td"})
# blogs put all of one day under it
DAY_HEADINGS = frozenset({"h2", "h3", "h4"})
MOST_BEFORE, MOST_AFTER, MOST_LINES = 2, 20, 100
# a masthead with its menu is longer
MOST_AROUND, LONG_BLOCK = 3, 200
# blanks and invisible characters count here
LONGEST_RAW = 1000
LONG, LONG_IDEOGRAPHS = 120, 40
SENTENCE = re.compile(r".{40,}[.!?…。！？।؟][\"'»”“’)\]]*$", re.DOTALL)
# "13 February 2025 | Culture | 3 min."
PARTED = re.compile("[|·•]")
# one may be the summary, under which the author's line stands; with the second the text has begun
FEW = 2
NOTHING = ("", "")
FIGURE = re.compile(r"\d")
BLANKS, BOUNDARIES = re.compile(r"\s+"), re.compile(rf" *{BOUNDARY}[ {BOUNDARY}]*")


def read_title_lines(scope: Scope) -> Iterator[str]:
    """Lines with a figure right above and below the title, and those behind the text that speak of publishing.

    BOUNDARY stands where one element ends and the next begins in the same line.
    """
    heading = scope.heading
    if heading is None:
        return
    if scope.part.tag != "article":
        yield from _lines_above(scope, heading)
    yield from islice(_title_lines(scope, heading), MOST_LINES)


def _block_of(heading: HtmlElement) -> HtmlElement:
    """What holds a heading and little else: its line of authors, the section."""
    longest = LONG_BLOCK + len(heading.text_content())
    around = itertools.takewhile(lambda part: part.tag not in ROOTS and len(part.text_content()) < longest, heading.iterancestors())
    return next(reversed(list(islice(around, MOST_AROUND))), heading)


def _lines_above(scope: Scope, heading: HtmlElement) -> Iterator[str]:
    """Of a page without an article: lines in the heading's block, in the page's own part the line over it, else one that says what it is.

    Above them stands the masthead.
    """
    block = _until_title(replace(scope, part=_block_of(heading)), heading)
    yield from (line for _, line in block[-MOST_BEFORE:])
    if not block:
        own = next(heading.iterancestors("main"), scope.part)
        within = _until_title(replace(scope, part=own), heading)[-1:] if own.tag not in ROOTS - {"main"} else []
        over = [] if within else _until_title(replace(scope, part=heading.getroottree().getroot()), heading)[-1:]
        yield from (line for _, line in within)
        yield from (line for tag, line in over if tag in DAY_HEADINGS or SAYS_PUBLISHED.search(line) or DATE_LABEL.match(line))


def _until_title(scope: Scope, heading: HtmlElement) -> list[tuple[str, str]]:
    return list(itertools.takewhile(lambda line: line[0] != "title", _label(_lines(scope, heading))))


def _title_lines(scope: Scope, heading: HtmlElement) -> Iterator[str]:
    before: list[str] = []
    is_after, paragraphs = False, 0
    for number, (tag, line) in enumerate(_label(_lines(scope, heading))):
        if tag == "title":
            yield from before[-MOST_BEFORE:] if scope.part.tag == "article" else ()
            is_after, start = True, number
        elif not is_after:
            before.append(line)
        elif paragraphs == FEW or number - start > MOST_AFTER:
            if len(line) <= LONGEST_LINE and (SAYS_PUBLISHED.search(line) or UPDATE.search(line)):
                yield line
        elif _is_paragraph(line):
            paragraphs += 1
        else:
            yield line


def _is_paragraph(line: str) -> bool:
    is_sentence = SENTENCE.match(line) and not (PARTED.search(line) or SAYS_PUBLISHED.search(line) or UPDATE.search(line))
    return len(line) >= LONG or len(IDEOGRAPH.findall(line)) >= LONG_IDEOGRAPHS or bool(is_sentence)


def _label(lines: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The lines with a figure, each behind the line that says what it is: a cell of a table, "Published", a line that ends in a colon."""
    former = NOTHING
    for tag, line in _without_boxes(list(lines)):
        is_labelled = (former[0] in LABELS and tag in LABELLED) or former[1].endswith((":", "：")) or _is_label(former[1])
        if tag == "title" or FIGURE.search(line) or len(line) >= LONG_IDEOGRAPHS:
            yield tag, f"{former[1]} {line}" if is_labelled else line
        former = (tag, line)


def _is_label(line: str) -> bool:
    return len(line.split()) <= 2 and not FIGURE.search(line) and bool(SAYS_PUBLISHED.search(line) or UPDATE.search(line))


def _without_boxes(lines: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The lines without those that stand beside the particulars of a book, a film, an event."""
    for former, this, following in zip([NOTHING, *lines], lines, [*lines[1:], NOTHING], strict=False):
        if this[0] == "title" or not any(PARTICULARS.match(line) for _, line in (former, this, following)):
            yield this


def _lines(scope: Scope, heading: HtmlElement) -> Iterator[tuple[str, str]]:
    """Every line of a part of a page with the tag of its block, "title" for the heading; what is elsewhere is left out."""
    parts: list[str] = []
    block = ""
    walk = etree.iterwalk(scope.part, events=("start", "end", "comment"))
    for event, element in walk:
        if event == "comment":
            parts.append(element.tail or "")
            continue
        is_block = element.tag in BLOCKS
        if is_block and (line := _join(parts)):
            yield block, line
        if is_block:
            parts, block = [], element.tag if event == "start" else ""
        elif element.tag not in WITHIN_WORDS:
            parent = element.getparent()
            # parts of what is there to say who wrote when are parted like any others
            parts.append(" | " if parent is not None and META.search(parent.get("class") or "") else BOUNDARY)
        elif event == "start" and _is_next_figure(element):
            parts.append(" ")
        if event == "end":
            parts.append((element.tail or "") if element is not scope.part else "")
        elif element is heading:
            yield "title", ""
            # "<h1>Storm <small>13 February 2025</small></h1>"
            yield from (("small", line) for part in element.iter("small", "span", "time") if (line := _join([part.text or ""])))
            walk.skip_subtree()
        elif element.tag in UNREAD or scope.leaves_out(element):
            walk.skip_subtree()
        else:
            parts.append(element.text or "")
    if line := _join(parts):
        yield block, line


def _is_next_figure(element: HtmlElement) -> bool:
    """Whether a figure in an element of its own stands right behind another: the year, the day and the hour of a calendar's leaf."""
    former = element.getprevious()
    if former is None or former.tail or element.tag in ("sup", "sub"):
        return False
    return bool((former.text or "")[-1:].isdigit() and (element.text or "")[:1].isdigit())


def _join(parts: list[str]) -> str:
    text = BLANKS.sub(" ", "".join(parts)[:LONGEST_RAW]).strip()
    if len(text) > LONGEST_LINE:
        # only its length counts
        return text[: LONGEST_LINE + 1]
    text = "".join(part if part == BOUNDARY else clean_text(part) for part in re.split(f"({BOUNDARY})", text))
    return BOUNDARIES.sub(BOUNDARY, text).strip(f" |{BOUNDARY}")
