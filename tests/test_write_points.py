"""kill -9 before each commit, rename and change of an index: nothing is lost wherever a writer is killed.

NEWS_KILLS sets how many of a hundred points are taken; all are promised, the default is a sample.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.write_points import choose

PERCENT = min(100, int(os.environ.get("NEWS_KILLS", "0")) or 2)
ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(sys.platform != "linux", reason="forks a process that has loaded everything")
def test_wherever_a_writer_is_killed_nothing_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "tests.write_points", str(PERCENT), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=180 + 60 * PERCENT, check=False)
    assert done.returncode == 0, done.stderr
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(report["point"], fault) for report in reports for fault in report["faults"]] == []
    with capsys.disabled():
        print(f"\n{len(reports)} points, the last: {reports[-1]['point']}")


def test_points_are_taken_evenly_and_all_of_them_at_a_hundred() -> None:
    assert choose(5, 100) == [0, 1, 2, 3, 4]
    assert choose(200, 2) == [0, 50, 100, 150]
    assert choose(3, 1) == [0]
