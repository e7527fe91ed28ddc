"""Malformed files, each read by a process of its own: `python -m tests.malformed_alone FOLDER`, a line of JSON for each.

Run by test_ingest_malformed.py.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.read import read_file
from tests.forked import Child
from tests.malformed import Malformed, malformed_files, words
from tests.rounds import tell
from vectorstore import Article

# one of each kind that brings libraries of its own, which its process would else import, each anew
LOADED = {"loaded.html": f"<html><body><p>{words('loaded')}</p></body></html>", "loaded.txt": words("loaded"), "loaded.pdf": "%PDF-1.4"}


def read_alone(file: Malformed, folder: Path) -> dict[str, Any]:
    """What a process that reads this file tells of it; `status` is other than 0 where it died."""
    path = folder / file.name
    path.write_bytes(file.data)
    status, said = Child(lambda say: say(_read(path))).wait()
    return {"name": file.name, "status": status} | (said[0] if said else {})


def _read(path: Path) -> dict[str, Any]:
    found = list(read_file(path))
    articles = [f"{reading.title}\n{reading.text}" for reading in found if isinstance(reading, Article)]
    return {"articles": articles, "reasons": [str(reading) for reading in found if isinstance(reading, IngestError)], "bytes": most_bytes()}


def most_bytes() -> int:
    """The most that this process has ever held in memory, with all that it loaded before."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:"))


def read_all(folder: Path) -> Iterator[dict[str, Any]]:
    for name, text in LOADED.items():
        (folder / name).write_text(text)
        list(read_file(folder / name))
    for file in malformed_files():
        yield read_alone(file, folder)


if __name__ == "__main__":
    tell(read_all(Path(sys.argv[1])))
