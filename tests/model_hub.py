"""A stand-in for the model hub: gives out the files of one model on 127.0.0.1, as far as the hub's library asks for them."""

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.loopback import running

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class ModelHub:
    """What the hub has, and what it was asked for.

    Attributes:
        stalls: End of the names of files that it begins to send and never ends.
    """

    name: str
    folder: Path
    stalls: str = "nothing"
    address: str = ""
    asked: list[str] = field(default_factory=list)


@contextmanager
def model_hub(hub: ModelHub) -> Iterator[ModelHub]:
    closing = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("ThisHub", (_Handler,), {"hub": hub, "closing": closing}))
    hub.address = f"http://127.0.0.1:{server.server_port}"
    with running(server, closing):
        yield hub


class _Handler(BaseHTTPRequestHandler):
    hub: ModelHub
    closing: threading.Event
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        self.hub.asked.append(f"{self.command} {path}")
        resolve = f"/{self.hub.name}/resolve/"
        if path.startswith(f"/api/models/{self.hub.name}"):
            self._send(200, json.dumps(self._describe(path)).encode(), {"Content-Type": "application/json"})
        elif path.startswith(resolve) and (file := self.hub.folder / path[len(resolve) :].partition("/")[2]).is_file():
            body = file.read_bytes()
            self._send(200, body, {"ETag": f'"{hashlib.sha256(body).hexdigest()}"', "X-Repo-Commit": COMMIT})
        else:
            self._send(404, b"", {"X-Error-Code": "EntryNotFound", "X-Repo-Commit": COMMIT})

    def _describe(self, path: str) -> object:
        files = [file.relative_to(self.hub.folder).as_posix() for file in sorted(self.hub.folder.rglob("*")) if file.is_file()]
        if "/tree/" in path:
            return [{"type": "file", "path": file, "size": (self.hub.folder / file).stat().st_size, "oid": COMMIT} for file in files]
        return {
            "id": self.hub.name,
            "modelId": self.hub.name,
            "sha": COMMIT,
            "siblings": [{"rfilename": file} for file in files],
            "tags": [],
        }

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "GET":
            return
        if self.path.endswith(self.hub.stalls):
            self.wfile.write(body[:100])
            self.wfile.flush()
            self.closing.wait()
        else:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None: ...
