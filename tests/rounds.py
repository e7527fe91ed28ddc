"""The rounds of a count, as a command names them, and what came of each, as a line of JSON: for who makes them, and for a test of them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
# a busy machine takes its time to import all, and may be at its busiest in any round
START_SECONDS, ROUND_SECONDS = 180, 120


def read_rounds(arguments: Sequence[str]) -> tuple[range, Path]:
    """TIMES, FOLDER and FIRST as they stand in a command. FIRST, 0 by default, numbers the first, so that a count that goes on makes
    none twice.
    """
    first = int(arguments[2]) if len(arguments) > 2 else 0
    return range(first, first + int(arguments[0])), Path(arguments[1])


def tell(reports: Iterable[Mapping[str, Any]]) -> None:
    """Each as it comes: who is ended in the midst has told what was counted until then."""
    for report in reports:
        print(json.dumps(report), flush=True)


def wanted_rounds(sample: int) -> int:
    """What NEWS_KILLS says, else a sample."""
    return int(os.environ.get("NEWS_KILLS", "0")) or sample


def count_sound(command: Sequence[str], times: int, folder: Path) -> list[dict[str, Any]]:
    """What a module of these tests tells of its rounds, of which none may have a fault.

    Args:
        command: The module, and what comes before TIMES and FOLDER.
    """
    program = [sys.executable, "-m", *command, str(times), str(folder)]
    seconds = START_SECONDS + ROUND_SECONDS * times
    done = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.returncode == 0, done.stderr
    reports: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    assert reports
    assert [report for report in reports if report["faults"]] == []
    return reports
