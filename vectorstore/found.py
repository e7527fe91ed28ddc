"""What a search has found, read from the catalogue."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from langchain_core.documents import Document
from sqlalchemy import BindParameter, Row, Select, bindparam, select

from vectorstore.allowed import allowed_in_catalogue
from vectorstore.article import Article, Span, Version
from vectorstore.database import Database
from vectorstore.filters import SearchFilter
from vectorstore.passage import make_passage
from vectorstore.records import read_time
from vectorstore.schema import articles, passages, versions
from vectorstore.stored import batched

# SQLite has no index for tuples: it finds a few more by their parts
_ARTICLES: BindParameter[list[str]] = bindparam("articles", expanding=True)
_NUMBERS: BindParameter[list[int]] = bindparam("numbers", expanding=True)
_PLACES: BindParameter[list[int]] = bindparam("places", expanding=True)
# what a passage tells of its article; to read the rest, lists and notes, takes longer
_NAMES = ("article_id", "number", "added", "text", "title", "url", "source", "language", "genre", "access")
_TOLD = [versions.c[name] for name in (*_NAMES, "published", "published_precision", "published_provenance")]
_SPANS = select(passages).where(passages.c.article_id.in_(_ARTICLES), passages.c.version.in_(_NUMBERS), passages.c.number.in_(_PLACES))
_ORIGINS = select(versions.c.article_id, versions.c.number, versions.c.language, versions.c.source_key).where(
    versions.c.article_id.in_(_ARTICLES)
)


def read_passages(database: Database, ids: Iterable[str], filter: SearchFilter) -> dict[str, Document]:
    """The passages of these ids that exist and that the filter allows."""
    keys = {(article_id, int(version), int(number)) for article_id, version, number in (id.rsplit(":", 2) for id in ids)}
    article_ids, numbers, places = (list({key[part] for key in keys}) for part in range(3))
    wanted = {"articles": article_ids, "numbers": numbers}
    with database.transaction() as connection:
        texts = connection.execute(_select_texts(filter), wanted)
        by_key = {(row.article_id, row.number): row for row in texts}
        spans = connection.execute(_SPANS, {**wanted, "places": places}).all()
    rows = [row for row in spans if (row.article_id, row.version, row.number) in keys and (row.article_id, row.version) in by_key]
    documents = (make_passage(_to_version(by_key[row.article_id, row.version]), row.number, Span(row.start, row.end)) for row in rows)
    return {str(document.id): document for document in documents}


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
def _select_texts(filter: SearchFilter) -> Select[Any]:
    of_texts = versions.c.article_id.in_(_ARTICLES), versions.c.number.in_(_NUMBERS)
    return (
        select(*_TOLD, articles.c.current)
        .join(articles, articles.c.id == versions.c.article_id)
        .where(*of_texts, allowed_in_catalogue(filter))
    )


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
