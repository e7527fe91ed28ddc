"""What the common words of the news are called in another language: a small dictionary, for search across languages without a model.

It covers what names and loan words leave open: offices, disasters, trades, months, numbers, countries. What it lacks is not found by
it; what it has in several senses is translated in each of them.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from vectorstore.terms import fold, word_terms

LANGUAGES = ("en", "de", "fr", "es")
FILE = Path(__file__).with_name("concepts.txt")
# a German compound of less than a short word and another is a word of its own
SHORTEST_COMPOUND, SHORTEST_HEAD, SHORTEST_TAIL = 7, 3, 4
# what German puts between the parts of a compound
JOINTS = ("", "s", "es", "n", "en", "er", "e")

# a concept's words, by language
Concept = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=4096)
def translate(word: str, language: str, into: str) -> tuple[str, ...]:
    """What a word of one language, or two that are one name, may be in another, in no order; empty when the dictionary lacks it.

    A German compound that is not in it is translated by its parts.

    >>> translate("Regierungen", "de", "es"), translate("Staatsgericht", "de", "en"), translate("Naciones Unidas", "es", "fr")
    (('gobierno',), ('state', 'country', 'nation', 'court'), ('Nations Unies', 'ONU'))
    """
    if language == into or language not in LANGUAGES or into not in LANGUAGES:
        return ()
    concepts = _find(word, language) or (_find_parts(word) if language == "de" else [])
    return tuple(dict.fromkeys(other for concept in concepts for other in concept[LANGUAGES.index(into)]))


def is_known(words: str, language: str) -> bool:
    """Whether the dictionary has a word, or two as one name, as it stands and not only by its parts."""
    return language in LANGUAGES and bool(_find(words, language))


@lru_cache(maxsize=1)
def read_concepts() -> tuple[Concept, ...]:
    """The dictionary, a concept for each line; its words are in the order of LANGUAGES."""
    lines = (line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return tuple(tuple(tuple(filter(None, column.split(","))) for column in line.split(";")) for line in lines)


def _find(word: str, language: str) -> list[Concept]:
    return _by_stems(language).get(tuple(word_terms(word, language)), [])


def _find_parts(compound: str) -> list[Concept]:
    """The concepts of a compound's parts, as far as they are known: two that make it up, else its longest known end or beginning."""
    folded = fold(compound)
    if len(folded) < SHORTEST_COMPOUND:
        return []
    splits = [(folded[:at], folded[at:]) for at in range(SHORTEST_HEAD, len(folded) - SHORTEST_TAIL + 1)]
    heads, tails = [_find_head(head) for head, _ in splits], [_find(tail, "de") for _, tail in splits]
    for head, tail in zip(heads, tails, strict=True):
        if head and tail:
            return head + tail
    for (written, _), tail in zip(splits, tails, strict=True):
        if tail:
            return _find_parts(written) + tail
    return next((head for head in reversed(heads) if head), [])


def _find_head(written: str) -> list[Concept]:
    parts = (written.removesuffix(joint) for joint in JOINTS if written.endswith(joint))
    return next((found for part in parts if len(part) >= SHORTEST_HEAD and (found := _find(part, "de"))), [])


@lru_cache(maxsize=len(LANGUAGES))
def _by_stems(language: str) -> Mapping[tuple[str, ...], list[Concept]]:
    place = LANGUAGES.index(language)
    found: defaultdict[tuple[str, ...], list[Concept]] = defaultdict(list)
    for concept in read_concepts():
        for stems in dict.fromkeys(tuple(word_terms(word, language)) for word in concept[place]):
            found[stems].append(concept)
    return found
