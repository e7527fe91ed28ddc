"""`newsdesk serve` ended while it answers and takes articles in: `python -m tests.server_kills kill|term|turns KILLS FOLDER`, as JSON.

Server and clients are forked; each server starts on what the kill before it left. `kill` is SIGKILL; `term` is what asks it to end, which
has to be soon; `turns` are both. Run by test_server_kills.py.
"""

import asyncio
import importlib
import json
import os
import random
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

import httpx

from rag import AnswerSettings
from serving import ServingSettings
from serving.start import serve
from tests.forked import Child, Say
from tests.kills import EDITIONS_PER_ROUND, WORD, Report, inspect, make_article
from tests.ledger import DELETED, Fault, Ledger, Standings, is_there, numbered
from vectorstore import ArchiveSettings
from vectorstore.runtime import import_openvino

ARTICLES, MOST_AT_ONCE = 60, 8
# what the children would else import, each of them
LOADED = (
    "gradio", "serving.api", "serving.application", "serving.health", "serving.mcp", "chromadb_rust_bindings", "datasketch",
    "scipy.integrate", "Stemmer", "sentencex", "tokenizers", "numkong",
)  # fmt: skip
# answers under way at once
ASKERS = 4
DEADLINE_SECONDS = 120
# asked to end, it is given so long
MOST_SECONDS = 10.0
KILLS_PER_ARCHIVE = 25
HOWS = {"kill": [signal.SIGKILL], "term": [signal.SIGTERM], "turns": [signal.SIGKILL, signal.SIGTERM]}


def run_server(folder: Path, port: int) -> None:
    """What `newsdesk serve` does, on the bundled model and without a language model."""
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    archive = ArchiveSettings(archive=folder, embedding="bundled")
    serve(archive, AnswerSettings(model="none"), ServingSettings(port=port), None)


# --- the clients


async def use(address: str, ledger: Ledger, round: int, say: Say) -> None:
    """Compares what is there, then sends articles, deletes them and asks until the server is gone; says what it was told."""
    async with _client(address) as client:
        faults = compare(ledger, await read_standings(client))
        say({"faults": [asdict(fault) for fault in faults], "standings": ledger.done})
        asking = [asyncio.create_task(keep_asking(client, say, streamed=bool(asker % 2))) for asker in range(ASKERS)]
        with _Gone():
            await change_on(client, dict(ledger.done), round, say)
        await asyncio.gather(*asking)


@asynccontextmanager
async def _client(address: str) -> AsyncIterator[httpx.AsyncClient]:
    # nothing is encrypted here, and certificates take longer to read than the answers
    async with httpx.AsyncClient(base_url=address, timeout=DEADLINE_SECONDS, trust_env=False, verify=False) as client:
        yield client


class _Gone:
    """Ends its block when the server is gone."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        return isinstance(error, httpx.TransportError)


async def read_standings(client: httpx.AsyncClient) -> list[tuple[int, int]]:
    """How each article stands that is there; of one whose text is torn, or of nobody's, the edition is -2."""
    found, offset = [], 0
    while offset is not None:
        page = (await client.get("/v1/articles", params={"limit": 200, "offset": offset})).json()
        for article in page["articles"]:
            text = (await client.get(f"/v1/articles/{article['article_id']}")).json()["text"]
            said = WORD.search(text)
            number, edition = (int(part) for part in said.groups()) if said else (-1, -2)
            found.append((number, edition if said and text == make_article(number, edition).text else -2))
        offset = page["next"]
    return found


async def change_on(client: httpx.AsyncClient, held: Standings, round: int, say: Say) -> None:
    chance, editions = random.Random(round), count(round * EDITIONS_PER_ROUND)
    while True:
        present = [number for number, standing in held.items() if is_there(standing)]
        if present and chance.random() < 0.2:
            number = chance.choice(present)
            changes: Standings = {number: DELETED}
            say({"doing": changes})
            (await client.delete(f"/v1/articles/{make_article(number, 0).article_id}")).raise_for_status()
        else:
            edition = next(editions)
            numbers = chance.sample(range(ARTICLES), chance.randint(1, MOST_AT_ONCE))
            changes = {number: DELETED if held.get(number) == DELETED else edition for number in numbers}
            say({"doing": changes})
            await ingest(client, numbers, edition)
        held |= changes
        say({"done": changes})


async def ingest(client: httpx.AsyncClient, numbers: list[int], edition: int) -> None:
    """Waits until the job is done."""
    records = []
    for number in numbers:
        article = make_article(number, edition)
        records.append({"url": article.url, "title": article.title, "text": article.text, "language": "en"})
    reply = await client.post("/v1/ingest", json={"articles": records})
    assert reply.status_code == 202, reply.text
    job: dict[str, Any] = reply.json()
    while job["state"] in ("waiting", "running"):
        await asyncio.sleep(0.02)
        job = (await client.get(f"/v1/jobs/{job['id']}")).json()
    assert job["state"] == "done" and not job["failed"], job


async def keep_asking(client: httpx.AsyncClient, say: Say, *, streamed: bool) -> None:
    """Every second asker has its answers streamed. Says what came of each question."""
    chance = random.Random(os.getpid() + streamed)
    with _Gone():
        while True:
            body = {"question": f"What does report {chance.randrange(ARTICLES)} tell of the harbour?", "stream": streamed}
            outcome = "cut"
            try:
                outcome = await (_ask_streamed(client, body) if streamed else _ask(client, body))
            finally:
                say({"asked": outcome})
            if outcome not in ("whole", "cut"):
                return


async def _ask(client: httpx.AsyncClient, body: dict[str, Any]) -> str:
    reply = await client.post("/v1/ask", json=body)
    if reply.status_code in (502, 503):
        return "refused"
    return judge_answer(reply.json()) if reply.status_code == 200 else f"status {reply.status_code}: {reply.text[:200]}"


async def _ask_streamed(client: httpx.AsyncClient, body: dict[str, Any]) -> str:
    async with client.stream("POST", "/v1/ask", json=body) as reply:
        if reply.status_code != 200:
            return "refused" if reply.status_code in (502, 503) else f"status {reply.status_code}"
        event, outcome = "", "cut"
        async for line in reply.aiter_lines():
            event = line.removeprefix("event: ") if line.startswith("event: ") else event
            if line.startswith("data: ") and event == "answer":
                outcome = judge_answer(json.loads(line.removeprefix("data: ")))
            if event == "error":
                outcome = "said so"
        return outcome


def judge_answer(answer: dict[str, Any]) -> str:
    """ "whole" when every quote of it is a sentence that was written once, and it says something."""
    for citation in answer["citations"]:
        said = WORD.search(citation["quote"])
        if said is None or citation["quote"].strip() not in make_article(*(int(part) for part in said.groups())).text:
            return f"a strange quote: {citation['quote'][:80]}"
    return "whole" if answer["answer"] else "an empty answer"


# --- kills


def kill_many(hows: Sequence[signal.Signals], kills: int, folder: Path) -> list[Report]:
    reports: list[Report] = []
    ledger = Ledger()
    for round in range(kills):
        place = folder / str(round // KILLS_PER_ARCHIVE)
        ledger = ledger if round % KILLS_PER_ARCHIVE else Ledger()
        report = kill_once(hows[round % len(hows)], place, ledger, round)
        if round % 2 or round == kills - 1:
            # else the next server is the first to see what is left
            look(place, ledger, report)
        reports.append(report)
    return reports


def kill_once(how: signal.Signals, folder: Path, ledger: Ledger, round: int) -> Report:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, started = f"http://127.0.0.1:{port}", time.monotonic()
    server = Child(lambda say: run_server(folder, port))
    if not _wait_until_ready(address, server):
        server.kill()
        return {"faults": [asdict(Fault("unreadable", "the server does not start"))]}
    opened = time.monotonic() - started
    client = Child(lambda say: asyncio.run(use(address, ledger, round, say)))
    chance = random.Random(round)
    # it has compared what is there, and made some changes
    client.hear("standings", 1, DEADLINE_SECONDS)
    client.hear("done", chance.randrange(4), DEADLINE_SECONDS)
    time.sleep(chance.uniform(0, 2.0))
    ended = time.monotonic()
    server.kill(how)
    report = read_client(client, ledger) | {"opened": opened, "ended": time.monotonic() - ended}
    if how == signal.SIGTERM and report["ended"] > MOST_SECONDS:
        report["faults"].append(asdict(Fault("other", f"it ended after {report['ended']:.1f} s")))
    return report


def read_client(client: Child, ledger: Ledger) -> Report:
    """What a client was told until the server was gone, which the ledger learns of."""
    status, said = client.wait()
    faults = [fault for line in said for fault in line.get("faults", ())]
    if said and "standings" in said[0]:
        ledger.done, ledger.begun = numbered(said[0]["standings"]), {}
    ledger.follow(said)
    asked = [line["asked"] for line in said if "asked" in line]
    wrong = [Fault("unreadable", f"an answer: {outcome}") for outcome in asked if outcome not in ("whole", "cut", "refused", "said so")]
    wrong += [Fault("other", f"the client ended with {status}")] if status else []
    return {
        "faults": faults + [asdict(fault) for fault in wrong],
        "answers": asked.count("whole"),
        "cut": asked.count("cut"),
        "changes": sum("done" in line for line in said),
        "acknowledged": len(ledger.done),
    }


def compare(ledger: Ledger, told: list[tuple[int, int]]) -> list[Fault]:
    """What the server shows beside the books. What it has buried it does not show."""
    faults = [Fault("unreadable", f"article {number} is torn, or nobody's") for number, edition in told if edition == -2]
    found = [(number, edition) for number, edition in told if edition != -2]
    shown = {number for number, _ in found}
    # whether one that is not there was deleted is told by the archive alone; the books believe what was begun or done
    hidden = [(number, DELETED if DELETED in ledger.allowed(number) else None) for number in ledger.numbers - shown]
    return faults + ledger.compare([*found, *hidden])


def look(folder: Path, ledger: Ledger, report: Report) -> None:
    """Adds to the report what is wrong with the archive of a server that is gone."""
    settings = ArchiveSettings(archive=folder, embedding="bundled", exact_passages=0, waiting_passages=0)
    status, said = Child(lambda say: say(inspect(settings, ledger))).wait()
    if status or not said:
        report["faults"].append(asdict(Fault("unreadable", f"the reader ended with {status}")))
    else:
        report["faults"] += said[0]["faults"]
        ledger.done, ledger.begun = numbered(said[0]["standings"]), {}


def _wait_until_ready(address: str, server: Child) -> bool:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < deadline and not server.ended:
        try:
            if httpx.get(f"{address}/readyz", trust_env=False).status_code == 200:
                return True
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    return False


def main() -> None:
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import_openvino()
    for name in LOADED:
        importlib.import_module(name)

    print(json.dumps(kill_many(HOWS[sys.argv[1]], int(sys.argv[2]), Path(sys.argv[3]))))


if __name__ == "__main__":
    main()
