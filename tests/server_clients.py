"""Who uses a server until it is gone: sends articles, deletes them and asks, and says what it was told; and the judging of that."""

import asyncio
import json
import os
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from itertools import count
from typing import Any

import httpx

from tests.forked import Say
from tests.ledger import DELETED, Fault, Ledger, Standings, is_there
from tests.numbered_articles import EDITIONS_PER_ROUND, WORD, make_article

ARTICLES, MOST_AT_ONCE = 60, 8
# answers under way at once
ASKERS = 4
DEADLINE_SECONDS = 120


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


class Ending(Exception):
    """The server says that it ends."""


class _Gone:
    """Ends its block when the server is gone, or says that it will be."""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        # one that says nothing for so long is there, and hangs
        return isinstance(error, httpx.TransportError | Ending) and not isinstance(error, httpx.TimeoutException)


async def _send(client: httpx.AsyncClient, method: str, path: str, **what: Any) -> httpx.Response:
    reply = await client.request(method, path, **what)
    if judge_status(reply) == "ending":
        raise Ending
    assert reply.is_success, f"{method} {path}: {judge_status(reply)}"
    return reply


def judge_status(reply: httpx.Response) -> str:
    """Of a reply whose body has been read: "ending" when it says that the server ends, else its status and words."""
    told = reply.json() if reply.headers.get("content-type", "") == "application/json" else {}
    is_ending = reply.status_code == 503 and isinstance(told, dict) and told.get("error", {}).get("code") == "ending"
    return "ending" if is_ending else f"status {reply.status_code}: {reply.text[:300]}"


async def read_standings(client: httpx.AsyncClient) -> list[tuple[int, int]]:
    """How each article stands that is there; of one whose text is torn, or of nobody's, the edition is -2."""
    found, offset = [], 0
    while offset is not None:
        page = (await _send(client, "GET", "/v1/articles", params={"limit": 200, "offset": offset})).json()
        for article in page["articles"]:
            text = (await _send(client, "GET", f"/v1/articles/{article['article_id']}")).json()["text"]
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
            await _send(client, "DELETE", f"/v1/articles/{make_article(number, 0).article_id}")
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
    job: dict[str, Any] = (await _send(client, "POST", "/v1/ingest", json={"articles": records})).json()
    while job["state"] in ("waiting", "running"):
        await asyncio.sleep(0.02)
        job = (await _send(client, "GET", f"/v1/jobs/{job['id']}")).json()
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
    return judge_answer(reply.json()) if reply.status_code == 200 else judge_status(reply)


async def _ask_streamed(client: httpx.AsyncClient, body: dict[str, Any]) -> str:
    async with client.stream("POST", "/v1/ask", json=body) as reply:
        if reply.status_code != 200:
            await reply.aread()
            return judge_status(reply)
        # who is cut off sees that from the connection
        event, outcome = "", "a stream that ends in order, without an answer"
        async for line in reply.aiter_lines():
            event = line.removeprefix("event: ") if line.startswith("event: ") else event
            if line.startswith("data: ") and event == "answer":
                outcome = judge_answer(json.loads(line.removeprefix("data: ")))
            elif line.startswith("data: ") and event == "error":
                outcome = f"told in a stream: {line}"
        return outcome


def judge_answer(answer: dict[str, Any]) -> str:
    """ "whole" when every quote of it is a sentence that was written once, and it says something."""
    for citation in answer["citations"]:
        said = WORD.search(citation["quote"])
        if said is None or citation["quote"].strip() not in make_article(*(int(part) for part in said.groups())).text:
            return f"a strange quote: {citation['quote'][:80]}"
    return "whole" if answer["answer"] else "an empty answer"


def compare(ledger: Ledger, told: list[tuple[int, int]]) -> list[Fault]:
    """What the server shows beside the books. What it has buried it does not show."""
    faults = [Fault("unreadable", f"article {number} is torn, or nobody's") for number, edition in told if edition == -2]
    found = [(number, edition) for number, edition in told if edition != -2]
    shown = {number for number, _ in found}
    # whether one that is not there was deleted is told by the archive alone; the books believe what was begun or done
    hidden = [(number, DELETED if DELETED in ledger.allowed(number) else None) for number in ledger.numbers - shown]
    return faults + ledger.compare([*found, *hidden])
