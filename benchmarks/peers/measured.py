"""What is measured of each peer, in a process of its own: `python -m benchmarks.peers.NAME TASK MODEL STORE FILE`.

TASK is `ingest` (FILE: articles as JSON Lines), or `ask` and `first` (FILE: a list of questions as JSON). Imports nothing but Python's own:
each peer lives in an environment of its own.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

# what every peer cuts an article into, in its own unit: 200 tokens of the model's, as these articles have them
TOKENS, CHARACTERS, WORDS = 200, 790, 145
RESULTS = 10
# questions that are asked before the clock runs
WARM = 5

Articles = list[dict[str, str]]
Search = Callable[[str], list[str]]


class Peer(Protocol):
    """A pipeline of a tutorial: what loads its model, what fills its store, and what searches it."""

    def load(self, model: str) -> Any:
        """The embedding model in that folder."""

    def ingest(self, articles: Path, store: str, loaded: Any) -> int:
        """Splits, embeds and stores; the number of passages."""

    def open(self, store: str, loaded: Any) -> Search:
        """What finds the texts of the best ten passages."""


def measure(peer: Peer) -> None:
    """Prints what it measured as the last line."""
    task, model, store, file = sys.argv[1:]
    loaded = peer.load(model)
    if task == "ingest":
        print(json.dumps(_ingest(peer, Path(file), store, loaded)), flush=True)
        return
    search, questions = peer.open(store, loaded), json.loads(Path(file).read_text())
    if task == "first":
        print(search(questions[0])[0], flush=True)
    else:
        print(json.dumps(_ask(search, questions)), flush=True)


def read_articles(file: Path) -> Articles:
    return [json.loads(line) for line in file.read_text().splitlines()]


def _ingest(peer: Peer, file: Path, store: str, loaded: Any) -> dict[str, Any]:
    started, before = time.perf_counter(), _spent()
    passages = peer.ingest(file, store, loaded)
    return {"seconds": time.perf_counter() - started, "processor_seconds": _spent() - before, "passages": passages}


def _ask(search: Search, questions: list[str]) -> dict[str, Any]:
    for question in questions[:WARM]:
        search(question)
    milliseconds, before = [], _spent()
    for question in questions:
        started = time.perf_counter()
        found = search(question)
        milliseconds.append(1000 * (time.perf_counter() - started))
        assert len(found) == RESULTS, f"{len(found)} passages found"
    return {"milliseconds": milliseconds, "processor_milliseconds": 1000 * (_spent() - before) / len(questions)}


def _spent() -> float:
    """Seconds of processor time of this process and of the children that it waited for."""
    return sum(os.times()[:4])
