"""kill -9 of a whole run of ingest: what was told is in, the next run goes on, and no reading process is left.

NEWS_KILLS sets how many kills are made; 100 are promised, the default is a sample.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("NEWS_KILLS", "0")) or 2
ROOT = Path(__file__).parent.parent


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_run_that_is_killed_loses_nothing_that_it_told_and_leaves_no_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [sys.executable, "-m", "tests.ingest_kills", str(KILLS), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60 + 120 * KILLS, check=False)
    assert done.returncode == 0, done.stderr
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == KILLS
    assert [fault for report in reports for fault in report["faults"]] == []
    with capsys.disabled():
        cut = sum(report["told"] < 80 for report in reports)
        print(f"\n{KILLS} runs killed, {cut} before their end, {sum(report['readers'] > 0 for report in reports)} while reading:")
        print("0 lost, 0 twice, 0 unreadable, 0 processes left")
