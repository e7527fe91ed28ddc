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
        of_query, of_vector = float(np.linalg.norm(query)), float(asked.lost[0])
        # scores that the k nearest surely reach, so far, in no order
        reached = np.full(k, -np.inf, np.float32)
        rows, most = [], []
        # a stretch at a time, so that its scores never leave the processor's memory
        for at in range(0, len(allowed), STRETCH):
            inside = allowed[at : at + STRETCH]
            count = np.count_nonzero(inside)
            if not count:
                continue
            part: slice | Rows = slice(at, at + len(inside)) if count >= DENSE * len(inside) else at + np.flatnonzero(inside)
            scores, lost, length = self._score(asked, part), self.lost[part], self.length[part]
            # one limit for all first: most are far below it
            is_near = scores >= reached.min() - (of_query * lost.max() + of_vector * length.max() + ROUNDING)
            if isinstance(part, slice):
                is_near &= inside
            near = np.flatnonzero(is_near)
            error = of_query * lost[near] + of_vector * length[near] + np.float32(ROUNDING)
            rows.append(at + near if isinstance(part, slice) else part[near])
            most.append(scores[near] + error)
            reached = np.partition(np.concatenate([reached, scores[near] - error]), -k)[-k:]
        found: Rows = np.concatenate(rows)[np.concatenate(most) >= reached.min()]
        return found

    def _score(self, asked: "CodedVectors", part: slice | Rows) -> Matrix:
        """What the numbers say of each vector's score."""
        from numkong import cdist

        scores = np.asarray(cdist(asked.numbers, self.numbers[part], metric="dot"), np.float32).ravel()
        scores *= self.step[part]
        scores *= asked.step[0]
        return scores


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
