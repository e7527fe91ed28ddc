"""What an archive leaves in its folder, by which one is told from other folders."""

from collections.abc import Iterable
from fnmatch import fnmatch
from typing import Final

CATALOGUE: Final = "catalogue.sqlite"
TRACES: Final = (CATALOGUE, "lexical", "vectors-*")


def has_traces(names: Iterable[str]) -> bool:
    """Whether an archive lies, or lay, in the folder that holds files and folders of these names."""
    return any(fnmatch(name, trace) for name in names for trace in TRACES)
