"""Foreign text -> HTML that shows it as it is, wherever the page puts it."""

import re

from vectorstore.plain import plain

# not only what HTML reserves: a chatbot's messages are read as Markdown, a component's value passes through templates,
# and both would act on *, _, `, $, { or a bare address. Left as they are: , . ; - and %
_ACTIVE = re.compile(r"[!-$&-+/:<-@\[-`{-~]")


def escape(text: str) -> str:
    """For element contents and quoted attributes alike.

    >>> escape("<b> & *you*")
    '&#60;b&#62; &#38; &#42;you&#42;'
    """
    return _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", plain(text))


def escape_line(text: str) -> str:
    """The same on one line: an empty line would end a block of HTML inside Markdown."""
    return escape(" ".join(text.split()))
