"""Askers who leave before their answer is there: the work stops, and nobody else waits for it."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import httpx
import pytest

from rag import AnswerSettings, ChosenModel
from rag.models import load_model
from tests.model_server import Reply, model_server
from tests.news import news_archive
from tests.page import serving

WHO = "Who leads the US delegation?"
# more than are answered at once: a turn that is not given back would be missed
LEAVERS = int(os.environ.get("NEWS_LEAVERS", "20"))


@dataclass
class Endless:
    """A model that writes until its listener leaves, and counts the words that it sent after `left` was set."""

    address: str = ""
    left: threading.Event = field(default_factory=threading.Event)
    begun: int = 0
    words_after: int = 0
    ends: bool = False

    def __call__(self, reply: Reply) -> None:
        self.begun += 1
        if self.ends:
            reply.say("NOT IN THE ARCHIVE")
            return
        reply.start()
        while not reply.server.closing.is_set():
            reply.send("and so on ")
            self.words_after += self.left.is_set()
            time.sleep(0.05)


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endless]:
    model = Endless()
    folder = tmp_path_factory.mktemp("leaving")
    with pytest.MonkeyPatch.context() as environment, news_archive(folder) as archive, model_server(model) as server:
        environment.setenv("OPENAI_API_KEY", "none")
        chosen = ChosenModel(load_model("openai:test", AnswerSettings(model_url=server.url)), "openai:test")
        with serving(archive, chosen) as model.address:
            yield model


def at_work() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name in ("answer", "model stream")]


def wait_until_nothing_works() -> None:
    deadline = time.monotonic() + 20
    while at_work() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert at_work() == []


def leave_after_the_first_draft(address: str) -> None:
    with httpx.stream("POST", f"{address}/v1/ask", json={"question": WHO, "stream": True}, trust_env=False, timeout=30) as reply:
        for line in reply.iter_lines():
            if line == "event: draft":
                return


@pytest.mark.parametrize(
    ("route", "body"),
    [
        ("/v1/ask", {"question": WHO}),
        ("/v1/chat/completions", {"messages": [{"role": "user", "content": WHO}]}),
        ("/v1/chat/completions", {"messages": [{"role": "user", "content": WHO}], "stream": True}),
    ],
)
def test_who_no_longer_waits_for_a_whole_answer_stops_the_model(endless: Endless, route: str, body: dict[str, object]) -> None:
    before = endless.begun
    ask_and_leave(endless.address + route, body)
    assert endless.begun == before + 1
    wait_until_nothing_works()


def test_who_leaves_a_stream_stops_the_model_and_takes_nobodys_turn(endless: Endless) -> None:
    for _ in range(LEAVERS):
        endless.left.clear()
        leave_after_the_first_draft(endless.address)
        endless.left.set()
    wait_until_nothing_works()
    assert endless.words_after <= 5 * LEAVERS
    endless.ends = True
    assert httpx.post(f"{endless.address}/v1/ask", json={"question": WHO}, trust_env=False, timeout=30).status_code == 200


def ask_and_leave(address: str, body: dict[str, object]) -> None:
    with suppress(httpx.ReadTimeout), httpx.stream("POST", address, json=body, trust_env=False, timeout=3) as reply:
        # a stream pulses every few seconds, which is longer than this waits
        reply.read()
