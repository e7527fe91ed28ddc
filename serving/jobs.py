"""Jobs: articles that are taken in while whoever sent them does something else."""

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.item import Item
from ingest.pipeline import ingest_items, ingest_targets
from ingest.plan import Plan
from ingest.report import Event, Tally
from serving.job_store import FILE, Job, JobStore
from vectorstore import Archive, ArchiveError, SettingInvalid

log = logging.getLogger(__name__)

MOST_WAITING = 50
# far less than what other processes take for a death
TELL_SECONDS = 3.0
BROKEN = "could not be finished, by a fault in the program; what was taken in before is kept"
# a job that is broken off has so long to bring in what it has in hand
FAREWELL_SECONDS = 3.0
ENDED = "the server was ended before it was done; what was taken in before is kept, send the rest again"


class TooManyJobs(Exception):
    """So many wait already."""


class Ended(Exception):
    """The server ends."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be taken in.

    Attributes:
        targets: Addresses, and files of ours that hold what was uploaded.
        items: Articles as they were sent.
        source: The name of the paper, for articles that do not tell theirs.
        cleanup: Called when all is read.
    """

    targets: tuple[str | Path, ...] = ()
    items: tuple[Item, ...] = ()
    source: str = ""
    cleanup: Callable[[], None] | None = None


@dataclass(slots=True)
class Begun:
    """A job of this process that is not told as ended yet: what it counts goes on."""

    job: Job
    tally: Tally = field(default_factory=Tally)

    @property
    def now(self) -> Job:
        return replace(self.job, report=self.tally.report())


class Jobs:
    """Done one after the other, in a thread of their own: an archive has one writer. They end with the program.

    How they stand is told to every process that serves the archive, and kept.
    """

    def __init__(self, archive: Archive, store: JobStore | None = None) -> None:
        self._archive = archive
        self._store = store or JobStore(archive.beside(FILE))
        self._guard = threading.Lock()
        self._begun: dict[str, Begun] = {}
        # None is the last
        self._orders: queue.SimpleQueue[tuple[Begun, Order] | None] = queue.SimpleQueue()
        self._changed = threading.Event()
        self._ending = threading.Event()
        self._worker: threading.Thread | None = None

    def order(self, order: Order, caller: str) -> Job:
        """Puts an order in the line. Raises TooManyJobs; ArchiveError when it cannot be written down."""
        begun = Begun(Job(secrets.token_hex(8), caller, "waiting", int(time.time())))
        if self._orders.qsize() >= MOST_WAITING:
            raise TooManyJobs
        self._store.write([begun.job])
        with self._guard:
            self._orders.put((begun, order))
            self._begun[begun.job.id] = begun
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="jobs", daemon=True)
                self._worker.start()
                threading.Thread(target=self._tell, name="jobs", daemon=True).start()
        return begun.job

    def get(self, id: str) -> Job | None:
        """Raises ArchiveError."""
        with self._guard:
            begun = self._begun.get(id)
        return begun.now if begun is not None else self._store.get(id)

    def list(self) -> list[Job]:
        """The newest first. Raises ArchiveError."""
        with self._guard:
            ours = {id: begun.now for id, begun in self._begun.items()}
        return [ours.get(job.id, job) for job in self._store.list()]

    @property
    def is_ending(self) -> bool:
        """Whether nothing more is begun."""
        return self._ending.is_set()

    def close(self, seconds: float = FAREWELL_SECONDS) -> None:
        """Breaks off the job that is being done, after the article in hand, and does not begin those that wait: all are told as failed.

        One that takes longer than so many seconds for it is told so too, and ends with the program.
        """
        self._ending.set()
        if self._worker is None:
            return
        self._orders.put(None)
        self._worker.join(seconds)
        with self._guard:
            left = [begun for begun in self._begun.values() if begun.job.ended is None]
        for begun in left:
            self._change(begun, state="failed", error=ENDED, ended=int(time.time()))
        self._write()

    def _tell(self) -> None:
        """Has the others know how ours stand, at once when one begins or ends, else every few seconds: who says nothing is dead."""
        while not self._ending.is_set():
            self._changed.wait(TELL_SECONDS)
            self._changed.clear()
            self._write()

    def _write(self) -> None:
        with self._guard:
            told = [begun.now for begun in self._begun.values()]
        try:
            if told:
                self._store.write(told)
        except ArchiveError as error:
            log.warning("how jobs stand cannot be written down now: %s", error)
            return
        with self._guard:
            for job in told:
                if job.ended is not None:
                    self._begun.pop(job.id, None)

    def _work(self) -> None:
        while (ordered := self._orders.get()) is not None:
            begun, order = ordered
            try:
                self._do(begun, order)
            finally:
                if order.cleanup is not None:
                    with suppress(OSError):
                        order.cleanup()

    def _do(self, begun: Begun, order: Order) -> None:
        try:
            self._check_going_on()
            self._change(begun, state="running")
            with closing(self._take_in(order)) as events:
                for event in events:
                    begun.tally.add(event)
                    self._check_going_on()
        except Ended:
            self._change(begun, state="failed", error=ENDED, ended=int(time.time()))
        except (ArchiveError, SettingInvalid, ValueError) as error:
            self._change(begun, state="failed", error=str(error), ended=int(time.time()))
        except Exception:
            log.exception("a job failed")
            self._change(begun, state="failed", error=BROKEN, ended=int(time.time()))
        else:
            self._change(begun, state="done", ended=int(time.time()))

    def _check_going_on(self) -> None:
        if self.is_ending:
            raise Ended

    def _take_in(self, order: Order) -> Generator[Event, None, None]:
        if order.items:
            with closing(ingest_items(order.items, self._archive, order.source)) as events:
                yield from events
        if order.targets:
            with closing(ingest_targets(order.targets, self._archive, Plan(order.source))) as events:
                yield from events

    def _change(self, begun: Begun, **changes: object) -> None:
        with self._guard:
            begun.job = replace(begun.job, **changes)  # type: ignore[arg-type]  # fields of a Job
        self._changed.set()
