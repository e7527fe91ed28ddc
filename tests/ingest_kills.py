"""Whole runs of ingest to be killed, and a look at what they leave: `python -m tests.ingest_kills KILLS FOLDER [FIRST]`.

Run by test_ingest_kills.py. Every round some pages change, a run is killed at a random moment, with its reading
processes, and the next run goes on. Each report is a line of JSON; FIRST numbers the first kill.
"""

import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from ingest.pipeline import ingest_items
from ingest.sources import find_items
from tests.doubles import HashEmbeddings
from tests.evidence import copy_archive, decide, gather, last_line
from tests.forked import Child, Say
from tests.inspection import Report, compare_indexes
from tests.ledger import Fault
from tests.numbered_articles import word_of
from tests.rounds import read_rounds, tell
from vectorstore import Archive, ArchiveSettings, open_archive

PAGES, RECORDS = 40, 40
LEFT_SECONDS = 10
MOST_RUNS = 3
# else the archive, which keeps all versions, would grow with the kills, and so would the time of each
KILLS_PER_ARCHIVE = 20

Editions = dict[int, int]


def write_source(folder: Path, editions: Editions) -> None:
    """Pages, each known by its address, and a file of records, each known by its id; all say their edition."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(PAGES):
        head = f'<title>Report {number}</title><link rel="canonical" href="https://paper.example.org/{number}">'
        page = f"<html lang=en><head>{head}</head><body><article><p>{text_of(number, editions[number])}</p></article></body></html>"
        file = folder / f"{number}.html"
        if not file.exists() or file.read_text() != page:
            file.write_text(page)
    records = (
        {"id": number, "title": f"Report {number}", "text": text_of(number, editions[number]), "language": "en"}
        for number in range(PAGES, PAGES + RECORDS)
    )
    (folder / "records.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))


def text_of(number: int, edition: int) -> str:
    sentences = (f"Sentence {at} of {word_of(number, edition)} tells of the harbour." for at in range(8 - edition % 4))
    return " ".join(sentences)


def run(folder: Path, say: Say) -> None:
    with open_archive(folder / "archive", embeddings=HashEmbeddings()) as archive:
        for event in ingest_items(find_items([folder / "in"], lambda addresses: iter(())), archive):
            say({"target": event.target, "result": event.result})


def inspect(folder: Path, editions: Editions, told: list[dict[str, Any]], say: Say) -> None:
    """Compares what was told with what is there, lets another run finish, and compares everything."""
    faults: list[Fault] = []
    settings = ArchiveSettings(archive=folder / "archive", exact_passages=0, waiting_passages=0)
    with open_archive(settings, embeddings=HashEmbeddings()) as archive:
        held = read_texts(archive, faults)
        for event in told:
            number = number_of(event["target"])
            if event["result"] == "failed" or held.get(f"Report {number}") != text_of(number, editions[number]):
                faults.append(Fault("lost", f"{event} was told, and is not so"))
        kept = len(held)
        outcomes = run_until_nothing_is_refused(folder / "in", archive, faults)
        if len(outcomes) != PAGES + RECORDS:
            faults.append(Fault("lost", f"the next run has {len(outcomes)} outcomes: {sorted(set(outcomes))}"))
        if read_texts(archive, faults) != {f"Report {number}": text_of(number, edition) for number, edition in editions.items()}:
            faults.append(Fault("lost", "the next run does not finish what was begun"))
        again = run_until_nothing_is_refused(folder / "in", archive, faults)
        if set(again) != {"unchanged"}:
            faults.append(Fault("doubled", f"a run after that changes something: {sorted(set(again))}"))
        faults += compare_indexes(archive, None)
    say({"faults": [asdict(fault) for fault in faults], "told": len(told), "kept": kept})


def run_until_nothing_is_refused(source: Path, archive: Archive, faults: list[Fault]) -> list[str]:
    """What the last of the runs told. What is refused, as by a reading that takes too long, is told and lost by nobody."""
    results: list[str] = []
    for _ in range(MOST_RUNS):
        events = list(ingest_items(find_items([source], lambda addresses: iter(())), archive))
        results = [event.result for event in events]
        refused = [event for event in events if event.result in ("failed", "skipped")]
        faults += [Fault("other", f"a run after the kill refuses {event.target}: {event.reason}") for event in refused]
        if not refused:
            break
    return results


def read_texts(archive: Archive, faults: list[Fault]) -> dict[str, str]:
    versions = archive.list_articles()
    texts = {version.article.title: version.article.text for version in versions}
    if len(texts) != len(versions):
        faults.append(Fault("doubled", f"{len(versions)} articles with {len(texts)} titles"))
    for version in versions:
        earlier = [archive.get_article(version.article_id, number).article.text for number in range(1, version.number + 1)]
        if any(before == after for before, after in pairwise(earlier)):
            faults.append(Fault("doubled", f"two versions of {version.article.title} say the same"))
    return texts


def number_of(target: str) -> int:
    name = Path(target).name
    return int(name.split(".")[0]) if name.endswith(".html") else PAGES + int(name.rsplit(":", 1)[1]) - 1


def readers_of(pid: int) -> list[int]:
    """Reading processes that the process of that number started and that still run."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"ingest.worker" in command and str(pid).encode() in command:
            found.append(int(folder.name))
    return found


def kill_many(folder: Path, rounds: range) -> Iterator[Report]:
    editions = dict.fromkeys(range(PAGES + RECORDS), 0)
    for round in rounds:
        chance = random.Random(round)
        if round % KILLS_PER_ARCHIVE == 0:
            editions = dict.fromkeys(editions, 0)
        place = folder / str(round // KILLS_PER_ARCHIVE)
        write_source(place / "in", editions)
        gathered = gather(folder, round, place / "archive")
        report = kill_once(place, editions, chance, gathered)
        decide(gathered, report, place / "archive")
        yield report
        for number in chance.sample(sorted(editions), chance.randint(1, len(editions))):
            editions[number] += 1


def kill_once(folder: Path, editions: Editions, chance: random.Random, gathered: Path) -> Report:
    child = Child(lambda say: run(folder, say), gathered / "run.log")
    time.sleep(chance.uniform(0.1, 5.0))
    readers = len(readers_of(child.pid))
    told = child.kill()
    deadline = time.monotonic() + LEFT_SECONDS
    while readers_of(child.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    left = [Fault("other", f"the reading process {pid} is left") for pid in readers_of(child.pid)]
    copy_archive(folder / "archive", gathered / "killed")
    log = gathered / "next.log"
    status, said = Child(lambda say: inspect(folder, editions, told, say), log).wait()
    if status or not said:
        fault = Fault("unreadable", f"the next run ended with {status}: {last_line(log)}")
        said = [{"faults": [asdict(fault)], "told": len(told), "kept": 0}]
    return {**said[0], "faults": said[0]["faults"] + [asdict(fault) for fault in left], "readers": readers}


if __name__ == "__main__":
    rounds, place = read_rounds(sys.argv[1:])
    tell(kill_many(place, rounds))
