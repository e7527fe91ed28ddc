"""kill -9 loses nothing that was said to be done, doubles nothing, and leaves the archive readable.

NEWS_KILLS sets how many kills each test makes; 100 and 40 are what is promised, the default is a sample.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.servers import ChromaServer, PostgresServer

KILLS = int(os.environ.get("NEWS_KILLS", "0"))
ROOT = Path(__file__).parent.parent


def kill(when: str, kills: int, folder: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.kills", when, str(kills), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60 + 60 * kills, check=False)
    assert done.returncode == 0, done.stderr
    reports: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(reports) == kills
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
    reports = kill("random", KILLS or 6, tmp_path)
    assert any(report["acknowledged"] for report in reports)
    with capsys.disabled():
        print(f"\nat random moments: {summarise(reports)}")


def test_kills_over_servers_lose_nothing(
    tmp_path: Path, postgres: PostgresServer, chroma: ChromaServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEWS_DATABASE_URL", postgres.new_address())
    monkeypatch.setenv("NEWS_CHROMA_URL", chroma.url)
    reports = kill("random", KILLS or 3, tmp_path)
    with capsys.disabled():
        print(f"\nover servers: {summarise(reports)}")


def test_kills_in_the_flush_of_the_vector_index_lose_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = kill("flush", min(KILLS, 40) or 4, tmp_path)
    with capsys.disabled():
        print(f"\nin a flush: {summarise(reports)}")
