"""What faults cost, in counts: kills in the midst of work, full disks, askers who leave; the tutorial's app beside it."""

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from benchmarks.tables import table

ROOT = Path(__file__).parent.parent
# faults that are kept in words
MOST_TOLD = 10
KINDS = ("lost", "doubled", "resurrected", "unreadable", "other")


@dataclass(frozen=True, slots=True)
class Count:
    """What came of one kind of fault.

    Attributes:
        what: What was done.
        times: How often.
        faults: How much of each kind went wrong, by its name.
        besides: What else was counted.
        found: The first faults, in words.
        day: When, as an ISO date.
    """

    what: str
    times: int
    faults: Mapping[str, int]
    besides: Mapping[str, float]
    day: str
    found: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault strikes.

    Attributes:
        command: The module that makes the faults, with what comes before their number.
        count: Reads what the module prints: how often, what went wrong, what else was counted.
        of_hundred: So many are made for every hundred that are asked for.
    """

    what: str
    command: Sequence[str]
    count: Callable[[Any], tuple[int, dict[str, int], dict[str, float]]]
    of_hundred: int = 100


def count_reports(reports: list[dict[str, Any]]) -> tuple[int, dict[str, int], dict[str, float]]:
    """Of kills, each with its faults and some figures."""
    kinds = [fault["kind"] for report in reports for fault in report["faults"]]
    besides: dict[str, float] = {}
    for name, figure in FIGURES.items():
        values = [float(report[name]) for report in reports if name in report]
        besides |= {label: work(values) for label, work in figure.items()} if values else {}
    return len(reports), {kind: kinds.count(kind) for kind in KINDS}, besides


FIGURES: Final[dict[str, dict[str, Callable[[Iterable[float]], float]]]] = {
    "opened": {"s to open, median": statistics.median, "s to open, longest": max},
    "repaired": {"s to repair, median": statistics.median, "s to repair, longest": max},
    "ended": {"s to end, longest": max},
    "answers": {"answers": sum},
    "cut": {"answers cut": sum},
    "changes": {"changes done": sum},
    "refused": {"writes refused and tried again": sum},
    "told": {"articles told": sum},
    "readers": {"killed while reading": lambda values: sum(value > 0 for value in values)},
}


def find_faults(told: Any) -> list[str]:
    """Of reports, what each fault was."""
    return [str(fault["what"]) for report in told for fault in report["faults"]] if isinstance(told, list) else []


def count_disks(reports: list[dict[str, Any]]) -> tuple[int, dict[str, int], dict[str, float]]:
    made, faults, _ = count_reports([{"faults": report["faults"]} for report in reports])
    return made, faults, {"clear messages": float(sum(bool(report["told"]) for report in reports))}


def count_left(counts: dict[str, int]) -> tuple[int, dict[str, int], dict[str, float]]:
    words = counts.pop("words of the model after they had left")
    times = counts.pop("who left in mid-answer")
    return times, counts, {"words of the model after each had left": words / times}


def count_crowded(counts: dict[str, float]) -> tuple[int, dict[str, int], dict[str, float]]:
    good = ("answered", "p50 s", "p95 s", "MB after", "articles taken in meanwhile")
    short = {name.rpartition(": ")[2]: figure for name, figure in counts.items()}
    faults = {name: int(figure) for name, figure in short.items() if name not in good}
    return int(short["answered"]), faults, {name: short[name] for name in good if name in short}


def count_stores(stores: dict[str, int]) -> tuple[int, dict[str, int], dict[str, float]]:
    """Of the tutorial's stores, each found in a state that a word says."""
    sound = stores.pop("sound", 0)
    return sound + sum(stores.values()), stores, {"sound": float(sound)}


PLACES: Final = {
    "writer": Place("kill -9 of a writer at random moments", ("tests.kills", "random"), count_reports),
    "flush": Place("kill -9 of a writer in a flush of the vector index", ("tests.kills", "flush"), count_reports, 40),
    "over-servers": Place("kill -9 of a writer over PostgreSQL and Chroma", ("tests.kills", "over-servers"), count_reports),
    "ingest": Place("kill -9 of a whole run of ingest", ("tests.ingest_kills",), count_reports),
    "serve": Place("kill -9 of the server that answers and takes in", ("tests.server_kills", "kill"), count_reports),
    "sigterm": Place("SIGTERM to the server under load", ("tests.server_kills", "term"), count_reports, 40),
    "chroma": Place("kill -9 of the Chroma server in mid-write", ("tests.kills", "chroma"), count_reports),
    "postgres": Place("kill -9 and immediate stops of PostgreSQL in mid-write", ("tests.kills", "postgres"), count_reports),
    "leaving": Place("askers who leave in mid-answer", ("tests.leavers",), count_left),
    "crowd": Place("questions of 50 users at once while articles come in", ("benchmarks.crowds",), count_crowded, 1_000),
    "disk": Place("a disk that fills up, at so many sizes", ("tests.full_disks",), count_disks, 20),
    "tutorial": Place("the tutorial's store: kill -9 at random moments", ("benchmarks.tutorial.kills", "random"), count_stores),
    "tutorial-flush": Place("the tutorial's store: kill -9 in a flush", ("benchmarks.tutorial.kills", "flush"), count_stores, 40),
}


def count_faults(folder: Path, kills: int, places: Iterable[str], say: Callable[[str], object]) -> dict[str, Count]:
    """Makes the faults of these places, and keeps what came of each in the folder; one that is kept there is not made again."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in places:
        place = PLACES[name]
        times = max(1, kills * place.of_hundred // 100)
        kept = read_counts(folder).get(name)
        if kept is not None and kept.times >= times:
            say(f"{name}: counted on {kept.day}")
            continue
        say(f"{name}: {place.what}, {times} times")
        shutil.rmtree(folder / name, ignore_errors=True)
        told = _run(*place.command, times, folder / name)
        made, faults, besides = place.count(told)
        count = Count(place.what, made, faults, besides, date.today().isoformat(), find_faults(told)[:MOST_TOLD])
        (folder / f"{name}.json").write_text(json.dumps(asdict(count), indent=1) + "\n")
        shutil.rmtree(folder / name, ignore_errors=True)
    return read_counts(folder)


def read_counts(folder: Path) -> dict[str, Count]:
    """What is kept, in the order of the places."""
    files = {name: folder / f"{name}.json" for name in PLACES}
    return {name: Count(**json.loads(file.read_text())) for name, file in files.items() if file.exists()}


def show_counts(counts: Mapping[str, Count]) -> str:
    """As a table in Markdown."""
    rows = [[count.what, str(count.times), _join(count.faults), _join(count.besides), count.day] for count in counts.values()]
    return table(["What was done", "Times", "Went wrong", "Besides", "On"], rows)


def _join(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {figure:,.0f}" if figure == int(figure) else f"{name} {figure:.2f}" for name, figure in figures.items())


def _run(module: str, *arguments: object) -> Any:
    """What a module prints as JSON. Raises RuntimeError with the last line of what it said when it fails."""
    Path(str(arguments[-1])).mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{module}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else done.returncode}")
    return json.loads(done.stdout)
