"""Newsdesk and its peers in turn, on the same articles with the same model: `python -m benchmarks peers`."""

import json
import shutil
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.articles import make_questions, write_articles
from benchmarks.installed import PEERS, SHARED, find_weights, install_peer, tell_versions
from benchmarks.machine import describe_machine
from benchmarks.processes import Run, disk_megabytes, run_program

# a figure's name, and whether more is better
FIGURES = {
    "ingest, articles/s": True,
    "ingest, processor s per article": False,
    "query p50, ms": False,
    "query p95, ms": False,
    "query, processor ms": False,
    "first answer, s": False,
    "first answer, processor s": False,
    "memory at ingest, MB": False,
    "memory at questions, MB": False,
    "disk, MB": False,
    "passages": False,
}
SETTINGS = {"NEWS_EMBEDDING": "bundled", "NEWS_MODEL": "none"}
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Contender:
    """One of those that are measured. `first` is what is run for a first answer from a cold start, with FILE and STORE."""

    name: str
    python: Path
    module: str
    model: str

    def command(self, task: str, store: Path, file: Path) -> list[str]:
        return [str(self.python), "-m", f"benchmarks.peers.{self.module}", task, self.model, str(store), str(file)]

    def first_command(self, store: Path, file: Path) -> list[str]:
        if self.module != "newsdesk":
            return self.command("first", store, file)
        # not its search alone: the whole answer
        return [str(self.python), "-m", "rag", json.loads(file.read_text())[0], "--archive", str(store)]


def measure_peers(folder: Path, articles: int, questions: int, rounds: int, names: Sequence[str], say: Say) -> dict[str, Any]:
    """Medians, lowest and highest of each figure for each peer and for the Newsdesk runs beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = write_articles(folder / f"{articles}.jsonl", articles)
    asked = folder / "questions.json"
    asked.write_text(json.dumps(make_questions(articles, questions), ensure_ascii=False))
    results: dict[str, Any] = {"machine": describe_machine(), "articles": articles, "questions": questions, "rounds": rounds, "peers": {}}
    newsdesk = Contender("Newsdesk", Path(sys.executable), "newsdesk", "bundled")
    # exports the model, a matter of seconds, once
    run_program(newsdesk.command("ingest", fresh(folder / "stores" / "once"), write_articles(folder / "1.jsonl", 1)), SETTINGS)
    for name in names:
        python = install_peer(name, folder)
        peer = Contender(name, python, PEERS[name].module, str(find_weights(python)))
        taken: dict[str, list[dict[str, float]]] = {"Newsdesk": [], name: []}
        for round in range(1, rounds + 1):
            for contender in (newsdesk, peer):
                say(f"{contender.name}, round {round} of {rounds}, beside {name}")
                taken[contender.name].append(measure(contender, folder / "stores", file, asked, articles))
        sums = {contender: summarise(found) for contender, found in taken.items()}
        results["peers"][name] = {"versions": tell_versions(python, PEERS[name].told + SHARED), "figures": sums}
    return results


def measure(contender: Contender, stores: Path, file: Path, asked: Path, articles: int) -> dict[str, float]:
    """Every figure once, from an empty store."""
    store = fresh(stores / contender.module)
    ingested = run_program(contender.command("ingest", store, file), SETTINGS)
    answered = run_program(contender.command("ask", store, asked), SETTINGS)
    first = run_program(contender.first_command(store, asked), SETTINGS)
    return {
        "ingest, articles/s": articles / ingested.figures["seconds"],
        "ingest, processor s per article": ingested.figures["processor_seconds"] / articles,
        **_query_figures(answered),
        "first answer, s": first.first_line_seconds,
        "first answer, processor s": first.processor_seconds,
        "memory at ingest, MB": ingested.memory_megabytes,
        "memory at questions, MB": answered.memory_megabytes,
        "disk, MB": disk_megabytes(store),
        "passages": ingested.figures["passages"],
    }


def _query_figures(answered: Run) -> dict[str, float]:
    milliseconds = answered.figures["milliseconds"]
    return {
        "query p50, ms": statistics.median(milliseconds),
        "query p95, ms": percentile(milliseconds, 95),
        "query, processor ms": answered.figures["processor_milliseconds"],
    }


def summarise(found: Sequence[dict[str, float]]) -> dict[str, dict[str, float]]:
    values = {name: [each[name] for each in found] for name in found[0]}
    return {name: {"median": statistics.median(all), "lowest": min(all), "highest": max(all)} for name, all in values.items()}


def percentile(values: Iterable[float], percent: int) -> float:
    """The smallest value that so many per cent of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder
