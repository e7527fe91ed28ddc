"""Where the running text of a page is: how much of it lies in each of its elements."""

import re
from collections.abc import Mapping

from lxml import etree
from lxml.html import HtmlElement

# what is no text, and links, which are the titles of other articles
UNREAD = frozenset({"a", "button", "form", "head", "noscript", "script", "select", "style", "svg", "template"})
# shorter stretches are labels, captions, items of menus
SHORTEST, SHORTEST_IDEOGRAPHS = 40, 15
IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def measure_prose(tree: HtmlElement) -> Mapping[HtmlElement, int]:
    """For each element with any, the characters of running text in it."""
    lengths: dict[HtmlElement, int] = {}
    # children stand behind their parents
    for element in reversed(list(tree.iter(etree.Element))):
        if element.tag in UNREAD:
            continue
        length = _stretch(element.text) + sum(lengths.get(child, 0) + _stretch(child.tail) for child in element)
        if length:
            lengths[element] = length
    return lengths


def _stretch(text: str | None) -> int:
    length = len(text.strip()) if text else 0
    if not text or length < SHORTEST_IDEOGRAPHS:
        return 0
    return length if length >= SHORTEST or len(IDEOGRAPH.findall(text)) >= SHORTEST_IDEOGRAPHS else 0
