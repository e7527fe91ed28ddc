"""A writer killed before each call that changes the disk: `python -m tests.write_points PERCENT FOLDER`, a line of JSON for each.

Such calls are commits of SQLite, changes of tantivy and Chroma, and what makes, renames and removes files; what is before one is after
the last. Python's profiler tells of every call of a function in C, so that nothing of ours is altered. PERCENT of all points are taken,
evenly over the whole. Run by test_write_points.py.
"""

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

from tests.doubles import HashEmbeddings
from tests.evidence import copy_archive, decide, gather, last_line
from tests.forked import Child, Say
from tests.inspection import Report
from tests.kills import look
from tests.ledger import DELETED, Fault, Ledger, Standings
from tests.numbered_articles import make_article
from tests.rounds import read_rounds, tell
from vectorstore import open_archive, split_sentences

# by the module of the function, or the type that it is a method of
CHANGES = {
    "posix": {"mkdir", "rename", "replace", "rmdir", "unlink"},
    "Connection": {"commit"},
    "IndexWriter": {"commit", "wait_merging_threads"},
    "Bindings": {"create_collection", "delete", "upsert"},
}
Reached = Callable[[str], None]


def work(folder: Path, first: int, say: Say) -> None:
    """Adds, changes, deletes and lets come again; says before each change how articles will stand, and after it that it is done.

    Args:
        first: The first edition that it writes.
    """
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:

        def change(standings: Standings, make: Callable[[], object]) -> None:
            say({"doing": standings})
            make()
            say({"done": standings})

        def add(edition: int, *numbers: int) -> None:
            articles = [make_article(number, edition) for number in numbers]
            batch = [(article, split_sentences(article.text, "en")) for article in articles]
            change(dict.fromkeys(numbers, edition), lambda: archive.add(batch))

        add(first, 1, 2, 3)
        with archive.writing():
            # two changes under one lock, an article that is there and one that is not
            add(first + 1, 2, 4)
            add(first + 2, 5)
        change({3: DELETED}, lambda: archive.delete(make_article(3, 0).article_id))
        change({3: None}, lambda: archive.undelete(make_article(3, 0).article_id))
        add(first + 3, 3)


def watch(reached: Reached) -> None:
    """Has each change of the disk that this thread makes from now on told, before it is made."""
    rows_written: dict[int, int] = {}

    def has_changes(function: Any) -> bool:
        """Reading ends with a commit, too, which has nothing to write."""
        if not isinstance(connection := function.__self__, sqlite3.Connection):
            return True
        before = rows_written.get(id(connection), 0)
        rows_written[id(connection)] = connection.total_changes
        return connection.total_changes != before

    def look_at(_: FrameType, event: str, function: Any) -> None:
        if event == "c_call" and function.__name__ in CHANGES.get(owner_of(function), ()) and has_changes(function):
            reached(f"{owner_of(function)}.{function.__name__}")

    sys.setprofile(look_at)


def owner_of(function: Any) -> str:
    owner = getattr(function, "__self__", None)
    return str(getattr(owner, "__name__", type(owner).__name__))


def list_points(folder: Path, first: int) -> list[str]:
    """What a writer on this archive comes to, in order; the archive is written."""

    def tell_points(say: Say) -> None:
        watch(lambda point: say({"point": point}))
        work(folder, first, lambda said: None)

    status, said = Child(tell_points).wait()
    assert status == 0, f"the writer ended with {status}"
    return [line["point"] for line in said]


def kill_at(place: int, folder: Path, first: int, say: Say) -> None:
    left = place

    def reached(_: str) -> None:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    watch(reached)
    work(folder, first, say)


def kill_everywhere(folder: Path, percent: int) -> Iterator[Report]:
    """On an archive that is not there yet, and on one whose writer was killed in its midst."""
    numbers = count()
    for name, prepare, first in (("new", lambda archive: [], 0), ("killed", leave_unfinished, 10)):
        archive, start = folder / name, folder / f"{name}-at-first"
        said = prepare(archive)
        copy_archive(archive, start)
        points = list_points(archive, first)
        for place in choose(len(points), percent):
            shutil.rmtree(archive, ignore_errors=True)
            copy_archive(start, archive)
            ledger = Ledger()
            ledger.follow(said)
            writer = partial(kill_at, place, archive, first)
            report = kill_once(writer, gather(folder, next(numbers), archive), archive, ledger)
            yield {"point": f"{name}: before {points[place]}, {place + 1} of {len(points)}"} | report


def choose(points: int, percent: int) -> list[int]:
    """The numbers of so many of the points, evenly over all."""
    times = max(1, points * percent // 100)
    return [points * number // times for number in range(times)]


def leave_unfinished(archive: Path) -> list[dict[str, Any]]:
    """What was said by a writer that was killed when it had told the catalogue of its third change, and not the indexes."""
    points = list_points(archive, 0)
    shutil.rmtree(archive)
    place = [number for number, point in enumerate(points) if point == "IndexWriter.commit"][2]
    return Child(partial(kill_at, place, archive, 0)).wait()[1]


def kill_once(writer: Callable[[Say], None], gathered: Path, archive: Path, ledger: Ledger) -> Report:
    log = gathered / "writer.log"
    status, said = Child(writer, log).wait()
    ledger.follow(said)
    copy_archive(archive, gathered / "killed")
    report = look(archive, ledger, gathered / "reader.log", checks=False)
    # a little differs from one run to the next, and the last may have ended in order
    if status not in (0, -signal.SIGKILL):
        report["faults"].append(asdict(Fault("other", f"the writer ended with {status}: {last_line(log)}")))
    decide(gathered, report, archive)
    return report


def main() -> None:
    rounds, folder = read_rounds(sys.argv[1:])
    tell(kill_everywhere(folder, len(rounds)))


if __name__ == "__main__":
    main()
