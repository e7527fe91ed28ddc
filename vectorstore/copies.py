"""Passages of one search that say what an earlier one says: a wire story in three papers says nothing three times.

Whether two articles are one text is told by `duplicates`, which forgives a frame and other words. A reader forgives neither: here the
order counts, the first of them stays, and what differs in a figure or a name stays too.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from langchain_core.documents import Document

from vectorstore.terms import UNSPACED, WORD, word_terms

# of the words of each run: the runs themselves would be five times as large
Hashes = frozenset[int]
# two ids of articles -> whether they are one text
SameText = Callable[[str, str], bool]

# words in a row that are compared
SHINGLE = 4
# share of the longer passage's shingles that both have; a changed word costs four
ALIKE = 0.8
# share of the shorter passage's that suffices between two articles that are one text: of ten words one may be another
REWRITTEN = 0.4
# passages of one search, which is read in parts; 10 kB each
REMEMBERED = 1 << 7
DIGIT = re.compile(r"\d")


def drop_copies(passages: Iterable[Document], most: int, same_text: SameText = lambda one, other: False) -> list[Document]:
    """The first `most` passages in their order, without those that say what an earlier one says.

    Nearly the same words are no copy when each of the two has a figure or a name that the other lacks: then one corrects or
    contradicts the other, and a reader wants both.

    Args:
        same_text: Whether two articles, by their ids, are known as one text, lightly rewritten: then fewer words need be the same.
    """
    kept: list[Document] = []
    runs: list[Hashes] = []
    for passage in passages:
        if len(kept) == most:
            break
        own = _read_runs(passage.page_content)
        if not any(_is_copy(passage, own, earlier, its, same_text) for earlier, its in zip(kept, runs, strict=True)):
            kept.append(passage)
            runs.append(own)
    return kept


def _is_copy(one: Document, runs: Hashes, other: Document, others: Hashes, same_text: SameText) -> bool:
    shared = len(runs & others)
    if shared < ALIKE * max(len(runs), len(others)):
        articles = one.metadata.get("article_id"), other.metadata.get("article_id")
        if shared < REWRITTEN * min(len(runs), len(others)) or None in articles or articles[0] == articles[1]:
            return False
        if not same_text(str(articles[0]), str(articles[1])):
            return False
    return _same_facts(one.page_content, other.page_content)


@lru_cache(maxsize=REMEMBERED)
def _read_runs(text: str) -> Hashes:
    words = word_terms(text, "und") if UNSPACED.search(text) else WORD.findall(text.casefold())
    if len(words) < SHINGLE:
        return frozenset((hash(tuple(words)),))
    return frozenset(map(hash, zip(*(words[at:] for at in range(SHINGLE)), strict=False)))


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
