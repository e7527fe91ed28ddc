"""Many questions of a server, one after the other for hours, while it takes articles in: what it holds must not grow (Linux)."""

import asyncio
import itertools
import os
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.load import TIMEOUT, serving
from benchmarks.processes import resident_bytes
from benchmarks.towns import Town, open_towns, town

# in the air at once: as many as are answered side by side on two cores, and some that wait
ASKERS = 4
# an article is sent after so many questions, and what the server holds is looked at so often
QUESTIONS_PER_ARTICLE, LOOKS = 100, 40
# until then models are loaded, threads started and what is remembered filled
WARM_SHARE = 0.05
ASKED = (
    "Who opened the new {thing} in {name}?",
    "When was the new {thing} in {name} opened?",
    "What did mayor {mayor} open in {name}?",
    "Which mayor opened the {thing} of {name}?",
    "What is known about the {thing} in {name}?",
    "Is there a new {thing} in {name}?",
    "What happened in {name} on Tuesday?",
    "{name} {thing}",
    "Where is {mayor} the mayor?",
    "What has been reported of {name} and {mayor}?",
)


@dataclass(frozen=True, slots=True)
class Held:
    """What a process holds after so many questions."""

    asked: int
    megabytes: float
    threads: int
    files: int


def soak(folder: Path, towns: int, questions: int, say: Callable[[str], object]) -> dict[str, float]:
    """Asks so many questions, no two alike until every town has been asked about in every way; tells what the server held."""
    open_towns(folder / f"towns-{towns}", towns).close()
    with serving(folder / f"towns-{towns}") as (address, process):
        return asyncio.run(_ask_all(address, process.pid, towns, questions, say))


def describe(held: list[Held], errors: int, questions: int) -> dict[str, float]:
    """How far what was held after the beginning lies from its median."""
    later = [look for look in held if look.asked >= WARM_SHARE * questions]
    median = statistics.median(look.megabytes for look in later)
    furthest = max((look.megabytes for look in later), key=lambda megabytes: abs(megabytes - median))
    third = max(1, len(later) // 3)
    first, last = (statistics.fmean(look.megabytes for look in part) for part in (later[:third], later[-third:]))
    return {
        "questions": float(held[-1].asked),
        "errors": float(errors),
        "MB, first look after the beginning": later[0].megabytes,
        "MB, last look": later[-1].megabytes,
        "MB, median": median,
        "furthest from the median, %": 100 * (furthest / median - 1),
        "last third beside the first, %": 100 * (last / first - 1),
        "threads, more at the end": float(later[-1].threads - later[0].threads),
        "open files, more at the end": float(later[-1].files - later[0].files),
    }


async def _ask_all(address: str, pid: int, towns: int, questions: int, say: Callable[[str], object]) -> dict[str, float]:
    asked, held, errors = itertools.count(1), [look(pid, 0)], 0
    numbers = iter(range(questions))

    async def asker(client: httpx.AsyncClient) -> None:
        nonlocal errors
        for number in numbers:
            errors += not await _ask(client, number, towns)
            done = next(asked)
            if done % QUESTIONS_PER_ARTICLE == 0:
                errors += not await _send(client, done)
            if done % max(1, questions // LOOKS) == 0:
                held.append(look(pid, done))
                say(f"{held[-1]}, {errors} errors")

    async with httpx.AsyncClient(base_url=address, timeout=TIMEOUT, trust_env=False, verify=False) as client:
        await asyncio.gather(*(asker(client) for _ in range(ASKERS)))
    return describe(held, errors, questions)


async def _ask(client: httpx.AsyncClient, number: int, towns: int) -> bool:
    try:
        reply = await client.post("/v1/ask", json={"question": question(number, towns)})
    except httpx.HTTPError:
        return False
    return reply.status_code == 200 and bool(reply.json()["answer"])


async def _send(client: httpx.AsyncClient, number: int) -> bool:
    """Sends an article: a new one, or a new version of the one before."""
    text = f"The harbour of soak{number} has a crane of {number} tonnes. It was built by the port. " * 3
    article = {"id": f"soak {number // (2 * QUESTIONS_PER_ARTICLE)}", "title": "The crane", "text": text, "language": "en"}
    try:
        return (await client.post("/v1/ingest", json={"articles": [article]})).status_code == 202
    except httpx.HTTPError:
        return False


def question(number: int, towns: int) -> str:
    told: Town = town(number % towns)
    return ASKED[number // towns % len(ASKED)].format(thing=told.thing, name=told.name, mayor=told.mayor)


def look(pid: int, asked: int) -> Held:
    """What a process holds now."""
    return Held(asked, resident_bytes(pid) / 1e6, len(os.listdir(f"/proc/{pid}/task")), len(os.listdir(f"/proc/{pid}/fd")))
