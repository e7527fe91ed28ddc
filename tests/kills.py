"""A writer to be killed, and a look at what it leaves: `python -m tests.kills random|flush KILLS FOLDER`. Run by test_kills.py.

Both run in children forked from a process that has imported everything and opened nothing, so that a kill costs a
second and not the imports, and that has no threads, whose locks a child would find taken for ever.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import chromadb  # noqa: F401  (imported here, so that the children need not)
import numpy as np
from sqlalchemy import select

from tests.doubles import HashEmbeddings
from vectorstore import Archive, ArchiveSettings, Article, Timestamp, open_archive, split_sentences
from vectorstore.bm25 import POSTING
from vectorstore.lexical_folder import LexicalFolder
from vectorstore.postings import PostingTables, postings
from vectorstore.schema import passages
from vectorstore.vector_server import ChromaAddress, open_client
from vectorstore.vectors import open_collection

ARTICLES = 300
SENTENCES = 12
DEADLINE_SECONDS = 120
# what each article says now: its number → its edition, None when it is deleted
Editions = dict[int, int | None]
Say = Callable[[dict[str, Any]], None]


def make_article(number: int, edition: int) -> Article:
    """Later editions are shorter, so that passages of an earlier one would show."""
    sentences = [f"Sentence {at} of {word_of(number, edition)} tells of the harbour." for at in range(SENTENCES - edition % 5)]
    return Article(
        text=" ".join(sentences),
        title=f"Report {number}",
        url=f"https://paper.example.org/{number}",
        language="en",
        published=Timestamp.of_day(date(2025, 1, 1 + number % 28), "given"),
        updated=Timestamp(1_740_000_000 + edition, "second", "given"),
    )


def word_of(number: int, edition: int) -> str:
    """A word that only this edition of this article has."""
    return f"w{number}e{edition}x"


def write(folder: Path, held: Editions, seed: int, say: Say) -> None:
    """Adds, updates and deletes without end; says before each call what it will do, and after it that it is done."""
    chance = random.Random(seed)
    with open_archive(folder, embeddings=HashEmbeddings()) as archive, archive.writing():
        while True:
            if chance.random() < 0.1 and (present := [number for number, edition in held.items() if edition is not None]):
                number = chance.choice(present)
                say({"doing": {number: None}})
                archive.delete(make_article(number, 0).article_id)
                held[number] = None
                say({"done": {number: None}})
            else:
                changes = {number: _following(held.get(number)) for number in chance.sample(range(ARTICLES), chance.randint(1, 60))}
                articles = [make_article(number, edition) for number, edition in changes.items()]
                say({"doing": changes})
                archive.add([(article, split_sentences(article.text, "en")) for article in articles])
                held |= changes
                say({"done": changes})


def _following(edition: int | None) -> int:
    return 0 if edition is None else edition + 1


def inspect(folder: Path, acknowledged: Editions, in_flight: Editions, say: Say) -> None:
    """Opens what a kill left, asks it, repairs it and compares all parts; says what it found."""
    faults: list[str] = []
    started = time.monotonic()
    # as a large archive is searched: by the vector index that the kills are aimed at
    by_index = ArchiveSettings(archive=folder, exact_passages=0, waiting_passages=0)
    with open_archive(by_index, embeddings=HashEmbeddings()) as archive:
        opened = time.monotonic() - started
        found = _read_editions(archive, acknowledged, in_flight, faults)
        _ask(archive, found, faults, "before the repair")
        started = time.monotonic()
        archive.repair()
        repaired = time.monotonic() - started
        _ask(archive, found, faults, "after the repair")
        status = archive.status()
        catalogue = archive._catalogue
        expected = catalogue.current_ids()
        if catalogue.pending_articles():
            faults.append("still pending")
        if (indexed := count_indexed(archive)) != catalogue.count_passages():
            faults.append(f"{indexed} lexical entries for {catalogue.count_passages()} passages")
        if status.vectors != "ready":
            faults.append(f"vectors: {status.vectors}")
        name = catalogue.get_fact("vector_collection")
    if status.vectors_path is not None or name is not None:
        ids = read_ids(status.vectors_path, by_index.chroma_url, name)
        if sorted(ids) != sorted(expected):
            faults.append(f"{len(ids)} vectors for {len(expected)} passages")
    where = name or str(status.vectors_path)
    say({"faults": faults, "held": found, "opened": opened, "repaired": repaired, "folder": where})


def count_indexed(archive: Archive) -> int:
    """Passages in the lexical index, each once."""
    words = archive._indexes.words
    if isinstance(words, PostingTables):
        with archive._catalogue.database.transaction() as connection:
            lists = connection.execute(select(postings.c.entries)).scalars().all()
            rows = {int(row) for entries in lists for row in np.frombuffer(entries, POSTING)["row"]}
            return len(rows & set(connection.execute(select(passages.c.row)).scalars()))
    assert isinstance(words, LexicalFolder)
    index = words._open()
    return 0 if index is None else index.size


def read_ids(folder: Path | None, url: str | None, name: str | None) -> list[str]:
    """What the index of vectors holds, in a folder or on a server."""
    if folder is None:
        assert url is not None and name is not None
        return open_client(ChromaAddress(url)).get_collection(name, embedding_function=None).get(include=[])["ids"]
    client, collection = open_collection(folder)
    ids = collection.get(include=[])["ids"]
    client.close()
    return ids


def _read_editions(archive: Archive, acknowledged: Editions, in_flight: Editions, faults: list[str]) -> Editions:
    """What stands in the archive; a fault for each article that is neither as acknowledged nor as it was becoming."""
    texts = {version.article.title: version for version in archive.list_articles()}
    found: Editions = {}
    for number in sorted({*acknowledged, *in_flight}):
        version = texts.pop(f"Report {number}", None)
        allowed = [part[number] for part in (acknowledged, in_flight) if number in part] or [None]
        if number in in_flight and number not in acknowledged:
            allowed.append(None)
        match = [edition for edition in allowed if (version is None) == (edition is None)]
        if version is not None:
            match = [edition for edition in match if edition is not None and version.article.text == make_article(number, edition).text]
        if not match:
            faults.append(f"article {number} is not one of {allowed}")
        found[number] = match[0] if match else None
    faults += [f"unknown article {title}" for title in texts]
    return found


def _ask(archive: Archive, found: Editions, faults: list[str], when: str) -> None:
    present = [(number, edition) for number, edition in found.items() if edition is not None]
    for number, edition in random.Random(1).sample(present, min(10, len(present))):
        word = word_of(number, edition)
        hits = archive.search(f"What does {word} tell?", k=3)
        if not hits or word not in hits[0].page_content:
            faults.append(f"{when}, {word} is not found")
        stale = [hit for hit in hits if hit.metadata["version"] != archive.get_article(hit.metadata["article_id"]).number]
        if stale:
            faults.append(f"{when}, a superseded passage answers")


class Child:
    """A forked process that says lines of JSON through a pipe."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            status = 1
            try:
                with os.fdopen(writing, "w", buffering=1) as pipe:
                    work(lambda said: print(json.dumps(said), file=pipe, flush=True))
                status = 0
            except BaseException:
                traceback.print_exc(file=sys.stderr)
            finally:
                os._exit(status)
        os.close(writing)
        self._pipe = os.fdopen(reading)

    def kill(self) -> list[dict[str, Any]]:
        """Ends it with SIGKILL; returns all it had said."""
        os.kill(self.pid, signal.SIGKILL)
        return self.wait()[1]

    def wait(self) -> tuple[int, list[dict[str, Any]]]:
        """Its exit status, negative for a signal, and all it said. Half a line at the end was never said."""
        lines = [json.loads(line) for line in self._pipe.read().splitlines(keepends=True) if line.endswith("\n")]
        self._pipe.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), lines

    @property
    def ended(self) -> bool:
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def index_files(folder: Path) -> dict[str, int]:
    """Files of the vector index's graph with the time of their last change."""
    found = {}
    for file in folder.glob("vectors-*/*/*"):
        try:
            found[str(file)] = file.stat().st_mtime_ns
        except FileNotFoundError:  # just replaced
            continue
    return found


def numbered(editions: dict[str, int | None]) -> Editions:
    """JSON makes every key a string."""
    return {int(number): edition for number, edition in editions.items()}


def random_moment(_: Path, child: Child, chance: random.Random) -> None:
    time.sleep(chance.uniform(0.1, 2.5))


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


def kill_many(folder: Path, kills: int, wait: Callable[[Path, Child, random.Random], None]) -> list[dict[str, Any]]:
    held: Editions = {}
    reports = []
    for round in range(kills):
        child = Child(lambda say, held=dict(held), round=round: write(folder, held, round, say))
        wait(folder, child, random.Random(round))
        acknowledged, in_flight = dict(held), {}
        for line in child.kill():
            in_flight = numbered(line.get("doing", {}))
            acknowledged |= numbered(line.get("done", {}))
        status, said = Child(
            lambda say, acknowledged=acknowledged, in_flight=in_flight: inspect(folder, acknowledged, in_flight, say)
        ).wait()
        if status or said[0]["faults"]:
            sys.exit(f"after kill {round}: {said[0]['faults'] if said else f'the reader ended with {status}'}")
        held = numbered(said[0]["held"])
        reports.append({**said[0], "acknowledged": len(acknowledged)})
    return reports


def main() -> None:
    when, kills, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    print(json.dumps(kill_many(folder, kills, {"random": random_moment, "flush": moment_of_flush}[when])))


if __name__ == "__main__":
    main()
