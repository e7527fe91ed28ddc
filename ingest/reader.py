"""One reading process, as seen from outside: started when needed, ended when it hangs, replaced when it died."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ingest.errors import IngestError, Unlucky, Unreadable
from ingest.item import Item
from ingest.wire import END, HEAD, LAST, READY, unpack_reading, write_item
from ingest.worker import CPU_SECONDS, TOO_LARGE
from vectorstore import Article

# of the clock on the wall, for one article; the process's own limit of processor time comes first unless it waits, or the machine is busy
WALL_SECONDS = 6 * CPU_SECONDS
# a busy machine takes its time to start a process
START_SECONDS = 60
# no message is larger: an article is no longer than the largest document
LARGEST_MESSAGE = 512 << 20
TOO_SLOW = f"took more than {CPU_SECONDS} seconds to read and was given up"


class Reader:
    """Used by one thread, which must live as long: on Linux the process ends with the thread that started it."""

    command = ("-m", "ingest.worker")

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._unread = bytearray()

    def read(self, item: Item, source: str) -> Iterator[Article | IngestError]:
        """As `read.read_item`, within limits of time and memory. Whatever the item does, the next one can be read."""
        try:
            process = self._start()
            assert process.stdin is not None
            write_item(process.stdin, item, source)
            while (message := self._receive(WALL_SECONDS))[0] not in (END, LAST):
                yield unpack_reading(*message)
            if message[0] == LAST:
                self.close()
        except TimeoutError:
            self.close()
            # by the clock: of a busy machine that tells nothing
            yield Unlucky(item.target, TOO_SLOW)
        except (EOFError, OSError, ValueError) as error:
            yield self._find_death(item.target, error)
        except GeneratorExit:
            # what the process has yet to say of this item must not be taken for the next one's
            self.close()
            raise

    def kill(self) -> None:
        """Ends the process, from any thread: what waits for its answer learns that there is none."""
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        process, self._process = self._process, None
        self._unread.clear()
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    # what it had not taken yet is flushed in closing
                    continue
        process.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        # the child finds this package whichever way it was installed
        root = Path(__file__).resolve().parent.parent
        self._process = subprocess.Popen(
            [sys.executable, *self.command, str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=root,
            # Ctrl+C is for the parent, who ends it in order
            process_group=0,
        )
        kind, _ = self._receive(START_SECONDS)
        if kind != READY:
            raise ValueError("it does not speak as it should")
        return self._process

    def _receive(self, seconds: float) -> tuple[bytes, bytes]:
        """The next message. Raises TimeoutError, EOFError, or ValueError when it is too long to be one."""
        deadline = time.monotonic() + seconds
        kind, length = HEAD.unpack(self._take(HEAD.size, deadline))
        if length > LARGEST_MESSAGE:
            raise ValueError("it says too much")
        return kind, self._take(length, deadline)

    def _take(self, length: int, deadline: float) -> bytes:
        assert self._process is not None and self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        while len(self._unread) < length:
            if not select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
                raise TimeoutError
            part = os.read(pipe, 1 << 20)
            if not part:
                raise EOFError
            self._unread += part
        taken = bytes(self._unread[:length])
        del self._unread[:length]
        return taken

    def _find_death(self, target: str, error: Exception) -> Unreadable:
        """Why the process is no more."""
        process = self._process
        code = None
        if process is not None:
            try:
                code = process.wait(timeout=START_SECONDS)
            except subprocess.TimeoutExpired:
                code = None
        self.close()
        match code:
            case None | 0:
                return Unlucky(target, f"could not be read: the reading process fails ({type(error).__name__})")
            case code if code == -signal.SIGXCPU:
                return Unreadable(target, TOO_SLOW)
            case code if code < 0:
                return Unlucky(target, f"could not be read: the reading process was ended by {signal.Signals(-code).name}")
            case _:
                # Python could not even say that its memory was used up
                return Unlucky(target, TOO_LARGE)
