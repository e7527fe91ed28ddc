"""Floors under the figures: they rise with the figures, and sink only with a reason that is kept."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from evaluation.metrics import Figure
from evaluation.runs import Report

FILE = Path(__file__).parent / "floors.json"
# another processor rounds otherwise, which may turn a question or two
SLACK_QUESTIONS = 2
# these are promised, not only measured
NO_SLACK = frozenset({"exact quotes", "none invented"})


@dataclass(frozen=True, slots=True)
class SetFloors:
    """The floors of one set, by figure, and what they were measured with."""

    model: str
    fingerprint: str
    floors: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Regression:
    """Why floors were lowered, and which."""

    day: str
    reason: str
    lowered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Floors:
    sets: Mapping[str, SetFloors]
    regressions: tuple[Regression, ...] = ()


class FloorLowered(Exception):
    """An update would lower floors and gives no reason; the message has a line for each."""


def load_floors(file: Path = FILE) -> Floors:
    """The floors of that file; none when it is not there."""
    if not file.exists():
        return Floors({})
    record = json.loads(file.read_text())
    sets = {name: SetFloors(**entry) for name, entry in record["sets"].items()}
    return Floors(sets, tuple(Regression(**{**entry, "lowered": tuple(entry["lowered"])}) for entry in record["regressions"]))


def save_floors(floors: Floors, file: Path = FILE) -> None:
    record = {
        "sets": {name: asdict(entry) for name, entry in sorted(floors.sets.items())},
        "regressions": [asdict(entry) for entry in floors.regressions],
    }
    file.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n")


def find_breaches(floors: Floors, model: str, reports: Sequence[Report]) -> list[str]:
    """A line for each figure below its floor, and for each set whose floors say nothing of what was measured."""
    breaches: list[str] = []
    for report in reports:
        held = floors.sets.get(report.name)
        if held is None:
            breaches.append(f"{report.name} has no floors; set them with --update")
        elif (held.model, held.fingerprint) != (model, report.fingerprint):
            differs = "another model" if held.model != model else "other data"
            breaches.append(f"{report.name} has floors for {differs}; look at the figures, then set them with --update")
        else:
            breaches += _below(held, report)
    return breaches


def _below(held: SetFloors, report: Report) -> list[str]:
    measured = {figure.name: figure.value for figure in report.figures}
    gone = [f"{name} has a floor of {floor:.3f} and was not measured" for name, floor in held.floors.items() if name not in measured]
    return gone + [
        f"{name} is {measured[name]:.3f}, below its floor of {floor:.3f}"
        for name, floor in held.floors.items()
        if name in measured and measured[name] < floor
    ]


def update_floors(floors: Floors, model: str, reports: Sequence[Report], reason: str | None = None) -> Floors:
    """Floors just under what was measured.

    Args:
        reason: Why floors may be lowered; kept beside them. None when none may be.

    Raises:
        FloorLowered: A floor would be lowered or lost, and there is no reason.
    """
    fresh = {report.name: SetFloors(model, report.fingerprint, _floors_of(report)) for report in reports}
    lowered = [line for name, entry in fresh.items() if name in floors.sets for line in _lowered(floors.sets[name], entry)]
    if lowered and not (reason and reason.strip()):
        raise FloorLowered("\n".join([*lowered, 'say why with --allow-regression "reason"']))
    noted = (Regression(datetime.now(UTC).date().isoformat(), reason.strip(), tuple(lowered)),) if lowered and reason else ()
    return replace(floors, sets={**floors.sets, **fresh}, regressions=floors.regressions + noted)


def _floors_of(report: Report) -> dict[str, float]:
    return {figure.name: _floor_under(figure) for figure in report.figures if not figure.course}


def _floor_under(figure: Figure) -> float:
    """Rounded down to thousandths, but for what a sum of floats lacks to the next one."""
    slack = 0.0 if figure.measure in NO_SLACK else SLACK_QUESTIONS / figure.questions
    return math.floor(max(0.0, figure.value - slack) * 1000 + 1e-6) / 1000


def _lowered(old: SetFloors, new: SetFloors) -> list[str]:
    lost = [f"{name} loses its floor of {floor:.3f}" for name, floor in old.floors.items() if name not in new.floors]
    return lost + [
        f"the floor of {name} sinks from {floor:.3f} to {new.floors[name]:.3f}"
        for name, floor in old.floors.items()
        if name in new.floors and new.floors[name] < floor
    ]
