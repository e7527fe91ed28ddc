"""More than, less than: of two that are compared, which one has more."""

import re

from rag.comparisons.roles import turned_round
from rag.comparisons.statement import Difference, Statement

_MORE = {
    "en": r"\b(?:more|higher|larger|bigger|greater|faster|longer|better)\b[^.;,]*\bthan\b",
    "de": r"\b(?:mehr|höher\w*|größer\w*|schneller\w*|länger\w*|besser\w*)\b[^.;,]*\bals\b",
    "fr": r"\b(?:plus|meilleure?s?|davantage)\b[^.;,]*\bqu[e'’]",
    "es": r"\b(?:más|mayor\w*|mejor\w*)\b[^.;,]*\bque\b",
}
_LESS = {
    "en": r"\b(?:less|fewer|lower|smaller|slower|shorter|worse)\b[^.;,]*\bthan\b",
    "de": r"\b(?:weniger\w*|niedriger\w*|kleiner\w*|langsamer\w*|kürzer\w*|schlechter\w*)\b[^.;,]*\bals\b",
    "fr": r"\b(?:moins|pire\w*)\b[^.;,]*\bqu[e'’]",
    "es": r"\b(?:menos|menor\w*|peor\w*)\b[^.;,]*\bque\b",
}
# before a number they bound it, and compare nothing
_BOUND = re.compile(r"(?:than|als|que|qu['’]|de)\s+[\d]")


def compare_degrees(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when the one has more where the other has less, and the two that are compared have not changed places."""
    said, held = _degree(claim), _degree(quote)
    if not said or not held or (said == held) != turned_round(claim, quote):
        return None
    return Difference("other_word", decisive=True, found=_words(claim, said))


def _degree(statement: Statement) -> int:
    """1 where something has more than another, -1 where less, 0 where nothing tells or both do."""
    more, less = (_words(statement, sign) for sign in (1, -1))
    return bool(more) - bool(less)


def _words(statement: Statement, sign: int) -> str:
    pattern = (_MORE if sign > 0 else _LESS).get(statement.language)
    found = re.search(pattern, statement.text, re.IGNORECASE) if pattern else None
    return found[0] if found and not _BOUND.search(statement.text, max(0, found.end() - 4)) else ""
