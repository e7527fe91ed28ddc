"""What a run reports."""

import json

from ingest.errors import NotAnArticle, RefusedBefore
from ingest.report import Event, IngestReport, Refusal, Tally


def test_events_add_up_to_a_report() -> None:
    tally = Tally()
    for event in (
        Event("a", "new"),
        Event("a", "new"),
        Event("b", "unchanged"),
        Event("c", "skipped", "empty file"),
        Event("d", "failed", "gone"),
    ):
        tally.add(event)
    assert tally.report() == IngestReport(2, 0, 1, [Refusal("c", "empty file")], [Refusal("d", "gone")])


def test_a_refusal_unpacks_as_target_and_reason() -> None:
    report = IngestReport(failed=[Refusal("d", "gone")])
    [(target, reason)] = report.failed
    assert (target, reason) == ("d", "gone")
    assert (report.failed, report.skipped) == ([("d", "gone")], [])


def test_the_report_reads_as_a_summary() -> None:
    report = IngestReport(2, 0, 1, [Refusal("c", "empty file")], [Refusal("d", "gone")])
    assert str(report).splitlines() == ["2 new, 0 updated, 1 unchanged, 1 skipped, 1 failed", "skipped  c: empty file", "failed   d: gone"]


def test_what_was_refused_before_is_counted_apart() -> None:
    tally = Tally()
    tally.add(Event.of_refusal(RefusedBefore("c", "empty file", is_fault=False)))
    tally.add(Event.of_refusal(NotAnArticle("d", "a picture")))
    report = tally.report()
    assert report == IngestReport(skipped=[Refusal("c", "refused before: empty file"), Refusal("d", "a picture")], refused_before=1)
    assert str(report).startswith("0 new, 0 updated, 0 unchanged, 2 skipped, 0 failed (1 of these refused before)\n")


def test_programs_get_the_same_names() -> None:
    report = json.loads(json.dumps(IngestReport(1, failed=[Refusal("d", "gone")]).to_json()))
    refused = {"skipped": [], "failed": [{"target": "d", "reason": "gone"}], "refused_before": 0}
    assert report == {"new": 1, "updated": 0, "unchanged": 0, **refused}
