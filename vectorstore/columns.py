"""What filters ask of each passage, in columns: read from the catalogue, held in memory."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from vectorstore.filters import REPORT
from vectorstore.rankings import PLACES, Numbers
from vectorstore.schema import articles, passages, vectors, versions
from vectorstore.stored import Halves, Rows, StoredVectors

Mask = np.ndarray[Any, np.dtype[np.bool_]]
Codes = np.ndarray[Any, np.dtype[np.int32]]

# stands for an unknown moment, and for the end of what still stands; later than every moment
UNKNOWN = 2**62
# rows read in one step
AT_ONCE = 10_000
# which names the places in a column are of, and the columns that stand for themselves
CODES = {"source": "sources", "language": "languages", "genre": "genres"}
FACTS = ("row", "article", "version", "number", "current", "published", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class PassageColumns:
    """Passages in order of publication, undated last: one array for each fact, all of one length.

    `source`, `language` and `genre` are places in `sources`, `languages` and `genres`; sources are folded. `article` is the number that its
    id is in base 16.
    `published` and `valid_from` are UNKNOWN when nothing tells, `valid_to` is while the version stands.
    """

    sources: tuple[str, ...]
    languages: tuple[str, ...]
    genres: tuple[str, ...]
    row: Rows
    article: Numbers
    version: Codes
    number: Codes
    current: Mask
    published: Rows
    valid_from: Rows
    valid_to: Rows
    source: Codes
    language: Codes
    genre: Codes

    def __len__(self) -> int:
        return len(self.row)

    def name(self, places: Rows) -> tuple[Numbers, Numbers]:
        """The passages at these places, as a `Ranking` names them."""
        return self.article[places], self.version[places].astype(np.uint64) * np.uint64(PLACES) + self.number[places].astype(np.uint64)


def join_columns(parts: Sequence[tuple[PassageColumns, Rows]]) -> tuple[PassageColumns, Rows]:
    """The passages at these places of each part together, and where each of them was, counted through the places of all parts."""

    def gather(name: str) -> np.ndarray[Any, Any]:
        return np.concatenate([getattr(columns, name)[places] for columns, places in parts])

    order = np.lexsort((gather("row"), gather("published")))
    joined: dict[str, Any] = {name: gather(name)[order] for name in FACTS}
    for code, names in CODES.items():
        held: dict[str, int] = {}
        of_part = [np.array([held.setdefault(name, len(held)) for name in getattr(columns, names)], np.int32) for columns, _ in parts]
        codes = [table[getattr(columns, code)[places]] for table, (columns, places) in zip(of_part, parts, strict=True)]
        # names that none of them has any more are left out
        used, joined[code] = np.unique(np.concatenate(codes)[order], return_inverse=True)
        joined[code] = joined[code].astype(np.int32)
        every = list(held)
        joined[names] = tuple(every[place] for place in used)
    return PassageColumns(**joined), order


def read_columns(connection: Connection, after: int | None = None) -> PassageColumns:
    """All passages of the articles that have one with a row above `after`; of all articles when None."""
    names: tuple[dict[str, int], ...] = ({}, {}, {})
    genres = {(id, number): genre for id, number, genre in connection.execute(_of_changed(_GENRES, versions.c.article_id, after))}
    places: dict[tuple[str, int], int] = {}
    facts: list[tuple[int, ...]] = []
    # as large as numbers without a sign are
    ids: list[int] = []
    for id, number, source, language, *rest in connection.execute(_of_changed(_VERSIONS, versions.c.article_id, after)):
        places[id, number] = len(facts)
        ids.append(int(id, 16))
        told = (source, language, genres.get((id, number), REPORT))
        codes = (held.setdefault(name, len(held)) for held, name in zip(names, told, strict=True))
        facts.append((number, *codes, *rest))
    row, index, place = _read_passages(connection, places, after)
    number, source, language, genre, current, published, valid_from, valid_to = _table(facts, 8)[:, place]
    order = np.lexsort((row, published))
    return PassageColumns(
        sources=tuple(names[0]),
        languages=tuple(names[1]),
        genres=tuple(names[2]),
        row=row[order],
        article=np.array(ids, np.uint64)[place[order]],
        version=number[order].astype(np.int32),
        number=index[order].astype(np.int32),
        current=(current == number)[order],
        published=published[order],
        valid_from=valid_from[order],
        valid_to=valid_to[order],
        source=source[order].astype(np.int32),
        language=language[order].astype(np.int32),
        genre=genre[order].astype(np.int32),
    )


def read_vectors(connection: Connection, columns: PassageColumns, stored: StoredVectors, after: int | None = None) -> tuple[Halves, Mask]:
    """The vector of each passage of `columns`, read as those were, and which of the passages have one."""
    matrix = np.zeros((len(columns), stored.dimension), np.float16)
    there = np.zeros(len(columns), np.bool_)
    by_row = np.argsort(columns.row)
    in_order = columns.row[by_row]
    query = _of_changed(select(passages.c.row, vectors.c.vector), passages.c.article_id, after)
    query = query.join(vectors, and_(vectors.c.text_hash == passages.c.text_hash, vectors.c.model == stored.model))
    for rows, found in _parts(connection, query):
        places = by_row[np.searchsorted(in_order, rows)]
        matrix[places] = np.frombuffer(b"".join(found), np.float16).reshape(len(found), -1)
        there[places] = True
    return matrix, there


def _read_passages(connection: Connection, places: Mapping[tuple[str, int], int], after: int | None) -> Rows:
    """Of each passage its row, its number and the place of its version, an array for each."""
    parts = [np.empty((3, 0), np.int64)]
    for row, id, version, number in _parts(connection, _of_changed(_PASSAGES, passages.c.article_id, after)):
        place = map(places.__getitem__, zip(id, version, strict=True))
        parts.append(np.array([row, number, list(place)], np.int64))
    return np.concatenate(parts, axis=1)


def _parts(connection: Connection, query: Select[Any]) -> Iterator[tuple[tuple[Any, ...], ...]]:
    """What a query gives, by columns, so many rows at once that each of them costs little."""
    for part in connection.execution_options(yield_per=AT_ONCE).execute(query).partitions():
        yield tuple(zip(*part, strict=True))


def read_articles(connection: Connection) -> Numbers:
    """The numbers of the articles that there are, in no order."""
    return np.array([int(id, 16) for id in connection.execute(select(articles.c.id)).scalars()], np.uint64)


def count_rows(connection: Connection) -> int:
    return int(connection.execute(select(func.count()).select_from(passages)).scalar_one())


_VERSIONS = select(
    versions.c.article_id,
    versions.c.number,
    versions.c.source_key,
    versions.c.language,
    articles.c.current,
    func.coalesce(versions.c.published, UNKNOWN),
    func.coalesce(versions.c.valid_from, UNKNOWN),
    func.coalesce(versions.c.valid_to, UNKNOWN),
).join(articles, articles.c.id == versions.c.article_id)
# most have none: read by themselves, out of an index of their own
_GENRES = select(versions.c.article_id, versions.c.number, versions.c.genre).where(versions.c.genre.is_not(None))
_CHANGED = passages.alias("changed")
_PASSAGES = select(passages.c.row, passages.c.article_id, passages.c.version, passages.c.number)


def _of_changed(query: Select[Any], article_id: ColumnElement[str], after: int | None) -> Select[Any]:
    if after is None:
        return query
    return query.where(article_id.in_(select(_CHANGED.c.article_id).where(_CHANGED.c.row > after)))


def _table(lines: Sequence[tuple[int, ...]], width: int) -> Rows:
    """One array for each column."""
    return np.array(lines, np.int64).reshape(-1, width).T
