"""kill -9 loses nothing that was said to be done, doubles nothing, brings nothing back, and leaves the archive readable.

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

from tests.servers import find_postgres

KILLS = int(os.environ.get("NEWS_KILLS", "0"))
ROOT = Path(__file__).parent.parent
needs_postgres = pytest.mark.skipif(find_postgres() is None, reason="PostgreSQL is not installed; `apt-get install postgresql` brings it")


def kill(what: str, kills: int, folder: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.kills", what, str(kills), str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60 + 60 * kills, check=False)
    assert done.returncode == 0, done.stderr
    reports: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == kills
    assert [fault for report in reports for fault in report["faults"]] == []
    return reports


def summarise(reports: list[dict[str, Any]]) -> str:
    opened = statistics.median(report["opened"] for report in reports)
    repaired = [report["repaired"] for report in reports]
    return (
        f"{len(reports)} kills, 0 lost, 0 doubled, 0 resurrected, 0 unreadable; median seconds to open "
        f"{opened:.2f}, to repair {statistics.median(repaired):.2f} (longest {max(repaired):.2f})"
    )


@pytest.mark.parametrize(
    ("what", "sample"),
    [
        ("random", 3),
        ("flush", 2),
        pytest.param("over-servers", 2, marks=needs_postgres),
        ("chroma", 2),
        pytest.param("postgres", 2, marks=needs_postgres),
    ],
)
def test_a_kill_loses_doubles_and_brings_back_nothing(what: str, sample: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = kill(what, min(KILLS, 40) if what == "flush" and KILLS else KILLS or sample, tmp_path)
    assert any(report["begun"] for report in reports)
    with capsys.disabled():
        print(f"\n{what}: {summarise(reports)}")
