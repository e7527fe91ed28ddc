"""The guard: what reaches the page at all, and what every response carries."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from chat.desk import NAME_HEADER, READER_HEADER, ROLE_HEADER
from serving.access import Access
from serving.api.errors import code_of, reply
from serving.audit import UNWRITTEN, Audit
from serving.bodies import Body
from serving.caller import SCOPE_KEY, Caller
from serving.callers import is_our_host, is_our_origin
from serving.policy import SECURITY_HEADERS, PageResponse
from serving.rates import SCOPE_KEY as RATES_KEY
from serving.rates import TOO_MANY, MakeRates, Rate, make_own
from serving.routes import (
    API_ROUTE,
    API_UPLOADS,
    METRICS_ROUTE,
    OPEN_ROUTES,
    QUESTION_ROUTES,
    SIGN_IN_ROUTE,
    UPLOADS,
    WRITES,
    allowed_methods,
)
from vectorstore import ArchiveError

log = logging.getLogger(__name__)

# a question has at most 2,000 characters; what Gradio adds around it is small
LARGEST_BODY = 64_000
# to the interface for programs come whole conversations, and articles
LARGEST_API_BODY = 4_000_000
# callers that are looked up at the same time, each over a connection of its own
AT_ONCE = 8
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the guard lets through.

    Attributes:
        host_names: Names of this server besides `localhost`, in lower case.
        upload_bytes: Size of the largest upload; 0 when nobody may upload.
        questions_per_minute: Of each caller; 0 for no limit.
    """

    host_names: frozenset[str] = frozenset()
    upload_bytes: int = 0
    questions_per_minute: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    status: int
    line: str
    location: str = ""
    retry: int = 0

    def answer(self, path: str) -> Response:
        """As JSON to programs, as a way to the right page to people, else as a line."""
        headers = {"Retry-After": str(self.retry)} if self.retry else {}
        if path == "/" and self.location:
            return RedirectResponse(self.location, 303)
        if self.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        if path.startswith(f"{API_ROUTE}/"):
            return reply(self.status, code_of(self.status), self.line, headers)
        return PlainTextResponse(self.line + "\n", self.status, headers)


class Guard:
    """An ASGI application around another one. Other hosts, origins, routes, methods and large bodies do not get past it."""

    def __init__(self, app: ASGIApp, access: Access, limits: Limits, audit: Audit = UNWRITTEN, make_rates: MakeRates = make_own) -> None:
        self._app = app
        self._access = access
        self._limits = limits
        self._audit = audit
        self._rates = make_rates("questions", Rate(limits.questions_per_minute, max(10, limits.questions_per_minute // 4)))
        self._threads = CapacityLimiter(AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            # nothing here speaks by WebSocket
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)
        refusal = self._refuse(scope, headers) or await self._admit(scope, headers)
        if refusal is not None:
            response = refusal.answer(scope["path"])
            await response(scope, receive, _with_headers(send))
            return
        path = scope["path"]
        send, cap = _with_headers(send), LARGEST_API_BODY if path.startswith(f"{API_ROUTE}/") else LARGEST_BODY
        if path in (UPLOADS[0], API_UPLOADS):
            cap = self._limits.upload_bytes
        elif path == "/":
            # the page itself: its scripts are named in the policy, and its reader gets a cookie
            send = PageResponse(send, self._cookie(scope, headers)).send
            # Gradio would look for a state stored under `deep_link`
            scope = {**scope, "query_string": b""}
        await Body(receive, send, cap).run(self._app, {**scope, "headers": self._told(scope)})

    async def _admit(self, scope: Scope, headers: Headers) -> Refusal | None:
        """Notes who calls; a refusal for whoever must sign in first, may not, or asks too often."""
        path, method = str(scope["path"]), str(scope["method"])
        try:
            caller = await self._identify(scope, headers)
            seconds = await self._take(caller, method, path) if caller is not None else 0.0
        except ArchiveError as error:
            log.error("nobody can be let in: %s", error)
            return None if path in OPEN_ROUTES else Refusal(503, "it cannot be looked up who you are; try again in a moment", retry=5)
        if caller is None:
            if path in OPEN_ROUTES:
                return None
            return Refusal(
                401, "sign in first; programs send Authorization: Bearer KEY, which newsdesk keys add makes", location=SIGN_IN_ROUTE
            )
        scope[SCOPE_KEY] = caller
        scope[RATES_KEY] = self._rates
        if path in UPLOADS and not caller.may("editor"):
            return Refusal(403, "files are added by editors")
        if path in UPLOADS and not self._access.signs_in and not self._access.reader(caller):
            return Refusal(403, "open the page first")
        if path == METRICS_ROUTE and not caller.may("admin"):
            return Refusal(403, f"figures are for the role admin; {caller.name} has the role {caller.role}")
        if seconds:
            return Refusal(429, TOO_MANY, retry=int(seconds) + 1)
        if (method == "DELETE" or path in WRITES) and method != "GET":
            # before it is done: a kill must not leave a deletion that nobody is told of
            refused = "" if caller.may("editor") else " refused"
            await self._apart(partial(self._audit.note, caller.name, f"{method} {path}{refused}"))
        return None

    async def _identify(self, scope: Scope, headers: Headers) -> Caller | None:
        if not self._access.signs_in:
            return self._access.identify(scope, headers)
        return await self._apart(partial(self._access.identify, scope, headers))

    async def _take(self, caller: Caller, method: str, path: str) -> float:
        """The seconds until the caller may ask; 0 for what is no question."""
        if not self._limits.questions_per_minute or method != "POST" or path not in QUESTION_ROUTES:
            return 0.0
        return await self._apart(partial(self._rates.take, caller.name))

    async def _apart(self, ask: Callable[[], Value]) -> Value:
        """What may wait for a server, in threads that the questions do not take."""
        return await to_thread.run_sync(ask, limiter=self._threads)

    def _cookie(self, scope: Scope, headers: Headers) -> str | None:
        """What tells browsers apart where nobody signs in, for one that has none yet."""
        readers = self._access.readers
        if self._access.signs_in or readers.who(headers.get("cookie", "")):
            return None
        return readers.issue(secure=scope.get("scheme") == "https")

    def _told(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        """The headers with what the page is told of the caller; what a request itself says of that is not passed on."""
        caller = scope.get(SCOPE_KEY)
        told: dict[str, str] = {}
        if isinstance(caller, Caller):
            told = {READER_HEADER: self._access.reader(caller), ROLE_HEADER: caller.role}
            if self._access.signs_in:
                told[NAME_HEADER] = quote(caller.name)
        dropped = {header.encode() for header in (READER_HEADER, ROLE_HEADER, NAME_HEADER)}
        if scope["path"] == "/":
            # it is read on its way, so it must not be compressed
            dropped.add(b"accept-encoding")
        kept = [(name, value) for name, value in scope["headers"] if name.lower() not in dropped]
        return kept + [(name.encode(), value.encode()) for name, value in told.items()]

    def _refuse(self, scope: Scope, headers: Headers) -> Refusal | None:
        path, method = str(scope["path"]), str(scope["method"])
        host = headers.get("host", "")
        if len(headers.getlist("host")) != 1 or not is_our_host(host, self._limits.host_names):
            return Refusal(421, "this server has another name; set NEWS_HOST_NAMES to reach it by this one")
        origins = headers.getlist("origin")
        if any(not is_our_origin(origin, host) for origin in origins) or len(origins) > 1:
            return Refusal(403, "pages of other servers have no access")
        if headers.get("sec-fetch-site") in ("cross-site", "same-site") and (method not in ("GET", "HEAD") or path != "/"):
            return Refusal(403, "pages of other servers have no access")
        methods = allowed_methods(path)
        if not methods:
            return Refusal(404, "there is nothing here")
        if method not in methods:
            return Refusal(405, "not by this method")
        if path in UPLOADS and not self._limits.upload_bytes:
            return Refusal(403, "files are added on the machine itself: newsdesk ingest FILE")
        return None


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name in [name for name in headers if name.startswith("access-control-")]:
                # Gradio grants what it was asked for; this page grants nothing
                del headers[name]
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
