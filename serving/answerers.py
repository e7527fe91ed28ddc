"""Processes that answer beside the server's own as long as questions wait: Python uses one core, and quotes are mostly Python's work."""

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import Pipe
from pathlib import Path
from typing import Any

from langchain_core.runnables import Runnable, RunnableGenerator

from rag import AnswerSettings
from rag.answerer import FAILED, READY, WHOLE
from vectorstore import Archive, ArchiveError, ArchiveSettings

log = logging.getLogger(__name__)

State = dict[str, Any]
Chain = Runnable[State, State]

# Of two at once one is often outside Python. More than these, for so long, are worth another process, whose start takes two seconds.
OWN, PATIENCE_SECONDS = 2, 1.0
# Of larger archives most of an answer's time is search, which uses several cores as it is.
MOST_PASSAGES = 200_000
MOST_CORES, START_SECONDS = 8, 120.0
ROOT = Path(__file__).resolve().parent.parent


class Answerer:
    """One process. A single thread uses it at a time."""

    def __init__(self, archive: ArchiveSettings, answers: AnswerSettings) -> None:
        self._connection, theirs = Pipe()
        with theirs:
            path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
            # It ends when the connection does, and so with this process. In a group of its own Ctrl+C does not reach it.
            self._process = subprocess.Popen(
                [sys.executable, "-m", "rag.answerer", str(theirs.fileno())], env={**os.environ, "PYTHONPATH": path},
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, pass_fds=(theirs.fileno(),), process_group=0,
            )  # fmt: skip
        self._connection.send((archive, answers))

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def is_ready(self) -> bool:
        """Waits until all is loaded; False when that came to nothing."""
        with suppress(EOFError, OSError):
            return self._connection.poll(START_SECONDS) and self._connection.recv() == READY
        return False

    def ask(self, state: State) -> Iterator[State]:
        """What the chain tells there. Raises EOFError or OSError when the answer does not become whole."""
        self._connection.send(state)
        while (part := self._connection.recv()) != WHOLE:
            if part == FAILED:
                raise OSError("the answer failed")
            yield part

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._connection.close()


class Answerers:
    """Shares questions out among this process and others, which are started while questions wait; they end when nobody asks them.

    Args:
        own: The chain of this process. It answers what no other process is free for, and what another one failed to.
        start: Starts another process.
        most: Other processes; 0 for none, None for one for each core and eight at most.
        patience: Seconds for which more than `OWN` questions must be answered at once before another process is started.
    """

    def __init__(
        self, archive: Archive, own: Chain, start: Callable[[], Answerer], most: int | None, patience: float = PATIENCE_SECONDS
    ) -> None:
        self.chain: Chain = RunnableGenerator(self._stream, name="answer")
        self._archive = archive
        self._own = own
        self._start_one = start
        self._most = min(MOST_CORES, os.cpu_count() or 1) if most is None else most
        self._patience = patience
        self._guard = threading.Lock()
        self._free: list[Answerer] = []
        self._in_use = 0
        self._own_now = 0
        self._crowded_since: float | None = None
        self._starting: threading.Thread | None = None
        self._is_closed = False

    @property
    def free(self) -> int:
        """Other processes that could answer now."""
        return len(self._free)

    def close(self) -> None:
        """Ends the processes; whom one of them is answering, this process answers."""
        with self._guard:
            self._is_closed = True
            free, self._free = self._free, []
        for each in free:
            each.close()

    def _stream(self, states: Iterator[State]) -> Iterator[State]:
        for state in states:
            yield from self._answer(state)

    def _answer(self, state: State) -> Iterator[State]:
        told: set[str] = set()
        answerer = self._take()
        if answerer is not None:
            is_whole = False
            try:
                with suppress(EOFError, OSError):
                    # what would end a model's writing does not travel: quotes are there before it could
                    for part in answerer.ask({name: value for name, value in state.items() if name != "stop"}):
                        told |= part.keys()
                        yield part
                    is_whole = True
            finally:
                self._give_back(answerer, is_whole)
            if is_whole:
                return
            with self._guard:
                self._own_now += 1
        try:
            for part in self._own.stream(state):
                if rest := {name: value for name, value in part.items() if name not in told}:
                    yield rest
        finally:
            with self._guard:
                self._own_now -= 1

    def _take(self) -> Answerer | None:
        """A process that is free; None when this one is to answer, which counts: it has nothing else to do, or no other is free."""
        now = time.monotonic()
        with self._guard:
            if self._own_now:
                while self._free:
                    answerer = self._free.pop()
                    if answerer.is_alive:
                        self._in_use += 1
                        return answerer
            if self._own_now < OWN:
                self._crowded_since = None
            elif self._crowded_since is None:
                self._crowded_since = now
            self._own_now += 1
            is_crowded = self._crowded_since is not None and now - self._crowded_since >= self._patience
            if is_crowded and self._in_use < self._most and self._starting is None and not self._is_closed:
                self._starting = threading.Thread(target=self._start, name="answerer", daemon=True)
                self._starting.start()
        return None

    def _give_back(self, answerer: Answerer, is_whole: bool) -> None:
        with self._guard:
            self._in_use -= 1
            if is_whole and not self._is_closed:
                self._free.append(answerer)
                return
        answerer.close()

    def _start(self) -> None:
        """One more process. One that does not start is not tried again, nor where the archive is too large for several."""
        answerer = None
        try:
            if self._archive.status().passages <= MOST_PASSAGES:
                answerer = self._start_one()
        except (ArchiveError, OSError) as error:
            log.warning("no other process answers beside the server's own: %s", error)
        is_ready = answerer is not None and answerer.is_ready()
        with self._guard:
            self._starting = None
            if is_ready and answerer is not None and not self._is_closed:
                self._free.append(answerer)
                return
            if not is_ready:
                self._most = 0
        if answerer is not None:
            if not is_ready:
                log.warning("no other process answers beside the server's own: it does not start")
            answerer.close()
