"""A server whose clock jumps: `python -m tests.clock_jumps JUMPS FOLDER`, counts as JSON. Debian's libfaketime moves the time of
day, and no other clock.

After each jump a followed page has changed and an article is sent anew: the archive must say both as they were last.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.hostile_server import serves, web_server
from tests.serve_process import ServeProcess

ROOT = Path(__file__).parent.parent
DAY = 86_400
# seconds beside the true time, one after the other
JUMPS = (0, 365 * DAY, -DAY, 0, -365 * DAY, 0)
# a busy machine takes minutes to load the model for the first article
DEADLINE_SECONDS = 600
NAME = "edition"
SETTINGS = {"NEWS_EMBEDDING": "bundled", "NEWS_MODEL": "none", "HF_HUB_OFFLINE": "1", "NEWS_FETCH_DELAY_SECONDS": "0"}


def find_libfaketime() -> Path | None:
    return next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)


def count_jumps(folder: Path, jumps: tuple[int, ...] = JUMPS) -> dict[str, int]:
    """What went wrong after each jump, and at the end."""
    counts = {"clock jumps": len(jumps) - 1, "answers that failed": 0, "not said as it was last": 0, "doubled": 0, "unsound": 0}
    with web_server({}) as web:
        web.pages["/news"] = serves(page_of(0))
        run_command(folder, "follow", "add", f"page:{web.url}/news", "--every", "10s", "--allow-private")
        with serving(folder, jumps[0]) as (client, set_clock):
            for edition, offset in enumerate(jumps):
                web.pages["/news"] = serves(page_of(edition))
                set_clock(offset)
                client.post(
                    "/v1/ingest", json={"articles": [{"url": "https://x.example.org/sent", "title": "Sent", "text": text_of(edition)}]}
                )
                said = wait_until(lambda edition=edition: says(client, "Sent", edition) and says(client, "Bridge closed", edition))
                counts["not said as it was last"] += not said
                counts["answers that failed"] += client.post("/v1/ask", json={"question": "Why is the bridge closed?"}).status_code != 200
            counts["doubled"] = len(articles(client)) - 2
    counts["unsound"] = int(run_command(folder, "check").returncode != 0)
    return counts


def text_of(edition: int) -> str:
    return f"The harbour bridge is closed, says {NAME}{edition}. A ferry runs every ten minutes, and the fare is two euros. " * 2


def page_of(edition: int) -> str:
    return f"<html lang=en><head><title>Bridge closed</title></head><body><article><p>{text_of(edition)}</p></article></body></html>"


def says(client: httpx.Client, title: str, edition: int) -> bool:
    found = next((each for each in articles(client) if each["title"] == title), None)
    return found is not None and f"{NAME}{edition}." in client.get(f"/v1/articles/{found['article_id']}").json()["text"]


def articles(client: httpx.Client) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = client.get("/v1/articles").json()["articles"]
    return listed


def wait_until(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.5)
    return False


@contextmanager
def serving(folder: Path, offset: int) -> Iterator[tuple[httpx.Client, Callable[[int], object]]]:
    """A client of a server whose time of day is so many seconds off, and what sets it anew."""
    clock = folder / "clock"
    write_offset(clock, offset)
    fake = {
        "LD_PRELOAD": str(find_libfaketime()), "FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1",
        # a machine's other clocks do not jump; nor does what the disk says of its files
        "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1",
    }  # fmt: skip
    server = ServeProcess(folder, SETTINGS | fake, "--follow")
    try:
        server.wait()
        with httpx.Client(base_url=server.address, timeout=DEADLINE_SECONDS, trust_env=False) as client:
            yield client, lambda offset: write_offset(clock, offset)
    finally:
        server.end()


def write_offset(clock: Path, offset: int) -> None:
    fresh = clock.with_suffix(".new")
    fresh.write_text(f"{offset:+d}\n")
    fresh.replace(clock)


def run_command(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "cli", *arguments, "--archive", str(folder / "archive")]
    return subprocess.run(command, cwd=ROOT, env=os.environ | SETTINGS, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    if find_libfaketime() is None:
        sys.exit("libfaketime is not installed; `apt-get install faketime` brings it")
    print(json.dumps(count_jumps(Path(sys.argv[2]), JUMPS[: int(sys.argv[1]) + 1])))
