"""A child forked from a process that has imported everything and opened nothing, so that a kill costs a second and not the imports.

The parent has no threads: their locks a child would find taken for ever.
"""

import ctypes
import faulthandler
import json
import os
import select
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Say = Callable[[dict[str, Any]], None]


def stop_here() -> None:
    """Has this process stand still with all its threads, until `Child.stops` lets it go on."""
    signal.pthread_kill(threading.get_ident(), signal.SIGSTOP)


class Child:
    """A forked process that says lines of JSON through a pipe.

    Args:
        log: Its standard error is added to this file, with the traces of a death by a signal; None: it goes where ours does.
    """

    def __init__(self, work: Callable[[Say], None], log: Path | None = None) -> None:
        assert threading.active_count() == 1, "a process with threads is not forked"
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            status = 1
            try:
                _die_with_parent()
                if log is not None:
                    _write_errors_to(log)
                with os.fdopen(writing, "w", buffering=1) as pipe:
                    work(lambda said: print(json.dumps(said), file=pipe, flush=True))
                status = 0
            except BaseException:
                traceback.print_exc(file=sys.stderr)
            finally:
                sys.stderr.flush()
                os._exit(status)
        os.close(writing)
        self._pipe = reading
        self._said = b""

    def kill(self, how: signal.Signals = signal.SIGKILL) -> list[dict[str, Any]]:
        """Ends it with a signal; returns all it had said."""
        os.kill(self.pid, how)
        return self.wait()[1]

    def wait(self) -> tuple[int, list[dict[str, Any]]]:
        """Its exit status, negative for a signal, and all it said. Half a line at the end was never said."""
        while self._read():
            pass
        os.close(self._pipe)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), self._lines()

    def hear(self, word: str, times: int, seconds: float) -> None:
        """Waits until it has said so many lines with that word, or has ended, or so much time is over."""
        deadline = time.monotonic() + seconds
        while self._said.count(f'"{word}": '.encode()) < times and (left := deadline - time.monotonic()) > 0:
            if select.select([self._pipe], [], [], left)[0] and not self._read():
                return

    def stops(self) -> Iterator[list[dict[str, Any]]]:
        """What it had said in all each time that it has stopped itself; then it goes on, until it has ended.

        What it says between two stops has room in a pipe.
        """
        while os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT).si_code == os.CLD_STOPPED:  # type: ignore[union-attr]
            while select.select([self._pipe], [], [], 0)[0]:
                self._read()
            yield self._lines()
            os.waitid(os.P_PID, self.pid, os.WSTOPPED)
            os.kill(self.pid, signal.SIGCONT)

    def _lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._said.splitlines(keepends=True) if line.endswith(b"\n")]

    def _read(self) -> bool:
        """False at the end."""
        some = os.read(self._pipe, 1 << 16)
        self._said += some
        return bool(some)

    @property
    def ended(self) -> bool:
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _die_with_parent() -> None:
    """Else a server would go on when the count that started it is broken off."""
    if sys.platform == "linux":
        PR_SET_PDEATHSIG = 1
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _write_errors_to(log: Path) -> None:
    with log.open("a") as file:
        os.dup2(file.fileno(), sys.stderr.fileno())
    faulthandler.enable()
