"""The end of the server: who is still connected is cut, and that is no fault."""

import asyncio
import json
import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from starlette.types import Send

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


@contextmanager
def ending_in_order() -> Iterator[None]:
    """SIGTERM ends the block as Ctrl+C does, and after it the process, by that very signal.

    uvicorn raises the signal again when it has ended its connections. By default that ends the process there and then: what the block
    has opened would not be closed. A second SIGTERM does not wait for that.
    """
    if threading.current_thread() is not threading.main_thread():
        # signals come to the main thread alone
        yield
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    except AskedToEnd:
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_DFL)
    raise AskedToEnd
