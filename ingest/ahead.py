"""Reading ahead: while one item is taken in, the next ones are fetched, and read by processes of their own."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Self

from ingest.crew import ItemReader, Readers
from ingest.errors import IngestError, faulty
from ingest.item import Item
from ingest.known import digest_item
from ingest.read import read_item
from vectorstore import Article, Refused

log = logging.getLogger(__name__)

Reading = Article | IngestError
# what came of an item when it was read before: the id of its article, or why there is none
Known = str | Refused

# what is fetched and not taken in yet; one item may be larger, and then is alone
MOST_BYTES, MOST_ITEMS = 12_000_000, 256
# of one item: a file of a hundred thousand records is not read to its end at once
MOST_READINGS = 32
# our own code reads these, in time that grows with their length only
HARMLESS, HARMLESS_BYTES = ("text", "markdown", "json", "record"), 100_000
# so many harmless items are read sooner than a process starts
WORTH_A_PROCESS = 50
# items on their way for each reader, where there are many readers, and their bytes
ITEMS_EACH, BYTES_EACH = 4, 2_000_000


@dataclass(slots=True)
class Entry:
    """An item or a refusal in its place in the order; `readings` fills up while the item is read in a process.

    Attributes:
        digest: Of the item and the program that reads it; None for a refusal.
        known: What came of it before, as was known when it was fetched; nobody has begun to read it then.
        here: Whoever comes to it reads it, there and then.
    """

    found: Item | IngestError
    digest: bytes | None
    known: Known | None
    here: bool
    size: int
    readings: deque[Reading] = field(default_factory=deque)
    is_read: bool = False


class Stopped(Exception):
    """Nobody wants what is being read any more."""


class ReadAhead:
    """A context manager; iterating gives an entry for each item or refusal, in the order of `found`.

    Threads of its own iterate `found` and talk to the processes. An error that `found` raises is raised in its place.

    Args:
        recall: What came of what has this digest, if it need not be read, as far as can be told now.
        readers: Who reads what is not read here.
    """

    def __init__(self, found: Iterable[Item | IngestError], source: str, recall: Callable[[bytes], Known | None], readers: Readers) -> None:
        self._found = found
        self._source = source
        self._recall = recall
        # guards all below
        self._changed = threading.Condition()
        self._entries: deque[Entry] = deque()
        self._waiting: deque[Entry] = deque()
        self._bytes = self._items = self._harmless = self._readers = 0
        # for readings, once the first has come: seconds
        self._waited = 0.0
        self._has_delivered = False
        # of the source, and of a thread that reads
        self._error: BaseException | None = None
        self._fault: BaseException | None = None
        self._ended = self._stopped = False
        self._threads: list[threading.Thread] = []
        self._running: list[ItemReader] = []
        self._crew = readers
        self._most_items = max(MOST_ITEMS, ITEMS_EACH * readers.most)
        self._most_bytes = max(MOST_BYTES, BYTES_EACH * readers.most)

    def __enter__(self) -> Self:
        self._launch(self._fetch)
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        for reader in self._running:
            reader.kill()
        for thread in self._threads:
            # one that waits for a server is not waited for
            thread.join(timeout=1)

    def __iter__(self) -> Iterator[Entry]:
        """One by one: asking for the next one says that this one is done with, and all its readings are read."""
        while (entry := self._next_entry()) is not None:
            yield entry
            with self._changed:
                self._bytes -= entry.size
                self._items -= 1
                self._changed.notify_all()

    def read(self, entry: Entry) -> Iterator[Reading]:
        """What is read of an entry, as it comes."""
        if isinstance(entry.found, IngestError):
            yield entry.found
            return
        if entry.here and is_harmless(entry.found):
            yield from read_item(entry.found, self._source)
            return
        if entry.here:
            self._hand_over(entry)
        while (reading := self._next_reading(entry)) is not None:
            yield reading

    def _next_entry(self) -> Entry | None:
        with self._changed:
            self._changed.wait_for(lambda: self._entries or self._ended)
            if self._entries:
                return self._entries.popleft()
            if self._error is not None:
                raise self._error
            return None

    def _next_reading(self, entry: Entry) -> Reading | None:
        with self._changed:
            began, delayed = time.monotonic(), self._has_delivered
            self._changed.wait_for(lambda: entry.readings or entry.is_read or self._fault)
            self._waited += (time.monotonic() - began) * delayed
            self._hire()
            if self._fault is not None and not entry.readings and not entry.is_read:
                raise self._fault
            reading = entry.readings.popleft() if entry.readings else None
            self._changed.notify_all()
            return reading

    # --- in threads

    def _fetch(self) -> None:
        try:
            for found in self._found:
                self._queue(found)
        except Stopped:
            pass
        except BaseException as error:
            # told where it can be handled
            self._error = error
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _queue(self, found: Item | IngestError) -> None:
        size = len(found.data) if isinstance(found, Item) else 0
        with self._changed:
            self._changed.wait_for(
                lambda: self._stopped or not self._items or (self._bytes + size <= self._most_bytes and self._items < self._most_items)
            )
            self._check_wanted()
        digest = digest_item(found, self._source) if isinstance(found, Item) else None
        known = None if digest is None else self._recall(digest)
        here = known is not None or isinstance(found, IngestError) or self._is_soon_read(found)
        entry = Entry(found, digest, known, here, size)
        with self._changed:
            self._bytes += size
            self._items += 1
            self._entries.append(entry)
            self._changed.notify_all()
        if not entry.here:
            self._hand_over(entry)

    def _is_soon_read(self, item: Item) -> bool:
        if self._readers or not is_harmless(item):
            return False
        self._harmless += 1
        return self._harmless <= WORTH_A_PROCESS

    def _hand_over(self, entry: Entry) -> None:
        """Puts the entry in the line for the reading processes."""
        with self._changed:
            self._waiting.append(entry)
            self._changed.notify_all()
            self._hire()

    @property
    def _is_all_read(self) -> bool:
        """Whether no more is to come for the reading processes, as far as can be told now."""
        return self._ended and not any(entry.here for entry in self._entries)

    def _hire(self) -> None:
        """Starts one more reading process when the line is long, and those that there are were waited for."""
        is_long = len(self._waiting) > self._crew.backlog * self._readers
        if self._readers < self._crew.most and is_long and self._waited >= self._crew.patience * self._readers:
            self._readers += 1
            self._launch(self._work)

    def _work(self) -> None:
        try:
            with closing(self._crew.start()) as reader:
                self._running.append(reader)
                while True:
                    with self._changed:
                        self._changed.wait_for(lambda: self._stopped or self._waiting or self._is_all_read)
                        self._check_wanted()
                        if not self._waiting:
                            # what is left is to embed and to write, with the memory that the process took
                            self._readers -= 1
                            return
                        entry = self._waiting.popleft()
                    self._read_apart(entry, reader)
        except Stopped:
            pass
        except BaseException as error:
            # whoever waits for an entry that this thread had, or would have had, must not wait for ever
            with self._changed:
                self._fault = error
                self._changed.notify_all()

    def _read_apart(self, entry: Entry, reader: ItemReader) -> None:
        """Reads an entry to its end, which comes whatever happens: someone waits for it."""
        assert isinstance(entry.found, Item)
        try:
            for reading in reader.read(entry.found, self._source):
                self._deliver(entry, reading)
        except Stopped:
            raise
        except Exception as error:
            log.debug("%s", entry.found.target, exc_info=True)
            reader.close()
            self._deliver(entry, faulty(entry.found.target, error))
        with self._changed:
            entry.is_read = True
            self._changed.notify_all()

    def _deliver(self, entry: Entry, reading: Reading) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or len(entry.readings) < MOST_READINGS)
            self._check_wanted()
            entry.readings.append(reading)
            self._has_delivered = True
            self._changed.notify_all()

    def _check_wanted(self) -> None:
        if self._stopped:
            raise Stopped

    def _launch(self, work: Callable[[], None]) -> None:
        # daemons: what waits for a server does not keep the program from ending
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()


def is_harmless(item: Item) -> bool:
    """Whether it may be read in this process."""
    return item.kind in HARMLESS and len(item.data) <= HARMLESS_BYTES
