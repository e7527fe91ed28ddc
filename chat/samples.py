"""The first articles of an empty archive."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from ingest.errors import IngestError
from ingest.pipeline import ingest_files
from ingest.report import Tally
from ingest.sources import find_files
from vectorstore import Archive


def ingest_samples(folder: Path, archive: Archive) -> None:
    """Takes in a folder's articles and says so on standard error, with a bar where that is a terminal."""
    from tqdm import tqdm

    found = list(find_files([folder]))
    click.echo(f"The archive is empty: taking in the {len(found)} files of {folder}.", err=True)
    tally = Tally()
    with tqdm(total=len(found), unit=" files", disable=None, file=sys.stderr) as bar:
        for event in ingest_files(_counted(found, bar), archive):
            tally.add(event)
    report = tally.report()
    click.echo(f"Taken in: {report.new} new, {len(report.failed)} failed.", err=True)


def _counted(found: Iterable[Path | IngestError], bar: Any) -> Iterator[Path | IngestError]:  # tqdm's type takes a parameter
    for entry in found:
        yield entry
        bar.update()
