"""Foreign text -> text that does nothing where it is printed: no character that moves a cursor or turns the order of letters."""

import unicodedata

# control, format, half characters, private use, line and paragraph separators
ACTIVE = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
# joiners are letters' shapes in Persian and Indic scripts, and hold emoji together
HARMLESS = "\n\t\u200c\u200d"


def plain(text: str) -> str:
    """For a terminal or a page. Line breaks and tabs stay.

    >>> plain("a\\x1b[31mb\\u202ec")
    'a[31mbc'
    """
    return "".join(character for character in text if character in HARMLESS or unicodedata.category(character) not in ACTIVE)


def one_line(text: str, longest: int | None = None) -> str:
    """The same on one line, cut to `longest` characters; None does not cut."""
    line = " ".join(plain(" ".join(text.split())).split())
    return line if longest is None or len(line) <= longest else line[: longest - 1] + "…"
