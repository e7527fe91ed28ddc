"""Parts of a page that no reader sees: they are taken out before the article is read."""

import re

from lxml import etree
from lxml.html import HtmlElement

UNSEEN_TAGS = ("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "dialog")
DOOMED = "newsdesk-hidden"
# with the white space taken out, in small letters
HIDING_STYLE = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|opacity:(?:0|0?\.0\d*)(?:;|!|$)|"
    r"font-size:(?:0|0?\.0\d*)(?:px|pt|em|rem|%)?(?:;|!|$)|font-size:1px|font:0|"
    r"(?:left|right|top|bottom|text-indent|margin-left|margin-top):-(?:\d{4,}|999|[5-9]\d\d)|"
    r"clip:rect\(0|clip-path:inset\((?:50|100)%|transform:scale\(0|"
    r"(?:max-)?(?:height|width):0(?:px)?(?:;|!|$)|color:transparent|-webkit-text-fill-color:transparent)"
)
COLOR = re.compile(r"(?:^|;)color:([^;!]+)")
BACKGROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
WHITE = re.compile(r"^(?:white|#fff(?:fff)?|#fef(?:efe)?|rgba?\(25[0-5],25[0-5],25[0-5].*)$")


def drop_hidden(tree: HtmlElement) -> None:
    """Takes out, in place, what a browser does not show by its markup: inline styles, attributes, kinds of elements.

    Rules of style sheets are not applied: too many pages hide their whole text until a script has run.
    """
    for element in tree.iter():
        is_root = element.getparent() is None or element.tag == "body"
        if isinstance(element.tag, str) and not is_root and (element.tag in UNSEEN_TAGS or _is_hidden(element)):
            element.tag = DOOMED
    # the text after an element belongs to its parent
    etree.strip_elements(tree, DOOMED, with_tail=False)


def _is_hidden(element: HtmlElement) -> bool:
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = "".join(attributes.get("style", "").lower().split())
    return bool(style) and (bool(HIDING_STYLE.search(style)) or _is_camouflaged(style))


def _is_camouflaged(style: str) -> bool:
    color, background = COLOR.search(style), BACKGROUND.search(style)
    if color is None:
        return False
    if background is not None:
        return color.group(1) == background.group(1)
    # where no element says otherwise a page is white
    return bool(WHITE.match(color.group(1)))
