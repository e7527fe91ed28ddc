"""Many who ask at once: `python -m benchmarks load`, against `newsdesk serve` in a process of its own, without a language model."""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.chat import wait_until_up
from benchmarks.processes import free_port, resident_bytes
from benchmarks.side_by_side import percentile
from benchmarks.towns import Town, open_towns, town

ROOT = Path(__file__).parent.parent
# of the questions, so many are asked once more when nobody else asks
ALONE = 50
# of one who asks much, so many are in the air at once; one who asks little asks so many, one after the other
GREEDY, MODEST = 16, 20
TIMEOUT = 120.0
LOOK_SECONDS = 0.1


@dataclass
class Tally:
    """What came back: the seconds and the digest of each answer, the statuses of all that was no answer, what broke.

    `strange` counts answers that are not to the question that was asked, by an article of its town; `untold` refusals that do not say
    when to ask again.
    """

    seconds: list[float] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    refused: Counter[int] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    strange: int = 0
    untold: int = 0


def measure_load(folder: Path, towns: int, users: int, each: int, rounds: int, pause: float) -> dict[str, float]:
    """Users who each ask so many questions, one after the other, in rounds; the same who read each answer before they ask again; a burst;
    one who asks much beside one who asks little.

    Args:
        pause: Seconds that an answer is read; 0 leaves those who read out.
    """
    with open_towns(folder / f"towns-{towns}", towns) as archive:
        passages = archive.status().passages
    asked = [town(number % towns) for number in range(users * each)]
    figures = {"load of the machine before": os.getloadavg()[0], "cores": float(os.cpu_count() or 1), "passages": float(passages)}
    with serving(folder / f"towns-{towns}") as (address, process):
        for round in range(1, rounds + 1):
            begun, worked = time.perf_counter(), _processor_seconds(process.pid)
            crowd, looks = asyncio.run(_watched(address, ask_crowd(address, asked, users)))
            spent = time.perf_counter() - begun
            figures |= describe_tally(f"{users} users, round {round}", crowd) | {
                f"round {round}: answers per second": len(crowd.seconds) / spent,
                f"round {round}: processor ms of the server for an answer": 1000 * (_processor_seconds(process.pid) - worked) / len(asked),
                f"round {round}: slowest /healthz, s": max(looks),
                f"round {round}: MB after": resident_bytes(process.pid) / 1e6,
            }
        if pause:
            readers, looks = asyncio.run(_watched(address, ask_crowd(address, asked, users, pause)))
            figures |= describe_tally(f"{users} users who read {pause:g} s", readers) | {"readers: slowest /healthz, s": max(looks)}
        alone = asyncio.run(ask_crowd(address, asked[:: max(1, len(asked) // ALONE)], 1))
        figures["answered otherwise than alone"] = sum(crowd.answers.get(question) != told for question, told in alone.answers.items())
        for many in (4 * users, 8 * users):
            burst, looks = asyncio.run(_watched(address, ask_crowd(address, [asked[at % len(asked)] for at in range(many)], many)))
            figures |= describe_tally(f"burst of {many}", burst) | {f"burst of {many}: slowest /healthz, s": max(looks)}
        return figures | asyncio.run(_beside(address, asked)) | {"load of the machine after": os.getloadavg()[0]}


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """`newsdesk serve` on an archive: its address and its process."""
    port = free_port()
    environment = {**os.environ, "NEWS_EMBEDDING": "bundled", "NEWS_MODEL": "none", "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-m", "cli", "serve", "--archive", str(archive.resolve()), "--port", str(port), *options]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until_up(f"http://127.0.0.1:{port}", process)
            deadline = time.monotonic() + TIMEOUT
            while httpx.get(f"http://127.0.0.1:{port}/readyz", trust_env=False).status_code != 200 and time.monotonic() < deadline:
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.terminate()


async def ask_crowd(address: str, asked: Sequence[Town], users: int, pause: float = 0.0) -> Tally:
    """Each user asks its share, one question after the other; with a pause they come one by one within it."""
    tally = Tally()

    async def user(number: int) -> None:
        async with open_client(address) as client:
            await asyncio.sleep(pause * number / users)
            for one in asked[number::users]:
                await _ask(client, one, tally)
                await asyncio.sleep(pause)

    await asyncio.gather(*(user(number) for number in range(users)))
    return tally


async def _watched(address: str, work: Coroutine[Any, Any, Tally]) -> tuple[Tally, list[float]]:
    """What came of the work, and how long `/healthz` took meanwhile."""
    looks: list[float] = []

    async def look() -> None:
        async with open_client(address) as client:
            while True:
                begun = time.perf_counter()
                await client.get("/healthz")
                looks.append(time.perf_counter() - begun)
                await asyncio.sleep(LOOK_SECONDS)

    looking = asyncio.create_task(look())
    tally = await work
    looking.cancel()
    return tally, looks


async def _beside(address: str, asked: Sequence[Town]) -> dict[str, float]:
    """One who keeps many questions in the air, and one who asks one after the other; the server tells them by their cookies."""
    greedy, modest, alone = Tally(), Tally(), Tally()
    done = asyncio.Event()

    async def ask_on(client: httpx.AsyncClient, at: int) -> None:
        while not done.is_set():
            await _ask(client, asked[at := (at + GREEDY) % len(asked)], greedy)

    async with open_client(address) as many, open_client(address) as few:
        for client in (many, few):
            await client.get("/")
        for one in asked[:MODEST]:
            await _ask(few, one, alone)
        asking = [asyncio.create_task(ask_on(many, at)) for at in range(GREEDY)]
        for one in asked[-MODEST:]:
            await _ask(few, one, modest)
        done.set()
        await asyncio.gather(*asking)
    return {
        f"p95 s, one who asks {name}": percentile(tally.seconds, 95)
        for name, tally in (
            ("alone", alone),
            (f"little, beside one with {GREEDY} in the air", modest),
            (f"with {GREEDY} in the air", greedy),
        )
        if tally.seconds
    }


async def _ask(client: httpx.AsyncClient, one: Town, tally: Tally) -> None:
    begun = time.perf_counter()
    try:
        reply = await client.post("/v1/ask", json={"question": one.question})
    except httpx.HTTPError as error:
        tally.errors[type(error).__name__] += 1
        return
    if reply.status_code != 200:
        tally.refused[reply.status_code] += 1
        tally.untold += "retry-after" not in reply.headers
        return
    tally.seconds.append(time.perf_counter() - begun)
    told = reply.json()
    tally.answers[one.question] = json.dumps([told["answer"], told["citations"]])
    tally.strange += told["question"] != one.question or not any(one.name in citation["quote"] for citation in told["citations"])


def open_client(address: str) -> httpx.AsyncClient:
    """A user of the server."""
    # nothing is encrypted here, and to read the machine's certificates for each user takes longer than the answers
    return httpx.AsyncClient(base_url=address, timeout=TIMEOUT, trust_env=False, verify=False, limits=httpx.Limits(max_connections=32))


def describe_tally(name: str, tally: Tally) -> dict[str, float]:
    """What came back, as figures; those of nothing are left out."""
    told = {f"{name}: answered": float(len(tally.seconds)), f"{name}: of these not by their own town": float(tally.strange)}
    told |= {f"{name}: status {status}": float(count) for status, count in tally.refused.items()}
    told |= {f"{name}: {error}": float(count) for error, count in tally.errors.items()}
    if tally.refused:
        told[f"{name}: refused without saying when to ask again"] = float(tally.untold)
    if tally.seconds:
        told |= {f"{name}: p50 s": statistics.median(tally.seconds), f"{name}: p95 s": percentile(tally.seconds, 95)}
    return told


def _processor_seconds(pid: int) -> float:
    """Of a process and all its threads until now."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
