"""A child forked from a process that has imported everything and opened nothing, so that a kill costs a second and not the imports.

The parent has no threads: their locks a child would find taken for ever.
"""

import json
import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

Say = Callable[[dict[str, Any]], None]


class Child:
    """A forked process that says lines of JSON through a pipe."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        assert threading.active_count() == 1, "a process with threads is not forked"
        reading, writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            status = 1
            try:
                with os.fdopen(writing, "w", buffering=1) as pipe:
                    work(lambda said: print(json.dumps(said), file=pipe, flush=True))
                status = 0
            except BaseException:
                traceback.print_exc(file=sys.stderr)
            finally:
                sys.stderr.flush()
                os._exit(status)
        os.close(writing)
        self._pipe = os.fdopen(reading)

    def kill(self, how: signal.Signals = signal.SIGKILL) -> list[dict[str, Any]]:
        """Ends it with a signal; returns all it had said."""
        os.kill(self.pid, how)
        return self.wait()[1]

    def wait(self) -> tuple[int, list[dict[str, Any]]]:
        """Its exit status, negative for a signal, and all it said. Half a line at the end was never said."""
        lines = [json.loads(line) for line in self._pipe.read().splitlines(keepends=True) if line.endswith("\n")]
        self._pipe.close()
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]), lines

    def wait_for_word(self, seconds: float) -> None:
        """Until it has said something, or has ended, or so much time is over."""
        select.select([self._pipe], [], [], seconds)

    @property
    def ended(self) -> bool:
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
