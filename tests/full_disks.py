"""A disk that fills up at many sizes: `python -m tests.full_disks SIZES FOLDER`, a line of JSON for each; takes root.

At each size an archive with some articles is written until there is no room, asked, and written on when there is room again.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from tests.doubles import HashEmbeddings
from tests.inspection import compare_indexes, read_standings
from tests.ledger import Fault, Ledger
from tests.numbered_articles import make_article, word_of
from tests.rounds import tell
from vectorstore import Archive, ArchiveReadOnly, ArchiveSettings, open_archive, split_sentences

DISK_BYTES = 32_000_000
# free at the beginning: from nothing to what some hundred articles take
LEAST_BYTES, MOST_BYTES = 0, 6_000_000
AT_ONCE = 8
# by then the disk is full
MOST_EDITIONS = 300
# numbers of the articles; 40 are there before the disk fills up
NUMBERS, BEFORE = range(80), range(40)


@contextmanager
def small_disk(folder: Path, size: int = DISK_BYTES) -> Iterator[bool]:
    """A file system of so many bytes on the folder; gives whether it could be made, which takes root."""
    folder.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    made = os.geteuid() == 0 and subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0
    try:
        yield made
    finally:
        if made:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, free_bytes: int) -> tuple[list[Fault], str]:
    """What went wrong with an archive on a disk with so much room left, and what the writer was told."""
    ledger = Ledger()
    settings = ArchiveSettings(archive=folder / "archive", exact_passages=0, waiting_passages=0)
    with open_archive(settings, embeddings=HashEmbeddings()) as archive:
        add(archive, ledger, list(BEFORE), 0)
    ballast = folder / "ballast"
    with open(ballast, "wb") as file:
        # of a tmpfs, written room is taken room
        space = os.statvfs(folder)
        file.write(b"\0" * max(0, space.f_bavail * space.f_frsize - free_bytes))
    told, faults = _write_until_full(settings, ledger)
    ballast.unlink()
    with open_archive(settings, embeddings=HashEmbeddings()) as archive:
        faults += ledger.compare(read_standings(archive)[0])
        add(archive, ledger, list(NUMBERS), MOST_EDITIONS)
        standings, torn = read_standings(archive)
        faults += torn + ledger.compare(standings) + compare_indexes(archive, None)
    return faults, told


def _write_until_full(settings: ArchiveSettings, ledger: Ledger) -> tuple[str, list[Fault]]:
    edition = 0
    try:
        with open_archive(settings, embeddings=HashEmbeddings()) as archive:
            try:
                for edition in range(1, MOST_EDITIONS):
                    at = edition * AT_ONCE % len(NUMBERS)
                    add(archive, ledger, list(NUMBERS[at : at + AT_ONCE]), edition)
            except ArchiveReadOnly as error:
                return str(error), _judge(str(error)) + _still_answers(archive, ledger)
    except ArchiveReadOnly as error:
        # where there is no room at all it cannot be opened, and says so
        return str(error), _judge(str(error))
    return "", [Fault("other", "the disk was never full")]


def add(archive: Archive, ledger: Ledger, numbers: list[int], edition: int) -> None:
    changes = dict.fromkeys(numbers, edition)
    ledger.begin(changes)
    articles = [make_article(number, edition) for number in numbers]
    archive.add([(article, split_sentences(article.text, "en")) for article in articles])
    ledger.finish(changes)


def _judge(message: str) -> list[Fault]:
    clear = "\n" not in message and "space" in message
    return [] if clear else [Fault("other", f"the writer is told {message!r}")]


def _still_answers(archive: Archive, ledger: Ledger) -> list[Fault]:
    """The old data is served while the disk is full. What was in hand when it filled up may be without its words until there is room."""
    faults = []
    for number in sorted(set(BEFORE) - set(ledger.begun))[::6]:
        words = {word_of(number, edition) for edition in ledger.allowed(number) if edition is not None}
        found = {hit.page_content for word in words for hit in archive.search(f"What does {word} tell?", k=1)}
        if not any(word in text for word in words for text in found):
            faults.append(Fault("lost", f"article {number} is not found while the disk is full"))
    return faults


def fill_many(sizes: int, folder: Path) -> Iterator[dict[str, object]]:
    for place in range(sizes):
        free = LEAST_BYTES + (MOST_BYTES - LEAST_BYTES) * place // max(1, sizes - 1)
        with small_disk(folder / str(place)) as made:
            if not made:
                sys.exit("mounting a small disk takes root")
            faults, told = fill(folder / str(place), free)
        yield {"free": free, "told": told, "faults": [asdict(fault) for fault in faults]}


if __name__ == "__main__":
    tell(fill_many(int(sys.argv[1]), Path(sys.argv[2])))
