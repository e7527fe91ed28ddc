"""What uvicorn says of connections that it cuts at the end is left out; everything else is written."""

import asyncio
import logging

import pytest
from prometheus_client import generate_latest
from starlette.types import Message, Receive, Scope, Send

from serving.farewell import QuietFarewell, end_quietly
from serving.observing import Metrics, Observer


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


async def test_who_is_cut_before_the_answer_began_is_told_that_the_server_ends() -> None:
    async def cut(scope: Scope, receive: Receive, send: Send) -> None:
        raise asyncio.CancelledError("Task cancelled")

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    metrics = Metrics()
    with pytest.raises(asyncio.CancelledError):
        await Observer(cut, metrics, logs=False)({"type": "http", "method": "POST", "path": "/v1/ask", "headers": []}, receive, send)
    assert sent[0]["status"] == 503 and b"the server is ending" in sent[1]["body"]
    assert b'status="503"' in generate_latest(metrics.registry)
