"""A run with a bar counts the same as one without."""

from pathlib import Path

import pytest

from ingest.plan import Plan
from ingest.progress import ingest_with_bar
from ingest.report import Tally
from tests.news import BRIDGE, whole_text
from vectorstore import Archive

TEXT = "The Harbour Bridge was closed on Monday after engineers found a crack in the northern pylon, and repairs will take nine weeks."


def test_it_counts_as_it_goes_and_says_nothing_where_nobody_watches(
    archive: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}. {TEXT}")
    tally = Tally()
    ingest_with_bar([tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "none.txt"], archive, Plan(source="Courier"), tally)
    report = tally.report()
    assert (report.new, len(report.failed)) == (2, 1)
    assert {version.article.source for version in archive.list_articles()} == {"Courier"}
    assert capsys.readouterr() == ("", "")


def test_a_run_that_is_interrupted_leaves_its_count_and_the_archive_free(archive: Archive, tmp_path: Path) -> None:
    def targets():
        (tmp_path / "a.txt").write_text(TEXT)
        yield tmp_path / "a.txt"
        raise KeyboardInterrupt

    tally = Tally()
    with pytest.raises(KeyboardInterrupt):
        ingest_with_bar(targets(), archive, Plan(), tally)
    assert tally.report().new <= 1
    assert archive.add([(BRIDGE, [whole_text(BRIDGE)])])


def test_a_plan_that_cannot_be_read_is_refused_before_anything_is_asked(archive: Archive) -> None:
    with pytest.raises(ValueError, match="yesterday"):
        ingest_with_bar(["https://paper.example.org/feed"], archive, Plan(since="yesterday"), Tally())
