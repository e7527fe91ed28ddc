"""Passages that wait in the catalogue until they are put into the vector index together: to open a large one for each takes too long."""

import threading
from collections.abc import Callable, Sequence

import numpy as np
from sqlalchemy import func, select

from vectorstore.catalogue import Catalogue
from vectorstore.exact import Segment, read_later
from vectorstore.filters import SearchFilter
from vectorstore.rankings import Ranking, join_rankings
from vectorstore.schema import passages
from vectorstore.stored import StoredVectors

# name of the fact that says up to which row of the passages the vector index was written
WRITTEN = "vectors_written"


class Waiting:
    """Passages above the row that the vector index was written up to. Any thread may search.

    Who changes anything about an article stores passages of it anew, and no row number is used twice; so an article with a waiting
    passage waits as a whole, and what the vector index has of it no longer holds.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._guard = threading.Lock()
        self._segment: Segment | None = None
        # what it was read at
        self._state: object = None

    @property
    def is_known(self) -> bool:
        """Whether the catalogue tells what waits; an older version's index has everything."""
        return self._catalogue.get_fact(WRITTEN) is not None

    @property
    def written(self) -> int:
        """The row that the vector index was written up to; that of the last passage where nothing tells."""
        row = self._catalogue.get_fact(WRITTEN)
        return self._catalogue.last_row if row is None else int(row)

    def count(self) -> int:
        """Passages that wait."""
        with self._catalogue.database.transaction() as connection:
            query = select(func.count()).select_from(passages).where(passages.c.row > self.written)
            return connection.execute(query).scalar_one()

    def article_ids(self) -> list[str]:
        """Articles with passages that wait."""
        query = select(passages.c.article_id).where(passages.c.row > self.written).distinct()
        with self._catalogue.database.transaction() as connection:
            return list(connection.execute(query).scalars())

    def search(self, search: Callable[[int], Ranking], vector: Sequence[float], k: int, stored: StoredVectors, written: int) -> Ranking:
        """The k nearest passages, of the vector index and of those that wait.

        Args:
            search: Gives the nearest n of the vector index.
            written: What the index that it asks was written up to, read before that was opened.
        """
        segment = self._read(stored, written)
        if segment is None:
            return search(k)
        wanted, found = k, search(k)
        while len(left := _without(found, segment)) < k and len(found) == wanted:
            wanted *= 2
            found = search(wanted)
        waiting, _ = segment.nearest(np.asarray(vector, np.float32), SearchFilter(), k)
        both = join_rankings(left, waiting)
        return both.take(np.argsort(-both.scores, kind="stable")[:k])

    def _read(self, stored: StoredVectors, written: int) -> Segment | None:
        state = self._catalogue.state, written, stored.model
        with self._guard:
            if state != self._state:
                self._segment = read_later(stored, written)
                self._state = state
            return self._segment


def _without(found: Ranking, segment: Segment) -> Ranking:
    """What is found of articles that the segment does not hold."""
    return found.take(np.flatnonzero(~np.isin(found.articles, segment.columns.article)))
