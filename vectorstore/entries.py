"""Entries of feeds by the feeds' own ids of them, and which articles they led to."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from vectorstore.article import Article
from vectorstore.database import Database, put_row
from vectorstore.schema import entries
from vectorstore.storing import find_article


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """The article that an entry led to, which may have been deleted since.

    Attributes:
        place: Of where the article lies, as `remember` was told; a digest.
    """

    article_id: str
    place: str


class Entries:
    """The memory of an archive, by digests of a feed and of its id of an entry."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, digest: str) -> KnownEntry | None:
        """None when no article came of that entry."""
        with self._database.transaction() as connection:
            row = connection.execute(select(entries.c.article_id, entries.c.place).where(entries.c.digest == digest)).first()
        return None if row is None else KnownEntry(*row)

    def remember(self, led: Iterable[tuple[str, Article, str]]) -> None:
        """Keeps which article an entry led to, and its place; of those only that the archive holds."""
        with self._database.write_transaction() as connection:
            for digest, article, place in led:
                row = find_article(connection, article)
                if row is not None:
                    put_row(connection, entries, digest=digest, article_id=row.article_id, place=place)
