"""What a filter costs: search by vectors alone and the whole search, in a large archive of generated articles."""

import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from sqlalchemy import and_, select

from benchmarks.generated import FIRST, LAST, generate, open_generated, question
from vectorstore import Archive, SearchFilter, passage_id
from vectorstore.allowed import allowed_in_catalogue
from vectorstore.schema import articles, passages, vectors, versions

Result = TypeVar("Result")

QUESTIONS = 50
ROUNDS = 5
DEPTH = 50


def measure_filters(folder: Path, passages: int) -> dict[str, float]:
    """Each figure under its name, which ends in its unit. The question's embedding costs next to nothing here."""
    with open_generated(folder, passages):
        pass
    figures: dict[str, float] = {}
    figures["open, ms"], archive = timed(lambda: open_generated(folder, passages))
    with archive:
        figures["first filtered search, ms"], _ = timed(lambda: archive.search(question(0), _filters()["a week"]))
        figures["most memory until then, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        for name, filter in _filters().items():
            figures |= _measure_searches(archive, name, filter)
        figures["first search after one article changed, ms"] = statistics.median(_change(archive, round) for round in range(ROUNDS))
    return figures


def _filters() -> dict[str, SearchFilter]:
    start = datetime.fromtimestamp(LAST - 0.6 * (LAST - FIRST), UTC)
    return {
        "no filter": SearchFilter(),
        "60 % of the time": SearchFilter(since=start),
        "a week": SearchFilter(since="2022-05-02", until="2022-05-09"),
        "one of four languages": SearchFilter(languages=("de",)),
        "one of forty sources": SearchFilter(sources=("Paper 3",)),
        "as of a day": SearchFilter(as_of="2022-05-02"),
    }


def _measure_searches(archive: Archive, name: str, filter: SearchFilter) -> dict[str, float]:
    asked = [question(number) for number in range(1, QUESTIONS + 1)]
    embedded = [archive.embeddings.embed_query(text) for text in asked]
    stored = archive._model.stored()
    near = [timed(partial(archive._indexes.nearest, vector, filter, stored, DEPTH)) for vector in embedded]
    whole = [timed(partial(archive.search, text, filter)) for text in asked]
    expected = read_allowed(archive, filter)
    found = [ranking.ids(0, 10) for _, ranking in near]
    recalls = [len(set(ids) & best) / len(best) for ids, best in zip(found, expected(embedded), strict=True)]
    return {
        f"{name}: vectors, median ms": statistics.median(cost for cost, _ in near),
        f"{name}: vectors, fastest ms": min(cost for cost, _ in near),
        f"{name}: search, median ms": statistics.median(cost for cost, _ in whole),
        f"{name}: search, fastest ms": min(cost for cost, _ in whole),
        f"{name}: recall@10 against exact": statistics.mean(recalls),
    }


def read_allowed(archive: Archive, filter: SearchFilter) -> Callable[[list[list[float]]], list[set[str]]]:
    """A search of its own, by SQL and one matrix product: the ten nearest allowed passages of each vector."""
    query = (
        select(passages.c.article_id, passages.c.version, passages.c.number, vectors.c.vector)
        .join(versions, and_(versions.c.article_id == passages.c.article_id, versions.c.number == passages.c.version))
        .join(articles, articles.c.id == versions.c.article_id)
        .join(vectors, vectors.c.text_hash == passages.c.text_hash)
        .where(allowed_in_catalogue(filter))
    )
    with archive._catalogue.database.transaction() as connection:
        found = connection.execute(query).all()
    ids = [passage_id(*row[:3]) for row in found]
    matrix = np.frombuffer(b"".join(row.vector for row in found), np.float16).reshape(len(found), -1).astype(np.float32)
    return lambda embedded: [{ids[at] for at in np.argsort(-(matrix @ np.asarray(vector, np.float32)))[:10]} for vector in embedded]


def _change(archive: Archive, round: int) -> float:
    article, spans = next(generate(round))
    archive.add([(replace(article, title=f"Changed at {time.time_ns()}"), spans)])
    cost, _ = timed(lambda: archive.search(question(round), _filters()["a week"]))
    return cost


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Milliseconds, and what came of it."""
    started = time.perf_counter()
    result = work()
    return 1000 * (time.perf_counter() - started), result
