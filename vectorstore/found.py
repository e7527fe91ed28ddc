"""What a search has found, read from the catalogue."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from langchain_core.documents import Document
from sqlalchemy import BindParameter, ColumnElement, Row, Select, and_, bindparam, or_, select

from vectorstore.allowed import allowed_in_catalogue
from vectorstore.article import Article, Span, Version
from vectorstore.database import Database
from vectorstore.filters import SearchFilter
from vectorstore.passage import make_passage
from vectorstore.records import read_time
from vectorstore.schema import articles, passages, versions
from vectorstore.stored import batched

_ARTICLES: BindParameter[list[str]] = bindparam("articles", expanding=True)
# passages that are read by one statement
AT_ONCE = 64
# what an id names
_KEY = ("article_id", "version", "number")
# what a passage tells of its article; to read the rest, lists and notes, takes longer
_NAMES = ("article_id", "number", "added", "text", "title", "url", "source", "language", "genre", "access")
_TOLD = [versions.c[name] for name in (*_NAMES, "published", "published_precision", "published_provenance")]
_ORIGINS = select(versions.c.article_id, versions.c.number, versions.c.language, versions.c.source_key).where(
    versions.c.article_id.in_(_ARTICLES)
)


def read_passages(database: Database, ids: Iterable[str], filter: SearchFilter) -> dict[str, Document]:
    """The passages of these ids that exist and that the filter allows."""
    keys = dict.fromkeys((article_id, int(version), int(number)) for article_id, version, number in (id.rsplit(":", 2) for id in ids))
    found: dict[str, Document] = {}
    with database.transaction() as connection:
        for part in batched(list(keys), AT_ONCE):
            wanted = {f"{name}{place}": value for place, key in enumerate(part) for name, value in zip(_KEY, key, strict=True)}
            for row in connection.execute(_select_passages(filter, len(part)), wanted):
                passage = make_passage(_to_version(row), row.place, Span(row.start, row.end))
                found[str(passage.id)] = passage
    return found


def read_origins(database: Database, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """In what language each of these passages is written and, folded, by what source, of those that exist."""
    texts = {id: (article_id, int(version)) for id in ids for article_id, version, _ in [id.rsplit(":", 2)]}
    origins: dict[tuple[str, int], tuple[str, str]] = {}
    if not texts:
        return {}
    with database.transaction() as connection:
        for part in batched(list({article_id for article_id, _ in texts.values()})):
            for row in connection.execute(_ORIGINS, {"articles": part}):
                origins[row.article_id, row.number] = row.language, row.source_key
    return {id: origins[text] for id, text in texts.items() if text in origins}


# to put a query together takes longer than to run it; the same filter mostly comes again with the next question
@lru_cache(maxsize=64)
def _select_passages(filter: SearchFilter, count: int) -> Select[Any]:
    return (
        select(passages.c.number.label("place"), passages.c.start, passages.c.end, *_TOLD, articles.c.current)
        .join(versions, and_(versions.c.article_id == passages.c.article_id, versions.c.number == passages.c.version))
        .join(articles, articles.c.id == versions.c.article_id)
        .where(_one_of(count), allowed_in_catalogue(filter))
    )


@lru_cache(maxsize=AT_ONCE)
def _one_of(count: int) -> ColumnElement[bool]:
    # each by itself: for tuples SQLite has no index, and lists of values are put into a statement anew each time
    return or_(*(and_(*(passages.c[name] == bindparam(f"{name}{place}") for name in _KEY)) for place in range(count)))


def _to_version(row: Row[Any]) -> Version:
    """With as much of the article as a passage tells."""
    article = Article(
        text=row.text,
        title=row.title,
        url=row.url,
        source=row.source,
        language=row.language,
        genre=row.genre,
        access=row.access,
        published=read_time(row, "published"),
    )
    return Version(row.article_id, row.number, article, row.added, row.number == row.current)
