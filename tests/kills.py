"""Writers to be killed, and servers under them, and a look at what that leaves: `python -m tests.kills WHAT KILLS FOLDER [FIRST]`.

WHAT is `random` or `flush` for the writer, at any moment or in a flush of the vector index, `over-servers` for one that writes to servers;
`chroma` or `postgres` for the server that is written to, while its writer goes on. FIRST numbers the first kill, so that none is made
twice where a count goes on. Each report is a line of JSON. Run by test_kills.py.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from glob import iglob
from pathlib import Path

from tests.doubles import HashEmbeddings
from tests.evidence import copy_archive, decide, gather, last_line
from tests.forked import Child
from tests.inspection import Report, inspect
from tests.ledger import Fault, Ledger, numbered
from tests.numbered_articles import DEADLINE_SECONDS, write
from tests.rounds import read_rounds, tell
from tests.servers import ChromaServer, PostgresServer, find_postgres
from vectorstore import ArchiveSettings, read_settings

# else the archive, which keeps all versions, would grow with the kills, and so would the time of each
KILLS_PER_ARCHIVE = 20

Moment = Callable[[Path, Child, random.Random], None]


# --- moments


def random_moment(_: Path, child: Child, chance: random.Random) -> None:
    # one of five while it opens the archive
    child.hear("doing", 1, 0.05 if chance.random() < 0.2 else DEADLINE_SECONDS)
    time.sleep(chance.uniform(0, 2.0))


def moment_of_flush(folder: Path, child: Child, chance: random.Random) -> None:
    """Up to 25 ms after the files of the vector index's graph have changed."""
    before = index_files(folder)
    deadline = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < deadline and not child.ended:
        now = index_files(folder)
        # the first files of a new folder are no flush
        if any(now[file] != before[file] for file in now.keys() & before.keys()):
            time.sleep(chance.uniform(0, 0.025))
            return
        before = now
    sys.exit("the vector index was never flushed")


def index_files(folder: Path) -> dict[str, int]:
    """Files of the vector index's graph with the time of their last change."""
    found = {}
    # unlike `Path.glob` it does not mind a folder that is gone as it is looked into
    for file in iglob(str(folder / "vectors-*/*/*")):
        try:
            found[file] = os.stat(file).st_mtime_ns
        except FileNotFoundError:  # just replaced
            continue
    return found


# --- kills


def kill_writers(folder: Path, rounds: range, wait: Moment, renew: Callable[[], None] = lambda: None) -> Iterator[Report]:
    """Each writer goes on from what the one before it left; `renew` is called for each new archive."""
    ledger = Ledger()
    for round in rounds:
        place, ledger = folder / str(round // KILLS_PER_ARCHIVE), _book_of(round, rounds, ledger, renew)
        gathered = gather(folder, round, place)
        work = partial(write, place, dict(ledger.done), round)
        child = Child(work, gathered / "writer.log")
        wait(place, child, random.Random(round))
        said = child.kill()
        ledger.follow(said)
        copy_archive(place, gathered / "killed")
        report = look(place, ledger, gathered / "reader.log", checks=_is_last(round, rounds))
        decide(gathered, report, place)
        yield report | {"begun": sum("doing" in line for line in said)}


def kill_servers(
    folder: Path, rounds: range, kill: Callable[[int], None], start: Callable[[], None], renew: Callable[[], None]
) -> Iterator[Report]:
    """Kills a server under its writer, which tries again until it is taken; then looks.

    Args:
        kill: Is told the number of the kill.
        renew: Called for each new archive.
    """
    ledger = Ledger()
    for round in rounds:
        place, ledger = folder / str(round // KILLS_PER_ARCHIVE), _book_of(round, rounds, ledger, renew)
        gathered = gather(folder, round, place)
        chance = random.Random(round)
        work = partial(write, place, dict(ledger.done), round, patient=True)
        child = Child(work, gathered / "writer.log")
        child.hear("doing", 1, DEADLINE_SECONDS)
        time.sleep(chance.uniform(0, 1.2))
        kill(round)
        time.sleep(chance.uniform(0, 0.4))
        start()
        os.kill(child.pid, signal.SIGTERM)
        status, said = child.wait()
        ledger.follow(said)
        report = look(place, ledger, gathered / "reader.log", checks=_is_last(round, rounds))
        if status:
            words = f"the writer ended with {status}: {last_line(gathered / 'writer.log')}"
            report["faults"].append(asdict(Fault("other", words)))
        refused = [line["refused"] for line in said if "refused" in line]
        report |= {"begun": sum("doing" in line for line in said), "refused": len(refused), "refusals": sorted(set(refused))[:3]}
        decide(gathered, report, place)
        yield report


def look(folder: Path, ledger: Ledger, log: Path, *, checks: bool) -> Report:
    """What `inspect` finds, in a process that may die of it; the ledger then says how everything stands."""
    acknowledged = len(ledger.done)
    # as a large archive is searched: by the vector index that the kills are aimed at
    settings = read_settings(ArchiveSettings).model_copy(update={"archive": folder, "exact_passages": 0, "waiting_passages": 0})
    status, said = Child(lambda say: say(inspect(settings, ledger, HashEmbeddings(), checks=checks)), log).wait()
    if status or not said:
        fault = Fault("unreadable", f"the reader ended with {status}: {last_line(log)}")
        said = [{"faults": [asdict(fault)], "opened": 0.0, "repaired": 0.0, "index": ""}]
    else:
        ledger.done, ledger.begun = numbered(said[0].pop("standings")), {}
    return {**said[0], "acknowledged": acknowledged}


def _book_of(round: int, rounds: range, ledger: Ledger, renew: Callable[[], None]) -> Ledger:
    """The books of the archive at hand; a new archive has new ones."""
    if round % KILLS_PER_ARCHIVE and round != rounds.start:
        return ledger
    renew()
    return Ledger()


def _is_last(round: int, rounds: range) -> bool:
    """Of all, or of its archive."""
    return round == rounds[-1] or round % KILLS_PER_ARCHIVE == KILLS_PER_ARCHIVE - 1


def kill_on(what: str, folder: Path, rounds: range) -> Iterator[Report]:
    """Over servers of its own: kills writers, the Chroma server, or PostgreSQL, by turns with SIGKILL to all its processes and its own
    stop without ceremony.
    """
    programs = find_postgres()
    if programs is None and what != "chroma":
        sys.exit("PostgreSQL is not installed; `apt-get install postgresql` brings it")
    postgres = None if programs is None or what == "chroma" else PostgresServer(programs)
    chroma = ChromaServer()
    os.environ["NEWS_CHROMA_URL"] = chroma.url

    def renew() -> None:
        if postgres is not None:
            os.environ["NEWS_DATABASE_URL"] = postgres.new_address()

    def kill_postgres(round: int) -> None:
        assert postgres is not None
        if round % 2:
            postgres.stop("immediate")
        else:
            postgres.kill()

    try:
        if what == "over-servers":
            yield from kill_writers(folder, rounds, random_moment, renew)
        elif postgres is None:
            yield from kill_servers(folder, rounds, lambda _: chroma.kill(), chroma.start, renew)
        else:
            yield from kill_servers(folder, rounds, kill_postgres, postgres.start, renew)
    finally:
        chroma.close()
        if postgres is not None:
            postgres.close()


def main() -> None:
    what, (rounds, folder) = sys.argv[1], read_rounds(sys.argv[2:])
    tell(kill_writers(folder, rounds, MOMENTS[what]) if what in MOMENTS else kill_on(what, folder, rounds))


MOMENTS: dict[str, Moment] = {"random": random_moment, "flush": moment_of_flush}

if __name__ == "__main__":
    main()
