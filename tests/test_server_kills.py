"""`newsdesk serve` that is killed, or asked to end, in the midst of answers and jobs: nothing said is lost, no half answer looks whole.

NEWS_KILLS sets how many servers are killed; 100 are promised, the default is a sample.
"""

import sys
from pathlib import Path

import pytest

from tests.rounds import count_sound, wanted_rounds

KILLS = wanted_rounds(sample=2)


@pytest.mark.skipif(sys.platform != "linux", reason="forks a process that has loaded everything")
def test_a_server_that_is_ended_in_its_work_loses_nothing_that_it_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = count_sound(["tests.server_kills", "turns"], KILLS, tmp_path)
    assert any(report["answers"] for report in reports) and any(report["changes"] for report in reports)
    with capsys.disabled():
        whole, cut, changes = (sum(report[name] for report in reports) for name in ("answers", "cut", "changes"))
        longest = max(report["ended"] for report in reports)
        print(f"\n{KILLS} servers, {whole} answers whole, {cut} cut, {changes} changes done; 0 faults; gone within {longest:.1f} s")
