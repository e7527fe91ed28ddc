"""Paragraphs out of plain text, however its lines were broken."""

import re

EMPTY_LINES = re.compile(r"\n[^\S\n]*\n")
SENTENCE_END = re.compile(r"[.!?…:;。！？।؟][\"'»”“’)\]]*$")
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
# a text broken by an editor or a mailer has its lines about this long
NARROWEST_COLUMN = 45
WIDEST_COLUMN = 110


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a clean text, without blank ones: lines, or blocks of lines where an editor broke them."""
    paragraphs: list[str] = []
    for block in EMPTY_LINES.split(text):
        lines = [" ".join(line.split()) for line in block.split("\n") if line.strip()]
        paragraphs += [join_lines(lines)] if _is_wrapped(lines) else lines
    return paragraphs


def join_paragraphs(paragraphs: list[str]) -> str:
    """A text as the archive keeps it: paragraphs parted by an empty line."""
    return "\n\n".join(paragraphs)


def join_lines(lines: list[str]) -> str:
    """One paragraph out of lines that only the page's width parted."""
    joined = ""
    for line in lines:
        gap = "" if not joined or (UNSPACED.match(joined[-1]) and UNSPACED.match(line)) else " "
        joined += gap + line
    return joined


def _is_wrapped(lines: list[str]) -> bool:
    """Lines of one width that mostly end in the middle of a sentence."""
    full = lines[:-1]
    if not full or any(not NARROWEST_COLUMN <= len(line) <= WIDEST_COLUMN for line in full):
        return False
    inside = sum(1 for line in full if not SENTENCE_END.search(line))
    return inside * 2 > len(full) and len(lines[-1]) <= WIDEST_COLUMN
