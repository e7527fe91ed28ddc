"""What was read already, so that it need not be read again to know that it is unchanged."""

from collections.abc import Iterable

from sqlalchemy import and_, bindparam, select

from vectorstore.article import Article
from vectorstore.database import Database, put_row
from vectorstore.schema import CURRENT_VERSION, articles, seen, versions
from vectorstore.storing import find_article, holds_as

_CURRENT = and_(articles.c.id == seen.c.article_id, CURRENT_VERSION)
_RECALLED = select(seen.c.article_id).where(seen.c.digest == bindparam("digest"), _CURRENT, versions.c.record_hash == seen.c.record_hash)


def recall(database: Database, digest: bytes) -> str | None:
    """The article that came of what has this digest, if it still stands as it did then, so that it would be unchanged."""
    with database.transaction() as connection:
        return connection.execute(_RECALLED, {"digest": digest}).scalar_one_or_none()


def remember(database: Database, read: Iterable[tuple[bytes, Article]]) -> None:
    """Keeps which article came of what has which digest; of those only that the archive holds, and would not change."""
    with database.write_transaction() as connection:
        for digest, article in read:
            row = find_article(connection, article)
            if row is not None and holds_as(connection, row, article):
                put_row(connection, seen, digest=digest, article_id=row.article_id, record_hash=row.record_hash)
