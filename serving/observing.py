"""What is told of each request: one line of JSON in the log, and counts for Prometheus. Never a question, a key or an answer."""

import asyncio
import json
import logging
import re
import secrets
import time
from typing import TYPE_CHECKING, Final

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serving.api.running import BEGUN_KEY, TIMES_KEY
from serving.caller import SCOPE_KEY, Caller
from serving.farewell import say_ending
from serving.telemetry import Telemetry

if TYPE_CHECKING:
    from opentelemetry.trace import Span

log = logging.getLogger("newsdesk.requests")

REQUEST_ID: Final = "x-request-id"
# an id that a proxy gave is kept when it is one
GIVEN_ID = re.compile(r"[\w.-]{1,64}")
# parts of paths that are of one article, job or browser
VARIABLE = re.compile(r"(?<=/articles/)[^/]+|(?<=/jobs/)[^/]+|(?<=/heartbeat/)[^/]+|(?<=^/assets/).+|(?<=^/static/).+")
# the status of a request whose asker left before anything was said
UNSAID = 499
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)


class Metrics:
    """The figures of one server."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        into = self.registry
        self.requests = Counter("newsdesk_requests", "Requests, by route, method and status.", ["route", "method", "status"], registry=into)
        self.seconds = Histogram("newsdesk_request_seconds", "From request to end of answer.", ["route"], buckets=BUCKETS, registry=into)
        self.steps = Histogram("newsdesk_step_seconds", "From turn to end of a step.", ["step"], buckets=BUCKETS, registry=into)
        self.running = Gauge("newsdesk_requests_running", "Requests under way.", registry=into)
        self.articles = Gauge("newsdesk_articles", "Articles in the archive.", registry=into)
        self.passages = Gauge("newsdesk_passages", "Passages of current versions.", registry=into)
        self.generation = Gauge("newsdesk_generation", "Grows with every write to the archive.", registry=into)


class Observer:
    """An ASGI application around another one: it gives each request an id, and tells when it has ended.

    Args:
        logs: Whether a line is written for each.
        telemetry: Where spans go; None for nowhere.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, *, logs: bool, telemetry: Telemetry | None = None) -> None:
        self._app = app
        self._metrics = metrics
        self._logs = logs
        self._telemetry = telemetry

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._telemetry is None:
            await self._observe(scope, receive, send)
        else:
            with self._telemetry.request(scope) as span:
                await self._observe(scope, receive, send, span)

    async def _observe(self, scope: Scope, receive: Receive, send: Send, span: "Span | None" = None) -> None:
        given = dict(scope["headers"]).get(REQUEST_ID.encode(), b"").decode("latin-1")
        name = given if GIVEN_ID.fullmatch(given) else secrets.token_hex(8)
        # filled below, by whoever knows
        scope[TIMES_KEY], scope[BEGUN_KEY] = {}, []
        said: dict[str, int] = {"status": UNSAID, "bytes": 0}

        async def observed(message: Message) -> None:
            if message["type"] == "http.response.start":
                said["status"] = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = name
            said["bytes"] += len(message.get("body", b""))
            await send(message)

        started = time.perf_counter()
        self._metrics.running.inc()
        try:
            await self._app(scope, receive, observed)
        except asyncio.CancelledError:
            if said["status"] == UNSAID:
                await say_ending(observed)
            raise
        except Exception:
            said["status"] = 500
            raise
        finally:
            self._metrics.running.dec()
            # what nobody serves would give every scanner a row of its own
            route = "other" if said["status"] in (404, 405, 421) else VARIABLE.sub("*", str(scope["path"]))
            self._tell(scope, name, route, said, time.perf_counter() - started)
            if self._telemetry is not None and span is not None:
                self._telemetry.describe(span, scope, {"route": route, "status": said["status"], "request": name})

    def _tell(self, scope: Scope, name: str, route: str, said: dict[str, int], seconds: float) -> None:
        self._metrics.requests.labels(route, scope["method"], said["status"]).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        for step, spent in scope[TIMES_KEY].items():
            self._metrics.steps.labels(step).observe(spent)
        if self._logs:
            caller = scope.get(SCOPE_KEY)
            line = {"time": round(time.time(), 3), "request": name, "method": scope["method"], "route": route, **said}
            line |= {"seconds": round(seconds, 4), "caller": caller.name if isinstance(caller, Caller) else None}
            log.info("%s", json.dumps(line | ({"steps": scope[TIMES_KEY]} if scope[TIMES_KEY] else {})))
