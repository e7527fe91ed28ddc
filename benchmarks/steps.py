"""Where the time goes of a question and of an article: `python -m benchmarks steps`."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.articles import make_questions, write_articles
from benchmarks.ingest import measure_stages
from benchmarks.machine import describe_machine
from benchmarks.side_by_side import fresh
from ingest import ingest
from rag import ask, build_chain
from vectorstore import Archive, SearchFilter, open_archive
from vectorstore.models import load_model
from vectorstore.search import DEPTH
from vectorstore.weights import BUNDLED


def measure_steps(folder: Path, articles: int, questions: int) -> dict[str, Any]:
    """Milliseconds of each step of an article (mean) and of a question (median), each step by itself."""
    folder.mkdir(parents=True, exist_ok=True)
    file = write_articles(folder / f"{articles}.jsonl", articles)
    model = load_model(BUNDLED)
    stages = measure_stages(file, model, folder / "stages")
    together = stages.pop("all as run")
    results: dict[str, Any] = {
        "machine": describe_machine(),
        "articles": articles,
        "an article as run, steps beside each other, ms": 1000 / together,
        "steps": {"an article": {name: 1000 / rate for name, rate in stages.items()}},
    }
    with open_archive(fresh(folder / "archive"), embeddings=model) as archive:
        ingest([file], archive)
        asked = make_questions(articles, questions)
        results["steps"]["a question"] = _medians(partial(_ask, archive, ask_all(archive)), asked)
    return results


def ask_all(archive: Archive) -> Callable[[str], object]:
    """Asks for the whole answer, in quotes."""
    chain = build_chain(archive)
    return lambda question: ask(chain, question)


def _ask(archive: Archive, whole: Callable[[str], object], question: str) -> dict[str, float]:
    clock, filter = _Clock(), SearchFilter()
    vector = clock.take("embedding the question", partial(archive.embeddings.embed_query, question))
    stored = archive._model.stored()
    near = clock.take("vectors", partial(archive._indexes.nearest, vector, filter, stored, DEPTH))
    hits = clock.take("words and 4-grams", partial(archive._indexes.match, archive._search._word(question, ()), filter, DEPTH))
    rankings = {"vectors": near, "words": hits.words, "grams": hits.grams}
    found = clock.take("weighing and fusing", lambda: archive._search._fuse(question, rankings, archive._search._aim(question)))
    clock.take("reading the passages", partial(archive._catalogue.read_passages, found.ids(0, 20), filter))
    searched = sum(clock.milliseconds.values())
    answered = _Clock()
    answered.take("whole", partial(whole, question))
    return clock.milliseconds | {
        "reading the question, choosing quotes, checking them": max(0.0, answered.milliseconds["whole"] - searched)
    }


class _Clock:
    def __init__(self) -> None:
        self.milliseconds: dict[str, float] = {}

    def take(self, name: str, work: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        result = work()
        self.milliseconds[name] = 1000 * (time.perf_counter() - started)
        return result


def _medians(measure: Callable[[str], Mapping[str, float]], questions: Sequence[str]) -> dict[str, float]:
    # the first one reads vectors and weights
    found = [measure(question) for question in questions][1:]
    return {name: statistics.median(each[name] for each in found) for name in found[0]}
