"""What faults cost, in counts: kills of writers and of whole runs, and the same kills of the tutorial's app."""

import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
# of a hundred kills at random moments, so many runs of ingest and so many stores of the tutorial: each takes ten times as long
FEWER = 10
MOST_FLUSHES = 40


def count_faults(folder: Path, kills: int, *, tutorial: bool) -> dict[str, float]:
    """Counts by what was done. Of ours, a run ends with an error at the first thing that is lost, doubled or cannot be read.

    Raises RuntimeError with what was found then.
    """
    flushes, runs = min(kills, MOST_FLUSHES), max(1, kills // FEWER)
    random = _run("tests.kills", "random", kills, folder / "random")
    flush = _run("tests.kills", "flush", flushes, folder / "flush")
    whole = _run("tests.ingest_kills", runs, folder / "runs")
    counts: dict[str, float] = {
        "writers killed at random moments": len(random),
        "writers killed in a flush of the vector index": len(flush),
        "indexes of vectors built again": sum(len({report["folder"] for report in reports}) - 1 for reports in (random, flush)),
        "runs of ingest killed": len(whole),
        "lost, doubled, unreadable": 0,
        "median seconds to open after a kill": statistics.median(report["opened"] for report in [*random, *flush]),
        "longest seconds to repair": max(report["repaired"] for report in [*random, *flush]),
    }
    if tutorial:
        for when, number in (("random", runs), ("flush", max(1, flushes // FEWER))):
            found = _run("benchmarks.tutorial.kills", when, number, folder / f"tutorial {when}")
            counts |= {f"tutorial's app, {when}: {outcome}": times for outcome, times in found.items()}
    return counts


def _run(module: str, *arguments: object) -> Any:
    """What a module prints as JSON."""
    Path(str(arguments[-1])).mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{module}: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else done.returncode}")
    return json.loads(done.stdout)
