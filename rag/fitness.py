"""Does a sentence hold the kind of thing that a question asks for, and did not say itself?"""

import re
from collections.abc import Iterable

from rag.amounts import find_amounts, find_dates
from rag.kinds import Kind
from rag.names import find_persons
from rag.words import CAPITAL
from vectorstore.terms import fold

_REASON = re.compile(
    r"\b(?:because|due to|since|owing to|in order|so that|weil|wegen|aufgrund|da|denn|damit|parce|car|afin|en raison|porque|debido"
    r"|a causa|para que)\b",
    re.IGNORECASE,
)
# what has been so since May has no reason in that
_EVER_SINCE = re.compile(r"\b(?:has|have|had|ever)\b[^,;.]*\bsince\b", re.IGNORECASE)

# what is counted roughly, or as a part
_ROUGHLY = re.compile(
    r"\b(?:half|thirds?|dozens|hundreds|thousands|millions|several|hälfte|drittel|viertel|dutzende|hunderte|tausende|mehrere|\w+fache"
    r"|moitié|tiers|(?:diz|cent)aines|milliers|plusieurs|mitad|tercios?|decenas|cientos|miles|vari[oa]s)\b",
    re.IGNORECASE,
)


def fits(kind: Kind, sentence: str, asked: frozenset[str], language: str | None = None) -> float:
    """0 when nothing fits, 1 for a date, number, place or reason, up to 1.5 for a person.

    Args:
        asked: The question's words, folded: what it says itself is no answer.
        language: The sentence's, ISO 639-1; None when it is not known.
    """
    if kind == "who":
        persons = (person.text for person in find_persons(sentence))
        return float(_says_new(persons, asked)) + 0.5 * _says_new(CAPITAL.findall(sentence), asked)
    if kind == "when":
        return float(_says_new((date.text for date in find_dates(sentence)), asked))
    if kind == "where":
        return float(_says_new(CAPITAL.findall(sentence), asked))
    if kind in ("how many", "how much"):
        amounts = (amount.text for amount in find_amounts(sentence, language))
        return float(_says_new(amounts, asked) or _ROUGHLY.search(sentence) is not None)
    return float(kind == "why" and _REASON.search(_EVER_SINCE.sub("", sentence)) is not None)


def _says_new(found: Iterable[str], asked: frozenset[str]) -> bool:
    return any(not set(fold(text).split()) <= asked for text in found)
