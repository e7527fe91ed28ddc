"""BM25 over lists of postings, in numpy: the same scores as tantivy gives, which rounds lengths as Lucene does."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vectorstore.lexical import TRANSLATED
from vectorstore.wording import Terms, Wording

# a passage by its row, how often it has the term (255 stands for more), and its length as a place in LENGTHS
POSTING = np.dtype([("row", "<u4"), ("count", "u1"), ("length", "u1")])
Postings = np.ndarray[Any, np.dtype[np.void]]
Scores = np.ndarray[Any, np.dtype[np.float32]]

# as tantivy and Lucene have them
K1, B = 1.2, 0.75


def _make_lengths() -> list[int]:
    """256 lengths: exact up to 40, then with four significant bits (Lucene's SmallFloat.byte4ToInt)."""
    lengths = list(range(24))
    for code in range(256 - 24):
        bits, shift = code & 7, (code >> 3) - 1
        lengths.append(24 + (bits if shift < 0 else (bits | 8) << shift))
    return lengths


LENGTHS = _make_lengths()
_LENGTHS = np.array(LENGTHS, np.float32)


def code_length(terms: int) -> int:
    """The place in LENGTHS of the greatest that is not above this number of terms."""
    return bisect_right(LENGTHS, terms) - 1


@dataclass(frozen=True, slots=True)
class FieldStatistics:
    """How many passages there are, and how many terms in all of them."""

    passages: int
    terms: int


def inverse_frequency(statistics: FieldStatistics, passages: int) -> float:
    """Of a term that so many passages have."""
    return math.log(1 + (statistics.passages - passages + 0.5) / (passages + 0.5))


class Scorer:
    """Scores of all passages that have any of some terms, over the range of their rows.

    Args:
        lists: The postings of each term; one that no passage has may be missing.
    """

    def __init__(self, lists: Mapping[str, Postings], statistics: FieldStatistics) -> None:
        rows = [found["row"] for found in lists.values() if len(found)]
        self._first = int(min((part.min() for part in rows), default=0))
        self._size = int(max((part.max() for part in rows), default=-1)) + 1 - self._first
        average = np.float32(statistics.terms / max(1, statistics.passages)) or np.float32(1)
        norms = np.float32(K1) * (np.float32(1 - B) + np.float32(B) * _LENGTHS / average)
        self._parts = {
            term: (found["row"].astype(np.int64) - self._first, _score(found, norms, inverse_frequency(statistics, len(found))))
            for term, found in lists.items()
            if len(found)
        }

    def score(self, wordings: Sequence[Wording], field: str) -> tuple[np.ndarray[Any, np.dtype[np.int64]], Scores]:
        """Rows with their scores, best first, equal ones in order of rows; each passage by the wording that it answers best."""
        best = np.zeros(self._size, np.float32)
        for wording in wordings:
            np.maximum(best, self._of_wording(wording, field), out=best)
        found = np.flatnonzero(best)
        found = found[np.argsort(-best[found], kind="stable")]
        return found + self._first, best[found]

    def _of_wording(self, wording: Wording, field: str) -> Scores:
        """The sum over the question's words; of a word and its translations the best counts."""
        plain = dict.fromkeys(terms_in(field, wording.rest))
        words: list[Scores] = []
        for word in wording.words:
            own, translations = terms_in(field, word.own), [terms for each in word.translations if (terms := terms_in(field, each))]
            if not own or not translations:
                plain |= dict.fromkeys(own)
                continue
            others = [np.float32(TRANSLATED) * self._sum(terms) for terms in translations]
            words.append(np.maximum.reduce([self._sum(own), *others]))
        total = self._sum(plain)
        if field == GRAM_FIELD:
            total += np.float32(TRANSLATED) * self._sum(f"{field}{gram}" for gram in wording.aside)
        for scores in words:
            total += scores
        return total

    def _sum(self, terms: Iterable[str]) -> Scores:
        total = np.zeros(self._size, np.float32)
        for term in terms:
            if (part := self._parts.get(term)) is not None:
                # a term has each passage once
                total[part[0]] += part[1]
        return total


def terms_in(field: str, terms: Terms) -> tuple[str, ...]:
    return tuple(f"{field}{term}" for term in (terms.words if field == WORD_FIELD else terms.grams))


def all_terms(field: str, wordings: Iterable[Wording]) -> set[str]:
    """Every term that a passage could be found by."""
    return {term for wording in wordings for terms in wording.parts for term in terms_in(field, terms)}


# terms of both kinds stand in one table, each with its letter before it
WORD_FIELD, GRAM_FIELD = "w", "g"


def _score(found: Postings, norms: Scores, idf: float) -> Scores:
    counts = found["count"].astype(np.float32)
    return np.asarray(np.float32(idf * (1 + K1)) * (counts / (counts + norms[found["length"]])), np.float32)
