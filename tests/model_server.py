"""A small OpenAI-compatible server for tests: real sockets, streaming, and every way to fail."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.loopback import running

MARK = re.compile(r"mark: \[(\w+)\]")
# hung requests end with their test, not before
LONGEST_HANG_SECONDS = 20


@dataclass
class ModelServer:
    """Answers every chat request with `behaviour`. `prompts` holds what it was sent, `requests` counts."""

    behaviour: Callable[["Reply"], None]
    url: str = ""
    prompts: list[list[dict[str, Any]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def requests(self) -> int:
        return len(self.prompts)


@dataclass
class Reply:
    """One answer being sent. Behaviours below write to it."""

    server: ModelServer
    handler: BaseHTTPRequestHandler
    prompt: str

    @property
    def marks(self) -> list[str]:
        """The marks of the passages in the prompt, best first."""
        return MARK.findall(self.prompt)

    def fail(self, status: int, body: str = '{"error": {"message": "no"}}', content_type: str = "application/json") -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", content_type)
        self.handler.send_header("Content-Length", str(len(body.encode())))
        self.handler.end_headers()
        self.handler.wfile.write(body.encode())

    def start(self) -> None:
        self.handler.send_response(200)
        self.handler.send_header("Content-Type", "text/event-stream")
        self.handler.send_header("Transfer-Encoding", "chunked")
        self.handler.end_headers()

    def send(self, text: str, finish: str | None = None) -> None:
        choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": finish}
        self.event(json.dumps({"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "test", "choices": [choice]}))

    def event(self, data: str) -> None:
        line = f"data: {data}\n\n".encode()
        self.handler.wfile.write(f"{len(line):x}\r\n".encode() + line + b"\r\n")
        self.handler.wfile.flush()

    def end(self, finish: str = "stop") -> None:
        self.send("", finish)
        self.event("[DONE]")
        self.handler.wfile.write(b"0\r\n\r\n")

    def say(self, text: str, finish: str = "stop") -> None:
        """Streams a whole text in pieces of a few characters."""
        self.start()
        for at in range(0, len(text), 7):
            self.send(text[at : at + 7])
        self.end(finish)


def says(text: str, finish: str = "stop") -> Callable[[Reply], None]:
    """`{0}`, `{1}` in the text stand for the marks of the passages that came in the prompt."""
    return lambda reply: reply.say(text.format(*reply.marks), finish)


def says_and_counts(text: str, read: int, written: int) -> Callable[[Reply], None]:
    """As `says`, with the tokens that it cost, which come behind the last word."""

    def behaviour(reply: Reply) -> None:
        reply.start()
        reply.send(text.format(*reply.marks))
        reply.send("", "stop")
        usage = {"prompt_tokens": read, "completion_tokens": written, "total_tokens": read + written}
        reply.event(
            json.dumps({"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "test", "choices": [], "usage": usage})
        )
        reply.event("[DONE]")
        reply.handler.wfile.write(b"0\r\n\r\n")

    return behaviour


def fails(status: int, body: str = '{"error": {"message": "no"}}', content_type: str = "application/json") -> Callable[[Reply], None]:
    return lambda reply: reply.fail(status, body, content_type)


def breaks_after(pieces: int) -> Callable[[Reply], None]:
    """The connection is gone in the middle of the stream."""

    def behaviour(reply: Reply) -> None:
        reply.start()
        for number in range(pieces):
            reply.send(f"word{number} ")
        reply.handler.connection.close()

    return behaviour


def hangs_after(pieces: int) -> Callable[[Reply], None]:
    def behaviour(reply: Reply) -> None:
        reply.start()
        for number in range(pieces):
            reply.send(f"word{number} ")
        reply.server.closing.wait(LONGEST_HANG_SECONDS)

    return behaviour


def never_starts(reply: Reply) -> None:
    reply.server.closing.wait(LONGEST_HANG_SECONDS)


def never_ends(reply: Reply) -> None:
    reply.start()
    while not reply.server.closing.is_set():
        reply.send("and so on ")
        time.sleep(0.02)


def sends_no_choices(reply: Reply) -> None:
    reply.start()
    reply.event(json.dumps({"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "test", "choices": []}))
    reply.event("[DONE]")
    reply.handler.wfile.write(b"0\r\n\r\n")


def ends_without_a_word(reply: Reply) -> None:
    """A proxy between closed the stream politely: no finish_reason, no [DONE], no error."""
    reply.start()
    reply.send("The bridge was closed")
    reply.handler.wfile.write(b"0\r\n\r\n")


@contextmanager
def model_server(behaviour: Callable[[Reply], None]) -> Iterator[ModelServer]:
    """Runs on a free port of 127.0.0.1 for the length of the block; `url` ends in /v1."""
    state = ModelServer(behaviour)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            state.behaviour(Reply(state, self, ""))

        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.prompts.append(request["messages"])
            state.headers.append(dict(self.headers))
            self.close_connection = True
            # the client may leave, which is what some tests are about
            with suppress(OSError):
                state.behaviour(Reply(state, self, "\n".join(str(message["content"]) for message in request["messages"])))

        def log_message(self, format: str, *args: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.url = f"http://127.0.0.1:{server.server_port}/v1"
    with running(server, state.closing):
        yield state
