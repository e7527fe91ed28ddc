"""The lexical side in PostgreSQL: for each term the passages that have it, as rows of a table, in segments of passages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from struct import Struct
from typing import Any

import numpy as np
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    String,
    Table,
    any_,
    bindparam,
    delete,
    func,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY

from vectorstore.allowed import allowed_in_catalogue
from vectorstore.bm25 import GRAM_FIELD, POSTING, WORD_FIELD, FieldStatistics, Postings, Scorer, all_terms, code_length
from vectorstore.catalogue import Catalogue, IndexEntry
from vectorstore.filters import SearchFilter
from vectorstore.lexical import WORDS, LexicalHits, read_terms
from vectorstore.passage import passage_id
from vectorstore.records import select_versions, to_version
from vectorstore.remembered import Remembered
from vectorstore.schema import articles, passages, versions
from vectorstore.wording import Wording

metadata = MetaData()
# passages by ranges of their rows; the sums are of those that were indexed
segments = Table(
    "lexical_segments",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("first_row", BigInteger, nullable=False),
    Column("last_row", BigInteger, nullable=False),
    Column("passages", Integer, nullable=False),
    Column("words", BigInteger, nullable=False),
    Column("grams", BigInteger, nullable=False),
)
postings = Table(
    "lexical_postings",
    metadata,
    Column("term", String, primary_key=True),
    Column("segment", Integer, primary_key=True, autoincrement=False),
    # POSTING after POSTING, in order of rows
    Column("entries", LargeBinary, nullable=False),
)
Index("lexical_postings_by_segment", postings.c.segment)

PACKED = Struct("<IBB")
# passages that are read and analysed before they are written
AT_ONCE = 2_000
# A segment joins those after it while it is not so many times as large as they are together; so many wait until they are joined.
# The largest take a minute to be written anew when something in them is deleted.
MUCH_LARGER, MANY, LARGEST = 3, 8, 50_000
# so many times the passages wanted are looked up first; those of superseded versions are among them
SPARE = 1.25

ANALYZE = text("ANALYZE articles, versions, passages, vectors, lexical_postings")
JOIN = text(
    "INSERT INTO lexical_postings (term, segment, entries) SELECT term, :into, string_agg(entries, ''::bytea ORDER BY segment)"
    " FROM lexical_postings WHERE segment = ANY(:parts) GROUP BY term"
)


class PostingTables:
    """Words and 4-grams of passages. Any thread may search; what is under "writing" is for the one that holds the write lock.

    It follows from the rows of the passages alone: who changes an article gives it new rows, and no row number is used
    twice. So what is above the last row of the segments is yet to be indexed, whatever was killed.
    """

    name = "PostgreSQL"

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._database = catalogue.database
        with self._database.transaction() as connection:
            is_there = inspect(connection).has_table(postings.name)
        if not is_there:
            with self._database.write_transaction() as connection:
                metadata.create_all(connection)
        self._segments = Remembered(self._database.version, self._read_segments)

    def match(self, wordings: Sequence[Wording], filter: SearchFilter, k: int) -> LexicalHits:
        return LexicalHits(self._rank(WORD_FIELD, wordings, filter, k), self._rank(GRAM_FIELD, wordings, filter, k))

    def frequencies(self, field: str, terms: Iterable[str]) -> tuple[dict[str, int], int]:
        letter = WORD_FIELD if field == WORDS else GRAM_FIELD
        found = dict.fromkeys(terms, 0)
        total = sum(segment.passages for segment in self._segments.get())
        number = func.sum(func.octet_length(postings.c.entries)) / POSTING.itemsize
        query = select(postings.c.term, number).where(_any_of(postings.c.term, [f"{letter}{term}" for term in found], String))
        with self._database.transaction() as connection:
            found.update((term[1:], min(total, int(count))) for term, count in connection.execute(query.group_by(postings.c.term)))
        return found, total

    @property
    def is_settled(self) -> bool:
        return not self._catalogue.pending_articles(unsettled=True) and self._catalogue.state[1] <= self._last_row()

    def close(self) -> None:
        """Nothing is open."""

    # --- writing

    def settle(self) -> None:
        self._follow()
        if pending := self._catalogue.pending_articles(unsettled=True):
            self._catalogue.mark_settled(pending)

    def update(self, article_ids: Sequence[str], entries: Iterable[IndexEntry]) -> None:
        self._follow()

    def purge(self) -> None:
        """Writes the segments anew that name passages which are gone."""
        for segment in self._read_segments():
            if self._count_rows(segment.first_row, segment.last_row) < segment.passages:
                self._write(segment.first_row, segment.last_row, segment.number)

    def _follow(self) -> None:
        """Indexes what is above the last row."""
        while rows := self._next_rows(self._last_row()):
            self._write(rows[0], rows[-1])
            if self._join() or len(self._read_segments()) == 1:
                # the server counts its rows a minute later by itself; until then it answers thirty times as slowly
                with self._database.write_transaction() as connection:
                    connection.execute(ANALYZE)

    def _write(self, first: int, last: int, number: int | None = None) -> None:
        """A segment of the passages of these rows, in place of that number's where one is given."""
        lists: defaultdict[str, bytearray] = defaultdict(bytearray)
        sums: Counter[str] = Counter()
        for row, entry in self._read_entries(first, last):
            sums["passages"] += 1
            for name, letter, terms in zip(("words", "grams"), (WORD_FIELD, GRAM_FIELD), read_terms(entry), strict=True):
                sums[name] += len(terms)
                length = code_length(len(terms))
                for term, count in Counter(terms).items():
                    lists[f"{letter}{term}"] += PACKED.pack(row, min(count, 255), length)
        values = {"first_row": first, "last_row": last, **{name: sums[name] for name in ("passages", "words", "grams")}}
        with self._database.write_transaction() as connection:
            if number is None:
                number = connection.execute(segments.insert().returning(segments.c.number), values).scalar_one()
            else:
                connection.execute(delete(postings).where(postings.c.segment == number))
                connection.execute(update(segments).where(segments.c.number == number), values)
            _copy(connection, ((term, number, bytes(entries)) for term, entries in lists.items()))

    def _join(self) -> bool:
        """Makes one of the latest segments, so that a search reads few, and each passage is written anew a few times only.

        Returns:
            Whether there were enough of them.
        """
        latest: list[Row[Any]] = []
        for segment in reversed(self._read_segments()):
            joined = sum(each.passages for each in latest)
            if latest and (segment.passages > MUCH_LARGER * joined or segment.passages + joined > LARGEST):
                break
            latest.append(segment)
        if len(latest) < MANY:
            return False
        numbers = [segment.number for segment in latest]
        sums = {name: sum(segment._mapping[name] for segment in latest) for name in ("passages", "words", "grams")}
        with self._database.write_transaction() as connection:
            values = {"first_row": latest[-1].first_row, "last_row": latest[0].last_row, **sums}
            into = connection.execute(segments.insert().returning(segments.c.number), values).scalar_one()
            connection.execute(JOIN, {"into": into, "parts": numbers})
            connection.execute(delete(postings).where(postings.c.segment.in_(numbers)))
            connection.execute(delete(segments).where(segments.c.number.in_(numbers)))
        return True

    # --- reading

    def _rank(self, field: str, wordings: Sequence[Wording], filter: SearchFilter, k: int) -> list[tuple[str, float]]:
        held = self._segments.get()
        terms = sum(segment.words if field == WORD_FIELD else segment.grams for segment in held)
        statistics = FieldStatistics(sum(segment.passages for segment in held), terms)
        rows, scores = Scorer(self._read_lists(all_terms(field, wordings)), statistics).score(wordings, field)
        most = int(SPARE * k) + 1
        ids = self._read_allowed(filter, rows[:most])
        if len(ids) < k and len(rows) > most:
            kept = np.isin(rows, self._read_allowed_rows(filter))
            rows, scores = rows[kept][:k], scores[kept][:k]
            ids = self._read_allowed(filter, rows)
        found = ((ids.get(row), score) for row, score in zip(rows[:most].tolist(), scores.tolist(), strict=False))
        return [(id, score) for id, score in found if id is not None][:k]

    def _read_lists(self, terms: Iterable[str]) -> dict[str, Postings]:
        query = select(postings.c.term, postings.c.entries).where(_any_of(postings.c.term, list(terms), String))
        parts: defaultdict[str, list[bytes]] = defaultdict(list)
        with self._database.transaction() as connection:
            for term, entries in connection.execute(query):
                parts[term].append(entries)
        return {term: np.frombuffer(b"".join(entries), POSTING) for term, entries in parts.items()}

    def _read_allowed(self, filter: SearchFilter, rows: "np.ndarray[Any, np.dtype[np.int64]]") -> dict[int, str]:
        """Ids of those of the rows that the filter allows."""
        query = _allowed(filter, passages.c.row, passages.c.article_id, passages.c.version, passages.c.number)
        with self._database.transaction() as connection:
            found = connection.execute(query.where(_any_of(passages.c.row, rows.tolist(), BigInteger)))
            return {row: passage_id(*parts) for row, *parts in found}

    def _read_allowed_rows(self, filter: SearchFilter) -> "np.ndarray[Any, np.dtype[np.int64]]":
        with self._database.transaction() as connection:
            return np.array(connection.execute(_allowed(filter, passages.c.row)).scalars().all(), np.int64)

    def _read_segments(self) -> Sequence[Row[Any]]:
        """In order of rows."""
        with self._database.transaction() as connection:
            return connection.execute(select(segments).order_by(segments.c.first_row)).all()

    def _last_row(self) -> int:
        return max((segment.last_row for segment in self._segments.get()), default=0)

    def _next_rows(self, after: int) -> Sequence[int]:
        query = select(passages.c.row).where(passages.c.row > after).order_by(passages.c.row).limit(AT_ONCE)
        with self._database.transaction() as connection:
            return connection.execute(query).scalars().all()

    def _count_rows(self, first: int, last: int) -> int:
        query = select(func.count()).select_from(passages).where(passages.c.row.between(first, last))
        with self._database.transaction() as connection:
            return connection.execute(query).scalar_one()

    def _read_entries(self, first: int, last: int) -> Iterable[tuple[int, IndexEntry]]:
        """Passages with their rows, in order of these."""
        within = select(passages).where(passages.c.row.between(first, last)).order_by(passages.c.row)
        of_version = versions.c.article_id == bindparam("article"), versions.c.number == bindparam("version")
        with self._database.transaction() as connection:
            found = connection.execute(within).all()
            # the passages of a version were added one after the other
            for (article_id, number), spans in groupby(found, lambda span: (span.article_id, span.version)):
                row = connection.execute(select_versions().where(*of_version), {"article": article_id, "version": number}).one()
                version = to_version(row)
                for span in spans:
                    words = version.article.text[span.start : span.end]
                    yield span.row, IndexEntry(passage_id(*span[1:4]), words, version, row.valid_from, row.valid_to)


def _allowed(filter: SearchFilter, *columns: Any) -> Any:  # columns and statements of SQLAlchemy, of many types
    of_version = (versions.c.article_id == passages.c.article_id) & (versions.c.number == passages.c.version)
    query = select(*columns).join(versions, of_version).join(articles, articles.c.id == passages.c.article_id)
    return query.where(allowed_in_catalogue(filter))


def _any_of(column: ColumnElement[Any], values: Sequence[Any], kind: type[Any]) -> ColumnElement[bool]:
    """One array instead of hundreds of values: making a statement of these takes longer than to answer it."""
    return column == any_(bindparam(None, values, ARRAY(kind), unique=True))


def _copy(connection: Connection, rows: Iterable[tuple[str, int, bytes]]) -> None:
    """Ten times as fast as inserting them."""
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy("COPY lexical_postings (term, segment, entries) FROM STDIN (FORMAT BINARY)") as into:
        into.set_types(["varchar", "int4", "bytea"])
        for row in rows:
            into.write_row(row)
