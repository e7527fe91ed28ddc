"""What uvicorn says of connections that it cuts at the end is left out; everything else is written."""

import asyncio
import logging

from serving.farewell import QuietFarewell, end_quietly


def record(message: str, error: BaseException | None = None) -> logging.LogRecord:
    facts = (type(error), error, None) if error is not None else None
    return logging.LogRecord("uvicorn.error", logging.ERROR, __file__, 1, message, None, facts)


def test_cut_connections_are_no_errors() -> None:
    quiet = QuietFarewell()
    assert not quiet.filter(record("Exception in ASGI application", asyncio.CancelledError("Task cancelled")))
    assert not quiet.filter(record("Cancel 3 running task(s), timeout graceful shutdown exceeded"))
    assert quiet.filter(record("Exception in ASGI application", ValueError("a fault")))
    assert quiet.filter(record("address already in use"))


def test_it_is_put_in_once() -> None:
    end_quietly()
    end_quietly()
    filters = [each for each in logging.getLogger("uvicorn.error").filters if isinstance(each, QuietFarewell)]
    assert len(filters) == 1
