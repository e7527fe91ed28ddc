"""Vectors as the catalogue keeps them: half precision, under the text's hash, so that no text is embedded twice."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeVar

import numpy as np
from sqlalchemy import Connection, and_, delete, func, select

from vectorstore.database import Database, upsert
from vectorstore.errors import ArchiveDamaged
from vectorstore.schema import CURRENT_PASSAGES, articles, passages, vectors

Matrix = np.ndarray[Any, np.dtype[np.float32]]
Halves = np.ndarray[Any, np.dtype[np.float16]]
Item = TypeVar("Item")
Rows = np.ndarray[Any, np.dtype[np.int64]]

# SQLite takes 32,766 values in one statement
AT_ONCE = 10_000


class StoredVectors:
    """The vectors of one model, named by its fingerprint."""

    def __init__(self, database: Database, model: str, dimension: int) -> None:
        self._database = database
        self.model = model
        self.dimension = dimension

    def missing(self, texts: Iterable[str]) -> list[str]:
        """Those texts, each once and in order, that have no vector yet."""
        by_hash = {text_hash(text): text for text in texts}
        known = self._find(list(by_hash)).keys()
        return [text for digest, text in by_hash.items() if digest not in known]

    def store(self, embedded: Mapping[str, Sequence[float]]) -> None:
        rows = [
            {"text_hash": text_hash(text), "model": self.model, "vector": np.asarray(vector, np.float16).tobytes()}
            for text, vector in embedded.items()
        ]
        if rows:
            with self._database.write_transaction() as connection:
                connection.execute(upsert(connection, vectors).on_conflict_do_nothing(), rows)

    def read(self, texts: Sequence[str]) -> Matrix:
        """One row for each text, in their order. Raises ArchiveDamaged when one is missing."""
        hashes = [text_hash(text) for text in texts]
        found = self._find(hashes)
        lost = sum(digest not in found for digest in hashes)
        if lost:
            raise ArchiveDamaged(f"{self._database.name} lacks the vectors of {lost} passages; `newsdesk reindex` makes them")
        return self._to_matrix([found[digest] for digest in hashes])

    def sample(self, most: int) -> Matrix:
        """The vectors of about so many passages of current versions, from everywhere, one row each."""
        place = func.row_number().over(order_by=passages.c.row).label("place")
        numbered = select(passages.c.text_hash, place).join(articles, CURRENT_PASSAGES).subquery()
        with self._database.transaction() as connection:
            count = connection.execute(select(func.count()).select_from(numbered)).scalar_one()
            chosen = select(numbered.c.text_hash).where(numbered.c.place % (count // most + 1) == 0)
            of_text = and_(vectors.c.model == self.model, vectors.c.text_hash.in_(chosen))
            return self._to_matrix(connection.execute(select(vectors.c.vector).where(of_text)).scalars().all())

    def transaction(self) -> AbstractContextManager[Connection]:
        """One state of the catalogue and the vectors, for who reads both."""
        return self._database.transaction()

    def forget_others(self) -> None:
        """Drops the vectors of every other model."""
        with self._database.write_transaction() as connection:
            connection.execute(delete(vectors).where(vectors.c.model != self.model))

    def _find(self, hashes: Sequence[bytes]) -> dict[bytes, bytes]:
        found: dict[bytes, bytes] = {}
        with self._database.transaction() as connection:
            for part in batched(hashes):
                query = select(vectors.c.text_hash, vectors.c.vector).where(vectors.c.model == self.model, vectors.c.text_hash.in_(part))
                found |= {row.text_hash: row.vector for row in connection.execute(query)}
        return found

    def _to_matrix(self, blobs: Sequence[bytes]) -> Matrix:
        return np.frombuffer(b"".join(blobs), np.float16).reshape(len(blobs), self.dimension).astype(np.float32)


def text_hash(text: str) -> bytes:
    """Under what a text's vector is kept."""
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def batched(items: Sequence[Item], size: int = AT_ONCE) -> Iterator[Sequence[Item]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]
