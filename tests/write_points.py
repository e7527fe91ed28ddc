"""The disk as a kill leaves it before each call that changes it: `python -m tests.write_points EVERY TIMES FOLDER [FIRST]`, a line of
JSON for each.

Such calls are commits of SQLite, changes of tantivy and Chroma, and what makes, renames and removes files; what is before one is after
the last. Python's profiler tells of every call of a function in C, so that nothing of ours is altered. The writer works through once: at
each point it stands still with all its threads, and its folder is copied, which is what there would be had it been killed. Where nothing
is other than at an earlier point, there is nothing else to find. Every point is taken, or every so manieth (EVERY); TIMES of these at
most, after the first FIRST. Run by test_write_points.py.
"""

import hashlib
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import chromadb.api.rust  # noqa: F401  (imported here, so that the children need not)

from tests.doubles import HashEmbeddings
from tests.evidence import copy_archive, decide, gather, last_line
from tests.forked import Child, Say, stop_here
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


def stop_at_points(folder: Path, first: int, say: Say) -> None:
    """Works through, and stands still before each point, once it has said which it is."""

    def reached(point: str) -> None:
        say({"point": point})
        stop_here()

    watch(reached)
    work(folder, first, say)


def look_everywhere(folder: Path, every: int, rounds: range) -> Iterator[Report]:
    """Of an archive that is not there yet, and of one whose writer was killed in its midst.

    Args:
        rounds: Numbers of points, of those that are taken.
    """
    numbers, taken = count(), count()
    folder.mkdir(parents=True, exist_ok=True)
    for name, prepare, first in (("new", lambda archive: [], 0), ("killed", leave_unfinished, 10)):
        archive, log = folder / name, folder / f"{name}.log"
        before = prepare(archive)
        writer, seen = Child(partial(stop_at_points, archive, first), log), set[bytes]()
        for place, said in enumerate(writer.stops()):
            # the first is taken when half of the way to the second is done
            if next(numbers) % every == every // 2 and (round := next(taken)) in rounds:
                point = {"point": f"{name}: before {said[-1]['point']}, the {place + 1}th"}
                yield point | look_once(gather(folder, round, archive), [*before, *said], seen)
        status, _ = writer.wait()
        if status:
            yield {"point": f"{name}: the end", "faults": [asdict(Fault("other", f"the writer ended with {status}: {last_line(log)}"))]}


def leave_unfinished(archive: Path) -> list[dict[str, Any]]:
    """What was said by a writer that was killed when it had told the catalogue of its third change, and not the indexes."""
    writer = Child(partial(stop_at_points, archive, 0))
    for said in writer.stops():
        if sum(line.get("point") == "IndexWriter.commit" for line in said) == 3:
            break
    return writer.kill()


def look_once(gathered: Path, said: list[dict[str, Any]], seen: set[bytes]) -> Report:
    """What is wrong with what was gathered, beside what was said until then; `seen` learns of it.

    Nobody looks again at what is as it was at an earlier point, with the same books.
    """
    copy, ledger = gathered.parent / "looked at", Ledger()
    ledger.follow(said)
    state = digest(gathered / "before", ledger)
    if state in seen:
        report: Report = {"faults": [], "looked": 0}
    else:
        seen.add(state)
        shutil.rmtree(copy, ignore_errors=True)
        copy_archive(gathered / "before", copy)
        report = look(copy, ledger, gathered / "reader.log", checks=False) | {"looked": 1}
    decide(gathered, report, copy)
    return report


def digest(archive: Path, ledger: Ledger) -> bytes:
    """Of the names and bytes of all files, and the books."""
    found = hashlib.sha256(repr((sorted(ledger.done.items()), sorted(ledger.begun.items()))).encode())
    for file in sorted(archive.rglob("*")):
        found.update(f"\n{file.relative_to(archive)}\n".encode())
        # what SQLite shares among processes in memory, whoever opens the database first makes anew
        if file.is_file() and not file.name.endswith("-shm"):
            found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.digest()


def main() -> None:
    rounds, folder = read_rounds(sys.argv[2:])
    tell(look_everywhere(folder, int(sys.argv[1]), rounds))


if __name__ == "__main__":
    main()
