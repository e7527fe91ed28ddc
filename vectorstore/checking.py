"""Whether an archive is as it should be: the catalogue in itself, both indexes against it, the quotes of saved answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Column, Connection, and_, func, select
from sqlalchemy.sql import FromClause

from vectorstore.catalogue import Catalogue
from vectorstore.indexes import Indexes
from vectorstore.records import select_versions, to_version
from vectorstore.saved import REMOVED, SavedAnswer, read_saved
from vectorstore.schema import CURRENT_VERSION, articles, bands, cited, passages, saved, signatures, vectors, versions
from vectorstore.stored import StoredVectors, text_hash
from vectorstore.tallies import are_right

# rows held in memory at once
AT_ONCE = 500
# a fault named so often is named once, with its number
NAMED = 3
# what `mend` does about it: makes the index again, takes the file or the rows out, embeds, counts, or nothing: only a backup helps
Cure = Literal["words", "vectors", "kept", "orphans", "embed", "count", "none"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong, in a line for the reader, and what puts it right."""

    text: str
    cure: Cure


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what is wrong with it.

    Attributes:
        counts: How many of each kind were looked at, by its name.
        faults: Nothing is wrong when there are none.
    """

    counts: Mapping[str, int]
    faults: tuple[Fault, ...]


def check(catalogue: Catalogue, indexes: Indexes, stored: StoredVectors | None) -> Checked:
    """To be called by the one that holds the write lock: else the indexes lag behind, and nothing is wrong with that.

    Args:
        stored: None before the first article.
    """
    answers = read_saved(catalogue.database)
    with catalogue.database.transaction() as connection:
        faults = [*_check_file(connection), *_check_rows(connection), *_check_texts(connection)]
        if stored is not None:
            faults += _check_vectors(connection, stored)
        faults += _check_answers(connection, answers)
        counted = {"articles": articles, "versions": versions, "passages": passages}
        counts = {name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in counted.items()}
    if stored is not None:
        if fault := indexes.words.examine():
            faults.append(Fault(f"index of words: {fault}", "words"))
        if indexes.vectors is not None and (fault := indexes.vectors.examine(stored)):
            faults.append(Fault(f"index of vectors: {fault}", "vectors"))
        if indexes.kept is not None and (fault := indexes.kept.examine(stored)):
            faults.append(Fault(f"exact index on the disk: {fault}", "kept"))
    return Checked({**counts, "saved answers": len(answers)}, tuple(faults))


def _check_file(connection: Connection) -> Iterator[Fault]:
    """SQLite's own look at every page and index of its file; other databases see to that themselves."""
    if connection.dialect.name == "sqlite":
        for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({NAMED})"):
            if line != "ok":
                yield Fault(f"catalogue: {line}", "none")


def _check_rows(connection: Connection) -> Iterator[Fault]:
    """Rows whose other half is missing."""
    of_passage = and_(versions.c.article_id == passages.c.article_id, versions.c.number == passages.c.version)
    of_version = and_(passages.c.article_id == versions.c.article_id, passages.c.version == versions.c.number)
    lacking: list[tuple[str, FromClause, Column[str], Column[str], Cure]] = [
        (
            "article {}: its current version is missing",
            articles.outerjoin(versions, CURRENT_VERSION),
            articles.c.id, versions.c.article_id, "none",
        ),
        (
            "version of article {}: there is no such article",
            versions.outerjoin(articles, articles.c.id == versions.c.article_id),
            versions.c.article_id, articles.c.id, "none",
        ),
        (
            "version of article {}: it has no passages; ingest it again",
            versions.outerjoin(passages, of_version),
            versions.c.article_id, passages.c.article_id, "none",
        ),
        ("passage of article {}: there is no such version", passages.outerjoin(versions, of_passage), passages.c.article_id,
         versions.c.article_id, "orphans"),
        ("signature of article {}: there is no such article", signatures.outerjoin(articles, articles.c.id == signatures.c.article_id),
         signatures.c.article_id, articles.c.id, "orphans"),
        ("citation of answer {}: there is no such answer", cited.outerjoin(saved, saved.c.id == cited.c.answer), cited.c.answer,
         saved.c.id, "orphans"),
    ]  # fmt: skip
    for text, joined, name, other, cure in lacking:
        found = connection.execute(select(name).select_from(joined).where(other.is_(None)).distinct()).scalars().all()
        yield from _tell(text, [str(one) for one in found], cure)
    bare = select(func.count()).select_from(bands.outerjoin(signatures, signatures.c.row == bands.c.row)).where(signatures.c.row.is_(None))
    if count := connection.execute(bare).scalar_one():
        yield Fault(f"{count} bands of signatures that are gone", "orphans")
    if not are_right(connection):
        yield Fault("the numbers of articles by source and language are not what they should be", "count")


def _check_texts(connection: Connection) -> Iterator[Fault]:
    """Every version's text against its digest, and every passage against its text."""
    changed: list[str] = []
    outside: list[str] = []
    for row in connection.execution_options(yield_per=AT_ONCE).execute(select_versions()):
        version = to_version(row)
        name = f"{version.article_id}, version {version.number}"
        text = version.article.text
        if version.article.content_hash != row.content_hash:
            changed.append(name)
        spans = select(passages.c.start, passages.c.end, passages.c.text_hash).where(
            passages.c.article_id == version.article_id, passages.c.version == version.number
        )
        if any(
            not 0 <= start < end <= len(text) or text_hash(text[start:end]) != digest for start, end, digest in connection.execute(spans)
        ):
            outside.append(name)
    yield from _tell("article {}: its text is not the one that was stored", changed, "none")
    yield from _tell("article {}: its passages are not stretches of its text; ingest it again", outside, "none")


def _check_vectors(connection: Connection, stored: StoredVectors) -> Iterator[Fault]:
    of_text = and_(vectors.c.text_hash == passages.c.text_hash, vectors.c.model == stored.model)
    lacking = select(func.count(passages.c.text_hash.distinct())).select_from(passages.outerjoin(vectors, of_text))
    if count := connection.execute(lacking.where(vectors.c.text_hash.is_(None))).scalar_one():
        yield Fault(f"{count} passages without a vector", "embed")
    odd = select(func.count()).select_from(vectors).where(vectors.c.model == stored.model)
    if count := connection.execute(odd.where(func.length(vectors.c.vector) != 2 * stored.dimension)).scalar_one():
        yield Fault(f"{count} vectors of another length than {stored.dimension} numbers", "embed")


def _check_answers(connection: Connection, answers: list[SavedAnswer]) -> Iterator[Fault]:
    """That each quote still stands, letter by letter, where its answer says."""
    lost: list[str] = []
    for answer in answers:
        for place, citation in enumerate(answer.record["citations"]):
            if answer.flags.get(place) == "deleted" or citation.get("quote") == REMOVED:
                continue
            of_version = versions.c.article_id == citation["article_id"], versions.c.number == citation["version"]
            text = connection.execute(select(versions.c.text).where(*of_version)).scalar_one_or_none() or ""
            if "quote" in citation and text[citation.get("start", 0) : citation.get("end", 0)] != citation["quote"]:
                lost.append(f"{answer.id}, citation {place + 1}")
    yield from _tell("saved answer {}: its quote does not stand in the version that it cites", lost, "none")


def _tell(text: str, names: list[str], cure: Cure) -> Iterator[Fault]:
    yield from (Fault(text.format(name), cure) for name in names[:NAMED])
    if len(names) > NAMED:
        yield Fault(f"{text.format('…')}: {len(names) - NAMED} more", cure)
