"""The disk before each commit, rename and change of an index, as a kill there leaves it: nothing is lost wherever a writer is killed.

NEWS_KILLS sets how many of a hundred points are taken; all are promised, the default is a sample.
"""

import sys
from pathlib import Path

import pytest

from tests.ledger import Ledger
from tests.rounds import count_sound, wanted_rounds
from tests.write_points import digest

EVERY = max(1, 100 // wanted_rounds(sample=2))
# there are some 260
ALL = 400


@pytest.mark.skipif(sys.platform != "linux", reason="forks a process that has loaded everything")
def test_wherever_a_writer_is_killed_nothing_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = count_sound(["tests.write_points", str(EVERY)], ALL, tmp_path)
    assert any(report["looked"] for report in reports)
    with capsys.disabled():
        looked = sum(report["looked"] for report in reports)
        print(f"\n{len(reports)} points, {looked} of them unlike an earlier one; the last: {reports[-1]['point']}")


def test_states_of_a_disk_are_told_apart_by_all_that_counts(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    books = Ledger({1: 3}, {2: {4}})
    before = digest(tmp_path, books)
    (tmp_path / "a-shm").write_bytes(b"marks of readers")
    (tmp_path / "a-shm").write_bytes(b"other marks")
    assert digest(tmp_path, books) == digest(tmp_path, Ledger({1: 3}, {2: {4}})) != before
    with_marks = digest(tmp_path, books)
    assert digest(tmp_path, Ledger({1: 4}, {2: {4}})) != with_marks
    assert digest(tmp_path, Ledger({1: 3}, {2: {5}})) != with_marks
    (tmp_path / "a").write_bytes(b"two")
    assert digest(tmp_path, books) != with_marks
    (tmp_path / "a").unlink()
    assert digest(tmp_path, books) != with_marks
