"""The end of the server: who is still connected is cut, and that is no fault; what cannot be closed in time is left as a kill leaves it."""

import asyncio
import json
import logging
import os
import queue
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final, NoReturn

from starlette.types import ASGIApp, Send

log = logging.getLogger(__name__)

# pages that are open keep a connection: they are cut after so long when the server is told to end
CUT_SECONDS: Final = 2
# ten are what whoever ends it may count on; a busy machine is late to hear the signal, and late again to end
MOST_SECONDS: Final = 8.0
# a log that nobody reads must not hold it up either
LAST_WORDS_SECONDS: Final = 0.5
# of where it was held up, from the inside
MOST_CALLS: Final = 5
ENDING = {"error": {"code": "ending", "message": "the server is ending; ask again when it is back"}}


class QuietFarewell(logging.Filter):
    """Leaves out what uvicorn says of connections that it cuts when it is told to end.

    A page keeps a stream open as long as it is read. Cutting it raises CancelledError through the whole application, which uvicorn
    writes down as an error with its traces.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        return not isinstance(error, asyncio.CancelledError) and "timeout graceful shutdown exceeded" not in record.getMessage()


async def say_ending(send: Send) -> None:
    """Answers a request that is cut before its answer began; it would else be told of a fault that is none."""
    headers = [(b"content-type", b"application/json"), (b"retry-after", b"10"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": json.dumps(ENDING).encode()})


def end_quietly() -> None:
    """Once for a process; uvicorn's own errors are still written."""
    uvicorn = logging.getLogger("uvicorn.error")
    if not any(isinstance(each, QuietFarewell) for each in uvicorn.filters):
        uvicorn.addFilter(QuietFarewell())


class AskedToEnd(BaseException):
    """SIGTERM has come. Nothing that catches errors is to catch it."""


class Farewell:
    """The time that this process has for its end, counted from the first signal that asks for it. Then it is killed."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        # True when the end begins, False when it is there. A handler of signals can put into it whatever it has interrupted: unlike
        # an event, or a thread that is started only then, it takes no lock that the main thread may hold
        self._told: queue.SimpleQueue[bool] = queue.SimpleQueue()
        threading.Thread(target=self._wait, name="farewell", daemon=True).start()

    def begin(self) -> None:
        self._told.put(True)

    def cancel(self) -> None:
        self._told.put(False)

    def _wait(self) -> None:
        if not self._told.get():
            return
        deadline = time.monotonic() + self._seconds
        # another signal changes nothing
        with suppress(queue.Empty):
            while self._told.get(timeout=max(0.0, deadline - time.monotonic())):
                pass
            return
        self._end_now()

    def _end_now(self) -> None:
        frame = sys._current_frames().get(threading.main_thread().ident or 0)
        calls = [f"{each.filename}:{each.lineno} {each.name}" for each in traceback.extract_stack(frame)[-MOST_CALLS:]]
        words = "not everything could be closed within %g s (%s); nothing is lost, and the next start puts it in order"
        saying = threading.Thread(target=log.warning, args=(words, self._seconds, " > ".join(calls)), daemon=True)
        saying.start()
        saying.join(LAST_WORDS_SECONDS)
        # the handler of any other signal would wait for the main thread, which may be what is held up
        _end_by(signal.SIGKILL)


def _end_by(number: signal.Signals) -> NoReturn:
    os.kill(os.getpid(), number)
    # the first process of a container is not ended by its own signals
    os._exit(128 + number)


@contextmanager
def ending_in_order(most_seconds: float = MOST_SECONDS) -> Iterator[Farewell]:
    """SIGTERM ends the block as Ctrl+C does, and after it the process, by that very signal.

    uvicorn raises the signal again when it has ended its connections. By default that ends the process there and then: what the block
    has opened would not be closed. A second SIGTERM does not wait for that, nor does the process for longer than so many seconds.
    """
    farewell = Farewell(most_seconds)
    if threading.current_thread() is not threading.main_thread():
        # signals come to the main thread alone
        yield farewell
        return

    def end(number: int, _: FrameType | None) -> None:
        farewell.begin()
        signal.signal(number, signal.SIG_DFL)
        raise AskedToEnd

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield farewell
    except AskedToEnd:
        _end_by(signal.SIGTERM)
    finally:
        farewell.cancel()
        signal.signal(signal.SIGTERM, before)


def run(application: ASGIApp, holder: socket.socket, farewell: Farewell) -> None:
    """Serves an application on a bound socket until the process is asked to end, from when on the farewell is counted."""
    import uvicorn

    class Server(uvicorn.Server):
        def handle_exit(self, sig: int, frame: FrameType | None) -> None:
            farewell.begin()
            # a second one does not wait
            signal.signal(sig, signal.SIG_DFL)
            super().handle_exit(sig, frame)

    end_quietly()
    # proxies' headers could make any caller look like another
    config = uvicorn.Config(
        application, log_config=None, log_level="warning", access_log=False, server_header=False, proxy_headers=False,
        timeout_graceful_shutdown=CUT_SECONDS,
    )  # fmt: skip
    Server(config).run(sockets=[holder])
