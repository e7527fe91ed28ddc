"""Foreign text -> HTML that shows it as it is, wherever the page puts it."""

import re
from urllib.parse import urlsplit

# not only what HTML reserves: a chatbot's messages are read as Markdown, a component's value passes through templates,
# and both would act on *, _, `, $, { or a bare address. Left as they are: , . ; - and %
_ACTIVE = re.compile(r"[!-$&-+/:<-@\[-`{-~]")
# what moves a line or turns the order of letters; the joiners are letters' shapes in Persian and Indic scripts
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
LONGEST_ADDRESS = 2048


def escape(text: str) -> str:
    """For element contents and quoted attributes alike.

    >>> escape("<b> & *you*")
    '&#60;b&#62; &#38; &#42;you&#42;'
    """
    return _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", _CONTROL.sub("", text))


def escape_line(text: str) -> str:
    """The same on one line: an empty line would end a block of HTML inside Markdown."""
    return escape(" ".join(text.split()))


def safe_link(address: str) -> str:
    """The address when following it is harmless, else "": http or https, with a host, without a password."""
    if len(address) > LONGEST_ADDRESS or any(character.isspace() for character in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else ""
