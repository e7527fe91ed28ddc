"""The guard: what reaches the page at all, and what every response carries."""

from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from serving.bodies import Body
from serving.callers import is_our_host, is_our_origin
from serving.policy import SECURITY_HEADERS, PageResponse
from serving.readers import Readers
from serving.routes import API_ROUTE, API_UPLOADS, UPLOADS, allowed_methods

# a question has at most 2,000 characters; what Gradio adds around it is small
LARGEST_BODY = 64_000
# to the interface for programs come whole conversations, and articles
LARGEST_API_BODY = 4_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What the guard lets through.

    Attributes:
        host_names: Names of this server besides `localhost`, in lower case.
        upload_bytes: Size of the largest upload; 0 when nobody may upload.
    """

    host_names: frozenset[str] = frozenset()
    upload_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Refusal:
    status: int
    line: str


class Guard:
    """An ASGI application around another one. Other hosts, origins, routes, methods and large bodies do not get past it."""

    def __init__(self, app: ASGIApp, readers: Readers, limits: Limits) -> None:
        self._app = app
        self._readers = readers
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            # nothing here speaks by WebSocket
            await send({"type": "websocket.close", "code": 1008})
            return
        headers = Headers(scope=scope)
        if refusal := self._refuse(scope, headers):
            response = PlainTextResponse(refusal.line + "\n", refusal.status)
            await response(scope, receive, _with_headers(send))
            return
        send, cap = _with_headers(send), LARGEST_API_BODY if scope["path"].startswith(f"{API_ROUTE}/") else LARGEST_BODY
        if scope["path"] in (UPLOADS[0], API_UPLOADS):
            cap = self._limits.upload_bytes
        elif scope["path"] == "/":
            # the page itself: its scripts are named in the policy, and its reader gets a cookie
            cookie = None if self._readers.who(headers.get("cookie", "")) else self._readers.issue(secure=scope.get("scheme") == "https")
            send = PageResponse(send, cookie).send
            # it is read on its way, so it must not be compressed
            plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            # Gradio would look for a state stored under `deep_link`
            scope = {**scope, "headers": plain, "query_string": b""}
        await Body(receive, send, cap).run(self._app, scope)

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
        if path in UPLOADS and not self._readers.who(headers.get("cookie", "")):
            return Refusal(403, "open the page first")
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
