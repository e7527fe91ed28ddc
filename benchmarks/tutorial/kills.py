"""The tutorial's store under kill -9: `python -m benchmarks.tutorial.kills random|flush KILLS FOLDER`, counts as JSON.

Each kill is of a fresh folder, so that one broken index is counted once. The store is looked at by a process of its own, which may die.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.tutorial.app import add_articles, open_store

BATCH, PARTS = 20, 10
# a batch that has not come by then never will
DEADLINE_SECONDS = 90
FLUSH_SECONDS = 0.025


def write(folder: Path) -> None:
    """Adds articles without end; says each that `add_documents` has returned from."""
    store, number = open_store(folder), 0
    while True:
        batch = [(str(number + place), "\n".join(_words(number + place, part) for part in range(PARTS))) for place in range(BATCH)]
        add_articles(store, batch)
        number += BATCH
        print(number, flush=True)


def inspect(folder: Path, told: int) -> None:
    """Prints in a word how the store is: sound, or what is wrong."""
    store = open_store(folder)
    held = set(store.get(include=[])["ids"])
    if any(f"{article}-{part}" not in held for article in range(told) for part in range(PARTS)):
        print("lost")
        return
    store.similarity_search("anything at all", k=max(1, len(held)))
    missed = sum(store.similarity_search(_words(article, 0), k=1)[0].page_content != _words(article, 0) for article in range(0, told, 20))
    print("not found" if missed else "sound")


def kill_once(when: str, folder: Path, chance: random.Random) -> str:
    errors = (folder.parent / f"{folder.name}.errors").open("w")
    child = subprocess.Popen([sys.executable, "-m", __spec__.name, "write", str(folder)], stdout=subprocess.PIPE, stderr=errors, text=True)
    assert child.stdout is not None
    child.stdout.readline()
    wait = _until_flush if when == "flush" else lambda _folder: time.sleep(chance.uniform(0.1, 6.0))
    wait(folder)
    if when == "flush":
        time.sleep(chance.uniform(0, FLUSH_SECONDS))
    os.kill(child.pid, signal.SIGKILL)
    told = max((int(line) for line in child.stdout.read().split()), default=BATCH)
    child.wait()
    try:
        looked = subprocess.run(
            [sys.executable, "-m", __spec__.name, "inspect", str(folder), str(told)],
            capture_output=True, text=True, timeout=DEADLINE_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return "hangs"
    if looked.returncode < 0:
        return "the reader dies of a signal"
    return looked.stdout.strip() or "every search fails"


def kill_many(when: str, kills: int, folder: Path) -> dict[str, int]:
    """How many stores were found how."""
    chance = random.Random(3)
    return dict(Counter(kill_once(when, folder / f"{when}-{number}", chance) for number in range(kills)))


def _until_flush(folder: Path) -> None:
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
    for file in folder.glob("*/*.bin"):
        try:
            found[str(file)] = file.stat().st_mtime_ns
        except FileNotFoundError:
            continue
    return found


def _words(article: int, part: int) -> str:
    return f"article{article} part{part} tells of ship{article * PARTS + part} and of harbour{(article * 7 + part) % 997}"


if __name__ == "__main__":
    match sys.argv[1]:
        case "write":
            write(Path(sys.argv[2]))
        case "inspect":
            inspect(Path(sys.argv[2]), int(sys.argv[3]))
        case when:
            Path(sys.argv[3]).mkdir(parents=True, exist_ok=True)
            print(json.dumps(kill_many(when, int(sys.argv[2]), Path(sys.argv[3]))))
