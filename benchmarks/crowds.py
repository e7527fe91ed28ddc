"""Many who ask at once while articles are taken in: `python -m benchmarks.crowds QUESTIONS FOLDER`, counts as JSON."""

import asyncio
import json
import sys
from collections import Counter
from pathlib import Path

import httpx

from benchmarks.load import ask_crowd, describe_tally, open_client, serving
from benchmarks.processes import resident_bytes
from benchmarks.towns import open_towns, town

# who ask at once, and an article for each of so many questions
USERS, TOWNS = 50, 500
# articles of a job, and how long it is waited between two looks at it
AT_ONCE, LOOK_SECONDS = 20, 0.2


def count_crowd(folder: Path, users: int, each: int, towns: int) -> dict[str, float]:
    """Errors and answers to another's question, and whether every article that a job said was in is there once."""
    open_towns(folder, towns).close()
    with serving(folder) as (address, process):
        counts, taken_in = asyncio.run(_ask_and_send(address, users, each, towns))
        held = _count_cranes(address)
        counts |= {
            "articles taken in meanwhile": float(taken_in),
            "of these lost": float(len(set(range(taken_in)) - set(held))),
            "of these doubled": float(sum(times - 1 for times in held.values())),
            "MB after": resident_bytes(process.pid) / 1e6,
        }
    return counts


async def _ask_and_send(address: str, users: int, each: int, towns: int) -> tuple[dict[str, float], int]:
    done = asyncio.Event()
    sending = asyncio.create_task(_send_on(address, done))
    tally = await ask_crowd(address, [town(number % towns) for number in range(users * each)], users)
    done.set()
    return describe_tally(f"{users} users while articles come in", tally), await sending


async def _send_on(address: str, done: asyncio.Event) -> int:
    """Sends articles, a job after the other; gives how many are in."""
    sent = 0
    async with open_client(address) as client:
        while not done.is_set():
            articles = [_crane(number) for number in range(sent, sent + AT_ONCE)]
            job = (await client.post("/v1/ingest", json={"articles": articles})).raise_for_status().json()
            while job["state"] in ("waiting", "running"):
                await asyncio.sleep(LOOK_SECONDS)
                job = (await client.get(f"/v1/jobs/{job['id']}")).json()
            assert (job["state"], job["new"]) == ("done", AT_ONCE), job
            sent += AT_ONCE
    return sent


def _crane(number: int) -> dict[str, str]:
    text = f"The harbour of crane{number} has a crane of {number} tonnes. It was built by the port. " * 4
    return {"id": f"crane {number}", "title": f"Crane {number}", "text": text, "language": "en", "source": "Cranes"}


def _count_cranes(address: str) -> Counter[int]:
    """How often each of the articles that were sent is there."""
    held: Counter[int] = Counter()
    offset: int | None = 0
    while offset is not None:
        page = httpx.get(f"{address}/v1/articles", params={"source": "Cranes", "limit": 200, "offset": offset}, trust_env=False).json()
        held.update(int(article["title"].split()[1]) for article in page["articles"] if article["title"].startswith("Crane "))
        offset = page["next"]
    return held


if __name__ == "__main__":
    questions = int(sys.argv[1])
    users = min(USERS, questions)
    print(json.dumps(count_crowd(Path(sys.argv[2]) / "archive", users, questions // users, min(TOWNS, questions))))
