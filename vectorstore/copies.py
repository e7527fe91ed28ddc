"""Near-duplicates: a wire story in three papers says nothing three times."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from langchain_core.documents import Document

from vectorstore.terms import UNSPACED, WORD, word_terms

# words in a row that are compared
SHINGLE = 4
# share of the longer passage's shingles that both have; a changed word costs four
ALIKE = 0.8
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as it compares with others: its runs of four words, and its facts: words with a digit or a capital."""

    shingles: frozenset[tuple[str, ...]]
    facts: frozenset[str]


def drop_copies(passages: Iterable[Document], most: int) -> list[Document]:
    """The first `most` passages in their order, without those that say what an earlier one says.

    Nearly the same words are no copy when each of the two has a figure or a name that the other lacks: then one corrects or
    contradicts the other, and a reader wants both.
    """
    kept: list[Document] = []
    wordings: list[Wording] = []
    for passage in passages:
        if len(kept) == most:
            break
        wording = _read_wording(passage.page_content)
        if not any(_is_copy(wording, earlier) for earlier in wordings):
            kept.append(passage)
            wordings.append(wording)
    return kept


def _is_copy(one: Wording, other: Wording) -> bool:
    shared = len(one.shingles & other.shingles)
    if shared < ALIKE * max(len(one.shingles), len(other.shingles)):
        return False
    return one.facts <= other.facts or other.facts <= one.facts


def _read_wording(text: str) -> Wording:
    words = word_terms(text, "und") if UNSPACED.search(text) else WORD.findall(text.casefold())
    runs = frozenset(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return Wording(runs, frozenset(_facts(text)))


def _facts(text: str) -> Iterator[str]:
    for word in WORD.findall(text):
        if UNSPACED.search(word):
            # these scripts have no capitals: any pair of characters may be part of a name
            yield from word_terms(word, "und")
        elif not word[0].islower() or DIGIT.search(word):
            yield word.casefold()
