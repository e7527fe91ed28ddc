"""Targets on the web, visited side by side in the background, and what they deliver one by one."""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Self

from ingest.errors import IngestError, Unreadable
from ingest.item import Item
from ingest.memory import Memory
from ingest.polite import PoliteFetcher
from ingest.reach import Reach, parse_places, places_of
from ingest.settings import WebSettings
from ingest.transport import GuardedBackend
from ingest.visit import Visitor, read_form
from vectorstore import ArchiveError, SearchFilter, read_settings

log = logging.getLogger(__name__)

# what may wait to be taken; a page has at most 5 MB, a PDF 10
MOST_WAITING = 4
# refusals and what has not changed weigh nothing: the fetching thread is told of the room they left for so many at once
MOST_TOLD, TOLD_AT_ONCE = 1024, 256
LONGEST_END_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Journey:
    """How targets are visited.

    Attributes:
        since: In Unix time: what a listing dates before it is left out. None takes all.
        allow_private: The hosts of the targets may lie in one's own network, and at any port.
    """

    settings: WebSettings
    since: int | None = None
    allow_private: bool = False

    def backend(self, targets: Sequence[str]) -> GuardedBackend:
        named = places_of(read_form(target).url for target in targets) if self.allow_private else ()
        return GuardedBackend(Reach((*parse_places(self.settings.allow_private or ""), *named)))


def plan_journey(since: str | None = None, allow_private: bool = False) -> Journey:
    """A journey with the settings of the environment.

    Raises:
        ValueError: `since` is no day or moment.
        SettingInvalid: A setting cannot be read.
    """
    return Journey(read_settings(WebSettings), SearchFilter(since=since).since_seconds, allow_private)


class Visits:
    """A context manager around the fetching of one run: its end ends what is under way.

    Between the thread that fetches and the one that takes: whoever fetches waits until there is room.

    Args:
        backend: What opens connections, given the targets; the journey's own by default.
    """

    def __init__(self, journey: Journey, memory: Memory, backend: Callable[[Sequence[str]], GuardedBackend] | None = None) -> None:
        self._journey = journey
        self._memory = memory
        self._backend = backend or journey.backend
        self._queue: queue.SimpleQueue[Item | IngestError | BaseException | None] = queue.SimpleQueue()
        self._room = asyncio.Semaphore(MOST_WAITING)
        self._room_to_tell = asyncio.Semaphore(MOST_TOLD)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._work: asyncio.Task[None] | None = None
        self._thread: threading.Thread | None = None
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        if self._work is not None:
            self._call(self._work.cancel)
        # whoever waits for the next one, in another thread it may be, is told that there is none
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(LONGEST_END_SECONDS)

    def visit(self, targets: Sequence[str]) -> Iterator[Item | IngestError]:
        """What the targets deliver, in the order in which it comes: several targets at once, a host by one request at a time.

        Called once.
        """
        if not targets:
            return
        self._thread = threading.Thread(target=self._run, args=(targets,), daemon=True)
        self._thread.start()
        told = 0
        while (delivery := self._queue.get()) is not None:
            if not isinstance(delivery, Item | IngestError):
                raise delivery
            yield delivery
            told += isinstance(delivery, IngestError)
            if isinstance(delivery, Item):
                self._call(self._room.release)
            elif told % TOLD_AT_ONCE == 0:
                self._call(self._make_room_to_tell)

    def _run(self, targets: Sequence[str]) -> None:
        """The fetching thread, from beginning to end."""
        try:
            asyncio.run(self._visit(targets))
        except BaseException as error:
            if not self._stopped:
                self._queue.put(error)
        finally:
            self._queue.put(None)

    async def _visit(self, targets: Sequence[str]) -> None:
        self._loop, self._work = asyncio.get_running_loop(), asyncio.current_task()
        if self._stopped:
            return
        waiting = iter(targets)
        settings = self._journey.settings
        async with PoliteFetcher(settings.manners, settings.limits, self._backend(targets)) as fetcher:
            visitor = Visitor(fetcher, self._memory, self._journey.since)
            try:
                async with asyncio.TaskGroup() as group:
                    for _ in range(min(settings.fetch_at_once, len(targets))):
                        group.create_task(self._work_through(waiting, visitor))
            except BaseExceptionGroup as errors:
                raise errors.exceptions[0] from errors

    async def _work_through(self, targets: Iterator[str], visitor: Visitor) -> None:
        for target in targets:
            try:
                async for delivery in visitor.visit(target):
                    await (self._room if isinstance(delivery, Item) else self._room_to_tell).acquire()
                    self._queue.put(delivery)
            except ArchiveError:
                raise
            except Exception as error:
                # a fault of a library with what somebody sent must not end the run
                log.debug("%s", target, exc_info=True)
                reason = f"could not be fetched, by a fault in the program ({type(error).__name__}); please report it"
                self._queue.put(Unreadable(target, reason))

    def _make_room_to_tell(self) -> None:
        for _ in range(TOLD_AT_ONCE):
            self._room_to_tell.release()

    def _call(self, what: Callable[[], object]) -> None:
        # the loop may have ended by itself
        with suppress(RuntimeError):
            if self._loop is not None:
                self._loop.call_soon_threadsafe(what)
