"""Deletion: every trace of an article goes, and a tombstone keeps it from coming back."""

import time
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, bindparam, delete, select

from vectorstore.clusters import withdraw_article
from vectorstore.database import put_row
from vectorstore.fetches import forget_listings, forget_pages
from vectorstore.records import select_versions, to_version
from vectorstore.saved import strike_article
from vectorstore.schema import articles, passages, refused, seen, tombstones, vectors, versions
from vectorstore.stored import batched
from vectorstore.tallies import forget_article

Eraser = Callable[[Connection, str], None]


def erase_article(connection: Connection, article_id: str) -> None:
    """Takes an article out of every table, in one transaction with what else is done on the connection, and buries it."""
    _bury_article(connection, article_id)
    for erase in ERASERS:
        erase(connection, article_id)


def deleted_times(connection: Connection, article_ids: Iterable[str]) -> dict[str, int]:
    """When each of these was deleted, in Unix time, of those that may not come back."""
    found: dict[str, int] = {}
    for part in batched(list(article_ids)):
        query = select(tombstones.c.identity, tombstones.c.deleted).where(tombstones.c.identity.in_(part))
        found |= {row.identity: row.deleted for row in connection.execute(query)}
    return found


def lift_tombstone(connection: Connection, article_id: str) -> bool:
    """Lets a deleted article come back, by whichever of its names it is called; False when none of that name is buried."""
    buried = select(tombstones.c.article_id).where(tombstones.c.identity == article_id).scalar_subquery()
    names = select(tombstones.c.identity).where(tombstones.c.article_id == buried)
    connection.execute(delete(refused).where(refused.c.article_id.in_(names)))
    is_lifted = connection.execute(delete(tombstones).where(tombstones.c.article_id == buried)).rowcount > 0
    if is_lifted:
        # what names it is read again, although it has not changed
        forget_listings(connection)
    return is_lifted


def _bury_article(connection: Connection, article_id: str) -> None:
    """Hashes alone: of its address, or of its words as they were in each version, since a file is known by those."""
    rows = connection.execute(select_versions().where(versions.c.article_id == article_id)).all()
    names = dict.fromkeys([article_id, *(to_version(row).article.article_id for row in rows)])
    for name in names:
        put_row(connection, tombstones, identity=name, article_id=article_id, deleted=int(time.time()))


def _erase_passages(connection: Connection, article_id: str) -> None:
    """With the vectors that no other passage shares."""
    shared = select(passages.c.row).where(passages.c.text_hash == bindparam("text"))
    orphans = delete(vectors).where(vectors.c.text_hash == bindparam("text"), ~shared.exists())
    hashes = set(connection.execute(select(passages.c.text_hash).where(passages.c.article_id == article_id)).scalars())
    connection.execute(delete(passages).where(passages.c.article_id == article_id))
    for digest in hashes:
        connection.execute(orphans, {"text": digest})


def _erase_versions(connection: Connection, article_id: str) -> None:
    for table, key in ((versions, versions.c.article_id), (seen, seen.c.article_id), (articles, articles.c.id)):
        connection.execute(delete(table).where(key == article_id))


# whatever keeps words of articles elsewhere in the catalogue takes them out here, in the same transaction
ERASERS: tuple[Eraser, ...] = (withdraw_article, strike_article, forget_pages, forget_article, _erase_passages, _erase_versions)
