"""kill -9 loses nothing that was said to be done, doubles nothing, brings nothing back, and leaves the archive readable.

NEWS_KILLS sets how many kills each test makes; 100 and 40 are what is promised, the default is a sample.
"""

import statistics
from pathlib import Path
from typing import Any

import pytest

from tests.rounds import count_sound, wanted_rounds
from tests.servers import find_postgres

MOST_FLUSHES = 40
needs_postgres = pytest.mark.skipif(find_postgres() is None, reason="PostgreSQL is not installed; `apt-get install postgresql` brings it")


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
    kills = min(wanted_rounds(sample), MOST_FLUSHES) if what == "flush" else wanted_rounds(sample)
    reports = count_sound(["tests.kills", what], kills, tmp_path)
    assert len(reports) == kills
    assert any(report["begun"] for report in reports)
    with capsys.disabled():
        print(f"\n{what}: {summarise(reports)}")
