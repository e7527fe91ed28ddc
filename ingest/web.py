"""Targets on the web, visited side by side in the background, and what they deliver one by one."""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.errors import IngestError, Unreadable
from ingest.item import Item
from ingest.memory import Memory
from ingest.polite import PoliteFetcher
from ingest.reach import Reach, parse_places, places_of
from ingest.settings import WebSettings
from ingest.transport import GuardedBackend
from ingest.visit import Visitor, read_form
from vectorstore import ArchiveError

log = logging.getLogger(__name__)

# what may wait to be taken; a page has at most 5 MB, a PDF 10
MOST_WAITING = 4
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
        return GuardedBackend(Reach((*parse_places(self.settings.allow_private), *named)))


def is_on_web(target: str) -> bool:
    """Whether a target is an address, and not a path."""
    return "://" in target


def visit_all(
    targets: Sequence[str], journey: Journey, memory: Memory, backend: GuardedBackend | None = None
) -> Iterator[Item | IngestError]:
    """What the targets deliver, in the order in which it comes; several targets at once, each host by itself.

    Args:
        backend: What opens connections; the journey's own by default.
    """
    if not targets:
        return
    outlet = Outlet()
    thread = threading.Thread(target=outlet.run, args=(targets, journey, memory, backend or journey.backend(targets)), daemon=True)
    thread.start()
    try:
        yield from outlet.deliveries()
    finally:
        outlet.stop()
        thread.join(LONGEST_END_SECONDS)


class Outlet:
    """Between the thread that fetches and the one that takes: whoever fetches waits until there is room."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Item | IngestError | BaseException | None] = queue.SimpleQueue()
        self._loop = asyncio.new_event_loop()
        self._room = asyncio.Semaphore(MOST_WAITING)
        self._work: asyncio.Task[None] | None = None

    def run(self, targets: Sequence[str], journey: Journey, memory: Memory, backend: GuardedBackend) -> None:
        """The fetching thread, from beginning to end."""
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                runner.run(self._visit(targets, journey, memory, backend))
        except asyncio.CancelledError:
            pass
        except BaseException as error:
            self._queue.put(error)
        finally:
            self._queue.put(None)

    def deliveries(self) -> Iterator[Item | IngestError]:
        while (delivery := self._queue.get()) is not None:
            if isinstance(delivery, Item | IngestError):
                yield delivery
                self._call(self._room.release)
            else:
                raise delivery

    def stop(self) -> None:
        """Ends what is under way; nothing happens when all has come."""
        if self._work is not None:
            self._call(self._work.cancel)

    async def _visit(self, targets: Sequence[str], journey: Journey, memory: Memory, backend: GuardedBackend) -> None:
        self._work = asyncio.current_task()
        waiting = iter(targets)
        async with PoliteFetcher(journey.settings.manners, journey.settings.limits, backend) as fetcher:
            visitor = Visitor(fetcher, memory, journey.since)
            try:
                async with asyncio.TaskGroup() as group:
                    for _ in range(min(journey.settings.fetch_at_once, len(targets))):
                        group.create_task(self._work_through(waiting, visitor))
            except BaseExceptionGroup as errors:
                raise errors.exceptions[0] from errors

    async def _work_through(self, targets: Iterator[str], visitor: Visitor) -> None:
        for target in targets:
            try:
                async for delivery in visitor.visit(target):
                    await self._room.acquire()
                    self._queue.put(delivery)
            except ArchiveError:
                raise
            except Exception as error:
                # a fault of a library with what somebody sent must not end the run
                log.debug("%s", target, exc_info=True)
                reason = f"could not be fetched, by a fault in the program ({type(error).__name__}); please report it"
                self._queue.put(Unreadable(target, reason))

    def _call(self, what: Callable[[], object]) -> None:
        try:
            self._loop.call_soon_threadsafe(what)
        except RuntimeError:
            # the loop has ended by itself
            pass
