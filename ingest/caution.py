"""Folders that hardly anybody means to take in whole: a system's root, a home, very many files."""

from pathlib import Path

from ingest.folders import find_files
from ingest.paths import shown_path

# a paper's whole archive may be more; whoever has one knows it
MOST_FILES = 10_000
# of those, and others beside them, so many are looked at
MOST_ENTRIES = 100_000


def find_doubt(target: str, most_files: int = MOST_FILES, most_entries: int = MOST_ENTRIES) -> str | None:
    """Why a target should be taken in only by somebody who means it; None for an address, a file, a folder like any other.

    >>> find_doubt("/")
    '/ is the root of this system'
    """
    path = Path(target)
    if "://" in target or not path.is_dir():
        return None
    name, real = shown_path(path), path.resolve()
    if real.parent == real:
        return f"{name} is the root of this system"
    if real == _home():
        return f"{name} is your home folder"
    if _home().is_relative_to(real):
        return f"{name} holds your home folder"
    files = 0
    for entries, found in enumerate(find_files(path), 1):
        files += isinstance(found, Path)
        if files > most_files:
            return f"{name} holds more than {most_files:,} files that can be read"
        if entries > most_entries + 1:
            # one line more says that none of them can be read
            return f"{name} holds more than {most_entries:,} files"
    return None


def _home() -> Path:
    try:
        return Path.home().resolve()
    except RuntimeError:
        # a user without one
        return Path()
