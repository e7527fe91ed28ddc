"""`python -m benchmarks`: figures of speed, printed and written as JSON."""

import json
from pathlib import Path

import click

from benchmarks.filters import measure_filters


@click.group()
def main() -> None:
    """Measures speed. Figures hold for this machine at this moment; nothing is passed or failed."""


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/filters"), help="Archive; made when missing.")
@click.option("--passages", default=100_000, show_default=True, help="Size of an archive that is made.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def filters(folder: Path, passages: int, output: Path | None) -> None:
    """Filtered and unfiltered search in an archive of generated articles and vectors."""
    figures = measure_filters(folder, passages)
    for name, figure in figures.items():
        click.echo(f"{figure:12.2f}  {name}")
    if output is not None:
        output.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
