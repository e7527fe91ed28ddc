"""The first articles of an empty archive."""

from pathlib import Path

import click

from ingest.plan import Plan
from ingest.progress import ingest_with_bar
from ingest.report import Tally
from vectorstore import Archive


def ingest_samples(folder: Path, archive: Archive) -> None:
    """Takes in a folder's articles and says so on standard error, with a bar where that is a terminal."""
    click.echo(f"The archive is empty: taking in the articles of {folder}.", err=True)
    tally = Tally()
    ingest_with_bar([folder], archive, Plan(), tally)
    report = tally.report()
    click.echo(f"Taken in: {report.new} new, {len(report.failed)} failed.", err=True)
