"""Exact search over the stored vectors, held in memory: for filters, for small archives, and in place of a vector index."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np

from vectorstore.allowed import allowed_in_memory
from vectorstore.columns import Mask, PassageColumns, count_rows, read_article_ids, read_columns, read_vectors
from vectorstore.filters import SearchFilter
from vectorstore.stored import Matrix, StoredVectors

# where at least this share of a stretch is allowed, scoring all of it is faster than copying the allowed rows together
DENSE = 0.4
# rows copied together at once: so many that the copy stays in the processor's cache
COPIED = 1_000
# what has changed is read and searched apart until it is so many passages; then all are read again and put in order
LATER = 5_000


@dataclass(frozen=True, slots=True)
class Segment:
    """Passages with their vectors, one row each; those that are not `alive` were changed or deleted since."""

    columns: PassageColumns
    matrix: Matrix
    alive: Mask

    def nearest(self, query: Matrix, filter: SearchFilter, k: int) -> Iterator[tuple[float, int, str]]:
        """Score, row and id of at least the k nearest allowed passages, in no order."""
        allowed = allowed_in_memory(filter, self.columns) & self.alive
        places = np.flatnonzero(allowed)
        if not len(places):
            return
        first, last = int(places[0]), int(places[-1]) + 1
        if len(places) >= DENSE * (last - first):
            scores = (self.matrix[first:last] @ query)[places - first]
        else:
            parts = (places[at : at + COPIED] for at in range(0, len(places), COPIED))
            scores = np.concatenate([self.matrix.take(part, axis=0) @ query for part in parts])
        if len(scores) > k:
            best = np.flatnonzero(scores >= np.partition(scores, -k)[-k])
            places, scores = places[best], scores[best]
        for place, score in zip(places, scores, strict=True):
            yield float(score), int(self.columns.row[place]), self.columns.passage_id(int(place))


class ExactIndex:
    """The vectors of one model at one state of the catalogue. Never altered, so that any thread may search it.

    Memory: for each passage four bytes for each dimension, and about 70 bytes of facts (160 MB at 100,000 and 384).
    """

    def __init__(self, model: str, base: Segment, later: Segment | None = None) -> None:
        self.model = model
        self._base = base
        self._later = later

    def search(self, vector: Sequence[float], filter: SearchFilter, k: int) -> list[tuple[str, float]]:
        """Ids of the k nearest passages that the filter allows with their cosine similarity, nearest first."""
        query = np.asarray(vector, np.float32)
        found = list(self._base.nearest(query, filter, k))
        if self._later is not None:
            found += self._later.nearest(query, filter, k)
        # of equally near ones the one that was added first
        found.sort(key=lambda hit: (-hit[0], hit[1]))
        return [(id, score) for score, _, id in found[:k]]

    def follow(self, stored: StoredVectors) -> "ExactIndex":
        """The index as the catalogue stands now; only what has changed is read.

        It relies on this: who changes anything about an article stores passages of it anew, and no row number is used
        twice. So changed articles have rows above those of the base; and where passages are missing besides, articles
        were deleted.
        """
        if self.model != stored.model:
            return read_exact(stored)
        last_row = int(self._base.columns.row.max(initial=0))
        with stored.transaction() as connection:
            columns = read_columns(connection, last_row)
            if len(columns) > LATER:
                return read_exact(stored)
            base = _without(self._base, set(columns.articles))
            if int(base.alive.sum()) + len(columns) != count_rows(connection):
                base = _without(base, set(base.columns.articles) - read_article_ids(connection))
            later = Segment(columns, *read_vectors(connection, columns, stored, last_row)) if len(columns) else None
        return ExactIndex(self.model, base, later)


def read_exact(stored: StoredVectors) -> ExactIndex:
    """The index of all passages, those of superseded versions too; passages without a vector are not in it."""
    with stored.transaction() as connection:
        columns = read_columns(connection)
        return ExactIndex(stored.model, Segment(columns, *read_vectors(connection, columns, stored)))


def _without(segment: Segment, article_ids: Set[str]) -> Segment:
    places = [place for place, id in enumerate(segment.columns.articles) if id in article_ids]
    return replace(segment, alive=segment.alive & ~np.isin(segment.columns.article, places)) if places else segment
