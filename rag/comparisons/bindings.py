"""Which number belongs to which thing, where a quote has several: two dead and nine injured are not nine dead and two injured."""

import re
from collections.abc import Sequence

from rag.comparisons.concepts import concepts_in
from rag.comparisons.names import names_in, tokens_of
from rag.comparisons.quantities import Quantity, is_equal, quantities_in
from rag.comparisons.spellings import alike, same_name
from rag.comparisons.statement import Difference, Statement, same_language
from rag.matching import match, terms_of, words_in
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import WORD, fold

PART = re.compile(r"[,;:–—]\s|\s(?:and|while|but|und|während|aber|et|tandis que|mais|y|mientras|pero)\s", re.IGNORECASE)
# things that a part with another number shares with the sentence, where the part with its own shares none
ENOUGH = 2


def compare_bindings(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when the number of the sentence is another thing's in the quote, and its own thing has another number there."""
    held = list(quantities_in(quote))
    for named in quantities_in(claim):
        # euros have not changed places with per cent
        others = [one for one in held if not is_equal(named, one) and (None in (named.unit, one.unit) or named.unit == one.unit)]
        if (
            others
            and any(is_equal(named, other) for other in held)
            and (
                _counts_other(named, claim, held, quote) or _belongs_elsewhere(named, claim, quote) or _named_elsewhere(named, claim, quote)
            )
        ):
            return Difference("other_number", named.words)
    return None


def _counts_other(named: Quantity, claim: Statement, held: Sequence[Quantity], quote: Statement) -> bool:
    """Whether what is counted right behind the number is counted by another number in the quote."""
    if not same_language(claim, quote) or not (thing := _counted(claim.text, named)):
        return False
    same = [_counted(quote.text, other) for other in held if is_equal(named, other)]
    different = [_counted(quote.text, other) for other in held if not is_equal(named, other)]
    return (
        all(same)
        and not any(_is_form(thing, one, quote.language) for one in same)
        and any(_is_form(thing, one, quote.language) for one in different)
    )


def _counted(text: str, quantity: Quantity) -> str:
    """The word behind a number; empty where it is a small one, or none."""
    after = WORD.match(text, quantity.start + len(quantity.words) + 1)
    return after[0] if after and fold(after[0]) not in FUNCTION_WORDS and not after[0].isdigit() else ""


def _is_form(one: str, other: str, language: str) -> bool:
    terms = terms_of(other, language)
    return bool(other) and any(match(word, terms) for word in words_in(one))


def _named_elsewhere(named: Quantity, claim: Statement, quote: Statement) -> bool:
    """Whether a name of the sentence stands with another number alone, and with this one stands a name that the sentence has not."""
    names, tokens = list(names_in(claim)), tokens_of(claim.text)
    parts = [part for part in PART.split(quote.text) if any(True for _ in quantities_in(Statement(part, quote.language)))]
    own = [part for part in parts if any(is_equal(named, other) for other in quantities_in(Statement(part, quote.language)))]
    rest = [part for part in parts if part not in own]
    if not names or not own or not rest:
        return False
    here, there = tokens_of(" ".join(own)), tokens_of(" ".join(rest))
    foreign = [name for name in names_in(Statement(" ".join(own), quote.language)) if not _has(name, tokens)]
    return bool(foreign) and any(_has(name, there) and not _has(name, here) for name in names)


def _has(name: str, tokens: Sequence[str]) -> bool:
    return any(same_name(name, token) or alike(name, token) for token in tokens)


def _belongs_elsewhere(named: Quantity, claim: Statement, quote: Statement) -> bool:
    own = next((part for part in PART.split(claim.text) if named.words in part), claim.text)
    shared: dict[bool, int] = {}
    for part in PART.split(quote.text):
        numbers = list(quantities_in(Statement(part, quote.language)))
        if numbers:
            has = any(is_equal(named, other) for other in numbers)
            shared[has] = max(shared.get(has, 0), _count_shared(Statement(own, claim.language), Statement(part, quote.language)))
    return shared.get(True) == 0 and shared.get(False, 0) >= ENOUGH


def _count_shared(claim: Statement, part: Statement) -> int:
    """Things and words that both have, without numbers."""
    things = concepts_in(claim.text, claim.language).keys() & concepts_in(part.text, part.language).keys()
    if not same_language(claim, part):
        return len(things)
    terms = terms_of(part.text, part.language)
    words = [word for word in words_in(claim.text) if not word.written.isdigit() and not concepts_in(word.written, claim.language)]
    counted = {quantity.words for quantity in quantities_in(claim)}
    return len(things) + sum(bool(match(word, terms)) for word in words if word.written not in counted)
