"""Vectors with one byte for each dimension: a first look at many, which says how wrong it may be."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from vectorstore.columns import Mask
from vectorstore.stored import Halves, Matrix, Rows

Bytes = np.ndarray[Any, np.dtype[np.int8]]

LARGEST = 127
# where at least this share of a stretch is allowed, scoring all of it is faster than copying the allowed rows together
DENSE = 0.2
# vectors that are scored in one step: 12 MB at 384 dimensions
STRETCH = 1 << 15
# vectors that are coded in one step: a tenth as many take as long for each, ten times as many nearly twice as long
CODED_AT_ONCE = 1_000
# what scores lose in single precision, far more than they do
ROUNDING = 1e-5


@dataclass(frozen=True, slots=True)
class CodedVectors:
    """Vectors as whole numbers times a step of their own, and what that lost.

    A vector v is step · numbers + rest. `length` is how long step · numbers is, and `lost` how long the rest; one for each row.
    """

    numbers: Bytes
    step: Matrix
    length: Matrix
    lost: Matrix

    def shortlist(self, query: Matrix, allowed: Mask, k: int) -> Rows:
        """The rows that may be among the k nearest allowed ones, by dot product; all k nearest are among them.

        By the Cauchy-Schwarz inequality no score is further from what the numbers say than
        |query| · lost + |what coding took from the query| · length.
        """
        if np.count_nonzero(allowed) <= k:
            few: Rows = np.flatnonzero(allowed)
            return few
        asked = code(query[None])
        # scores that the k nearest surely reach, so far, in no order
        reached = np.full(k, -np.inf, np.float32)
        rows, most = [], []
        # a stretch at a time, so that its scores never leave the processor's memory
        for at in range(0, len(allowed), STRETCH):
            inside = allowed[at : at + STRETCH]
            if not inside.any():
                continue
            dense = np.count_nonzero(inside) >= DENSE * len(inside)
            places = at + (np.arange(len(inside)) if dense else np.flatnonzero(inside))
            scores, error = self._score(query, asked, slice(at, at + STRETCH) if dense else places)
            if dense:
                scores[~inside] = -np.inf
            near = np.flatnonzero(scores + error >= reached.min())
            rows.append(places[near])
            most.append((scores + error)[near])
            reached = np.partition(np.concatenate([reached, (scores - error)[near]]), -k)[-k:]
        found: Rows = np.concatenate(rows)[np.concatenate(most) >= reached.min()]
        return found

    def _score(self, query: Matrix, asked: "CodedVectors", part: slice | Rows) -> tuple[Matrix, Matrix]:
        """What the numbers say of each vector's score, and how far from it the score may be."""
        from numkong import cdist

        products = np.asarray(cdist(asked.numbers, self.numbers[part], metric="dot"), np.float32).ravel()
        scores: Matrix = products * (self.step[part] * asked.step[0])
        error: Matrix = float(np.linalg.norm(query)) * self.lost[part] + asked.lost[0] * self.length[part] + ROUNDING
        return scores, error


def code(vectors: Matrix | Halves) -> CodedVectors:
    """The vectors, one row each, in one byte for each dimension."""
    count, dimension = vectors.shape
    numbers = np.empty((count, dimension), np.int8)
    step, length, lost = (np.empty(count, np.float32) for _ in range(3))
    for at in range(0, count, CODED_AT_ONCE):
        part = slice(at, at + CODED_AT_ONCE)
        whole = vectors[part].astype(np.float32)
        step[part] = np.abs(whole).max(axis=1, initial=0) / LARGEST
        # a vector of nothing but zeros
        units = np.where(step[part] > 0, step[part], 1)[:, None]
        rounded = np.rint(whole / units)
        numbers[part] = rounded
        length[part] = np.linalg.norm(rounded * units, axis=1)
        lost[part] = np.linalg.norm(whole - rounded * units, axis=1)
    return CodedVectors(numbers, step, length, lost)
