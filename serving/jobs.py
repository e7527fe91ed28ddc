"""Jobs: articles that are taken in while whoever sent them does something else."""

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from ingest.item import Item
from ingest.pipeline import ingest_items, ingest_targets
from ingest.plan import plan_run
from ingest.report import Event, IngestReport, Tally
from vectorstore import Archive, ArchiveError, SettingInvalid

log = logging.getLogger(__name__)

JobState = Literal["waiting", "running", "done", "failed"]
# what is remembered; what was taken in is in the archive whatever is forgotten here
MOST_JOBS = 200
MOST_WAITING = 50
BROKEN = "could not be finished, by a fault in the program; what was taken in before is kept"


class TooManyJobs(Exception):
    """So many wait already."""


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


@dataclass(frozen=True, slots=True)
class Job:
    """A job as it stands. Times are Unix time; `error` says why it failed."""

    id: str
    caller: str
    state: JobState
    ordered: int
    ended: int | None = None
    tally: Tally = field(default_factory=Tally)
    error: str | None = None

    @property
    def report(self) -> IngestReport:
        """What has become of what was ordered, until now."""
        return self.tally.report()


class Jobs:
    """Done one after the other, in a thread of their own: an archive has one writer. They end with the program."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._guard = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._orders: queue.Queue[tuple[str, Order]] = queue.Queue(MOST_WAITING)
        self._thread: threading.Thread | None = None

    def order(self, order: Order, caller: str) -> Job:
        """Puts an order in the line. Raises TooManyJobs."""
        job = Job(secrets.token_hex(8), caller, "waiting", int(time.time()))
        with self._guard:
            try:
                self._orders.put_nowait((job.id, order))
            except queue.Full:
                raise TooManyJobs from None
            self._jobs[job.id] = job
            self._forget()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
                self._thread.start()
        return job

    def get(self, id: str) -> Job | None:
        with self._guard:
            return self._jobs.get(id)

    def list(self) -> list[Job]:
        """The newest first."""
        with self._guard:
            return list(reversed(self._jobs.values()))

    def _forget(self) -> None:
        ended = [job.id for job in self._jobs.values() if job.ended is not None]
        for id in ended[: max(0, len(self._jobs) - MOST_JOBS)]:
            del self._jobs[id]

    def _work(self) -> None:
        while True:
            id, order = self._orders.get()
            try:
                tally = self._change(id, state="running").tally
                for event in self._take_in(order):
                    tally.add(event)
            except (ArchiveError, SettingInvalid, ValueError) as error:
                self._change(id, state="failed", error=str(error), ended=int(time.time()))
            except Exception:
                log.exception("a job failed")
                self._change(id, state="failed", error=BROKEN, ended=int(time.time()))
            else:
                self._change(id, state="done", ended=int(time.time()))
            finally:
                if order.cleanup is not None:
                    with suppress(OSError):
                        order.cleanup()

    def _take_in(self, order: Order) -> Iterator[Event]:
        if order.items:
            with closing(ingest_items(order.items, self._archive, order.source)) as events:
                yield from events
        if order.targets:
            with closing(ingest_targets(order.targets, self._archive, plan_run(order.source))) as events:
                yield from events

    def _change(self, id: str, **changes: object) -> Job:
        with self._guard:
            changed = self._jobs[id] = replace(self._jobs[id], **changes)  # type: ignore[arg-type]  # fields of a Job
        return changed
