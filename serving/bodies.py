"""A request's body, counted as it streams: one that is too large ends the request with 413."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Body:
    """One request with a cap on its body, whatever its headers claim."""

    def __init__(self, receive: Receive, send: Send, cap: int) -> None:
        self._receive = receive
        self._send = send
        self._cap = cap
        self._read = 0
        self._answered = False
        self._too_large = False

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        length = Headers(scope=scope).get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > self._cap:
            await self._refuse(scope)
            return
        try:
            await app(scope, self.receive, self.send)
        except Exception:
            # the application's complaint that the body ended early is ours to answer
            if not self._too_large:
                raise
        if self._too_large and not self._answered:
            await self._refuse(scope)

    async def receive(self) -> Message:
        if self._too_large:
            return {"type": "http.disconnect"}
        message = await self._receive()
        self._read += len(message.get("body", b""))
        if self._read > self._cap:
            self._too_large = True
            return {"type": "http.disconnect"}
        return message

    async def send(self, message: Message) -> None:
        if self._too_large and not self._answered:
            # what the application makes of half a body concerns nobody
            return
        self._answered = True
        await self._send(message)

    async def _refuse(self, scope: Scope) -> None:
        self._answered = True
        response = PlainTextResponse(f"at most {self._cap:,} bytes\n", 413, {"connection": "close"})
        await response(scope, self._receive, self._send)
