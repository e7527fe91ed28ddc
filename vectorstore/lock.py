"""One writer at a time: a lock that dies with its process."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from vectorstore.errors import ArchiveBusy, ArchiveReadOnly

# long enough for a writer that is just ending, short enough for a person who waits
WAIT_SECONDS = 1.0


@contextmanager
def write_lock(folder: Path) -> Iterator[None]:
    """Keeps every other process from writing.

    Raises:
        ArchiveBusy: Another process writes; the message names it.
        ArchiveReadOnly: The lock file cannot be made.
    """
    holder = folder / "writer.pid"
    lock = FileLock(folder / "writer.lock")
    try:
        lock.acquire(timeout=WAIT_SECONDS)
    except Timeout:
        raise ArchiveBusy(
            f"another process ({_read_holder(holder)}) is writing to {folder}; wait until it has finished and run the same command again"
        ) from None
    except OSError as error:
        raise ArchiveReadOnly(
            f"{folder} cannot be written to ({error.strerror}); allow it or name another folder with --archive"
        ) from error
    try:
        try:
            holder.write_text(str(os.getpid()))
        except OSError as error:
            problem = f"{folder} cannot be written ({error.strerror})"
            raise ArchiveReadOnly(f"{problem}; free some space and run the same command again") from error
        yield
    finally:
        lock.release()


def load_lock(folder: Path) -> FileLock:
    """Held while an index is loaded from its files, and while its seal is broken: never both at once."""
    return FileLock(folder / "load.lock")


def _read_holder(file: Path) -> str:
    try:
        return f"pid {int(file.read_text())}"
    except (OSError, ValueError):
        return "pid unknown"
