"""Rows of the catalogue to articles and versions, and back."""

import json
import time
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, Select, select

from vectorstore.article import Article, Span, Timestamp, Version
from vectorstore.schema import articles, versions
from vectorstore.stored import text_hash
from vectorstore.terms import fold, word_terms

# a file whose words overlap less than this with what it held before (Jaccard) is another article under an old name
SAME_ARTICLE = 0.3
DAY_SECONDS = 86_400


def select_versions() -> Select[Any]:
    """Rows that `to_version` reads."""
    return select(versions, articles.c.current, articles.c.origin).join(articles, articles.c.id == versions.c.article_id)


def to_version(row: Row[Any]) -> Version:
    article = Article(
        text=row.text,
        title=row.title,
        url=row.url,
        key=row.key,
        source=row.source,
        language=row.language,
        authors=read_list(row.authors),
        section=row.section,
        genre=row.genre,
        access=row.access,
        agencies=read_list(row.agencies),
        corrections=read_list(row.corrections),
        published_otherwise=_read_times(row.published_otherwise),
        published=read_time(row, "published"),
        updated=read_time(row, "updated"),
        fetched=read_time(row, "fetched"),
        mentioned=_read_times(row.mentioned),
        metadata=json.loads(row.metadata),
        # the article was last read from there; of an earlier version it is not known
        origin=row.origin if row.number == row.current else None,
    )
    return Version(row.article_id, row.number, article, row.added, row.number == row.current)


def version_values(version: Version) -> dict[str, Any]:
    """The row of a version, but for when it stood, which depends on the others."""
    article = version.article
    return {
        "article_id": version.article_id,
        "number": version.number,
        "content_hash": article.content_hash,
        "record_hash": article.record_hash,
        "title": article.title,
        "text": article.text,
        "url": article.url,
        "key": article.key,
        "source": article.source,
        "source_key": fold(article.source),
        "language": article.language,
        "authors": json.dumps(article.authors, ensure_ascii=False),
        "section": article.section,
        "genre": article.genre,
        "access": article.access,
        "agencies": json.dumps(article.agencies, ensure_ascii=False),
        "corrections": json.dumps(article.corrections, ensure_ascii=False),
        "published_otherwise": _write_times(article.published_otherwise),
        **_time_values("published", article.published),
        **_time_values("updated", article.updated),
        **_time_values("fetched", article.fetched),
        "mentioned": _write_times(article.mentioned),
        "metadata": json.dumps(dict(article.metadata), ensure_ascii=False),
        "added": version.added,
    }


def passage_values(version: Version, spans: Sequence[Span]) -> Iterator[dict[str, Any]]:
    for number, span in enumerate(spans):
        digest = text_hash(version.article.text[span.start : span.end])
        place = {"article_id": version.article_id, "version": version.number, "number": number}
        yield {**place, "start": span.start, "end": span.end, "text_hash": digest}


def is_newer(article: Article, current: Article) -> bool | None:
    """Whether what was read now takes the place of the current version; None when nothing tells.

    A page that was fetched later, or the same file read again, shows what is so now. Anything else is judged by the
    times that the two state, so that a folder with an old and a new copy ends the same in whatever order it is read.
    """
    if article.fetched is not None:
        # what will have been fetched some day was stamped by a clock that ran ahead: any page read since is newer
        return current.fetched is None or not article.fetched.seconds < current.fetched.seconds <= time.time()
    if article.origin is not None and article.origin == current.origin:
        return True
    stated, latest = article.updated or article.published, current.updated or current.published
    if stated is None or latest is None:
        return None
    # within one day, a time tells nothing against a mere date
    unit = 1 if stated.precision == latest.precision == "second" else DAY_SECONDS
    difference = stated.seconds // unit - latest.seconds // unit
    return None if difference == 0 else difference > 0


def find_validity(rows: Sequence[Row[Any]], current: int) -> dict[int, tuple[int | None, int | None]]:
    """From when to when each version of one article stood, in Unix time: number -> (from, to).

    The versions follow one another by the times they state, whatever the order they were read in, and the current one is
    the last. The first stands from its publication, None when that is unknown; a later one from when it says it was updated,
    or from when it was added where it states no later time than the one before: that it had changed by then is all that
    is known. Each ends where the next begins; `to` is None for the current one.
    """
    ordered = sorted(rows, key=lambda row: (row.number == current, _stated(row) or row.added, row.number))
    begins: list[int | None] = [ordered[0].published]
    for row in ordered[1:]:
        before = begins[-1] or 0
        stated = _stated(row)
        begins.append(stated if stated is not None and stated > before else max(row.added, before))
    numbers = [row.number for row in ordered]
    return dict(zip(numbers, zip(begins, [*begins[1:], None], strict=True), strict=True))


def _stated(row: Row[Any]) -> int | None:
    stated: int | None = row.updated if row.updated is not None else row.published
    return stated


def is_same_article(known: Row[Any], article: Article) -> bool:
    """Whether two texts from one file are versions of one article: by title or by shared words."""
    if known.title and known.title == article.title:
        return True
    ours, theirs = (set(word_terms(text, article.language)) for text in (article.text, known.text))
    return len(ours & theirs) >= SAME_ARTICLE * len(ours | theirs)


def read_time(row: Row[Any], name: str) -> Timestamp | None:
    """The time that the columns of that name hold."""
    columns = row._mapping
    seconds = columns[name]
    return None if seconds is None else Timestamp(seconds, columns[f"{name}_precision"], columns[f"{name}_provenance"])


def read_list(written: str) -> tuple[str, ...]:
    """The texts of a column that holds a list."""
    return tuple(json.loads(written))


def _read_times(written: str) -> tuple[Timestamp, ...]:
    return tuple(Timestamp(*parts) for parts in json.loads(written))


def _write_times(times: Sequence[Timestamp]) -> str:
    return json.dumps([(time.seconds, time.precision, time.provenance) for time in times])


def _time_values(name: str, moment: Timestamp | None) -> dict[str, Any]:
    parts = (None, None, None) if moment is None else (moment.seconds, moment.precision, moment.provenance)
    return dict(zip((name, f"{name}_precision", f"{name}_provenance"), parts, strict=True))
