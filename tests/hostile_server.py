"""A web server on loopback for tests, with pages as they should be and in every way they should not."""

import gzip
import socket
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.loopback import running

# what hangs ends with its test, not before
LONGEST_HANG_SECONDS = 20
MEGABYTE = 1_000_000


@dataclass
class Server:
    """Answers by `pages`: path to what is written to the connection. `paths` holds what was asked for, in order;
    `connections` counts those without a request too."""

    pages: dict[str, Callable[["Reply"], None]]
    url: str = ""
    port: int = 0
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    connections: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    def asked(self, path: str) -> int:
        return self.paths.count(path)


@dataclass
class Reply:
    """One answer being sent."""

    server: Server
    handler: BaseHTTPRequestHandler

    @property
    def asked_with(self) -> Mapping[str, str]:
        return dict(self.handler.headers)

    def raw(self, data: bytes) -> None:
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def send(self, body: bytes, content_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        """A whole answer; `_` in the name of a header stands for `-`."""
        lines = {"Content-Type": content_type, "Content-Length": str(len(body)), **{k.replace("_", "-"): v for k, v in headers.items()}}
        head = f"HTTP/1.1 {status} X\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value)
        self.raw(head.encode("latin-1", "replace") + b"Connection: close\r\n\r\n" + body)

    def wait(self) -> None:
        self.server.closing.wait(LONGEST_HANG_SECONDS)


Page = Callable[[Reply], None]


def serves(body: bytes | str, content_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Page:
    data = body.encode() if isinstance(body, str) else body
    return lambda reply: reply.send(data, content_type, status, **headers)


def redirects(location: str, status: int = 302) -> Page:
    return lambda reply: reply.send(b"", status=status, Location=location)


def keeps(body: bytes | str, etag: str, content_type: str = "text/html; charset=utf-8") -> Page:
    """Says 304 to whoever has it already."""
    data = body.encode() if isinstance(body, str) else body

    def page(reply: Reply) -> None:
        if reply.handler.headers.get("If-None-Match") == etag:
            reply.raw(f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\nConnection: close\r\n\r\n".encode())
        else:
            reply.send(data, content_type, ETag=etag)

    return page


def bomb(encoding: str, megabytes: int = 200, declared: str = "") -> Page:
    """Few bytes that stand for many."""
    packed = {"gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}[encoding](megabytes)
    return serves(packed, content_encoding=declared or encoding)


def nested_bomb(reply: Reply) -> None:
    reply.send(gzip.compress(_gzip(50)), content_encoding="gzip, gzip")


def endless(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    while not reply.server.closing.is_set():
        reply.raw(chunk)


def endless_gzip(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n")
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    while not reply.server.closing.is_set():
        reply.raw(packer.compress(bytes(MEGABYTE)))


def drips(reply: Reply) -> None:
    """A byte now and then, each in time, never all of them."""
    reply.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    while not reply.server.closing.wait(0.05):
        reply.raw(b"x")


def drips_headers(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\n")
    number = 0
    while not reply.server.closing.wait(0.05):
        number += 1
        reply.raw(f"X-{number}: x\r\n".encode())


def drips_status(reply: Reply) -> None:
    for byte in b"HTTP/1.1 200 OK" * 1000:
        if reply.server.closing.wait(0.05):
            break
        reply.raw(bytes([byte]))


def informs_for_ever(reply: Reply) -> None:
    while not reply.server.closing.wait(0.01):
        reply.raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n")


def hangs(reply: Reply) -> None:
    reply.wait()


def hangs_in_body(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>")
    reply.wait()


def promises_more(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>short")


def promises_less(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>" + b"x" * 5000)


def promises_terabytes(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999999999999\r\n\r\n<html>")
    reply.wait()


def resets(reply: Reply) -> None:
    reply.handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    reply.handler.connection.close()


def resets_in_body(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<html>")
    time.sleep(0.05)
    resets(reply)


def says_nothing(reply: Reply) -> None:
    reply.handler.connection.shutdown(socket.SHUT_RDWR)


def floods_headers(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        reply.raw(f"X-{number}: {'x' * 100}\r\n".encode())


def one_long_header(reply: Reply) -> None:
    reply.raw(b"HTTP/1.1 200 OK\r\nX: ")
    while not reply.server.closing.is_set():
        reply.raw(b"x" * 0x10000)


def raw(data: bytes) -> Page:
    return lambda reply: reply.raw(data)


def trouble_then(body: str, status: int = 503, **headers: str) -> Page:
    """An error at first, the page after it."""
    calls = iter(range(1_000_000))
    return lambda reply: reply.send(b"no", status=status, **headers) if next(calls) == 0 else reply.send(body.encode())


@contextmanager
def web_server(pages: Mapping[str, Page] | None = None) -> Iterator[Server]:
    """Runs on a free port of 127.0.0.1 for the length of the block; unknown paths are 404."""
    state = Server(dict(pages or {}))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            state.paths.append(self.path)
            state.headers.append(dict(self.headers))
            page = state.pages.get(self.path, serves("no such page", status=404))
            # the client may leave, which is what some tests are about
            with suppress(OSError):
                page(Reply(state, self))

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    class Listener(ThreadingHTTPServer):
        def process_request(self, request: object, client_address: object) -> None:
            state.connections += 1
            super().process_request(request, client_address)  # type: ignore[arg-type]

        def handle_error(self, request: object, client_address: object) -> None:
            """Silent: connections are broken on purpose here."""

    server = Listener(("127.0.0.1", 0), Handler)
    state.port = server.server_port
    state.url = f"http://127.0.0.1:{server.server_port}"
    with running(server, state.closing):
        yield state


# made as tests are collected, by each worker
@cache
def _gzip(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([packer.compress(bytes(MEGABYTE)) for _ in range(megabytes)]) + packer.flush()


def _deflate(megabytes: int) -> bytes:
    return zlib.compress(bytes(megabytes * MEGABYTE), 1)


def _brotli(megabytes: int) -> bytes:
    # 256 MB of zeros; written down, since Python has no brotli of its own
    written = (
        "cfffff7ff82700e2b14020f7fe9ffffffff04f00c4610180eefd3fffffffe19f0088c32200ddfb7ffeffffc33f0110870500baf7fffcffff877f"
        "02200e0b0074effff9ffff0fff04401c1600e8defff3ffff1ffe0980382c00d0bdffe7ffff3ffc1300715800a07bffcfffff7ff82700e2b00040"
        "f7fe9ffffffff04f00c4610180eefd3fffffffe19f0088c30200ddfb7ffeffffc33f0110870500baf7fffcffff877f02200e0b0074effff9ffff"
        "0fff04401c1600e8defff3ffff1ffe0980382c00d0bdffe7ffff3ffc1300715800a07bff3f"
    )
    return bytes.fromhex(written)


def _zstd(megabytes: int) -> bytes:
    # a frame of blocks that each repeat one byte 128 kB times (RLE blocks)
    block = struct.pack("<I", (131_072 << 3) | 0b010)[:3] + b"x"
    return b"\x28\xb5\x2f\xfd\x00\x58" + block * (megabytes * 8) + struct.pack("<I", 0b001)[:3]
