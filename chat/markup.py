"""The last look at HTML of ours before a page shows it: what no pane needs is taken out, whoever put it in."""

import nh3

TAGS = {
    "a", "article", "blockquote", "button", "dd", "del", "details", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "ins", "li", "mark",
    "ol", "p", "section", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
}  # fmt: skip
EVERYWHERE = {
    "class", "id", "dir", "lang", "title", "role", "tabindex", "aria-label", "aria-hidden", "aria-live", "aria-pressed", "aria-describedby",
    "data-act", "data-start", "data-end",
}  # fmt: skip
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href", "target"},
    "button": {"type"},
    "details": {"open"},
    "ol": {"start"},
    "th": {"scope"},
    "time": {"datetime"},
}


def clean(html: str) -> str:
    """The HTML without scripts, handlers, styles, images, frames, forms and links to anything but http, https and the page itself."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https"}, link_rel="noopener noreferrer nofollow", strip_comments=True
    )
