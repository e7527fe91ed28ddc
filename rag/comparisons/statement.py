"""The two texts that are compared, and what a comparison finds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rag.comparisons.concepts import concepts_in
from rag.matching import match, terms_of, words_in

# where a sentence falls into parts that may each be denied or doubted alone
CLAUSE = re.compile(
    r"[,;:–—]\s|\s(?:but|because|although|while|after|before|doch|aber|sondern|weil|obwohl|nachdem|bevor|mais|parce que|car|tandis que"
    r"|pero|sino|porque|aunque|mientras)\s",
    re.IGNORECASE,
)
# what leads to what somebody only says, wants or holds possible
LEADING = re.compile(r"\s*(?:that|to|if|whether|dass|ob|zu|que|si|qu['’]\w+)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or a quote.

    Attributes:
        language: ISO 639-1 code; `und` when it is not known.
        around: Of a quote, what else its article says of it: title, source and the rest of the passage.
        published: Of a quote, the day of its article; None when unknown.
    """

    text: str
    language: str = "und"
    around: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What the sentence has otherwise than the quote.

    Attributes:
        reason: The name of the message that says it.
        found: The words that differ.
        decisive: The quote says something else; else it only says less.
    """

    reason: str
    found: str = ""
    decisive: bool = True


def find_words(words: Mapping[str, str], statement: Statement) -> str:
    """The first place in the statement that the pattern of its language matches; empty when there is none."""
    found = re.search(words[statement.language], statement.text, re.IGNORECASE)
    return found[0] if found else ""


def same_language(claim: Statement, quote: Statement) -> bool:
    return claim.language == quote.language != "und"


def clauses_about(claim: Statement, quote: Statement) -> str:
    """The clauses of the quote that share words or things with the sentence; all of it when none does."""
    clauses = list(_clauses(quote.text))
    words = [word for word in words_in(claim.text) if not word.written.isdigit()]
    things = concepts_in(claim.text, claim.language).keys()
    shared = [
        clause
        for clause in clauses
        if any(match(word, terms_of(clause, quote.language)) for word in words) or things & concepts_in(clause, quote.language).keys()
    ]
    return " , ".join(shared) if shared and len(clauses) > 1 else quote.text


def _clauses(text: str) -> Iterator[str]:
    """Its clauses, each with those that it leads to: "it is possible, that …"."""
    whole = ""
    for clause in CLAUSE.split(text):
        if whole.strip() and not LEADING.match(clause):
            yield whole
            whole = ""
        whole = f"{whole} , {clause}" if whole else clause
    if whole.strip():
        yield whole
