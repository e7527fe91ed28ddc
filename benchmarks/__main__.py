"""`python -m benchmarks`: figures of speed, printed and written as JSON."""

import json
from pathlib import Path

import click

from benchmarks.chat import measure_chat
from benchmarks.filters import measure_filters
from benchmarks.ingest import measure_ingest, measure_memory, write_records
from benchmarks.load import measure_load
from benchmarks.pictures import take_pictures


@click.group()
def main() -> None:
    """Measures speed. Figures hold for this machine at this moment; nothing is passed or failed."""


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/filters"), help="Archive; made when missing.")
@click.option("--passages", default=100_000, show_default=True, help="Size of an archive that is made.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def filters(folder: Path, passages: int, output: Path | None) -> None:
    """Filtered and unfiltered search in an archive of generated articles and vectors."""
    _tell(measure_filters(folder, passages), output)


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/ingest"), help="For files and archives; emptied.")
@click.option("--articles", default=200, show_default=True, help="Generated articles of 600 words, as records and as pages.")
@click.option("--memory", is_flag=True, help="Instead, one run over the records with generated vectors: how much memory it takes.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def ingest(folder: Path, articles: int, memory: bool, output: Path | None) -> None:
    """Articles per second by stage, all together, and when nothing has changed."""
    if memory:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{articles}.jsonl"
        _tell(measure_memory(file if file.exists() else write_records(file, articles), folder / "archive"), output)
    else:
        _tell(measure_ingest(folder, articles), output)


@main.command()
@click.option("--runs", default=20, show_default=True, help="Visits and clicks that are measured, after one that is not.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def chat(runs: int, output: Path | None) -> None:
    """How soon the chat's page can be used and an answer begins, in Debian's Chromium, on the samples without a language model."""
    _tell(measure_chat(runs), output)


@main.command()
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks/data/load"), help="For an archive; made when missing.")
@click.option("--passages", default=10_000, show_default=True, help="Size of the archive.")
@click.option("--users", default=50, show_default=True, help="Who ask at once.")
@click.option("--each", default=20, show_default=True, help="Questions of each of them.")
@click.option("--output", type=click.Path(path_type=Path), help="File for the figures as JSON.")
def load(folder: Path, passages: int, users: int, each: int, output: Path | None) -> None:
    """Many who ask at once over the network, without a language model: errors, mixed answers, seconds, memory; a burst; fair shares."""
    _tell(measure_load(folder, passages, users, each), output)


@main.command()
def pictures() -> None:
    """Takes the pictures of the chat in docs/pictures anew."""
    click.echo("\n".join(take_pictures()))


def _tell(figures: dict[str, float], output: Path | None) -> None:
    for name, figure in figures.items():
        click.echo(f"{figure:12.2f}  {name}")
    if output is not None:
        output.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
