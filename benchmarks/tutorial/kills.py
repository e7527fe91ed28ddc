"""The tutorial's store under kill -9: `python -m benchmarks.tutorial.kills random|flush KILLS FOLDER [FIRST]`, a line of JSON for each.

Each kill is of a fresh folder, so that one broken index is counted once. The store is looked at by a process of its own, which may die.
"""

import os
import random
import resource
import shutil
import sys
import time
from collections import Counter
from collections.abc import Iterator
from glob import iglob
from pathlib import Path

import chromadb  # noqa: F401  (imported here, so that the children need not)

from benchmarks.tutorial.app import add_articles, open_store
from tests.forked import Child, Say
from tests.rounds import read_rounds, tell

BATCH, PARTS = 20, 10
# a batch that has not come by then never will
DEADLINE_SECONDS = 90
FLUSH_SECONDS = 0.025
# a broken index may claim terabytes
MOST_BYTES = 8 << 30


def write(folder: Path, say: Say) -> None:
    """Adds articles without end; says each that `add_documents` has returned from."""
    store, number = open_store(folder), 0
    while True:
        batch = [(str(number + place), "\n".join(_words(number + place, part) for part in range(PARTS))) for place in range(BATCH)]
        add_articles(store, batch)
        number += BATCH
        say({"told": number})


def inspect(folder: Path, told: int) -> str:
    """How the store is, in a word or two: sound, or what is wrong."""
    store = open_store(folder)
    held = Counter(store.get(include=[])["ids"])
    if any(not held[f"{article}-{part}"] for article in range(told) for part in range(PARTS)):
        return "lost"
    if max(held.values(), default=1) > 1:
        return "doubled"
    store.similarity_search("anything at all", k=max(1, len(held)))
    asked = [_words(article, 0) for article in range(0, told, 20)]
    missed = sum(text not in [found.page_content for found in store.similarity_search(text, k=1)] for text in asked)
    return "not found" if missed else "sound"


def kill_once(when: str, folder: Path, chance: random.Random) -> str:
    child = Child(lambda say: write(folder, say))
    if when == "flush":
        _wait_for_flush(folder)
        time.sleep(chance.uniform(0, FLUSH_SECONDS))
    else:
        time.sleep(chance.uniform(0.3, 4.0))
    told = max((line["told"] for line in child.kill()), default=0)
    return _look(folder, told)


def _look(folder: Path, told: int) -> str:
    def work(say: Say) -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        say({"found": inspect(folder, told)})

    reader = Child(work)
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not reader.ended:
        if time.monotonic() > deadline:
            reader.kill()
            return "hangs"
        time.sleep(0.02)
    status, said = reader.wait()
    if status < 0:
        return "the reader dies of a signal"
    return str(said[0]["found"]) if said else "every search fails"


def kill_many(when: str, rounds: range, folder: Path) -> Iterator[dict[str, str]]:
    """How each store was found."""
    for round in rounds:
        place = folder / f"{when}-{round}"
        yield {"found": kill_once(when, place, random.Random(round))}
        shutil.rmtree(place, ignore_errors=True)


def _wait_for_flush(folder: Path) -> None:
    """Until the files of the graph have been written once and are written again."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    before = _times(folder)
    while time.monotonic() < deadline:
        now = _times(folder)
        if any(now[file] != before[file] for file in now.keys() & before.keys()):
            return
        before = now
        time.sleep(0.001)


def _times(folder: Path) -> dict[str, int]:
    found = {}
    for file in iglob(str(folder / "*/*.bin")):
        try:
            found[file] = os.stat(file).st_mtime_ns
        except FileNotFoundError:
            continue
    return found


def _words(article: int, part: int) -> str:
    return f"article{article} part{part} tells of ship{article * PARTS + part} and of harbour{(article * 7 + part) % 997}"


if __name__ == "__main__":
    rounds, folder = read_rounds(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    tell(kill_many(sys.argv[1], rounds, folder))
