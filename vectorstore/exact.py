"""Exact search over the stored vectors: for filters, and while the vector index cannot be used."""

from collections.abc import Sequence

import numpy as np

from vectorstore.stored import Matrix, Rows


class ExactIndex:
    """All vectors in one matrix. Rows are ascending; passages without a vector are not there."""

    def __init__(self, ids: Sequence[str], rows: Rows, matrix: Matrix) -> None:
        if not len(ids) == len(rows) == len(matrix):
            raise ValueError(f"{len(ids)} ids and {len(matrix)} vectors for {len(rows)} rows")
        self._ids = ids
        self._rows = rows
        self._matrix = matrix

    def search(self, vector: Sequence[float], allowed: Rows, k: int) -> list[tuple[str, float]]:
        """Ids of the k nearest of the allowed rows with their cosine similarity, nearest first."""
        places = np.searchsorted(self._rows, allowed)
        places = places[(places < len(self._rows))]
        places = places[np.isin(self._rows[places], allowed)]
        if not len(places):
            return []
        scores = self._matrix[places] @ np.asarray(vector, np.float32)
        best = np.argsort(-scores, kind="stable")[:k]
        return [(self._ids[places[at]], float(scores[at])) for at in best]
