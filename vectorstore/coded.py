"""Vectors with one byte for each dimension: a first look at many, which says how wrong it may be."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from vectorstore.columns import AT_ONCE, Mask
from vectorstore.stored import Halves, Matrix, Rows

Bytes = np.ndarray[Any, np.dtype[np.int8]]

LARGEST = 127
# where at least this share of a stretch is allowed, scoring all of it is faster than copying the allowed rows together
DENSE = 0.4
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
        rows: Rows = np.flatnonzero(allowed)
        if len(rows) <= k:
            return rows
        asked = code(query[None])
        scores = self._score(asked.numbers, rows) * (self.step[rows] * asked.step[0])
        error = float(np.linalg.norm(query)) * self.lost[rows] + asked.lost[0] * self.length[rows] + ROUNDING
        least = np.partition(scores - error, -k)[-k]
        near: Rows = rows[scores + error >= least]
        return near

    def _score(self, asked: Bytes, rows: Rows) -> Matrix:
        from numkong import cdist

        first, last = int(rows[0]), int(rows[-1]) + 1
        dense = len(rows) >= DENSE * (last - first)
        numbers = self.numbers[first:last] if dense else self.numbers.take(rows, axis=0)
        scores = np.asarray(cdist(asked, numbers, metric="dot"), np.float32).ravel()
        return scores[rows - first] if dense else scores


def code(vectors: Matrix | Halves) -> CodedVectors:
    """The vectors, one row each, in one byte for each dimension."""
    count, dimension = vectors.shape
    numbers = np.empty((count, dimension), np.int8)
    step, length, lost = (np.empty(count, np.float32) for _ in range(3))
    for at in range(0, count, AT_ONCE):
        part = slice(at, at + AT_ONCE)
        whole = vectors[part].astype(np.float32)
        step[part] = np.abs(whole).max(axis=1, initial=0) / LARGEST
        # a vector of nothing but zeros
        units = np.where(step[part] > 0, step[part], 1)[:, None]
        rounded = np.rint(whole / units)
        numbers[part] = rounded
        length[part] = np.linalg.norm(rounded * units, axis=1)
        lost[part] = np.linalg.norm(whole - rounded * units, axis=1)
    return CodedVectors(numbers, step, length, lost)
