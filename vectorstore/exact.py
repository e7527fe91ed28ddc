"""Exact search over the stored vectors, held in memory: for filters, for small archives, and in place of a vector index."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
from sqlalchemy import Connection

from vectorstore.allowed import allowed_in_memory
from vectorstore.coded import CodedVectors, code
from vectorstore.columns import Mask, PassageColumns, count_rows, join_columns, read_articles, read_columns, read_vectors
from vectorstore.filters import SearchFilter
from vectorstore.rankings import Ranking, join_rankings
from vectorstore.stored import Halves, Matrix, Rows, StoredVectors

# what a number of half precision leaves out is smaller than it by so much
FINER = np.float32(2**11)
# what has changed is searched apart until it is so many passages; then it is put among the others
LATER = 5_000
# vectors that are copied in one step
STRETCH = 1 << 16


@dataclass(frozen=True, slots=True)
class Segment:
    """Passages with their vectors, one row each; those that are not `alive` were changed or deleted since."""

    columns: PassageColumns
    vectors: Halves
    coded: CodedVectors
    alive: Mask

    def nearest(self, query: Matrix, filter: SearchFilter, k: int) -> tuple[Ranking, Rows]:
        """The k nearest allowed passages, and their rows; of equally near ones the one that was added first comes first."""
        places = self.coded.shortlist(query, allowed_in_memory(filter, self.columns) & self.alive, k)
        scores = _score(self.vectors, places, query)
        best = np.lexsort((self.columns.row[places], -scores))[:k]
        places = places[best]
        languages = [self.columns.languages[code] for code in self.columns.language[places].tolist()]
        return Ranking(*self.columns.name(places), scores[best].astype(np.float64), languages), self.columns.row[places]


class ExactIndex:
    """The vectors of one model at one state of the catalogue. Never altered, so that any thread may search it.

    Memory: for each passage three bytes for each dimension, and about 80 bytes of facts (125 MB at 100,000 and 384).

    Attributes:
        base: All but what was added or changed since.
    """

    def __init__(self, model: str, base: Segment, later: Segment | None = None) -> None:
        self.model = model
        self.base = base
        self._later = later

    @property
    def whole(self) -> Segment | None:
        """All passages, where each has its vector and none was changed or deleted since they were read; else None."""
        return self.base if self._later is None and self.base.alive.all() else None

    @property
    def last_row(self) -> int:
        """Of its base: what has a row above is read when it follows."""
        return int(self.base.columns.row.max(initial=0))

    def search(self, vector: Sequence[float], filter: SearchFilter, k: int) -> Ranking:
        """The k nearest passages that the filter allows, by their cosine similarity."""
        query = np.asarray(vector, np.float32)
        found, rows = self.base.nearest(query, filter, k)
        if self._later is None:
            return found
        later, their_rows = self._later.nearest(query, filter, k)
        both = join_rankings(found, later)
        return both.take(np.lexsort((np.concatenate([rows, their_rows]), -both.scores))[:k])

    def follow(self, stored: StoredVectors) -> "ExactIndex | None":
        """The index as the catalogue stands now; only what has changed is read. None when another model's is asked for.

        It relies on this: who changes anything about an article stores passages of it anew, and no row number is used
        twice. So changed articles have rows above those of the base; and where passages are missing besides, articles
        were deleted.
        """
        if self.model != stored.model:
            return None
        last_row = self.last_row
        with stored.transaction() as connection:
            columns = read_columns(connection, last_row)
            base = _without(self.base, np.isin(self.base.columns.article, np.unique(columns.article)))
            if int(base.alive.sum()) + len(columns) != count_rows(connection):
                base = _without(base, ~np.isin(base.columns.article, read_articles(connection)))
            later = _read_segment(connection, columns, stored, last_row) if len(columns) else None
        if later is not None and len(columns) > LATER:
            return ExactIndex(self.model, _join(base, later))
        return ExactIndex(self.model, base, later)


def read_exact(stored: StoredVectors) -> ExactIndex:
    """The index of all passages, those of superseded versions too; passages without a vector are not in it."""
    with stored.transaction() as connection:
        columns = read_columns(connection)
        return ExactIndex(stored.model, _read_segment(connection, columns, stored))


def read_later(stored: StoredVectors, last_row: int) -> Segment | None:
    """All passages of the articles that have one with a row above `last_row`; None when there are none."""
    with stored.transaction() as connection:
        columns = read_columns(connection, last_row)
        return _read_segment(connection, columns, stored, last_row) if len(columns) else None


def _read_segment(connection: Connection, columns: PassageColumns, stored: StoredVectors, after: int | None = None) -> Segment:
    vectors, alive = read_vectors(connection, columns, stored, after)
    return Segment(columns, vectors, code(vectors), alive)


def _join(base: Segment, later: Segment) -> Segment:
    """What is alive of both, in order, as one."""
    first, second = np.flatnonzero(base.alive), np.flatnonzero(later.alive)
    columns, order = join_columns([(base.columns, first), (later.columns, second)])

    def gather(one: Any, other: Any) -> Any:
        made = np.empty((len(order), *one.shape[1:]), one.dtype)
        for at in range(0, len(order), STRETCH):
            part, into = order[at : at + STRETCH], made[at : at + STRETCH]
            is_later = part >= len(first)
            into[~is_later] = one[first[part[~is_later]]]
            into[is_later] = other[second[part[is_later] - len(first)]]
        return made

    coded = CodedVectors(*(gather(getattr(base.coded, field.name), getattr(later.coded, field.name)) for field in fields(CodedVectors)))
    return Segment(columns, gather(base.vectors, later.vectors), coded, np.ones(len(order), np.bool_))


def _score(vectors: Halves, places: Rows, query: Matrix) -> Matrix:
    """Dot products in single precision: the query in two halves, since both sides must be of one type."""
    from numkong import cdist

    if not len(places):
        return np.empty(0, np.float32)
    coarse = query.astype(np.float16)
    fine = ((query - coarse) * FINER).astype(np.float16)
    scores = np.asarray(cdist(np.stack([coarse, fine]), vectors.take(places, axis=0), metric="dot"), np.float32)
    return np.asarray(scores[0] + scores[1] / FINER, np.float32)


def _without(segment: Segment, gone: Mask) -> Segment:
    return replace(segment, alive=segment.alive & ~gone) if gone.any() else segment
