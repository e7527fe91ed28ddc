"""What a quote names only to rule it out: "because of a fault, not because of the strike", "in Mombasa und nicht in Nairobi"."""

import re

from rag.comparisons.concepts import concepts_in
from rag.comparisons.names import TOKEN
from rag.comparisons.negation import denies
from rag.comparisons.spellings import alike, same_name
from rag.comparisons.statement import Difference, Statement, same_language
from rag.matching import match, terms_of, words_in
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

# the words behind one of these, to the end of the clause, are what is not so
RULED_OUT = {
    "en": r"(?:,|\band|\bbut)\s+not\s+(?!only\b|just\b)([^,.;]+)|\b(?:instead of|rather than)\s+([^,.;]+)",
    "de": r"(?:,|\bund|\baber)\s+nicht\s+(?!nur\b)([^,.;]+)|\b(?:statt|anstelle)\s+([^,.;]+)",
    "fr": r"(?:,|\bet|\bmais)\s+(?:non(?: pas)?|pas)\s+(?!seulement\b)([^,.;]+)|\bau lieu d[e'’]\s*([^,.;]+)|\bplutôt que\s+([^,.;]+)",
    "es": r"(?:,|\by|\bpero)\s+no\s+(?!s[oó]lo\b)([^,.;]+)|\ben (?:lugar|vez) de\s+([^,.;]+)",
}
# a no in another word
LACKING = re.compile(r"\b(?:without|ohne|sans|sin)\b", re.IGNORECASE)
# of what is ruled out as a cause only the cause counts
LEADING = re.compile(
    r"^\s*(?:because(?: of)?|due to|thanks to|wegen|aufgrund|dank|à cause d[eu’']|grâce à|por|a causa de|gracias a)\s*", re.IGNORECASE
)


def compare_ruled_out(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when the sentence affirms what the quote names only as what is not so."""
    if (
        quote.language not in RULED_OUT
        or claim.language not in RULED_OUT
        or denies(claim)
        or LACKING.search(claim.text)
        or re.search(RULED_OUT[claim.language], claim.text, re.IGNORECASE)
    ):
        return None
    for found in re.finditer(RULED_OUT[quote.language], quote.text, re.IGNORECASE):
        out = LEADING.sub("", next(part for part in found.groups() if part))
        rest = quote.text[: found.start()] + quote.text[found.end() :]
        # told of the part before, too: "not only", "and not" of one of two things that it says both of
        if _speaks_of(claim, out, quote.language) and not _speaks_of_all(claim, rest, quote.language):
            return Difference("other_negation")
    return None


def _speaks_of(claim: Statement, text: str, language: str) -> bool:
    """Whether every name and noun of what is ruled out, or the thing that it is, stands in the sentence."""
    things = set(concepts_in(text, language))
    if things:
        return things <= set(concepts_in(claim.text, claim.language))
    names = [token for token in TOKEN.findall(text) if token[:1].isupper() and fold(token) not in FUNCTION_WORDS]
    tokens = TOKEN.findall(claim.text)
    if names and language != "de":
        return all(any(same_name(name, token) or alike(name, token) for token in tokens) for name in names)
    words = [word for word in words_in(text) if fold(word.written) not in FUNCTION_WORDS]
    terms = terms_of(claim.text, claim.language)
    return claim.language == language and bool(words) and all(match(word, terms) for word in words)


def _speaks_of_all(claim: Statement, rest: str, language: str) -> bool:
    """Whether the rest of the quote has all that the sentence says."""
    if not same_language(claim, Statement(rest, language)):
        return False
    terms = terms_of(rest, language)
    return all(match(word, terms) for word in words_in(claim.text))
