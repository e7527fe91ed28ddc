"""What a run of ingest did."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from ingest.errors import IngestError, RefusedBefore

Result = Literal["new", "updated", "unchanged", "skipped", "failed"]


class Refusal(NamedTuple):
    """A target that gave no article, and why."""

    target: str
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """What became of one article, or of a target that gave none; `reason` is empty unless it was refused.

    Attributes:
        lasts: Of a refusal: whether the same, read again, would be refused again.
        before: Of a refusal: it was refused in an earlier run, and was not read again.
    """

    target: str
    result: Result
    reason: str = ""
    lasts: bool = False
    before: bool = False

    @classmethod
    def of_refusal(cls, refusal: IngestError, lasts: bool = False) -> "Event":
        return cls(refusal.target, refusal.result, refusal.reason, lasts, isinstance(refusal, RefusedBefore))


@dataclass(frozen=True, slots=True)
class IngestReport:
    """Counts of articles, and each target that gave none with the reason.

    `skipped` is no fault (an empty file, a README); `failed` was asked for and could not be read. Both are lists of
    pairs, in the order of reading: `for target, reason in report.failed`. `refused_before` of both together were refused in an
    earlier run and were not read again, since nothing about them has changed: their reasons say so.
    """

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: list[Refusal] = field(default_factory=list)
    failed: list[Refusal] = field(default_factory=list)
    refused_before: int = 0

    def __str__(self) -> str:
        counts = (
            f"{self.new} new, {self.updated} updated, {self.unchanged} unchanged, {len(self.skipped)} skipped, {len(self.failed)} failed"
        )
        lines = [counts + (f" ({self.refused_before} of these refused before)" if self.refused_before else "")]
        lines += [f"skipped  {target}: {reason}" for target, reason in self.skipped]
        lines += [f"failed   {target}: {reason}" for target, reason in self.failed]
        return "\n".join(lines)

    def to_json(self) -> dict[str, int | list[dict[str, str]]]:
        """The same names, for `json.dumps`."""
        return {
            "new": self.new,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": [refusal._asdict() for refusal in self.skipped],
            "failed": [refusal._asdict() for refusal in self.failed],
            "refused_before": self.refused_before,
        }


def kept_out(article_id: str, deleted: int) -> str:
    """Why a deleted article does not come back; `deleted` is Unix time."""
    day = datetime.fromtimestamp(deleted, UTC).date()
    return f"deleted on {day}; `newsdesk undelete {article_id}` lets it come back"


class Tally:
    """Adds events up while a run goes on, so that a run that is stopped can still report."""

    def __init__(self) -> None:
        self._counts: Counter[Result] = Counter()
        self._before = 0
        self._refusals: dict[Result, list[Refusal]] = {"skipped": [], "failed": []}

    def add(self, event: Event) -> None:
        self._before += event.before
        if event.result in self._refusals:
            self._refusals[event.result].append(Refusal(event.target, event.reason))
        else:
            self._counts[event.result] += 1

    def report(self) -> IngestReport:
        return IngestReport(
            new=self._counts["new"],
            updated=self._counts["updated"],
            unchanged=self._counts["unchanged"],
            skipped=list(self._refusals["skipped"]),
            failed=list(self._refusals["failed"]),
            refused_before=self._before,
        )
