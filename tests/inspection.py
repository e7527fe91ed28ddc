"""A look at what a kill left of an archive: how its articles stand beside the books, and its indexes beside its catalogue."""

import random
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import chromadb  # noqa: F401  (imported here, so that the children need not)
import numpy as np
from sqlalchemy import select

from tests.ledger import DELETED, Fault, Ledger, Standing, Standings
from tests.numbered_articles import ARTICLES, WORD, make_article, word_of
from vectorstore import Archive, ArchiveSettings, PassageEmbeddings, open_archive
from vectorstore.bm25 import POSTING
from vectorstore.chroma_client import ChromaAddress, open_client
from vectorstore.lexical_folder import LexicalFolder
from vectorstore.posting_segments import postings
from vectorstore.postings import PostingTables
from vectorstore.schema import passages
from vectorstore.vectors import open_collection

Report = dict[str, Any]


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
    ids = {number: make_article(number, 0).article_id for number in range(ARTICLES)}
    deleted = archive.deleted_times(ids.values())
    buried = {number for number, id in ids.items() if id in deleted}
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
