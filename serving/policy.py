"""What a browser is told to refuse: the headers of every response, and the policy of the page."""

import base64
import hashlib
import re
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

# 'unsafe-eval' is for Gradio: its HTML component and its plots compile templates; nothing foreign is in them.
# Styles are inline all over Gradio. Scripts are not: those of the page itself are named by their hashes, so that an
# `onerror=` that came through everything else would still not run.
_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-eval'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'none'; frame-ancestors 'none'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'"
)
SECURITY_HEADERS: Final = {
    "content-security-policy": _POLICY.format(hashes=""),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # to other hosts it says nothing; without it forms of our own would be sent with the origin null
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
_SCRIPT = re.compile(rb"<script\b[^>]*>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)


def page_policy(page: bytes) -> str:
    """The policy that lets a page run the scripts written into it, and no others."""
    bodies = dict.fromkeys(body for body in _SCRIPT.findall(page) if body.strip())
    hashes = (base64.b64encode(hashlib.sha256(body).digest()).decode() for body in bodies)
    return _POLICY.format(hashes="".join(f" 'sha256-{digest}'" for digest in hashes))


class PageResponse:
    """Holds a page back until it is whole, to name its scripts in the policy; then sends it, with a cookie when there is one."""

    def __init__(self, send: Send, cookie: str | None) -> None:
        self._send = send
        self._cookie = cookie
        self._start: Message = {}
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        if message["type"] != "http.response.body":
            # Starlette tells its test client what it rendered
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if message.get("more_body"):
            return
        headers = MutableHeaders(scope=self._start)
        headers["content-security-policy"] = page_policy(self._body)
        headers["cache-control"] = "no-store"
        if self._cookie is not None:
            headers.append("set-cookie", self._cookie)
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": self._body})
