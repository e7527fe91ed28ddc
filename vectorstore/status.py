"""What an archive holds."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select

from vectorstore.allowed import allowed_in_catalogue
from vectorstore.article import Timestamp
from vectorstore.catalogue import Catalogue
from vectorstore.filters import SearchFilter
from vectorstore.follows import Follow, Follows
from vectorstore.indexes import Indexes
from vectorstore.model import ArchiveModel
from vectorstore.records import select_versions, to_version
from vectorstore.schema import CURRENT_PASSAGES, CURRENT_VERSION, articles, passages, versions
from vectorstore.tallies import read_tallies
from vectorstore.vector_folder import VectorFolder


@dataclass(frozen=True, slots=True)
class ArchiveStatus:
    """Counts of an archive. `sources` and `languages`: (name, number of articles), most frequent first.

    Attributes:
        passages: Those of current versions.
        newest: The latest publication; None when no article is dated.
        undated: Articles whose publication is unknown.
        embedding: Name of the model; "" before the first article.
        runtime: What runs the model: "torch", "openvino bf16" or "openvino f32", with or without "with weights in int8" behind it; "" when
            that is decided at its first use.
        vectors: "ready", or what answers instead of the vector index and until when.
        vectors_path: Folder that `langchain_chroma.Chroma(persist_directory=…, collection_name="passages")` opens;
            None before the first article.
        size_bytes: What the archive takes on the disk.
        generation: Grows by one with every finished write.
        follows: The sources that are followed, with how it went.
        engines: What each part lies in: (part, engine) for the catalogue, words and vectors.
    """

    articles: int
    versions: int
    passages: int
    sources: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    newest: Timestamp | None
    undated: int
    embedding: str
    runtime: str
    vectors: str
    vectors_path: Path | None
    size_bytes: int
    generation: int
    follows: tuple[Follow, ...] = ()
    engines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceState:
    """How fresh one source is. `source` is "" for articles that name none; `added` is Unix time of the last version taken in."""

    source: str
    articles: int
    newest: Timestamp | None
    added: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What the catalogue alone can say."""

    articles: int
    versions: int
    passages: int
    newest: Timestamp | None
    undated: int


def read_status(catalogue: Catalogue, indexes: Indexes, model: ArchiveModel) -> ArchiveStatus:
    """What the archive holds, and what answers from it."""
    counts = count(catalogue)
    return ArchiveStatus(
        articles=counts.articles,
        versions=counts.versions,
        passages=counts.passages,
        sources=tally_sources(catalogue),
        languages=tally_languages(catalogue),
        newest=counts.newest,
        undated=counts.undated,
        embedding=model.name,
        runtime=model.runtime,
        vectors="ready" if indexes.vectors is None else indexes.vectors.state,
        vectors_path=indexes.vectors.folder if isinstance(indexes.vectors, VectorFolder) else None,
        size_bytes=catalogue.database.measure(),
        generation=catalogue.generation,
        follows=tuple(Follows(catalogue.database).all()),
        engines=(
            ("catalogue", catalogue.database.name),
            ("words", indexes.words.name),
            ("vectors", indexes.vectors.name if indexes.vectors else "exact search, from the catalogue"),
        ),
    )


def count(catalogue: Catalogue) -> Counts:
    newest = select_versions().where(versions.c.number == articles.c.current, versions.c.published.is_not(None))
    with catalogue.database.transaction() as connection:
        row = connection.execute(newest.order_by(versions.c.published.desc()).limit(1)).first()
        return Counts(
            articles=connection.execute(select(func.count()).select_from(articles)).scalar_one(),
            versions=connection.execute(select(func.count()).select_from(versions)).scalar_one(),
            passages=connection.execute(select(func.count()).select_from(passages.join(articles, CURRENT_PASSAGES))).scalar_one(),
            newest=None if row is None else to_version(row).article.published,
            undated=count_undated(catalogue, SearchFilter()),
        )


def count_undated(catalogue: Catalogue, filter: SearchFilter) -> int:
    """Articles of unknown publication date among the filter's sources, languages and genres, whatever its dates."""
    undated = replace(filter, since=None, until=None, as_of=None)
    of_article = versions.join(articles, articles.c.id == versions.c.article_id)
    query = select(func.count()).select_from(of_article).where(allowed_in_catalogue(undated), versions.c.published.is_(None))
    with catalogue.database.transaction() as connection:
        return connection.execute(query).scalar_one()


def tally_sources(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    return _tally(catalogue, 0)


def tally_languages(catalogue: Catalogue) -> tuple[tuple[str, int], ...]:
    return _tally(catalogue, 1)


def read_sources(catalogue: Catalogue) -> tuple[SourceState, ...]:
    """The sources of current versions, that with most articles first."""
    number, newest, added = func.count().label("number"), func.max(versions.c.published).label("newest"), func.max(versions.c.added)
    query = select(versions.c.source, number, newest, added.label("added")).join(articles, CURRENT_VERSION).group_by(versions.c.source)
    with catalogue.database.transaction() as connection:
        # ordered here: each database sorts names by rules of its own
        rows = sorted(connection.execute(query).all(), key=lambda row: (-row.number, row.source))
    # to the day: how exactly it is known does not matter here
    return tuple(
        SourceState(row.source, row.number, None if row.newest is None else Timestamp(row.newest, "day", "given"), row.added)
        for row in rows
    )


def _tally(catalogue: Catalogue, part: int) -> tuple[tuple[str, int], ...]:
    found = Counter[str]()
    with catalogue.database.transaction() as connection:
        for origin, number in read_tallies(connection).items():
            found[origin[part]] += number
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
