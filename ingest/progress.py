"""Ingest with a progress bar."""

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from ingest.formats import NAMED_ALREADY
from ingest.pipeline import ingest_items
from ingest.report import Tally
from ingest.sources import find_items
from ingest.tables import Columns
from vectorstore import Archive


def ingest_with_bar(targets: Iterable[str | Path], archive: Archive, source: str, tally: Tally, columns: Columns = NAMED_ALREADY) -> None:
    """As `ingest`, counting into `tally` as it goes, with a count on standard error where that is a terminal.

    How much is to come nobody knows before it is read: a line of a file, an entry of a feed.
    """
    from tqdm import tqdm

    with (
        # None: only where standard error is a terminal
        tqdm(unit=" articles", disable=None, file=sys.stderr) as bar,
        # an interrupt between two events must give the archive free before it is closed
        closing(ingest_items(find_items(targets, columns), archive, source)) as events,
    ):
        for event in events:
            tally.add(event)
            bar.update()
