"""An article into the tables of the catalogue: which one it is of those there, and which version it becomes."""

import time
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from vectorstore.article import Article, Span, Version
from vectorstore.clusters import place_article, withdraw_article
from vectorstore.database import put_row
from vectorstore.records import find_validity, is_newer, is_same_article, passage_values, select_versions, to_version, version_values
from vectorstore.schema import articles, passages, pending, versions
from vectorstore.tallies import recount_article


def find_article(connection: Connection, article: Article) -> Row[Any] | None:
    """The current version of what `Archive.holds` knows the article by; None when there is none."""
    current = select_versions().where(versions.c.number == articles.c.current)
    row = connection.execute(current.where(versions.c.article_id == article.article_id)).first()
    if row is not None or article.url or article.key:
        return row
    same_words = versions.c.content_hash == article.content_hash, versions.c.source == article.source
    row = connection.execute(current.where(*same_words)).first()
    if row is not None or article.origin is None:
        return row
    same_file = articles.c.origin == article.origin, versions.c.url.is_(None), versions.c.key.is_(None)
    row = connection.execute(current.where(*same_file)).first()
    return row if row is not None and is_same_article(row, article) else None


def holds_as(connection: Connection, row: Row[Any] | None, article: Article) -> bool:
    """Whether an article brings nothing to the current version that stands in `row`."""
    if row is None or row.record_hash == article.record_hash:
        return row is not None
    return is_newer(article, to_version(row).article) is False and had_words(connection, row, article)


def store_article(connection: Connection, row: Row[Any] | None, article: Article, spans: Sequence[Span]) -> tuple[str, bool]:
    """Stores an article beside, or in the place of, its current version, which stands in `row`, and marks it pending.

    Gives the id under which it stands and whether it was there before.
    """
    version = _make_version(connection, row, article)
    article_id = version.article_id
    connection.execute(insert(versions), version_values(version))
    _date_versions(connection, article_id, row.number if row is not None and not version.current else version.number)
    # an old version that comes late neither answers nor says where the article was last read from
    if version.current:
        put_row(connection, articles, id=article_id, current=version.number, origin=article.origin)
        recount_article(connection, None if row is None else (row.source, row.language), (article.source, article.language))
    if spans:
        connection.execute(insert(passages), list(passage_values(version, spans)))
    if version.current and (row is None or version.number != row.number):
        withdraw_article(connection, article_id)
        place_article(connection, article_id, article.text)
    mark_pending(connection, article_id)
    return article_id, row is not None


def _make_version(connection: Connection, row: Row[Any] | None, article: Article) -> Version:
    """The version that an article becomes; room is made for one that takes the place of the current one."""
    now = int(time.time())
    if row is None:
        return Version(article.article_id, 1, article, now, current=True)
    if row.content_hash == article.content_hash:
        # only what is said about the text has changed
        connection.execute(delete(versions).where(versions.c.article_id == row.article_id, versions.c.number == row.number))
        connection.execute(delete(passages).where(passages.c.article_id == row.article_id, passages.c.version == row.number))
        return Version(row.article_id, row.number, article, row.added, current=True)
    # numbers are never used twice
    last = connection.execute(select(func.max(versions.c.number)).where(versions.c.article_id == row.article_id)).scalar_one()
    return Version(row.article_id, last + 1, article, now, current=is_newer(article, to_version(row).article) is not False)


def _date_versions(connection: Connection, article_id: str, current: int) -> None:
    """Says from when to when each version of an article stood."""
    rows = connection.execute(select(versions).where(versions.c.article_id == article_id)).all()
    for number, (valid_from, valid_to) in find_validity(rows, current).items():
        of_version = versions.c.article_id == article_id, versions.c.number == number
        connection.execute(update(versions).where(*of_version).values(valid_from=valid_from, valid_to=valid_to))


def had_words(connection: Connection, current: Row[Any], article: Article) -> bool:
    """Whether an earlier version of what stands in `current` had the words of an article."""
    earlier = versions.c.article_id == current.article_id, versions.c.number != current.number
    query = select(versions.c.number).where(*earlier, versions.c.content_hash == article.content_hash)
    return connection.execute(query.limit(1)).first() is not None


def mark_pending(connection: Connection, article_id: str) -> None:
    """The indexes may lag behind the catalogue with this article."""
    put_row(connection, pending, article_id=article_id, settled=False)
