"""kill -9 loses nothing that was said to be done, doubles nothing, and leaves the archive readable.

NEWS_KILLS sets how many kills each test makes; 100 and 40 are what is promised, the default is a sample.
"""

import os
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.kills import Child, Editions, index_files, inspect, numbered, write

KILLS = int(os.environ.get("NEWS_KILLS", "0"))
DEADLINE_SECONDS = 120


def kill_many(folder: Path, kills: int, wait: Callable[[Child, random.Random], None]) -> list[dict[str, Any]]:
    held: Editions = {}
    reports = []
    for round in range(kills):
        child = Child(lambda say, held=dict(held), round=round: write(folder, held, round, say))
        wait(child, random.Random(round))
        acknowledged, in_flight = dict(held), {}
        for line in child.kill():
            in_flight = numbered(line.get("doing", {}))
            acknowledged |= numbered(line.get("done", {}))
        status, said = Child(
            lambda say, acknowledged=acknowledged, in_flight=in_flight: inspect(folder, acknowledged, in_flight, say)
        ).wait()
        assert status == 0, f"after kill {round} the reader ended with {status}"
        assert said[0]["faults"] == [], f"after kill {round}"
        held = numbered(said[0]["held"])
        reports.append({**said[0], "acknowledged": len(acknowledged)})
    return reports


def summarise(reports: list[dict[str, Any]]) -> str:
    opened = statistics.median(report["opened"] for report in reports)
    repaired = [report["repaired"] for report in reports]
    rebuilt = len({report["folder"] for report in reports}) - 1
    return (
        f"{len(reports)} kills, 0 lost, 0 doubled, 0 unreadable; {rebuilt} indexes built again; median seconds to open "
        f"{opened:.2f}, to repair {statistics.median(repaired):.2f} (longest {max(repaired):.2f})"
    )


def test_kills_at_random_moments_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = kill_many(tmp_path, KILLS or 6, lambda _, chance: time.sleep(chance.uniform(0.1, 2.5)))
    assert any(report["acknowledged"] for report in reports)
    with capsys.disabled():
        print(f"\nat random moments: {summarise(reports)}")


def test_kills_in_the_flush_of_the_vector_index_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def wait_for_flush(child: Child, chance: random.Random) -> None:
        before = index_files(tmp_path)
        deadline = time.monotonic() + DEADLINE_SECONDS
        while time.monotonic() < deadline and not child.ended:
            now = index_files(tmp_path)
            # the first files of a new folder are no flush
            if any(now[file] != before[file] for file in now.keys() & before.keys()):
                time.sleep(chance.uniform(0, 0.025))
                return
            before = now
        pytest.fail("the vector index was never flushed")

    reports = kill_many(tmp_path, min(KILLS, 40) or 4, wait_for_flush)
    with capsys.disabled():
        print(f"\nin a flush: {summarise(reports)}")
