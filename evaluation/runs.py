"""What was measured, on what: written as JSON, so that figures can be compared later."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from evaluation.metrics import Figure
from evaluation.questions import Half
from evaluation.table import draw_table


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one set, and those of each ranking alone where the set has them.

    Attributes:
        name: The set with its protocol, such as `retrieval belebele`; floors go by it.
        fingerprint: Of the files that it was read from.
    """

    name: str
    fingerprint: str
    figures: tuple[Figure, ...]
    rankings: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """All that one command measured.

    Attributes:
        when: ISO 8601, UTC.
        model: Name of the embedding model; empty where none was used.
        runtime: What ran it, such as `openvino bf16`.
        missing: Why each set that was left out is missing.
    """

    when: str
    half: Half
    model: str
    runtime: str
    reports: tuple[Report, ...]
    missing: tuple[str, ...] = ()

    # JSON
    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def describe_run(run: Run) -> str:
    """The tables, the rankings alone after the whole, and what is missing."""
    parts = [f"{run.model or 'no embedding model'}, {run.runtime or 'no runtime'}, half {run.half}, {run.when}"]
    figures = [figure for report in run.reports for figure in report.figures]
    parts += _titled("", [figure for figure in figures if not figure.course])
    parts += _titled("With another threshold of silence, by how far it is moved:\n", [figure for figure in figures if figure.course])
    parts += _titled("Each ranking alone:\n", [figure for report in run.reports for figure in report.rankings])
    parts += [f"missing: {reason}" for reason in run.missing]
    return "\n\n".join(parts)


def _titled(title: str, figures: Sequence[Figure]) -> list[str]:
    return [title + draw_table(figures)] if figures else []
