"""Paragraphs out of pieces of markup (XHTML, HTML, NITF) that hold an article's text and nothing else."""

from lxml import etree
from lxml import html as parser
from lxml.html import HtmlElement

from ingest.bombs import is_bomb
from ingest.clean import clean_text
from ingest.errors import Unreadable
from ingest.hidden import drop_hidden
from ingest.html import MOST_ELEMENTS, NO_XML
from ingest.paragraphs import split_paragraphs

BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "body.content", "bq", "block", "caption", "dd", "div", "dl", "dt", "fieldset", "footer",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hl1", "hl2", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
))  # fmt: skip
CELLS = frozenset(("td", "th"))
# pictures with their captions, and what is said to editors
OTHERS = ("media", "figure", "figcaption", "img", "video", "audio", "head", "title", "note")
DROPPED = "newsdesk-dropped"


def read_fragment(markup: str, name: str) -> list[str]:
    """The paragraphs that a reader sees, in order; none when there is no text.

    Raises:
        Unreadable: It was made to keep a parser busy.
    """
    if is_bomb(markup):
        raise Unreadable(name, "markup with a tag of too many attributes")
    try:
        tree = parser.document_fromstring(
            f"<html><body>{NO_XML.sub('', markup)}</body></html>".encode(), parser=parser.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError, AssertionError):
        return []
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise Unreadable(name, f"markup of more than {MOST_ELEMENTS} elements")
    drop_hidden(tree)
    for element in tree.iter(*OTHERS):
        element.tag = DROPPED
    etree.strip_elements(tree, DROPPED, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return split_paragraphs(clean_text(_flatten(tree)))


def _flatten(tree: HtmlElement) -> str:
    """The text with an empty line at each edge of a block, and line breaks only where the markup has them."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        # an element's words are those before its first child at its start, those after it at its end
        words = element.text if event == "start" else element.tail
        keeps_lines = tag == "pre" and event == "start"
        if event == "start" and tag == "br":
            pieces.append("\n")
        elif tag in BLOCKS:
            pieces.append("\n\n")
        elif event == "end" and tag in CELLS:
            pieces.append(" ")
        pieces.append((words or "") if keeps_lines else " ".join(f".{words or ''}.".split())[1:-1])
    return "".join(pieces)
