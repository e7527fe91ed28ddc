"""A seal on the folder of an index: it was closed in order, and nobody touched it since."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

# Chroma's database changes its time when it is read
TIMELESS = "chroma.sqlite3"
# without this file beside them, Chroma's vectors live in its log alone, and reading writes the others anew
PERSISTED = "index_metadata.pickle"


def set_seal(folder: Path, facts: Mapping[str, str] | None = None) -> None:
    """Writes the seal; `facts` say what the index reflects. On a full disk there is none: the index is looked at anew."""
    seal = _seal_of(folder)
    fresh = seal.with_suffix(".new")
    try:
        with fresh.open("w") as file:
            json.dump({"files": list_files(folder), "facts": dict(facts or {})}, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(seal)
        _flush(folder.parent)
    except OSError:
        fresh.unlink(missing_ok=True)


def break_seal(folder: Path) -> None:
    """To be called before the first change. It has reached the disk when this returns."""
    _seal_of(folder).unlink(missing_ok=True)
    _flush(folder.parent)


def has_seal(folder: Path) -> bool:
    """Whether the seal is there, true or not; without it, a writer is at work or was killed."""
    return _seal_of(folder).exists()


def seal_time(folder: Path) -> int | None:
    """When the seal was set, in nanoseconds: another one is of another state of the folder. None without a seal."""
    try:
        return _seal_of(folder).stat().st_mtime_ns
    except OSError:
        return None


def read_seal(folder: Path) -> dict[str, str] | None:
    """The facts of an unbroken seal; None when there is none or the folder is not as it was."""
    try:
        seal = json.loads(_seal_of(folder).read_text())
        return dict(seal["facts"]) if seal["files"] == list_files(folder) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _seal_of(folder: Path) -> Path:
    return folder.parent / f"{folder.name}.seal"


def list_files(folder: Path) -> dict[str, list[int]]:
    """Each file with its size and, where reading does not change it, its time."""
    found = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            state = file.stat()
            rewritten = file.name == TIMELESS or (file.suffix == ".bin" and not (file.parent / PERSISTED).exists())
            found[str(file.relative_to(folder))] = [state.st_size] if rewritten else [state.st_size, state.st_mtime_ns]
    return found


def _flush(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
