"""Foreign text -> text that does nothing where it is shown: no links, images, markup or control characters."""

import re

from vectorstore.plain import plain

# contents and all: nobody reads a script
_SCRIPT = re.compile(r"<(script|style|iframe|object|svg|template)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_IMAGE = re.compile(r"!\[[^\]\[]*\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_LINK = re.compile(r"\[([^\]\[]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
_REFERENCE = re.compile(r"^[ \t]*\[[^\]\n]+\]:[ \t]*\S*[:/<]\S.*$", re.MULTILINE)
_ADDRESS = re.compile(r"\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.)\S+|\b(?:javascript|vbscript|data|file|mailto):\S+", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t]{2,}")


def inert(text: str) -> str:
    """For an answer's text: markup, images and addresses are taken out, the words of links stay.

    What is left over cannot be active either: no `<` stands before a letter, no `](` is left.

    >>> inert('Read ![x](http://a.example/?q=1) [this](javascript:alert(1)) <b>now</b>')
    'Read this now'
    """
    text = plain(text)
    for _ in range(3):  # taking one away may join the halves of another
        before = text
        text = _SCRIPT.sub("", text)
        text = _TAG.sub("", text)
        text = _IMAGE.sub("", text)
        text = _LINK.sub(_words_of_link, text)
        if text == before:
            break
    text = _ADDRESS.sub("", _REFERENCE.sub("", text))
    text = re.sub(r"<(?=[a-zA-Z/!?])", "‹", text).replace("](", "] (").replace("![", "! [").replace("][", "] [")
    return _BLANKS.sub(" ", text).strip()


def _words_of_link(link: re.Match[str]) -> str:
    # a model may make a link of a passage's mark, [k7f](…)
    return f"[{link[1]}]" if re.fullmatch(r"[a-z]\d[a-z]\d*", link[1]) else link[1]
