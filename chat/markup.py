"""The last look at HTML of ours before a page shows it: what no pane needs is taken out, whoever put it in."""

import html
import re
from collections.abc import Iterable

import nh3

from chat.escape import escape, escape_line

TAGS = {
    "a", "article", "blockquote", "button", "dd", "del", "details", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "ins", "li", "mark",
    "ol", "p", "section", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
}  # fmt: skip
EVERYWHERE = {
    "class", "id", "dir", "lang", "title", "role", "tabindex", "aria-label", "aria-hidden", "aria-live", "aria-pressed", "aria-describedby",
}  # fmt: skip
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href", "target"},
    "button": {"type", "name", "value"},
    "details": {"open"},
    "ol": {"start"},
    "th": {"scope"},
    "time": {"datetime"},
}


_WORDS = re.compile(r">([^<]+)<")


def write_spans(facts: Iterable[str]) -> str:
    """Facts one beside the other, without those that are empty."""
    return "".join(f"<span>{escape_line(fact)}</span>" for fact in facts if fact)


def clean(written: str) -> str:
    """The HTML without scripts, handlers, styles, images, frames, forms and links to anything but http, https and the page itself."""
    cleaned = nh3.clean(
        written,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer nofollow",
        strip_comments=True,
    )
    # it came back with its characters as they are, and a chatbot reads what it is given as Markdown
    return _WORDS.sub(lambda found: f">{escape(html.unescape(found[1]))}<", cleaned)
