"""SHA-256 of large files, remembered while a file stays as it was."""

import contextlib
import hashlib
import json
import os
import time
from pathlib import Path

# a file changed this recently could be changed again without a later time of change
SETTLED_SECONDS = 2.0


def hash_file(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def hash_remembered(file: Path, memory: Path) -> str:
    """The file's SHA-256, out of the folder `memory` when path, size and time of change are those of last time."""
    place = file.resolve()
    state = place.stat()
    known = [state.st_size, state.st_mtime_ns]
    note = memory / f"{hashlib.sha256(str(place).encode()).hexdigest()}.json"
    with contextlib.suppress(OSError, ValueError, TypeError):
        size, changed, digest = json.loads(note.read_text())
        if [size, changed] == known and isinstance(digest, str):
            return digest
    digest = hash_file(place)
    if time.time() - state.st_mtime > SETTLED_SECONDS:
        # where nothing can be written, it is reckoned each time
        with contextlib.suppress(OSError):
            write_whole(note, json.dumps([*known, digest]))
    return digest


def write_whole(file: Path, text: str) -> None:
    """Writes a file so that it is there as a whole or not at all, whoever else writes it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}-{os.getpid()}-{time.monotonic_ns()}")
    draft.write_text(text)
    draft.replace(file)
