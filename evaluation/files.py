"""Files of a set: found, read, and known by a fingerprint."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any


class SetMissing(Exception):
    """A set's files are not in the data folder; the message says what was looked for."""


def require(folder: Path, *names: str) -> list[Path]:
    """Those files of the folder. Raises SetMissing when one is not there."""
    files = [folder / name for name in names]
    for file in files:
        if not file.is_file():
            raise SetMissing(f"{file} is missing; name the folder that holds it with --data")
    return files


# JSON may be anything
def read_lines(file: Path) -> Iterator[Any]:
    """The records of a JSON Lines file."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def fingerprint(files: Sequence[Path]) -> str:
    """SHA-256 over names and contents, in order of name."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(f"{file.name}\n{file.stat().st_size}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()
