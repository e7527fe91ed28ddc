"""Ingest with a progress bar."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.pipeline import ingest_files
from ingest.report import Tally
from ingest.sources import find_files
from vectorstore import Archive


def ingest_with_bar(targets: Iterable[str | Path], archive: Archive, source: str, tally: Tally) -> None:
    """As `ingest`, counting into `tally` as it goes, with a bar on standard error where that is a terminal."""
    from tqdm import tqdm

    found = list(find_files(targets))
    # None: only where standard error is a terminal
    with (
        tqdm(total=len(found), unit=" files", disable=None, file=sys.stderr) as bar,
        # an interrupt between two events must give the archive free before it is closed
        closing(ingest_files(_counted(found, bar), archive, source)) as events,
    ):
        for event in events:
            tally.add(event)


def _counted(found: Iterable[Path | IngestError], bar: Any) -> Iterator[Path | IngestError]:  # tqdm's type takes a parameter
    for entry in found:
        yield entry
        bar.update()
