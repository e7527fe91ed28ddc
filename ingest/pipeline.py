"""From targets into the archive."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from ingest.ahead import ReadAhead
from ingest.batches import Arrival, Batches
from ingest.engine import LOCAL, Engine, hire
from ingest.entries import find_deleted, keep_address
from ingest.errors import IngestError
from ingest.formats import NAMED_ALREADY
from ingest.heap import return_large_buffers
from ingest.item import Item
from ingest.known import NO_HINTS, recall, refuse_again
from ingest.memory import Memory, has_page_text
from ingest.plan import Plan
from ingest.report import Event, IngestReport, Tally, kept_out
from ingest.sources import find_items
from ingest.tables import Columns
from ingest.web import Visits
from vectorstore import Archive, Article, Refused


def ingest(
    targets: Iterable[str | Path],
    archive: Archive,
    *,
    source: str = "",
    columns: Columns = NAMED_ALREADY,
    since: str | None = None,
    allow_private: bool = False,
    engine: Engine = LOCAL,
    again: bool = False,
) -> IngestReport:
    """Takes the articles of files, folders and addresses into the archive.

    What the archive holds already costs no embedding; what cannot be read is in the report, and the rest goes on.

    Args:
        targets: Paths, of which folders are searched to the bottom; and addresses of pages, feeds, sitemaps and sites.
        archive: Written to; no other process may write to it at the time.
        source: The name of the paper, for articles that do not tell theirs.
        columns: Of fields of articles, the columns of CSV and Parquet files that hold them: {"title": "headline"}.
        since: A day or a moment; what feeds and sitemaps date before it is left out.
        allow_private: The hosts of the addresses may lie in one's own network, and at any port.
        engine: Which machines read and embed: `Engine("ray", "HOST:PORT")` for those of a Ray cluster. Fetching and writing stay here.
        again: Also read what is as it was when it was read, or refused, before.

    Raises:
        ValueError: `since` is no day or moment.
        SettingInvalid: A setting cannot be read.
        EngineUnavailable: The Ray cluster cannot be used.
        ArchiveError: The archive cannot be written to; what was added before is kept.
    """
    # a path alone is an iterable too, of its letters
    chosen = [targets] if isinstance(targets, str | Path) else targets
    tally = Tally()
    for event in ingest_targets(chosen, archive, Plan(source, columns, since, allow_private, engine, again)):
        tally.add(event)
    return tally.report()


def ingest_targets(targets: Iterable[str | Path], archive: Archive, plan: Plan) -> Generator[Event, None, None]:
    """As `ingest`, step by step; otherwise as `ingest_items`."""
    memory = Memory(archive, again=plan.again)
    with Visits(plan.journey(), memory) as visits:
        found = find_items(targets, visits.visit, plan.columns)
        with closing(ingest_items(found, archive, plan.source, plan.engine, plan.again)) as events:
            for event in events:
                memory.settle(event)
                yield event


def ingest_items(
    found: Iterable[Item | IngestError], archive: Archive, source: str = "", engine: Engine = LOCAL, again: bool = False
) -> Generator[Event, None, None]:
    """As `ingest`, step by step: what became of each article, once it is safe in the archive.

    Fetching, reading, embedding and writing go on beside each other; events come in the order of `found`, but for what is
    refused or unchanged, which is told at once. Interrupted, or when the archive fails, it first tells what of the
    batch in hand is in already, then raises.
    """
    return_large_buffers()
    with (
        archive.writing(),
        hire(engine) as crew,
        ReadAhead(found, source, _nothing if again else partial(recall, archive), crew.readers) as ahead,
    ):
        yield from _take_in(ahead, archive, Batches(archive, crew.embedder))
        # what a killed run left is put in order also by one that has nothing to write
        archive.repair()


def _take_in(ahead: ReadAhead, archive: Archive, batches: Batches) -> Iterator[Event]:
    former = Former()
    for entry in ahead:
        known = entry.known
        if isinstance(known, Refused):
            yield Event.of_refusal(refuse_again(entry.found.target, known))
            continue
        if known is not None and entry.digest is not None and batches.has_begun:
            if batches.concerns_id(known):
                # another version of it was read in this run, and decides what this one is
                yield from batches.flush()
            known = archive.recall(entry.digest)
        if known is not None:
            yield from former.drop(known)
            yield Event(entry.found.target, "unchanged")
            continue
        for reading, digest in _pair(ahead.read(entry), entry.digest):
            if isinstance(reading, IngestError):
                yield _refuse(reading, digest, batches)
            else:
                hints = entry.found.hints if isinstance(entry.found, Item) else NO_HINTS
                yield from _put(Arrival(entry.found.target, reading, digest, hints.entry), archive, batches, former)
    for arrival in former.left():
        yield from batches.put(arrival)
    yield from batches.flush()


def _nothing(_: bytes) -> None:
    """What is recalled where all is read again."""


def _pair(readings: Iterator[Article | IngestError], digest: bytes | None) -> Iterator[tuple[Article | IngestError, bytes | None]]:
    """Each with the digest of its item if it is all that the item gave, else None."""
    first = next(readings, None)
    second = next(readings, None)
    if first is not None:
        yield first, digest if second is None else None
    if second is not None:
        yield second, None
    yield from ((reading, None) for reading in readings)


def _refuse(refusal: IngestError, digest: bytes | None, batches: Batches) -> Event:
    lasts = digest is not None and refusal.lasts and refusal.result != "unchanged"
    if digest is not None and lasts:
        batches.note_refusal(digest, Refused(refusal.reason, is_fault=refusal.result == "failed"))
    return Event.of_refusal(refusal, lasts)


def _put(arrival: Arrival, archive: Archive, batches: Batches, former: "Former") -> Iterator[Event]:
    arrival = replace(arrival, article=keep_address(archive, arrival.article, arrival.entry))
    article = arrival.article
    if batches.concerns(article):
        # the order of an article's versions is the order in which they are added
        yield from batches.flush()
    yield from former.drop(article.article_id)
    if (deleted := find_deleted(archive, article, arrival.entry)) is not None:
        if arrival.digest is not None:
            batches.note_refusal(arrival.digest, Refused("deleted", article_id=deleted[0]))
        yield Event(arrival.target, "skipped", kept_out(*deleted))
    elif article.metadata.get("text_from") == "feed" and has_page_text(archive, article.article_id):
        # a few words of a feed do not take the place of the whole text
        yield Event(arrival.target, "unchanged")
    elif archive.may_be_former(article):
        former.keep(arrival)
    elif archive.holds(article):
        batches.note(arrival)
        yield Event(arrival.target, "unchanged")
    else:
        yield from batches.put(arrival)


class Former:
    """Words of an earlier version: an old copy if the current text, or a new one, is read in this run too."""

    def __init__(self) -> None:
        self._kept: dict[str, Arrival] = {}

    def keep(self, arrival: Arrival) -> None:
        self._kept[arrival.article.article_id] = arrival

    def drop(self, article_id: str) -> Iterator[Event]:
        """The article was read again: what is kept of it is an old copy, which changes nothing."""
        if article_id in self._kept:
            yield Event(self._kept.pop(article_id).target, "unchanged")

    def left(self) -> Iterator[Arrival]:
        """Those whose text went back to what it was."""
        yield from self._kept.values()
