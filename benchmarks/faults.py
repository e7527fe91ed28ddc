"""What faults cost, in counts: kills in the midst of work, full disks, askers who leave; the tutorial's app beside it."""

import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from benchmarks.tables import table
from tests.evidence import KEPT, clear_round

ROOT = Path(__file__).parent.parent
# faults that are kept in words
MOST_TOLD = 10
KINDS = ("lost", "doubled", "resurrected", "unreadable", "other")
# what was told of each: lines of JSON
Told = list[dict[str, Any]]
# how often, what went wrong, what else was counted
Counted = tuple[int, dict[str, int], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Count:
    """What came of one kind of fault.

    Attributes:
        what: What was done.
        times: How often.
        faults: How much of each kind went wrong, by its name.
        besides: What else was counted.
        day: When the last was made, as an ISO date.
        seconds_each: On the wall's clock, of those made then; beside other programs it is longer.
        found: The first faults, in words.
    """

    what: str
    times: int
    faults: Mapping[str, int]
    besides: Mapping[str, float]
    day: str
    seconds_each: float
    found: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault strikes.

    Attributes:
        command: The module that makes the faults, with what comes before their number.
        count: Reads the lines of JSON that the module prints.
        of_hundred: So many are made for every hundred that are asked for.
        goes_on: Whether each fault has its line, so that a count that was broken off goes on after the last.
    """

    what: str
    command: Sequence[str]
    count: Callable[[Told], Counted]
    of_hundred: int = 100
    goes_on: bool = False


def count_reports(reports: Told) -> Counted:
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
    "ending": {"answers refused, as the server ended": sum},
    "changes": {"changes done": sum},
    "refused": {"writes refused and tried again": sum},
    "told": {"articles told": sum},
    "looked": {"unlike an earlier one": sum},
    "half": {"killed while it was half kept": sum},
    "readers": {"killed while reading": lambda values: sum(value > 0 for value in values)},
}


def find_faults(told: Told) -> list[str]:
    """Of reports, what each fault was."""
    return [str(fault["what"]) for report in told for fault in report.get("faults", ())]


def count_disks(reports: Told) -> Counted:
    made, faults, _ = count_reports([{"faults": report["faults"]} for report in reports])
    return made, faults, {"clear messages": float(sum(bool(report["told"]) for report in reports))}


def count_left(told: Told) -> Counted:
    counts = dict(told[0])
    words = counts.pop("words of the model after they had left")
    times = counts.pop("who left in mid-answer")
    return times, counts, {"words of the model after each had left": words / times}


def count_jumps(told: Told) -> Counted:
    counts = dict(told[0])
    return counts.pop("clock jumps"), counts, {}


def count_crowded(told: Told) -> Counted:
    good = ("answered", "p50 s", "p95 s", "MB after", "articles taken in meanwhile")
    short = {name.rpartition(": ")[2]: figure for name, figure in told[0].items()}
    faults = {name: int(figure) for name, figure in short.items() if name not in good}
    return int(short["answered"]), faults, {name: short[name] for name in good if name in short}


def count_stores(told: Told) -> Counted:
    """Of the tutorial's stores, each found in a state that a word says."""
    states = Counter(str(line["found"]) for line in told)
    sound = states.pop("sound", 0)
    return len(told), dict(states), {"sound": float(sound)}


PLACES: Final = {
    "writer": Place("kill -9 of a writer at random moments", ("tests.kills", "random"), count_reports, goes_on=True),
    "flush": Place("kill -9 of a writer in a flush of the vector index", ("tests.kills", "flush"), count_reports, 40, goes_on=True),
    # of some 260, the command ends after the last
    "points": Place(
        "the disk before each call that changes it, as a kill of the writer leaves it",
        ("tests.write_points", "1"),
        count_reports,
        400,
        goes_on=True,
    ),
    "keep": Place("kill -9 of who keeps the exact index, or takes it away", ("tests.kept_kills",), count_reports, goes_on=True),
    "over-servers": Place("kill -9 of a writer over PostgreSQL and Chroma", ("tests.kills", "over-servers"), count_reports, goes_on=True),
    "ingest": Place("kill -9 of a whole run of ingest", ("tests.ingest_kills",), count_reports, goes_on=True),
    "serve": Place("kill -9 of the server that answers and takes in", ("tests.server_kills", "kill"), count_reports, goes_on=True),
    "sigterm": Place("SIGTERM to the server under load", ("tests.server_kills", "term"), count_reports, 40, goes_on=True),
    "chroma": Place("kill -9 of the Chroma server in mid-write", ("tests.kills", "chroma"), count_reports, goes_on=True),
    "postgres": Place("kill -9 and immediate stops of PostgreSQL in mid-write", ("tests.kills", "postgres"), count_reports, goes_on=True),
    "leaving": Place("askers who leave in mid-answer", ("tests.leavers",), count_left),
    "crowd": Place("questions of 50 users at once while articles come in", ("benchmarks.crowds",), count_crowded, 1_000),
    "disk": Place("a disk that fills up, at so many sizes", ("tests.full_disks",), count_disks, 20),
    "clock": Place("jumps of a server's clock", ("tests.clock_jumps",), count_jumps, 5),
    "tutorial": Place(
        "the tutorial's store: kill -9 at random moments", ("benchmarks.tutorial.kills", "random"), count_stores, goes_on=True
    ),
    "tutorial-flush": Place(
        "the tutorial's store: kill -9 in a flush", ("benchmarks.tutorial.kills", "flush"), count_stores, 40, goes_on=True
    ),
}


def count_faults(folder: Path, kills: int, places: Mapping[str, Place], say: Callable[[str], object]) -> dict[str, Count]:
    """Makes the faults of these places, and keeps what came of each in the folder; what is kept there is not made again.

    A place whose faults cannot be made on this machine is said, and left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, place in places.items():
        times = max(1, kills * place.of_hundred // 100)
        kept = read_counts(folder).get(name)
        if kept is not None and kept.times >= times:
            say(f"{name}: counted on {kept.day}")
            continue
        try:
            told, seconds = _make(name, place, times, folder, say)
        except RuntimeError as error:
            say(f"{name}: left out, since {error}")
            continue
        made, faults, besides = place.count(told)
        count = Count(place.what, made, faults, besides, date.today().isoformat(), seconds, find_faults(told)[:MOST_TOLD])
        (folder / f"{name}.json").write_text(json.dumps(asdict(count), indent=1) + "\n")
        for words in count.found:
            say(f"{name}: {words}; what it left is kept in {folder / name / KEPT}")
    return read_counts(folder)


def _make(name: str, place: Place, times: int, folder: Path, say: Callable[[str], object]) -> tuple[Told, float]:
    """What the module of a place tells, of earlier runs too where it goes on, and the seconds of each that was made now.

    Raises RuntimeError when it fails.
    """
    lines = folder / f"{name}.jsonl"
    before = read_lines(lines) if place.goes_on else []
    lines.write_text("".join(json.dumps(line) + "\n" for line in before))
    made = len(before)
    say(f"{name}: {place.what}, {times} times" + (f", {made} of them made before" if made else ""))
    clear_round(folder / name)
    started = time.monotonic()
    _run([*place.command, str(times - made), str(folder / name), *([str(made)] if made else [])], lines)
    seconds = time.monotonic() - started
    clear_round(folder / name)
    told = read_lines(lines)
    # some tell of all in one line
    return told, seconds / max(1, len(told) - made if place.goes_on else times)


def read_lines(file: Path) -> Told:
    """Half a line at the end was never said. Raises RuntimeError where a line is no JSON."""
    lines = file.read_text().splitlines(keepends=True) if file.exists() else []
    try:
        return [json.loads(line) for line in lines if line.endswith("\n")]
    except ValueError as error:
        raise RuntimeError(f"{file} cannot be read ({error})") from error


def read_counts(folder: Path) -> dict[str, Count]:
    """What is kept, in the order of the places; of others, last."""
    order = list(PLACES)
    files = sorted(folder.glob("*.json"), key=lambda file: order.index(file.stem) if file.stem in order else len(order))
    return {file.stem: Count(**json.loads(file.read_text())) for file in files}


def show_counts(counts: Mapping[str, Count]) -> str:
    """As a table in Markdown."""
    rows = [
        [count.what, str(count.times), _join(count.faults), _join(count.besides), f"{count.seconds_each:.2g}", count.day]
        for count in counts.values()
    ]
    return table(["What was done", "Times", "Went wrong", "Besides", "s each", "On"], rows)


def _join(figures: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {figure:,.0f}" if figure == int(figure) else f"{name} {figure:.2f}" for name, figure in figures.items())


def _run(command: Sequence[str], lines: Path) -> None:
    """Adds what a module prints to the file. Raises RuntimeError with the last line of what it said when it fails."""
    with lines.open("a") as file:
        done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, stdout=file, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise RuntimeError(said[-1] if said else f"{command[0]} ended with {done.returncode}")
