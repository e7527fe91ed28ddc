"""Words and 4-grams in PostgreSQL's tables: for each term the passages that have it, as rows, in segments of passages."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from struct import Struct
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    String,
    Table,
    bindparam,
    delete,
    func,
    inspect,
    select,
    text,
    update,
)

from vectorstore.bm25 import GRAM_FIELD, WORD_FIELD, code_length
from vectorstore.catalogue import IndexEntry
from vectorstore.database import Database
from vectorstore.lexical import read_terms
from vectorstore.passage import passage_id
from vectorstore.records import select_versions, to_version
from vectorstore.schema import passages, versions

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
# the greatest row that there can be
LAST = 2**31 - 1
# passages that are read and analysed before they are written
AT_ONCE = 2_000
# A segment joins those after it while it is not so many times as large as they are together; so many wait until they are joined.
# The largest take a minute to be written anew when something in them is deleted.
MUCH_LARGER, MANY, LARGEST = 3, 8, 50_000
ANALYZE = text("ANALYZE articles, versions, passages, vectors, lexical_postings")
JOIN = text(
    "INSERT INTO lexical_postings (term, segment, entries) SELECT term, :into, string_agg(entries, ''::bytea ORDER BY segment)"
    " FROM lexical_postings WHERE segment = ANY(:parts) GROUP BY term"
)


class PostingSegments:
    """For the one that holds the write lock, save what reads.

    It follows from the rows of the passages alone: who changes an article gives it new rows, and no row number is used
    twice. So what is above the last row of the segments is yet to be indexed, whatever was killed.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        with self._database.transaction() as connection:
            is_there = inspect(connection).has_table(postings.name)
        if not is_there:
            with self._database.write_transaction() as connection:
                metadata.create_all(connection)

    def follow(self) -> bool:
        """Indexes what is above the last row; whether there was anything."""
        has_written = False
        while rows := self._next_rows(self.last_row()):
            has_written = True
            self._write(rows[0], rows[-1])
            if self._join() or len(self.read_segments()) == 1:
                # the server counts its rows a minute later by itself; until then it answers thirty times as slowly
                with self._database.write_transaction() as connection:
                    connection.execute(ANALYZE)
        return has_written

    def rebuild(self) -> None:
        """Writes every segment anew, and those that are missing."""
        held = self.read_segments()
        with self._database.write_transaction() as connection:
            connection.execute(delete(postings).where(postings.c.segment.not_in([segment.number for segment in held])))
        after = 0
        for segment in held:
            self._fill(after, segment.first_row)
            self._write(segment.first_row, segment.last_row, segment.number)
            after = segment.last_row
        self.follow()

    def purge(self) -> None:
        """Writes the segments anew that name passages which are gone."""
        for segment in self.read_segments():
            if self._count_rows(segment.first_row, segment.last_row) < segment.passages:
                self._write(segment.first_row, segment.last_row, segment.number)

    def read_segments(self) -> Sequence[Row[Any]]:
        """In order of rows."""
        with self._database.transaction() as connection:
            return connection.execute(select(segments).order_by(segments.c.first_row)).all()

    def last_row(self) -> int:
        return max((segment.last_row for segment in self.read_segments()), default=0)

    def read_entries(self, first: int, last: int) -> Iterable[tuple[int, IndexEntry]]:
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

    def _fill(self, after: int, before: int) -> None:
        """Indexes the passages of the rows between these two."""
        while rows := self._next_rows(after, before):
            self._write(rows[0], rows[-1])
            after = rows[-1]

    def _write(self, first: int, last: int, number: int | None = None) -> None:
        """A segment of the passages of these rows, in place of that number's where one is given."""
        lists: defaultdict[str, bytearray] = defaultdict(bytearray)
        sums: Counter[str] = Counter()
        for row, entry in self.read_entries(first, last):
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
        for segment in reversed(self.read_segments()):
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

    def _next_rows(self, after: int, before: int = LAST) -> Sequence[int]:
        query = select(passages.c.row).where(passages.c.row > after, passages.c.row < before).order_by(passages.c.row).limit(AT_ONCE)
        with self._database.transaction() as connection:
            return connection.execute(query).scalars().all()

    def _count_rows(self, first: int, last: int) -> int:
        query = select(func.count()).select_from(passages).where(passages.c.row.between(first, last))
        with self._database.transaction() as connection:
            return connection.execute(query).scalar_one()


def _copy(connection: Connection, rows: Iterable[tuple[str, int, bytes]]) -> None:
    """Ten times as fast as inserting them."""
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy("COPY lexical_postings (term, segment, entries) FROM STDIN (FORMAT BINARY)") as into:
        into.set_types(["varchar", "int4", "bytea"])
        for row in rows:
            into.write_row(row)
