"""Chroma's graph files that hold no entry yet -> zeros: they hold whatever the process's memory held, deleted articles too.

hnswlib allocates room for 100 entries and writes it out as it found it, whenever an index is opened that has not outgrown
Chroma's log. Later it writes the entries that there are and no more, each into room that it has cleared.
"""

import os
from pathlib import Path

from vectorstore.seal import PERSISTED

# the entries, and how long each is
ROOM = ("data_level0.bin", "length.bin")


def wipe_unused(folder: Path) -> None:
    """To be called while nobody writes the index."""
    for file in folder.glob("*/*.bin"):
        if file.name in ROOM and not (file.parent / PERSISTED).exists():
            _zero(file)


def _zero(file: Path) -> None:
    # on a disk that cannot be written it is zeros already
    if any(content := file.read_bytes()):
        with file.open("r+b") as opened:
            opened.write(bytes(len(content)))
            opened.flush()
            os.fsync(opened.fileno())
