"""A step of a growing archive in its own process: `python -m benchmarks.growing grow FOLDER FROM TO`, `begin FOLDER`, `ask FOLDER SIZE`."""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks.filters import read_allowed, timed
from benchmarks.generated import FIRST, LAST, GeneratedEmbeddings, generate, question
from benchmarks.growth import batches, make_vectors
from benchmarks.side_by_side import percentile
from vectorstore import Archive, SearchFilter, open_archive
from vectorstore.search import DEPTH

QUESTIONS = 100
ADDED = 5
FILTERS = {
    "no filter": SearchFilter(),
    "60 % of the time": SearchFilter(since=datetime.fromtimestamp(LAST - 0.6 * (LAST - FIRST), UTC)),
    "three months": SearchFilter(since="2022-05-02", until="2022-08-02"),
}


def grow(folder: Path, before: int, passages: int) -> dict[str, float]:
    """Adds articles as ingest does. What making their vectors takes is not counted: it stands for a model's work."""
    model = GeneratedEmbeddings()
    seconds = processor = 0.0
    with open_archive(folder, embeddings=model) as archive, archive.writing():
        for batch in batches(before, passages):
            vectors = make_vectors(batch, model)
            spent = time.process_time()
            seconds += timed(partial(archive.add, batch, vectors))[0] / 1000
            processor += time.process_time() - spent
    added = passages - before
    return {"writing, passages/s": added / seconds, "writing, processor ms per passage": 1000 * processor / added}


def begin(folder: Path) -> dict[str, float]:
    """The first search since all was written, which reads every vector and keeps them for the processes after it."""
    with open_archive(folder, embeddings=GeneratedEmbeddings()) as archive:
        return {"first search of all, ms": timed(lambda: archive.search(question(0), k=10))[0]}


def ask(folder: Path, passages: int) -> dict[str, float]:
    opened, archive = timed(lambda: open_archive(folder, embeddings=GeneratedEmbeddings()))
    with archive:
        first, _ = timed(lambda: archive.search(question(0), k=10))
        figures = {"open, ms": opened, "first search, ms": first}
        for name, filter in FILTERS.items():
            # vectors are read for the first filter, once
            archive.search(question(0), filter, k=10)
            figures |= _search(archive, name, filter)
        figures["memory at questions, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        figures |= _recall(archive)
        figures["adding one article, ms"] = statistics.median(timed(partial(_add, archive, number))[0] for number in range(ADDED))
        figures["search right after, ms"] = timed(lambda: archive.search(question(1), FILTERS["three months"], k=10))[0]
    return figures


def _search(archive: Archive, name: str, filter: SearchFilter) -> dict[str, float]:
    took = [timed(partial(archive.search, question(number), filter, k=10))[0] for number in range(1, QUESTIONS + 1)]
    return {f"query, {name}, p50, ms": statistics.median(took), f"query, {name}, p95, ms": percentile(took, 95)}


def _recall(archive: Archive) -> dict[str, float]:
    """Of the ten nearest vectors, how many are among the first ten of the archive's ranking, read as deep as a search reads it."""
    figures = {}
    for name, filter in FILTERS.items():
        expected = read_allowed(archive, filter)
        asked = [question(number) for number in range(1, 31)]
        found = [{id for id, _ in archive.rankings(text, filter, k=DEPTH)["vectors"][:10]} for text in asked]
        best = expected([archive.embeddings.embed_query(text) for text in asked])
        recalls = [len(ids & nearest) / len(nearest) for ids, nearest in zip(found, best, strict=True)]
        figures[f"recall@10 against exact, {name}"] = statistics.mean(recalls)
    return figures


def _add(archive: Archive, number: int) -> None:
    article, spans = next(generate(number))
    # new each time, and like no other: letters in reverse, in passages of the same lengths
    key = f"https://generated.example.org/added/{time.time_ns()}"
    text = article.text[::-1]
    archive.add([(replace(article, url=key, text=text), spans)])


def main(arguments: list[str]) -> None:
    task, folder, *sizes = arguments
    tasks: dict[str, Callable[..., dict[str, float]]] = {"grow": grow, "begin": begin, "ask": ask}
    print(json.dumps(tasks[task](Path(folder), *map(int, sizes))))


if __name__ == "__main__":
    main(sys.argv[1:])
