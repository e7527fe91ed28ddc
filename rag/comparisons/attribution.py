"""Who says it: a claim by someone stays a claim by someone, and a denial a denial."""

import re
from dataclasses import replace

from rag.comparisons.concepts import concepts_in
from rag.comparisons.modality import COMING
from rag.comparisons.negation import says_no
from rag.comparisons.statement import Difference, Statement, find_words, same_language
from rag.comparisons.tellings import ADMITTED, CLAIMED, DENIED, SAID, SOURCES, SPOKEN, is_told_by_someone
from rag.matching import coverage, match, terms_of, words_in
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

# who plans something says so themselves
OWN_PLAN = {
    "en": r"\b(?:said|says|announced)(?: \w+day)?(?: that)? (?:it|they|he|she) (?:would|will|plans?|planned|intend\w*)\b",
    "de": r"\b(?:sagte|sagten|erklärte|erklärten|mit|an)\b,? (?:dass )?(?:er|sie|es) (?:.*\b)?(?:werden?|wollen?)\b",
    "fr": r"\b(?:dit|déclaré|indiqué|annoncé) qu['’](?:il|elle)s? \w*r(?:ait|aient)\b",
    "es": r"\b(?:dijo|dijeron|anunció|anunciaron|indicó) que \w+r(?:á|án|ía|ían)\b",
}
EXPECTED = {
    "en": r"\b(?:is|are|was|were|be) expected\b",
    "de": r"\b(?:wird|werden|wurden?)\b[^.;]*\berwartet\b",
    "fr": r"\best attendue?s?\b",
    "es": r"\bse (?:espera|prevé)\b",
}
# ", which employs 2,300 people,"
ASIDE = re.compile(
    r",\s(?:which|who|whose|where|der|die|das|dessen|deren|qui|dont|où|que|quien|quienes|cuyo|cuya)\s[^,;]*(?=,)", re.IGNORECASE
)
# of a sentence's words, how many a relative clause and what it belongs to hold when they are all that it tells
MOSTLY = 0.65
# who stands behind it: up to three words, without the article before
BY = {
    "en": re.compile(r"\baccording to (?:the |a |an |its |his |her |their )?(?P<who>\w+(?: [\w’'-]+){0,2})", re.IGNORECASE),
    "de": re.compile(
        r"\b(?:laut|nach Angaben (?:de[rs]|von|eine[rs]))\s+(?:de[rsm] |eine[rsm]? )?(?P<who>\w+(?: [A-ZÄÖÜ][\w’'-]*){0,2})", re.IGNORECASE
    ),
    "fr": re.compile(r"\b(?:selon|d['’]après) (?:l[ea]s? |l['’]|un[e]? |s[oae][ns]? )?(?P<who>\w+(?: [\w’'-]+){0,2})", re.IGNORECASE),
    "es": re.compile(r"\bsegún (?:el |la |los |las |una? |su )?(?P<who>\w+(?: [\w’'-]+){0,2})", re.IGNORECASE),
}


def compare_attribution(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when the sentence tells as a fact what somebody claims, denies what is confirmed, or the other way round."""
    if claim.language not in DENIED or quote.language not in DENIED:
        return None
    said, held = find_words(DENIED, claim), find_words(DENIED, quote)
    if bool(said) != bool(held) and not (says_no(claim) or says_no(quote)):
        return Difference("other_attribution", said or held)
    if (
        not held
        and find_words(ADMITTED, claim)
        and not find_words(ADMITTED, quote)
        and (find_words(CLAIMED, quote) or find_words(SAID, quote))
    ):
        return Difference("other_attribution", find_words(ADMITTED, claim))
    if other := _other_claimant(claim, quote):
        return Difference("other_claimant", other)
    if is_told_by_someone(claim):
        return None
    # "it is expected to open", "it is due to open": what nobody in particular expects is told as what is to come
    expected = find_words(EXPECTED, quote) if find_words(COMING, claim) else ""
    claimed = find_words(CLAIMED, replace(quote, text=quote.text.replace(expected, " ")) if expected else quote)
    if claimed:
        return Difference("other_attribution", claimed)
    # an office that announces or a report that says: left out more often than meant otherwise, yet somebody says it
    spoken = find_words(SAID, Statement(_without_asides(claim, quote), quote.language))
    return (
        Difference("other_attribution", spoken, decisive=False)
        if spoken and not (find_words(SOURCES, claim) or find_words(SPOKEN, claim) or _is_own_plan(claim, quote))
        else None
    )


def _is_own_plan(claim: Statement, quote: Statement) -> bool:
    """Whether the sentence tells as a plan what they who plan it say: "Harlow Steel said it would close" needs nobody else's word."""
    planned = re.search(OWN_PLAN[quote.language], quote.text, re.IGNORECASE)
    if planned is None or not find_words(COMING, claim):
        return False
    who, terms = words_in(quote.text[: planned.start()]), terms_of(claim.text, claim.language)
    return any(match(word, terms) for word in who)


def _without_asides(claim: Statement, quote: Statement) -> str:
    """The quote; only its subject and what a relative clause adds to it, where the sentence says no more: nobody else says that."""
    for aside in ASIDE.finditer(quote.text):
        told = f"{quote.text[: aside.start()]} {aside[0]}"
        if same_language(claim, quote) and coverage(words_in(claim.text), terms_of(told, quote.language)) >= MOSTLY:
            return told
    return quote.text


def _other_claimant(claim: Statement, quote: Statement) -> str:
    """Who says it by the sentence, where neither the quote nor its article's title or source speaks of them; else empty."""
    named = BY[claim.language].search(claim.text)
    if named is None:
        return ""
    text = f"{quote.text} {quote.around}"
    known, held = concepts_in(named["who"], claim.language), concepts_in(text, quote.language)
    if known:
        return "" if any(concept in held for concept in known) else named["who"]
    if not same_language(claim, quote):
        return ""
    terms = terms_of(text, quote.language)
    words = [word for word in words_in(named["who"]) if fold(word.written) not in FUNCTION_WORDS]
    return "" if not words or any(match(word, terms) for word in words) else named["who"]
