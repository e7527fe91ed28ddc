"""Paths as readers and databases see them."""

import os
from pathlib import Path


def shown_path(path: str | Path) -> str:
    """A path for readers and databases: bytes that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")
