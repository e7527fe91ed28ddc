"""Sources that are followed are read while the server runs, when they are due."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ingest.follow import is_due, run_follows
from ingest.report import Tally
from vectorstore import Archive, ArchiveBusy, ArchiveError

log = logging.getLogger(__name__)

# how often it is looked for what is due; a source that the page has just added waits no longer than this
LOOK_SECONDS = 20.0


@contextmanager
def following(archive: Archive, look_seconds: float = LOOK_SECONDS, clock: Callable[[], float] = time.time) -> Iterator[None]:
    """Reads what is due, in a thread of its own, until the end of the block; what is being read then goes on for a moment."""
    ended = threading.Event()

    def work() -> None:
        while not ended.is_set():
            read_due(archive, int(clock()))
            ended.wait(look_seconds)

    threading.Thread(target=work, name="following", daemon=True).start()
    try:
        yield
    finally:
        ended.set()


def read_due(archive: Archive, now: int) -> int:
    """How many sources were read. It raises nothing: how each went stands with it, and the next look is soon."""
    try:
        due = [follow for follow in archive.follows.all() if is_due(follow, now)]
        return len(run_follows(archive, due, now, Tally())) if due else 0
    except ArchiveBusy as error:
        log.info("not read yet: %s", error)
    except ArchiveError as error:
        log.warning("followed sources cannot be read: %s", error)
    except Exception:  # whatever one source may cause, the others are read at the next look
        log.exception("a followed source could not be read")
    return 0
