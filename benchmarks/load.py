"""Many who ask at once: `python -m benchmarks load`, against `newsdesk serve` in a process of its own, without a language model."""

import asyncio
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.chat import wait_until_up
from benchmarks.ingest import write_records
from ingest import ingest
from vectorstore import open_archive

ROOT = Path(__file__).parent.parent
# a generated article of 600 words has six passages
PASSAGES_PER_ARTICLE = 6
# every user asks so many different questions, again and again
QUESTIONS = 40
TIMEOUT = 120.0


@dataclass
class Tally:
    """What came back. Seconds of each answer; statuses of all that was no answer; answers that were another question's."""

    seconds: list[float] = field(default_factory=list)
    refused: Counter[int] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    mixed: int = 0


def measure_load(folder: Path, passages: int, users: int, each: int) -> dict[str, float]:
    """Users who each ask so many questions, one after the other; then a burst; then one who asks much beside one who asks little."""
    archive = _fill(folder, passages)
    questions = _questions(archive)
    with serving(archive) as (address, process):
        alone = asyncio.run(_ask_alone(address, questions))
        before = _memory(process.pid)
        begun = time.perf_counter()
        crowd = asyncio.run(_crowd(address, alone, users, each))
        spent = time.perf_counter() - begun
        after = _memory(process.pid)
        burst = asyncio.run(_crowd(address, alone, 4 * users, 1))
        greedy, modest = asyncio.run(_beside(address, alone))
    return {
        "load of the machine": os.getloadavg()[0],
        "cores": float(os.cpu_count() or 1),
        "users": float(users),
        "questions": float(users * each),
        **_describe("crowd", crowd),
        "answers per second": len(crowd.seconds) / spent,
        "MB before": before,
        "MB after": after,
        "memory, after to before": after / before,
        **_describe(f"burst of {4 * users}", burst),
        "p95 s, one who asks little, beside one who asks 16 at once": _percentile(modest.seconds, 95),
        "p95 s, one who asks 16 at once": _percentile(greedy.seconds, 95),
    }


@contextmanager
def serving(archive: Path, *options: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """`newsdesk serve` on an archive: its address and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
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


def _fill(folder: Path, passages: int) -> Path:
    """An archive of generated articles, embedded by the bundled model; made when missing, which takes minutes."""
    archive = folder / f"archive-{passages}"
    if not archive.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with open_archive(archive) as opened:
            ingest([write_records(folder / "articles.jsonl", max(1, passages // PASSAGES_PER_ARTICLE))], opened)
    return archive


def _questions(archive: Path) -> list[str]:
    """Questions in the words of articles, chosen by a seed."""
    with open_archive(archive) as opened:
        versions = opened.list_articles(limit=QUESTIONS)
    chosen = random.Random(0)
    return [f"What happened to {' '.join(chosen.sample(version.article.text.split()[:200], 4))}?" for version in versions]


async def _ask_alone(address: str, questions: list[str]) -> dict[str, str]:
    """What each question is answered when nobody else asks."""
    async with _client(address) as client:
        return {question: _digest((await _post(client, question)).json()) for question in questions}


async def _crowd(address: str, alone: dict[str, str], users: int, each: int) -> Tally:
    tally = Tally()

    async def user(number: int) -> None:
        chosen = random.Random(number)
        async with _client(address) as client:
            await client.get("/newsdesk.js")
            for _ in range(each):
                await _ask(client, chosen.choice(list(alone)), alone, tally)

    await asyncio.gather(*(user(number) for number in range(users)))
    return tally


async def _beside(address: str, alone: dict[str, str]) -> tuple[Tally, Tally]:
    """One who keeps sixteen questions in the air, and one who asks one after the other; each with a cookie of its own."""
    greedy, modest = Tally(), Tally()
    done = asyncio.Event()

    async def ask_on(client: httpx.AsyncClient) -> None:
        while not done.is_set():
            await _ask(client, random.choice(list(alone)), alone, greedy)

    async with _client(address) as many, _client(address) as few:
        for client in (many, few):
            await client.get("/")
        asking = [asyncio.create_task(ask_on(many)) for _ in range(16)]
        for question in list(alone)[:20]:
            await _ask(few, question, alone, modest)
        done.set()
        await asyncio.gather(*asking)
    return greedy, modest


async def _ask(client: httpx.AsyncClient, question: str, alone: dict[str, str], tally: Tally) -> None:
    begun = time.perf_counter()
    try:
        reply = await _post(client, question)
    except httpx.HTTPError as error:
        tally.errors[type(error).__name__] += 1
        return
    if reply.status_code != 200:
        tally.refused[reply.status_code] += 1
        return
    tally.seconds.append(time.perf_counter() - begun)
    tally.mixed += _digest(reply.json()) != alone[question]


def _client(address: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=address, timeout=TIMEOUT, trust_env=False, limits=httpx.Limits(max_connections=32))


async def _post(client: httpx.AsyncClient, question: str) -> httpx.Response:
    return await client.post("/v1/ask", json={"question": question})


def _digest(answer: dict[str, Any]) -> str:
    return json.dumps([answer["question"], answer["answer"], answer["citations"]])


def _describe(name: str, tally: Tally) -> dict[str, float]:
    told = {f"{name}: answered": float(len(tally.seconds)), f"{name}: answered otherwise than alone": float(tally.mixed)}
    told |= {f"{name}: status {status}": float(count) for status, count in tally.refused.items()}
    told |= {f"{name}: {error}": float(count) for error, count in tally.errors.items()}
    if tally.seconds:
        told |= {f"{name}: p50 s": statistics.median(tally.seconds), f"{name}: p95 s": _percentile(tally.seconds, 95)}
    return told


def _percentile(values: list[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)] if values else 0.0


def _memory(pid: int) -> float:
    """Resident megabytes of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1000
