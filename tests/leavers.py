"""Askers who leave while a model writes to them: `python -m tests.leavers LEAVERS FOLDER`, counts as JSON."""

import json
import os
import re
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from rag import AnswerSettings, ChosenModel
from rag.models import load_model
from tests.model_server import Reply, model_server
from tests.news import news_archive
from tests.page import serving

WHO = "Who leads the US delegation?"
CHAT = {"messages": [{"role": "user", "content": WHO}]}
# whole answers and streams, of both interfaces
WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("/v1/ask", {"question": WHO, "stream": True}),
    ("/v1/ask", {"question": WHO}),
    ("/v1/chat/completions", CHAT | {"stream": True}),
    ("/v1/chat/completions", CHAT),
)
# until then threads are started that stay, and connections kept
WARM = 4
DEADLINE_SECONDS = 20


@dataclass
class Endless:
    """A model that writes until its listener leaves, and counts the words that it sent after `left` was set."""

    address: str = ""
    left: threading.Event = field(default_factory=threading.Event)
    begun: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    words_after: int = 0
    ends: bool = False

    def __call__(self, reply: Reply) -> None:
        if self.ends:
            reply.say("NOT IN THE ARCHIVE")
            return
        reply.start()
        self.begun.release()
        while not reply.server.closing.is_set():
            reply.send("and so on ")
            self.words_after += self.left.is_set()
            time.sleep(0.05)


@contextmanager
def endless_answers(folder: Path) -> Iterator[Endless]:
    """A server in this process whose model never ends."""
    model = Endless()
    with news_archive(folder) as archive, model_server(model) as server:
        settings = AnswerSettings(model_url=server.url)
        with serving(archive, ChosenModel(load_model("openai:test", settings), "openai:test")) as model.address:
            yield model


def leave(model: Endless, route: str, body: dict[str, Any]) -> None:
    """Asks, waits until the model has begun to write, and is gone."""
    model.left.clear()
    place, data = urlsplit(model.address), json.dumps(body).encode()
    head = f"POST {route} HTTP/1.1\r\nHost: {place.netloc}\r\nContent-Type: application/json\r\nContent-Length: {len(data)}\r\n\r\n"
    with socket.create_connection((place.hostname, place.port)) as connection:
        connection.sendall(head.encode() + data)
        assert model.begun.acquire(timeout=DEADLINE_SECONDS), "the model was never asked"
    model.left.set()


def at_work() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name in ("answer", "model stream")]


def count_leavers(model: Endless, leavers: int) -> dict[str, int]:
    """What is left of so many who left, after as many as it takes until everything is started."""
    ways = cycle(WAYS)
    for _ in range(WARM):
        leave(model, *next(ways))
    wait_until_quiet()
    before, model.words_after = _held(), 0
    for _ in range(leavers):
        leave(model, *next(ways))
        wait_until_quiet()
    _wait_until(lambda: all(after <= held for after, held in zip(_held(), before, strict=True)))
    threads, files = (after - held for after, held in zip(_held(), before, strict=True))
    model.ends = True
    asked = httpx.post(f"{model.address}/v1/ask", json={"question": WHO}, trust_env=False, timeout=DEADLINE_SECONDS)
    model.ends = False
    return {
        "who left in mid-answer": leavers,
        "answers still written": len(at_work()),
        "threads more": max(0, threads),
        "open files more": max(0, files),
        "requests still under way": _running(model.address),
        "words of the model after they had left": model.words_after,
        "not answered afterwards": int(asked.status_code != 200),
    }


def wait_until_quiet() -> None:
    _wait_until(lambda: not at_work())


def _wait_until(is_so: Any) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not is_so() and time.monotonic() < deadline:
        time.sleep(0.05)


def _held() -> tuple[int, int]:
    """Threads and open files of this process, the server's and the model's among them."""
    return threading.active_count(), len(os.listdir("/proc/self/fd"))


def _running(address: str) -> int:
    """Requests under way besides the one that asks."""
    told = httpx.get(f"{address}/metrics", trust_env=False).text
    found = re.search(r"^newsdesk_requests_running (\S+)", told, re.MULTILINE)
    assert found is not None
    return int(float(found[1])) - 1


def main() -> None:
    os.environ["OPENAI_API_KEY"] = "none"
    with endless_answers(Path(sys.argv[2])) as model:
        print(json.dumps(count_leavers(model, int(sys.argv[1]))))


if __name__ == "__main__":
    main()
