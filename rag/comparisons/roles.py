"""Who did it to whom: two names that have changed places."""

import re
from collections.abc import Sequence
from itertools import combinations

from rag.comparisons.concepts import concepts_in
from rag.comparisons.mentions import DAY_WORDS
from rag.comparisons.names import TOKEN, names_in
from rag.comparisons.spellings import same_name
from rag.comparisons.statement import CLAUSE, Difference, Statement, same_language
from rag.matching import match, terms_of, words_in
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

# the doer stands behind these when the sentence is turned round
DOERS = {"en": ("by",), "fr": ("par",)}
AND = ("and", "et", "y", "e", "with", "avec", "con")
ACTORS = frozenset(("institutions", "offices"))


def compare_roles(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when two names stand the other way round and nothing else is said otherwise.

    Only in languages whose order of words tells who did it; a passive voice or a preposition that goes with its name does, too.
    """
    if not same_language(claim, quote) or claim.language not in DOERS or not _says_no_more(claim, quote):
        return None
    mine, theirs = TOKEN.findall(claim.text), TOKEN.findall(quote.text)
    by = DOERS[claim.language]
    if any(word.lower() in by for word in mine) != any(word.lower() in by for word in theirs):
        return None
    for one, other in combinations(_actors(claim, quote), 2):
        places = [_place(word, tokens) for tokens in (mine, theirs) for word in (one, other)]
        if any(place is None for place in places):
            continue
        first, second, third, fourth = (place or 0 for place in places)
        if (
            first < second
            and third > fourth
            and _in_one_clause(claim, one, other)
            and _in_one_clause(quote, one, other)
            and not _joined(theirs, fourth, third)
            and not _kept(mine, theirs, (first, third), (second, fourth))
        ):
            return Difference("other_roles", f"{one}, {other}")
    return None


def turned_round(claim: Statement, quote: Statement) -> bool:
    """Whether two names stand in the other order."""
    mine, theirs = TOKEN.findall(claim.text), TOKEN.findall(quote.text)
    starts = [word for word in mine[:1] if word in theirs]
    places = [_place(name, theirs) for name in dict.fromkeys([*starts, *names_in(claim)])]
    found = [place for place in places if place is not None]
    return found != sorted(found)


def _in_one_clause(statement: Statement, one: str, other: str) -> bool:
    """Whether no other clause begins between the two."""
    clauses = CLAUSE.split(re.sub(r"\s(?:and|et)\s", " ; ", statement.text))
    return any(_place(one, words) is not None and _place(other, words) is not None for words in map(TOKEN.findall, clauses))


def _actors(claim: Statement, quote: Statement) -> list[str]:
    """Names and offices in the order in which they stand."""
    names = list(names_in(claim))
    words = [word for word in TOKEN.findall(claim.text) if any(c.group in ACTORS for c in concepts_in(word, claim.language))]
    listed = dict.fromkeys((*names, *words))
    starts = [word for word in TOKEN.findall(claim.text)[:1] if fold(word) not in DAY_WORDS and word in quote.text]
    # a name that opens the sentence is told from a common word by standing in the quote with a capital, too
    ordered = dict.fromkeys([*starts, *sorted(listed, key=claim.text.find)])
    return [word for word in ordered if fold(word) not in FUNCTION_WORDS]


def _place(word: str, tokens: Sequence[str]) -> int | None:
    return next((at for at, token in enumerate(tokens) if same_name(word, token)), None)


def _joined(tokens: Sequence[str], start: int, end: int) -> bool:
    """Whether only small words and an "and" lie between: who stands first tells nothing."""
    between = [token.lower() for token in tokens[start + 1 : end]]
    return any(word in AND for word in between) and all(word in AND or fold(word) in FUNCTION_WORDS for word in between)


def _kept(mine: Sequence[str], theirs: Sequence[str], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether one of the two brought its preposition along: it was only moved to the front."""
    return any(_leading(mine, at) == _leading(theirs, there) != "" for at, there in (one, other))


def _leading(tokens: Sequence[str], at: int) -> str:
    """The small word right before, without articles; empty where there is none."""
    word = tokens[at - 1].lower() if at else ""
    if word in ("the", "a", "an", "le", "la", "les", "el", "los", "las"):
        word = tokens[at - 2].lower() if at > 1 else ""
    return word if fold(word) in FUNCTION_WORDS else ""


def _says_no_more(claim: Statement, quote: Statement) -> bool:
    terms = terms_of(quote.text, quote.language)
    return all(match(word, terms) for word in words_in(claim.text))
