"""Near-duplicates: a wire story in three papers says nothing three times."""

import re
from collections.abc import Iterable, Iterator

from langchain_core.documents import Document

from vectorstore.terms import UNSPACED, WORD, word_terms

# words in a row that are compared
SHINGLE = 4
# share of the longer passage's shingles that both have; a changed word costs four
ALIKE = 0.8
DIGIT = re.compile(r"\d")


def drop_copies(passages: Iterable[Document], most: int) -> list[Document]:
    """The first `most` passages in their order, without those that say what an earlier one says.

    Nearly the same words are no copy when each of the two has a figure or a name that the other lacks: then one corrects or
    contradicts the other, and a reader wants both.
    """
    kept: list[Document] = []
    runs: list[frozenset[tuple[str, ...]]] = []
    for passage in passages:
        if len(kept) == most:
            break
        own = _read_runs(passage.page_content)
        alike = (earlier for earlier, its in zip(kept, runs, strict=True) if len(own & its) >= ALIKE * max(len(own), len(its)))
        if not any(_same_facts(passage.page_content, earlier.page_content) for earlier in alike):
            kept.append(passage)
            runs.append(own)
    return kept


def _read_runs(text: str) -> frozenset[tuple[str, ...]]:
    words = word_terms(text, "und") if UNSPACED.search(text) else WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def _same_facts(one: str, other: str) -> bool:
    ours, theirs = frozenset(_facts(one)), frozenset(_facts(other))
    return ours <= theirs or theirs <= ours


def _facts(text: str) -> Iterator[str]:
    """Words with a digit or a capital."""
    for word in WORD.findall(text):
        if UNSPACED.search(word):
            # these scripts have no capitals: any pair of characters may be part of a name
            yield from word_terms(word, "und")
        elif not word[0].islower() or DIGIT.search(word):
            yield word.casefold()
