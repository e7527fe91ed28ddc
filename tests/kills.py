"""Writers to be killed, and servers under them, and a look at what that leaves: `python -m tests.kills WHAT KILLS FOLDER`, reports as JSON.

WHAT is `random` or `flush` for the writer, at any moment or in a flush of the vector index, `over-servers` for one that writes to servers;
`chroma` or `postgres` for the server that is written to, while its writer goes on. Run by test_kills.py.
"""

import json
import os
import random
import re
import signal
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict
from datetime import date
from glob import iglob
from itertools import count
from pathlib import Path
from typing import Any

import chromadb  # noqa: F401  (imported here, so that the children need not)
import numpy as np
from sqlalchemy import select

from tests.doubles import HashEmbeddings
from tests.forked import Child, Say
from tests.ledger import DELETED, Fault, Ledger, Standing, Standings, is_there, numbered
from tests.servers import ChromaServer, PostgresServer, find_postgres
from vectorstore import (
    Archive,
    ArchiveError,
    ArchiveSettings,
    Article,
    ArticleNotFound,
    PassageEmbeddings,
    Timestamp,
    open_archive,
    read_settings,
    split_sentences,
)
from vectorstore.bm25 import POSTING
from vectorstore.lexical_folder import LexicalFolder
from vectorstore.postings import PostingTables, postings
from vectorstore.schema import passages
from vectorstore.vector_server import ChromaAddress, open_client
from vectorstore.vectors import open_collection

ARTICLES = 150
SENTENCES, MOST_AT_ONCE = 12, 40
DEADLINE_SECONDS = 120
# else the archive, which keeps all versions, would grow with the kills, and so would the time of each
KILLS_PER_ARCHIVE = 20
# no two rounds write the same edition
EDITIONS_PER_ROUND = 100_000
WORD = re.compile(r"w(\d+)e(\d+)x")

Report = dict[str, Any]
Moment = Callable[[Path, Child, random.Random], None]


def make_article(number: int, edition: int) -> Article:
    """Editions differ in length, so that passages of an earlier one would show."""
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


def write(folder: Path, held: Standings, round: int, say: Say, *, patient: bool = False) -> None:
    """Adds, updates, deletes and lets come again, without end; says before each change how it will stand, and after it that it is done.

    Args:
        patient: Tries again what an error of the archive refused, and ends after the change in hand when it is asked to.
    """
    chance, editions = random.Random(round), count(round * EDITIONS_PER_ROUND)
    asked_to_end: list[int] = []
    if patient:
        signal.signal(signal.SIGTERM, lambda number, _: asked_to_end.append(number))
    with open_archive(folder, embeddings=HashEmbeddings()) as archive, nullcontext() if patient or round % 2 else archive.writing():
        while not asked_to_end:
            changes, change = draw_change(archive, held, chance, editions)
            say({"doing": changes})
            if patient:
                _insist(change, say)
            else:
                change()
            held |= changes
            say({"done": changes})


def draw_change(archive: Archive, held: Standings, chance: random.Random, editions: "count[int]") -> tuple[Standings, Callable[[], Any]]:
    """How some articles will stand, and what makes it so."""
    present = [number for number, standing in held.items() if is_there(standing)]
    buried = [number for number, standing in held.items() if standing == DELETED]
    drawn = chance.random()
    if drawn < 0.1 and present:
        number = chance.choice(present)
        return {number: DELETED}, lambda: archive.delete(make_article(number, 0).article_id)
    if drawn < 0.15 and buried:
        number = chance.choice(buried)
        return {number: None}, lambda: archive.undelete(make_article(number, 0).article_id)
    edition = next(editions)
    numbers = chance.sample(range(ARTICLES), chance.randint(1, MOST_AT_ONCE))
    articles = [make_article(number, edition) for number in numbers]
    # what is deleted stays out though it is added
    changes: Standings = {number: DELETED if held.get(number) == DELETED else edition for number in numbers}
    return changes, lambda: archive.add([(article, split_sentences(article.text, "en")) for article in articles])


def _insist(change: Callable[[], Any], say: Say) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while True:
        try:
            change()
            return
        except ArticleNotFound:
            # the deletion that was refused had come to pass
            return
        except ArchiveError as error:
            assert time.monotonic() < deadline, error
            say({"refused": str(error)})
            time.sleep(0.1)


def inspect(settings: ArchiveSettings, ledger: Ledger, embeddings: PassageEmbeddings | None = None, *, checks: bool = True) -> Report:
    """Opens what a kill left, asks it, repairs it and compares all parts; how everything stands, and what is wrong with it.

    Args:
        checks: Whether the archive checks itself, too, which takes a process more.
    """
    started = time.monotonic()
    with open_archive(settings, embeddings=embeddings) as archive:
        opened = time.monotonic() - started
        standings, faults = read_standings(archive)
        faults += ledger.compare(standings)
        faults += ask(archive, ledger.done, "before the repair")
        started = time.monotonic()
        archive.repair()
        repaired = time.monotonic() - started
        faults += ask(archive, ledger.done, "after the repair")
        if checks:
            # first: to open the index beside it, as we do next, may change its files
            faults += [Fault("other", f"the check says: {fault.text}") for fault in archive.check().faults]
        faults += compare_indexes(archive, settings.chroma_url)
        status, name = archive.status(), archive._catalogue.get_fact("vector_collection")
    where = name or str(status.vectors_path)
    told = [asdict(fault) for fault in faults]
    return {"faults": told, "standings": ledger.done, "opened": opened, "repaired": repaired, "index": where}


def read_standings(archive: Archive) -> tuple[list[tuple[int, Standing]], list[Fault]]:
    """How each article stands, once for each time that it is there; and articles that say what nobody wrote."""
    found: list[tuple[int, Standing]] = []
    faults: list[Fault] = []
    for version in archive.list_articles():
        said = WORD.search(version.article.text)
        number, edition = (int(part) for part in said.groups()) if said else (0, 0)
        if version.article.text == make_article(number, edition).text:
            found.append((number, edition))
        else:
            faults.append(Fault("unreadable", f"{version.article.title} says {version.article.text[:80]!r}"))
    present = {number for number, _ in found}
    buried = {number for number in range(ARTICLES) if archive.deleted_on(make_article(number, 0)) is not None}
    faults += [Fault("resurrected", f"article {number} is there, and is deleted") for number in present & buried]
    return found + [(number, DELETED if number in buried else None) for number in range(ARTICLES) if number not in present], faults


def ask(archive: Archive, standings: Standings, when: str) -> list[Fault]:
    """Searches for some of what is there, and for nothing that is not."""
    present = [(number, edition) for number, edition in standings.items() if edition is not None and edition != DELETED]
    faults = []
    for number, edition in random.Random(1).sample(present, min(10, len(present))):
        word = word_of(number, edition)
        hits = archive.search(f"What does {word} tell?", k=3)
        if not hits or word not in hits[0].page_content:
            faults.append(Fault("lost", f"{when}, {word} is not found"))
        if any(hit.metadata["version"] != archive.get_article(hit.metadata["article_id"]).number for hit in hits):
            faults.append(Fault("resurrected", f"{when}, a superseded passage answers {word}"))
    return faults


def compare_indexes(archive: Archive, chroma_url: str | None) -> list[Fault]:
    """Both indexes beside the catalogue."""
    catalogue, status = archive._catalogue, archive.status()
    faults = []
    if catalogue.pending_articles() or status.vectors != "ready":
        faults.append(Fault("lost", f"left unfinished; vectors: {status.vectors}"))
    faults += compare_counts("lexical entries", count_indexed(archive), catalogue.count_passages())
    name = catalogue.get_fact("vector_collection")
    if status.vectors_path is not None or name is not None:
        ids, expected = read_ids(status.vectors_path, chroma_url, name), catalogue.current_ids()
        faults += compare_counts("vectors", len(ids), len(expected))
        if set(ids) != expected:
            faults.append(Fault("lost", f"{len(expected - set(ids))} passages without a vector, {len(set(ids) - expected)} too many"))
    return faults


def compare_counts(what: str, found: int, expected: int) -> list[Fault]:
    if found == expected:
        return []
    return [Fault("lost" if found < expected else "doubled", f"{found} {what} for {expected} passages")]


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


def kill_writers(folder: Path, kills: int, wait: Moment, renew: Callable[[], None] = lambda: None) -> list[Report]:
    """Each writer goes on from what the one before it left; `renew` is called for each new archive."""
    reports, ledger = [], Ledger()
    for round in range(kills):
        place, ledger = _place_of(folder, round, ledger)
        if round % KILLS_PER_ARCHIVE == 0:
            renew()
        child = Child(lambda say, held=dict(ledger.done), place=place, round=round: write(place, held, round, say))
        wait(place, child, random.Random(round))
        said = child.kill()
        ledger.follow(said)
        reports.append(look(place, ledger, checks=_is_last(round, kills)) | {"begun": sum("doing" in line for line in said)})
    return reports


def kill_servers(
    folder: Path, kills: int, kill: Callable[[int], None], start: Callable[[], None], renew: Callable[[], None]
) -> list[Report]:
    """Kills a server under its writer, which tries again until it is taken; then looks.

    Args:
        kill: Is told the number of the kill.
        renew: Called for each new archive.
    """
    reports, ledger = [], Ledger()
    for round in range(kills):
        place, ledger = _place_of(folder, round, ledger)
        if round % KILLS_PER_ARCHIVE == 0:
            renew()
        chance = random.Random(round)
        child = Child(lambda say, held=dict(ledger.done), place=place, round=round: write(place, held, round, say, patient=True))
        child.hear("doing", 1, DEADLINE_SECONDS)
        time.sleep(chance.uniform(0, 1.2))
        kill(round)
        time.sleep(chance.uniform(0, 0.4))
        start()
        os.kill(child.pid, signal.SIGTERM)
        status, said = child.wait()
        ledger.follow(said)
        report = look(place, ledger, checks=_is_last(round, kills))
        if status:
            report["faults"].append(asdict(Fault("other", f"the writer ended with {status}")))
        refused = [line["refused"] for line in said if "refused" in line]
        reports.append(
            report | {"begun": sum("doing" in line for line in said), "refused": len(refused), "refusals": sorted(set(refused))[:3]}
        )
    return reports


def look(folder: Path, ledger: Ledger, *, checks: bool) -> Report:
    """What `inspect` finds, in a process that may die of it; the ledger then says how everything stands."""
    acknowledged = len(ledger.done)
    # as a large archive is searched: by the vector index that the kills are aimed at
    settings = read_settings(ArchiveSettings).model_copy(update={"archive": folder, "exact_passages": 0, "waiting_passages": 0})
    status, said = Child(lambda say: say(inspect(settings, ledger, HashEmbeddings(), checks=checks))).wait()
    if status or not said:
        said = [{"faults": [asdict(Fault("unreadable", f"the reader ended with {status}"))], "opened": 0.0, "repaired": 0.0, "index": ""}]
    else:
        ledger.done, ledger.begun = numbered(said[0].pop("standings")), {}
    return {**said[0], "acknowledged": acknowledged}


def _place_of(folder: Path, round: int, ledger: Ledger) -> tuple[Path, Ledger]:
    return folder / str(round // KILLS_PER_ARCHIVE), ledger if round % KILLS_PER_ARCHIVE else Ledger()


def _is_last(round: int, kills: int) -> bool:
    """Of all, or of its archive."""
    return round == kills - 1 or round % KILLS_PER_ARCHIVE == KILLS_PER_ARCHIVE - 1


def kill_on(what: str, folder: Path, kills: int) -> list[Report]:
    """Over servers of its own: kills writers, the Chroma server, or PostgreSQL, by turns with SIGKILL to all its processes and its own
    stop without ceremony.
    """
    programs = find_postgres()
    if programs is None and what != "chroma":
        sys.exit("PostgreSQL is not installed")
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
            return kill_writers(folder, kills, random_moment, renew)
        if postgres is None:
            return kill_servers(folder, kills, lambda _: chroma.kill(), chroma.start, renew)
        return kill_servers(folder, kills, kill_postgres, postgres.start, renew)
    finally:
        chroma.close()
        if postgres is not None:
            postgres.close()


def main() -> None:
    what, kills, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    if what in MOMENTS:
        print(json.dumps(kill_writers(folder, kills, MOMENTS[what])))
    else:
        print(json.dumps(kill_on(what, folder, kills)))


MOMENTS: dict[str, Moment] = {"random": random_moment, "flush": moment_of_flush}

if __name__ == "__main__":
    main()
