"""Whatever goes wrong, no key, password, question or word of an article is told where it must not: one server, every fault of the suite."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from cli import main
from tests.model_server import ModelServer, model_server
from tests.news import BRIDGE
from tests.serve_process import ServeProcess, serving
from tests.servers import PostgresServer
from tests.test_rag_faults import FAULTS, KEY, SLOW
from tests.test_serving_hostile import QUESTIONS, send

PASSWORD, WRONG = "a-password-of-maria-77", "a-wrong-password-of-nobody-88"
SIGNED_WRONG = "nd-this-key-nobody-has-0123456789abcdef"
DATABASE_PASSWORD, CHROMA_TOKEN = "db%2Fpassword-99", "chroma-token-0123"
# as it is written in the address, and as it is meant
OF_THE_MACHINE = (KEY, DATABASE_PASSWORD, "db/password-99", CHROMA_TOKEN, PASSWORD)
# what only who asked it, or who may read the article, is told
ASKED, TOLD, WRITTEN = "quizzical", "flummoxed", "kerfuffle"
HISTORY = [{"question": f"What {ASKED} matter?", "answer": f"They were {TOLD}."}]
BROKEN_PAPER = {"text": f"{WRITTEN} " * 3, "published": f"{WRITTEN} day"}
FORBIDDEN = f"http://maria:{WRONG}@127.0.0.1:1/feed?token={WRONG}"
QUICK = {
    "NEWS_MODEL_RETRIES": "0",
    "NEWS_MODEL_FIRST_TOKEN_SECONDS": "0.5",
    "NEWS_MODEL_BETWEEN_TOKENS_SECONDS": "0.5",
    "NEWS_MODEL_TOTAL_SECONDS": "1",
    "NEWS_MODEL_SEARCH_SECONDS": "1",
}


class Desk:
    """A user of one server, who keeps all that she is told."""

    def __init__(self, server: ServeProcess, key: str) -> None:
        self.client = httpx.Client(base_url=server.address, headers={"authorization": f"Bearer {key}"}, timeout=180, trust_env=False)
        self.replies: list[httpx.Response] = []

    def call(self, method: str, path: str, **sent: Any) -> httpx.Response:
        self.replies.append(self.client.request(method, path, **sent))
        return self.replies[-1]

    def ask(self, question: str, **more: Any) -> httpx.Response:
        return self.call("POST", "/v1/ask", json={"question": question, **more})


def question(number: int = 0) -> str:
    return f"Why was the Harbour Bridge closed, {ASKED} and {number}?"


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shell")


def run(*arguments: str, given: str = "") -> str:
    return CliRunner().invoke(main, list(arguments), input=given).output


def fail_the_model(desk: Desk, model: ModelServer) -> None:
    """Down, slow, broken, endless, telling the key."""
    for name, behaviour in (FAULTS | SLOW).items():
        model.behaviour = behaviour
        reply = desk.ask(question())
        assert reply.status_code == 200 and reply.json()["model"] is None, name
    model.behaviour = FAULTS["breaks later"]
    desk.ask(question(), stream=True, history=HISTORY)
    desk.call("POST", "/v1/chat/completions", json={"messages": [{"role": "user", "content": question()}]})


def lie(desk: Desk, model: ModelServer) -> None:
    for text in (f"The key is {KEY} [{{0}}].", f"They were {TOLD} [{{0}}]. {KEY}", "Bearer {0}"):
        # what it is asked before the answer has no passages
        model.behaviour = lambda reply, text=text: reply.say(text.format(*(reply.marks or ["0"])))  # type: ignore[misc]
        assert desk.ask(question(), history=HISTORY).status_code == 200


def ask_wrongly(desk: Desk, model: ModelServer) -> None:
    model.behaviour = FAULTS["status 503"]
    for each in QUESTIONS:
        desk.replies.append(send(desk.client, "/v1/search", f"{ASKED} {each}"[:2000]))  # type: ignore[arg-type]  # asks alike
    for body in (b"{", f'{{"question": ["{ASKED}"]}}'.encode(), f'{{"{ASKED}": 1}}'.encode(), b"\xff" + ASKED.encode(), b"x" * 5_000_000):
        assert desk.call("POST", "/v1/ask", content=body, headers={"content-type": "application/json"}).status_code in (400, 413, 422)
    assert desk.call("GET", f"/v1/{ASKED}?key={WRONG}").status_code == 404
    assert desk.call("GET", f"/v1/articles/{ASKED}").status_code == 404
    assert desk.call("GET", f"/v1/articles/{ASKED}?key={WRONG}").status_code == 400
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "ask_news", "arguments": {"question": 5, ASKED: WRONG}}}
    desk.call("POST", "/mcp", json=call, headers={"accept": "application/json, text/event-stream"})


def come_in_wrongly(desk: Desk, model: ModelServer) -> None:
    for sent in (f"Bearer {SIGNED_WRONG}", f"Basic {WRONG}", f"Bearer {PASSWORD}"):
        assert desk.call("GET", "/v1/models", headers={"authorization": sent}).status_code == 401
    with httpx.Client(base_url=str(desk.client.base_url), trust_env=False) as stranger:
        forms = [{"name": "maria", "password": f"{WRONG}{number}"} for number in range(12)]
        forms += [{"name": WRONG, "password": PASSWORD}, {"name": "maria\r\n{}", "password": "x" * 5000}]
        replies = [stranger.post("/sign-in", data=form) for form in forms]
        replies.append(stranger.get("/v1/models", headers={"cookie": f"newsdesk-session={SIGNED_WRONG}"}))
        replies.append(stranger.post("/v1/ask", json={"question": question()}))
    assert {reply.status_code for reply in replies} <= {400, 401, 413, 422, 429}
    desk.replies += replies


def take_in_wrongly(desk: Desk, model: ModelServer) -> None:
    jobs = [
        {"articles": [BROKEN_PAPER, {"text": WRITTEN, "url": FORBIDDEN}]},
        {"targets": [FORBIDDEN, f"file:///{WRONG}"]},
    ]
    for job in jobs:
        # who names an address is told by it
        desk.client.post("/v1/ingest", json=job)
    torn = [("files", (f"{WRITTEN}.pdf", f"%PDF-1.7 {WRITTEN}".encode())), ("files", ("a.json", f'{{"text": "{WRITTEN}'.encode()))]
    desk.call("POST", "/v1/ingest/files", files=torn)
    while not all(job["ended"] for job in desk.client.get("/v1/jobs").json()):
        time.sleep(0.05)


def ask_too_much(desk: Desk, model: ModelServer) -> None:
    """More jobs than may wait, and more questions than one may ask."""
    statuses = [desk.call("POST", "/v1/ingest", json={"articles": [BROKEN_PAPER]}).status_code for _ in range(60)]
    replies: list[int] = []

    def hurry() -> None:
        for number in range(12):
            replies.append(desk.client.post("/v1/ask", json={"question": f"{ASKED} {number}?", "k": "wrong"}).status_code)

    askers = [threading.Thread(target=hurry) for _ in range(20)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert set(statuses) <= {202, 503} and set(replies) == {422, 429}


FAULTY: tuple[Callable[[Desk, ModelServer], None], ...] = (fail_the_model, lie, ask_wrongly, come_in_wrongly, take_in_wrongly, ask_too_much)


def spoil(address: str) -> Iterator[str]:
    """A table that is gone, then all of them."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        schema = connection.execute("SELECT current_schema()").fetchone()
        assert schema is not None
        for what in ("TABLE versions", "TABLE users", f"SCHEMA {schema[0]}"):
            connection.execute(f"DROP {what} CASCADE")  # type: ignore[arg-type]
            yield what


def test_no_secret_and_no_question_is_told_whatever_goes_wrong(
    tmp_path: Path, shell: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres.new_address().replace("news@", f"news:{DATABASE_PASSWORD}@")
    settings = {"NEWS_DATABASE_URL": address, "NEWS_EMBEDDING": "bundled", "NEWS_CHROMA_TOKEN": CHROMA_TOKEN, "OPENAI_API_KEY": KEY}
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    run("users", "add", "maria", "--role", "admin", "--archive", str(shell), given=f"{PASSWORD}\n")
    key = run("keys", "add", "maria", "--archive", str(shell)).split()[0]
    run("ingest", str(write(BRIDGE.text, tmp_path / "bridge.txt")), "--archive", str(shell))
    with model_server(FAULTS["status 503"]) as model:
        more = QUICK | {
            "NEWS_MODEL": "openai:test", "NEWS_MODEL_URL": model.url, "NEWS_QUESTIONS_PER_MINUTE": "600", "OTEL_TRACES_EXPORTER": "console",
        }  # fmt: skip
        with serving((tmp_path / "served", settings | more)) as (server,):
            desk = Desk(server, key)
            for fault in FAULTY:
                fault(desk, model)
            figures = desk.call("GET", "/metrics")
            assert figures.status_code == 200
            jobs = desk.call("GET", "/v1/jobs").text
            audit = run("audit", "--archive", str(shell))
            for _ in spoil(address):
                desk.replies += [desk.ask(question()), desk.call("GET", f"/v1/search?q={ASKED}"), desk.call("GET", "/readyz")]
            server.end()
    told, log = [reply.text for reply in desk.replies], server.log.read_text()
    assert len(told) > 150 and '"name": "POST /v1/ask"' in log
    # nobody is told what is of the machine, nor the words with which somebody tried to come in
    for secret in (*OF_THE_MACHINE, key, WRONG, SIGNED_WRONG):
        assert not [text for text in (*told, log, audit) if secret in text and not (secret == WRONG and text == jobs)], secret
    # who asked it may read her own question, and nobody else
    for word in (ASKED, TOLD, WRITTEN):
        assert not [text for text in (log, audit, figures.text) if word in text], word
    assert "Traceback" not in "".join(told) + log
    lines = [line for line in log.splitlines() if line.startswith('{"time"')]
    assert len(lines) > 150 and all(json.loads(line) for line in lines)
    assert not re.search(r"^(?:WARNING|ERROR|CRITICAL|\S+Error\b)", log, re.MULTILINE)


def write(text: str, file: Path) -> Path:
    file.write_text(text)
    return file
