"""The catalogue: the truth about articles, versions and passages. The indexes are derived from it."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from langchain_core.documents import Document
from sqlalchemy import Connection, Text, cast, delete, func, literal, select, update

from vectorstore.allowed import allowed_in_catalogue
from vectorstore.article import Article, Span, Version
from vectorstore.changes import Changes, compare_versions
from vectorstore.clusters import Cluster, read_clusters, read_labels
from vectorstore.database import Database, put_row
from vectorstore.deletion import deleted_times, erase_article, lift_tombstone
from vectorstore.errors import ArticleNotFound
from vectorstore.filters import SearchFilter
from vectorstore.found import read_origins, read_passages
from vectorstore.migrations import prepare_tables
from vectorstore.passage import passage_id
from vectorstore.records import find_validity, is_newer, select_versions, to_version
from vectorstore.remembered import Remembered
from vectorstore.schema import CURRENT_PASSAGES, articles, facts, passages, pending, versions
from vectorstore.stored import batched
from vectorstore.storing import find_article, had_words, holds_as, mark_pending, store_article

# name of the fact that says that deleted text may still stand in the files of the indexes; empty when not
PURGE = "purge"
LAST_ROW = "last row"


class IndexEntry(NamedTuple):
    """What an index is told of one passage. It stood from `valid_from` (None: unknown) to before `valid_to` (None: still)."""

    id: str
    text: str
    version: Version
    valid_from: int | None
    valid_to: int | None


class Catalogue:
    """Articles, versions and passages in SQL. Each method is one transaction.

    Raises:
        ArchiveReadOnly, ArchiveDamaged, ArchiveBusy: From any method, as Database.transaction says.
    """

    def __init__(self, place: Path | str) -> None:
        self.database = Database(place)
        prepare_tables(self.database)
        # asked for at each search, so in one statement
        self._marks = Remembered(self.database.version, self._read_marks)
        self._size = Remembered(lambda: self.state, self.count_passages)

    def close(self) -> None:
        self.database.close()

    def get_fact(self, name: str) -> str | None:
        return self._marks.get().get(name)

    def set_facts(self, values: Mapping[str, str]) -> None:
        """All of them or none."""
        with self.database.write_transaction() as connection:
            for name, value in values.items():
                _set_fact(connection, name, value)

    @property
    def generation(self) -> int:
        """Grows by one with every finished write."""
        return int(self.get_fact("generation") or 0)

    @property
    def state(self) -> tuple[int, int]:
        """Differs whenever a passage was added, and after every finished write."""
        return self.generation, self.last_row

    @property
    def marks(self) -> Hashable:
        """Differs also when what was deleted has been taken out of the indexes."""
        return tuple(sorted(self._marks.get().items()))

    @property
    def last_row(self) -> int:
        """The row of the passage that was added last; 0 when there is none."""
        return int(self._marks.get()[LAST_ROW])

    @property
    def size(self) -> int:
        """How many passages there are, as `count_passages` says, but for what is being deleted: costs nothing while nothing changes."""
        return self._size.get()

    def read_version(self, article_id: str, number: int | None = None) -> Version:
        """The version of that number, the current one when None. Raises ArticleNotFound."""
        wanted = articles.c.current if number is None else number
        with self.database.transaction() as connection:
            row = connection.execute(select_versions().where(versions.c.article_id == article_id, versions.c.number == wanted)).first()
        if row is None:
            what = f"article {article_id}" if number is None else f"version {number} of article {article_id}"
            raise ArticleNotFound(f"there is no {what} in this archive; list the articles, or search, to see which there are")
        return to_version(row)

    def read_versions(self, filter: SearchFilter, limit: int | None = None, offset: int = 0) -> list[Version]:
        """One version of each article that the filter allows, newest publication first, undated last."""
        order = versions.c.published.is_(None), versions.c.published.desc(), versions.c.article_id
        query = select_versions().where(allowed_in_catalogue(filter)).order_by(*order).limit(limit).offset(offset or None)
        with self.database.transaction() as connection:
            return [to_version(row) for row in connection.execute(query)]

    def holds(self, article: Article) -> bool:
        """Whether the article brings nothing: the current version says the same, or it is an earlier one by its dates."""
        with self.database.transaction() as connection:
            return holds_as(connection, find_article(connection, article), article)

    def may_be_former(self, article: Article) -> bool:
        """Whether these are the words of an earlier version, and nothing tells if the text went back to them."""
        with self.database.transaction() as connection:
            row = find_article(connection, article)
            if row is None or row.content_hash == article.content_hash or is_newer(article, to_version(row).article) is not None:
                return False
            return had_words(connection, row, article)

    def read_passages(self, ids: Iterable[str], filter: SearchFilter) -> dict[str, Document]:
        """The passages of these ids that exist and that the filter allows."""
        return read_passages(self.database, ids, filter)

    def read_current_numbers(self, article_ids: Iterable[str]) -> dict[str, int]:
        """The number of the current version of each of these articles that exist."""
        wanted = list(dict.fromkeys(article_ids))
        found: dict[str, int] = {}
        with self.database.transaction() as connection:
            for part in batched(wanted):
                query = select(articles.c.id, articles.c.current).where(articles.c.id.in_(part))
                found.update((row.id, row.current) for row in connection.execute(query))
        return found

    def read_origins(self, ids: Collection[str]) -> dict[str, tuple[str, str]]:
        """In what language each of these passages is written and, folded, by what source, of those that exist."""
        return read_origins(self.database, ids)

    def current_ids(self, skip: Iterable[str] = ()) -> set[str]:
        """Ids of the passages of current versions, without those of the articles in `skip`."""
        skipped = set(skip)
        query = select(passages.c.article_id, passages.c.version, passages.c.number).join(articles, CURRENT_PASSAGES)
        with self.database.transaction() as connection:
            return {passage_id(*row) for row in connection.execute(query) if row.article_id not in skipped}

    def count_current(self) -> int:
        """Passages of current versions."""
        with self.database.transaction() as connection:
            return connection.execute(select(func.count()).select_from(passages.join(articles, CURRENT_PASSAGES))).scalar_one()

    def latest_entries(self, limit: int) -> list[IndexEntry]:
        """Passages of current versions that were added last, in no order."""
        last = select(passages.c.article_id).join(articles, CURRENT_PASSAGES).order_by(passages.c.row.desc()).limit(limit)
        with self.database.transaction() as connection:
            latest = list(dict.fromkeys(connection.execute(last).scalars()))
        return [entry for entry in self.index_entries(latest) if entry.version.current][-limit:]

    def index_entries(self, article_ids: Sequence[str] | None = None) -> Iterator[IndexEntry]:
        """Every passage of every version, of these articles or of all, article by article."""
        parts = [None] if article_ids is None else batched(article_ids)
        for part in parts:
            query = select_versions().order_by(versions.c.article_id, versions.c.number)
            if part is not None:
                query = query.where(versions.c.article_id.in_(part))
            with self.database.transaction() as connection:
                # read as it goes: the texts of an archive do not fit into memory
                for row in connection.execute(query, execution_options={"yield_per": 200}):
                    version = to_version(row)
                    of_version = select(passages).where(passages.c.article_id == row.article_id, passages.c.version == row.number)
                    for span in connection.execute(of_version.order_by(passages.c.number)):
                        text = version.article.text[span.start : span.end]
                        yield IndexEntry(passage_id(*span[1:4]), text, version, row.valid_from, row.valid_to)

    def count_passages(self, but: Sequence[str] = ()) -> int:
        """All passages, those of superseded versions too, without those of the articles in `but`."""
        query = select(func.count()).select_from(passages)
        with self.database.transaction() as connection:
            left_out = connection.execute(query.where(passages.c.article_id.in_(but))).scalar_one() if but else 0
            return connection.execute(query).scalar_one() - left_out

    def pending_articles(self, *, unsettled: bool = False) -> list[str]:
        """Articles whose entries in the indexes may lag behind the catalogue; `unsettled`: those in the lexical index."""
        query = select(pending.c.article_id)
        with self.database.transaction() as connection:
            return list(connection.execute(query.where(~pending.c.settled) if unsettled else query).scalars())

    def mark_settled(self, article_ids: Sequence[str]) -> None:
        """The lexical index is in step with these articles; readers look anew."""
        with self.database.write_transaction() as connection:
            for part in batched(article_ids):
                connection.execute(update(pending).where(pending.c.article_id.in_(part)).values(settled=True))
            _raise_generation(connection)

    def store_articles(self, batch: Iterable[tuple[Article, Sequence[Span]]]) -> list[tuple[str, bool] | None]:
        """Stores articles with their passages and marks them pending, in order: all or none.

        Returns:
            For each, the id under which it stands and whether it was there before; None when it brings nothing.
        """
        # one transaction, since each costs a wait for the disk
        with self.database.write_transaction() as connection:
            stored: list[tuple[str, bool] | None] = []
            for article, spans in batch:
                row = find_article(connection, article)
                stored.append(None if holds_as(connection, row, article) else store_article(connection, row, article, spans))
        return stored

    def remove_article(self, article_id: str) -> None:
        """Takes out every trace of an article, leaves its tombstone, and marks it pending.

        Raises ArticleNotFound.
        """
        self.read_version(article_id)
        with self.database.write_transaction() as connection:
            erase_article(connection, article_id)
            mark_pending(connection, article_id)
            _set_fact(connection, PURGE, "1")

    def deleted_times(self, article_ids: Iterable[str]) -> dict[str, int]:
        """When each of these articles was deleted, in Unix time, of those that may not come back."""
        with self.database.transaction() as connection:
            return deleted_times(connection, article_ids)

    def lift_tombstone(self, article_id: str) -> None:
        """Lets a deleted article come back. Raises ArticleNotFound when there is none of that id."""
        with self.database.write_transaction() as connection:
            if not lift_tombstone(connection, article_id):
                raise ArticleNotFound(f"no article {article_id} was deleted from this archive")

    def read_changes(self, article_id: str, number: int) -> Changes:
        """What a version changed in the one before it. Raises ArticleNotFound."""
        version = self.read_version(article_id, number)
        with self.database.transaction() as connection:
            rows = connection.execute(select(versions).where(versions.c.article_id == article_id)).all()
            current = connection.execute(select(articles.c.current).where(articles.c.id == article_id)).scalar_one()
        order = list(find_validity(rows, current))
        place = order.index(number)
        return compare_versions(self.read_version(article_id, order[place - 1]) if place else None, version)

    def read_labels(self, article_ids: Iterable[str]) -> dict[str, str]:
        """What the articles of one cluster have in common and no others, of those that have copies at all to be compared with."""
        with self.database.transaction() as connection:
            return read_labels(connection, article_ids)

    def read_clusters(self, article_ids: Iterable[str]) -> dict[str, Cluster]:
        """The cluster of near-duplicates of each of these articles that there is."""
        with self.database.transaction() as connection:
            return read_clusters(connection, article_ids)

    def mark_ready(self, article_ids: Sequence[str], facts: Mapping[str, str] | None = None) -> None:
        """The indexes are in step with these articles, and `facts` hold of them: the write is finished."""
        with self.database.write_transaction() as connection:
            for part in batched(article_ids):
                connection.execute(delete(pending).where(pending.c.article_id.in_(part)))
            for name, value in (facts or {}).items():
                _set_fact(connection, name, value)
            _raise_generation(connection)

    def _read_marks(self) -> dict[str, str]:
        """The facts, and beside them the last row."""
        with self.database.transaction() as connection:
            return {name: value for name, value in connection.execute(_MARKS)}


_MARKS = select(facts.c.name, facts.c.value).union_all(
    select(literal(LAST_ROW), cast(func.coalesce(func.max(passages.c.row), 0), Text)).select_from(passages)
)


def _raise_generation(connection: Connection) -> None:
    _set_fact(connection, "generation", str(int(_get_fact(connection, "generation") or 0) + 1))


def _get_fact(connection: Connection, name: str) -> str | None:
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar_one_or_none()


def _set_fact(connection: Connection, name: str, value: str) -> None:
    put_row(connection, facts, name=name, value=value)
