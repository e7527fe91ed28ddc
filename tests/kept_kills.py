"""Processes to be killed as they keep the exact index, search by what is kept, delete and add: `python -m tests.kept_kills KILLS FOLDER
[FIRST]`, a line of JSON for each.

After each kill another process looks: what is kept is what the catalogue has or counts as not there, a search finds what one without it
finds, the next writer leaves nothing of what was deleted, and the next search one whole index and no rest of others. Run by
test_kept_kills.py.
"""

import random
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from itertools import count
from pathlib import Path

import numpy as np

from tests.doubles import HashEmbeddings
from tests.evidence import copy_archive, decide, gather, last_line
from tests.forked import Child, Say
from tests.inspection import Report
from tests.ledger import Fault
from tests.numbered_articles import DEADLINE_SECONDS, EDITIONS_PER_ROUND, make_article, word_of
from tests.rounds import read_rounds, tell
from vectorstore import Archive, SearchFilter, kept, open_archive, split_sentences
from vectorstore.exact import read_exact
from vectorstore.seal import read_seal

ARTICLES = 120
KILLS_PER_ARCHIVE = 20
# a small archive is kept, too
kept.LEAST = 100


def add(archive: Archive, numbers: range, edition: int) -> None:
    articles = [make_article(number, edition) for number in numbers]
    archive.add([(article, split_sentences(article.text, "en")) for article in articles])


def build(folder: Path, round: int, say: Say) -> None:
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        add(archive, range(ARTICLES), round * EDITIONS_PER_ROUND)
    say({"built": ARTICLES})


def work(folder: Path, round: int, say: Say) -> None:
    """Without end: keeps the index anew, deletes an article, which takes it away, and adds it again."""
    chance, editions = random.Random(round), count(round * EDITIONS_PER_ROUND + 1)
    while True:
        with open_archive(folder, embeddings=HashEmbeddings()) as archive:
            say({"keeping": 1})
            archive.search("the harbour")
            number = chance.randrange(ARTICLES)
            found = [version for version in archive.list_articles() if version.article.title == f"Report {number}"]
            if found:
                archive.delete(found[0].article_id)
                archive.undelete(found[0].article_id)
            # in turn: what was deleted is gone for the next process, or comes again in this one
            if chance.random() < 0.5:
                add(archive, range(number, number + 1), next(editions))


def kill_keepers(folder: Path, rounds: range) -> Iterator[Report]:
    for round in rounds:
        place = folder / str(round // KILLS_PER_ARCHIVE)
        if not place.exists():
            Child(partial(build, place, round)).wait()
        gathered = gather(folder, round, place)
        child = Child(partial(work, place, round), gathered / "keeper.log")
        is_half = wait_for_moment(place, child, random.Random(round))
        child.kill()
        copy_archive(place, gathered / "killed")
        status, said = Child(partial(look, place, round), gathered / "looker.log").wait()
        if status or not said:
            said = [{"faults": [asdict(Fault("unreadable", f"who looked ended with {status}: {last_line(gathered / 'looker.log')}"))]}]
        report = {**said[0], "half": int(is_half)}
        decide(gathered, report, place)
        yield report


def wait_for_moment(place: Path, child: Child, chance: random.Random) -> bool:
    """Up to 30 ms after an index has begun to be kept, or to be taken away; whether one stood there without its seal then."""
    child.hear("keeping", 1 + chance.randrange(2), DEADLINE_SECONDS)
    before, deadline = folders_of(place), time.monotonic() + DEADLINE_SECONDS
    while folders_of(place) == before and not child.ended:
        if time.monotonic() > deadline:
            sys.exit("no index was ever kept")
    time.sleep(chance.uniform(0, 0.03))
    return bool(folders_of(place) - {name for name in folders_of(place) if (place / f"{name}.seal").exists()})


def folders_of(place: Path) -> set[str]:
    return {found.name for found in place.glob("exact-*") if found.is_dir()}


def look(place: Path, round: int, say: Say) -> None:
    """Says what is wrong with what a kill has left, before and after the next writer."""
    faults: list[Fault] = []
    started = time.monotonic()
    with open_archive(place, embeddings=HashEmbeddings()) as archive:
        opened = time.monotonic() - started
        faults += compare(archive, "before the next writer")
        add(archive, range(1), (round + 1) * EDITIONS_PER_ROUND - 1)
        faults += [
            Fault("resurrected", f"{name} still has what was deleted")
            for name in sorted(folders_of(place))
            if has_deleted(archive, place / name)
        ]
    with open_archive(place, embeddings=HashEmbeddings()) as archive:
        faults += compare(archive, "after the next writer")
        if len(found := folders_of(place)) != 1 or read_seal(place / next(iter(found))) is None:
            faults.append(Fault("other", f"not one whole index is kept but {sorted(found)}"))
        if not any(
            word_of(0, (round + 1) * EDITIONS_PER_ROUND - 1) in passage.page_content for passage in archive.search("report 0", k=50)
        ):
            faults.append(Fault("lost", "what the next writer has added is not found"))
    say({"faults": [asdict(fault) for fault in faults], "opened": opened})


def compare(archive: Archive, when: str) -> Iterator[Fault]:
    """What is kept beside the catalogue, and a search by it beside one by the catalogue."""
    stored, index = archive._model.stored(), archive._indexes.kept
    assert index is not None
    if wrong := index.examine(stored):
        yield Fault("other", f"{when} what is kept is wrong: {wrong}")
    vector = HashEmbeddings().embed_query("the harbour")
    true = read_exact(stored).search(vector, SearchFilter(), 50)
    found = archive._indexes.nearest(vector, SearchFilter(), stored, 50)
    if not np.array_equal(found.scores, true.scores) or set(found.ids()) != set(true.ids()):
        yield Fault("other", f"{when} a search finds other passages than the catalogue has")


def has_deleted(archive: Archive, folder: Path) -> bool:
    if read_seal(folder) is None:
        return False
    rows = read_exact(archive._model.stored()).base.columns.row
    return not np.isin(np.load(folder / "row.npy"), rows).all()


if __name__ == "__main__":
    rounds, folder = read_rounds(sys.argv[1:])
    tell(kill_keepers(folder, rounds))
