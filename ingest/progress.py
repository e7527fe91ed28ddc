"""Ingest with a progress bar."""

import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from ingest.pipeline import ingest_targets
from ingest.plan import Plan
from ingest.report import Tally
from vectorstore import Archive


def ingest_with_bar(targets: Iterable[str | Path], archive: Archive, plan: Plan, tally: Tally) -> None:
    """As `ingest`, counting into `tally` as it goes, with a count on standard error where that is a terminal.

    How much is to come nobody knows before it is read: a line of a file, an entry of a feed.
    """
    from tqdm import tqdm

    with (
        # None: only where standard error is a terminal
        tqdm(unit=" articles", disable=None, file=sys.stderr) as bar,
        # an interrupt between two events must give the archive free before it is closed
        closing(ingest_targets(targets, archive, plan)) as events,
    ):
        for event in events:
            tally.add(event)
            bar.update()
