"""What others wrote, made safe to print on a terminal."""

import unicodedata


def printable(text: str) -> str:
    """A text whose control and format characters are shown instead of obeyed; line breaks stay.

    >>> printable("\\x1b[2Jgone")
    '\\\\x1b[2Jgone'
    """
    return "".join(_show(character) for character in text)


def one_line(text: str, longest: int = 100) -> str:
    """The same on one line, cut to `longest` characters."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= longest else line[: longest - 1] + "…"


def _show(character: str) -> str:
    # joiners change letters and are harmless
    if character in "\n\u200c\u200d" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return character
    return ascii(character)[1:-1]
