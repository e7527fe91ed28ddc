"""What is kept of a kill after which something was wrong: the words, the logs, and the archive before and after somebody looked at it.

Of each round a folder is gathered; those of rounds without a fault are thrown away when the next one has none either.
"""

import json
import os
import shutil
from pathlib import Path
from typing import Any

GATHERED, KEPT = "gathered", "kept"
# a broken index may claim terabytes
MOST_BYTES = 1 << 30


def gather(folder: Path, round: int, archive: Path) -> Path:
    """A folder for what a round leaves, with a copy of the archive before it."""
    gathered = folder / GATHERED / str(round)
    shutil.rmtree(gathered, ignore_errors=True)
    gathered.mkdir(parents=True)
    copy_archive(archive, gathered / "before")
    return gathered


def copy_archive(archive: Path, copy: Path) -> None:
    """Nobody may write it meanwhile. What is too large to be true is left out."""

    def too_large(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if os.lstat(os.path.join(folder, name)).st_size > MOST_BYTES]

    if archive.exists():
        shutil.copytree(archive, copy, symlinks=True, ignore=too_large)


def clear_round(folder: Path) -> None:
    """Makes the folder of a count, without what it has left but was not kept of faults."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in folder.iterdir():
        if each.name != KEPT:
            shutil.rmtree(each, ignore_errors=True)


def decide(gathered: Path, report: dict[str, Any], archive: Path) -> None:
    """Keeps what was gathered of a round with faults, and of the round before it, in which the cause may lie."""
    before = gathered.with_name(str(int(gathered.name) - 1))
    if not report["faults"]:
        shutil.rmtree(before, ignore_errors=True)
        return
    (gathered / "report.json").write_text(json.dumps(report, indent=1) + "\n")
    copy_archive(archive, gathered / "after")
    kept = gathered.parent.parent / KEPT
    kept.mkdir(exist_ok=True)
    for each in (before, gathered):
        if each.exists():
            shutil.rmtree(kept / each.name, ignore_errors=True)
            each.rename(kept / each.name)


def last_line(log: Path) -> str:
    """What a process said last, in its log."""
    lines = log.read_text(errors="replace").strip().splitlines() if log.exists() else []
    return lines[-1] if lines else "nothing"
