"""A process that reads items and may die of them: `python -m ingest.worker`, started by `reader.Reader`.

Items come through standard input, readings go to standard output, see `wire`.
"""

import ctypes
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

# until it is tied to the one that started it, it could be left behind: nothing is imported before that takes time
if TYPE_CHECKING:
    from ingest.errors import IngestError
    from ingest.item import Item
    from vectorstore import Article

    Read = Callable[[Item, str], Iterator[Article | IngestError]]

# what a document of the largest size that is read takes, several times over
MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 20
# a process that has grown beyond this makes room for a fresh one
TIRED_BYTES = 500_000_000
TOO_LARGE = f"took more than {MEMORY_BYTES / 1e9:.1f} GB of memory to read and was given up"
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def main() -> None:
    """Reads what is sent with our own readers."""
    serve(_read)


def serve(read: "Read", memory_bytes: int = MEMORY_BYTES, cpu_seconds: int = CPU_SECONDS) -> None:
    """Answers until there are no more items, or the process that started this one is gone.

    Args:
        read: The readings of an item, given the name of the paper.
        cpu_seconds: For each reading; who takes longer is ended by the system.
    """
    _tie_to_parent(int(sys.argv[-1]))
    from ingest.errors import Unreadable
    from ingest.wire import END, LAST, READY, pack, pack_reading, read_item_sent

    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # what a library prints must not come between the messages
    sink = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    sink.write(pack(READY))
    while sent := read_item_sent(sys.stdin.buffer):
        _limit_time(cpu_seconds)
        try:
            for reading in read(*sent):
                sink.write(pack_reading(reading))
                _limit_time(cpu_seconds)
        except MemoryError:
            sink.write(pack_reading(Unreadable(sent[0].target, TOO_LARGE)))
        if _largest_size() > TIRED_BYTES:
            sink.write(pack(LAST))
            break
        sink.write(pack(END))


def _read(item: "Item", source: str) -> "Iterator[Article | IngestError]":
    # with all that parses: only when the first item is there
    from ingest.read import read_item

    return read_item(item, source)


def _tie_to_parent(parent: int) -> None:
    """Ends this process when the one that started it is gone, however that was ended."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        # it was gone before
        sys.exit()


def _limit_time(seconds: int) -> None:
    """So many seconds of processor time from now on; then the system ends this process."""
    spent = time.process_time()
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(spent) + 1 + seconds, hard))


def _largest_size() -> int:
    try:
        # Linux counts in ru_maxrss the size of the parent that started this process, too
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used if sys.platform == "darwin" else used * 1024


if __name__ == "__main__":
    main()
