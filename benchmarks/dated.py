"""Questions limited to a time, beside LangChain with Chroma's own filter: `python -m benchmarks dated`. All is generated."""

import json
import statistics
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.filters import timed
from benchmarks.generated import FIRST, LAST, PASSAGES_PER_ARTICLE, GeneratedEmbeddings, generate, open_generated, question
from benchmarks.installed import tell_versions
from benchmarks.machine import describe_machine
from benchmarks.peers.measured import RESULTS, WARM
from benchmarks.processes import run_program
from benchmarks.side_by_side import percentile
from vectorstore import Archive, SearchFilter
from vectorstore.passage import article_of

QUESTIONS = 100
DAY = 86_400
# of five years
PERIODS = {
    "60 % of the time": (round(LAST - 0.6 * (LAST - FIRST)), LAST),
    "three months": (LAST - 700 * DAY, LAST - 608 * DAY),
    "a week": (LAST - 700 * DAY, LAST - 693 * DAY),
}
Say = Callable[[str], None]


def measure_dated(folder: Path, passages: int, python: Path, say: Say) -> dict[str, Any]:
    """Medians and 95 of 100 of both, LangChain in the environment of `python`, and their recall (Newsdesk by its vectors alone).

    Each asks in a process of its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    say(f"an archive of {passages:,} passages")
    with open_generated(folder / "archive", passages):
        pass
    nearest = write_data(data := folder / "data.npz", passages)
    command = [str(python), "-m", "benchmarks.peers.langchain_dated"]
    if not (folder / "chroma").exists():
        say("the same passages in Chroma")
        run_program([*command, "store", str(folder / "chroma"), str(data)], {})
    say("asking Newsdesk")
    ours = run_program([sys.executable, "-m", "benchmarks.dated", str(folder / "archive"), str(passages)], {}).figures
    say("asking LangChain")
    theirs = run_program([*command, "ask", str(folder / "chroma"), str(data)], {}).figures
    return {
        "machine": describe_machine(),
        "versions": tell_versions(python, ("langchain-chroma", "chromadb")),
        "passages": passages,
        "periods": {
            name: {"Newsdesk": _sum(ours[name], nearest[name]), "LangChain": _sum(theirs[name], nearest[name])} for name in PERIODS
        },
    }


def write_data(file: Path, passages: int) -> dict[str, list[set[int]]]:
    """Passages, questions and their vectors for the peer; of each period, the numbers of the passages nearest to each question."""
    model = GeneratedEmbeddings()
    texts: list[str] = []
    published: list[int | None] = []
    for number in range(passages // PASSAGES_PER_ARTICLE):
        *_, (article, spans) = generate(number)
        texts += [article.text[start:end] for start, end in spans]
        published += [article.published.seconds if article.published else None] * len(spans)
    vectors, asked = (np.asarray(model.embed_documents(side), np.float32) for side in (texts, questions()))
    about = {"passages": texts, "questions": questions(), "published": published, "periods": PERIODS}
    np.savez(file, store=vectors, ask=asked, about=json.dumps(about))
    instants = np.asarray([-1 if instant is None else instant for instant in published])
    nearest = {}
    for name, (since, until) in PERIODS.items():
        allowed = np.flatnonzero((instants >= since) & (instants < until))
        order = np.argsort(-(asked @ vectors[allowed].T), axis=1)[:, :RESULTS]
        nearest[name] = [set(allowed[row].tolist()) for row in order]
    return nearest


def questions() -> list[str]:
    return [question(number) for number in range(QUESTIONS)]


def ask(archive: Archive, since: int, until: int) -> dict[str, Any]:
    """The whole search's milliseconds, and the numbers of the passages that its vectors rank first."""
    filter = SearchFilter(since=datetime.fromtimestamp(since, UTC), until=datetime.fromtimestamp(until, UTC))
    first = {article.article_id: PASSAGES_PER_ARTICLE * number for number in _articles(archive) for article, _ in generate(number)}
    milliseconds = [timed(partial(archive.search, text, filter, k=RESULTS))[0] for text in questions()[:WARM] + questions()]
    ranked = [archive.rankings(text, filter, k=RESULTS)["vectors"] for text in questions()]
    found = [[first[article_of(id)] + int(id.rpartition(":")[2]) for id, _ in ranking] for ranking in ranked]
    return {"milliseconds": milliseconds[WARM:], "found": found}


def _articles(archive: Archive) -> range:
    return range(archive.status().articles)


def _sum(asked: dict[str, Any], nearest: list[set[int]]) -> dict[str, float]:
    shares = [len(best & set(found)) / len(best) if best else 1.0 for found, best in zip(asked["found"], nearest, strict=True)]
    milliseconds = asked["milliseconds"]
    return {
        "p50, ms": statistics.median(milliseconds),
        "p95, ms": percentile(milliseconds, 95),
        "recall@10 against exact": statistics.mean(shares),
    }


def main(folder: str, passages: str) -> None:
    with open_generated(Path(folder), int(passages)) as archive:
        print(json.dumps({name: ask(archive, *period) for name, period in PERIODS.items()}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
