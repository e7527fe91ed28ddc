"""`python -m evaluation`: measures, prints a table, writes JSON, and holds the figures to their floors."""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from evaluation.files import SetMissing
from evaluation.floors import FloorLowered, find_breaches, load_floors, save_floors, update_floors
from evaluation.protocols import Protocol, choose_protocols, run_protocol
from evaluation.questions import Half
from evaluation.runs import Report, Run, describe_run
from evaluation.workshop import Workshop, open_workshop
from vectorstore import EmbeddingUnavailable

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Options:
    """What a command was told."""

    data: Path
    work: Path
    model: str
    half: Half
    out: Path | None
    gate: bool
    update: bool
    allow_regression: str | None


def common_options(command: Command) -> Command:
    for option in reversed(
        [
            click.option("--data", type=click.Path(path_type=Path), default=Path("eval"), help="Folder of the sets; ./eval by default."),
            click.option("--work", type=click.Path(path_type=Path), default=_cache, help="Folder for vectors, kept between runs."),
            click.option("--model", default="bundled", help="Embedding model; the figures of this project are for `bundled`."),
            click.option(
                "--half", type=click.Choice(["a", "b", "all"]), default="all", help="Half of the questions: choose on a, report b."
            ),
            click.option("--out", type=click.Path(path_type=Path), help="Write the figures to this file, as JSON."),
            click.option("--gate", is_flag=True, help="End with 1 when a figure is below its floor."),
            click.option("--update", is_flag=True, help="Raise the floors to just under the figures."),
            click.option("--allow-regression", metavar="REASON", help="Let --update lower floors too, and keep the reason."),
        ]
    ):
        command = option(command)
    return command


def _cache() -> Path:
    caches = os.environ.get("XDG_CACHE_HOME")
    return (Path(caches) if caches else Path.home() / ".cache") / "newsdesk" / "evaluation"


@click.group()
def commands() -> None:
    """How good Newsdesk is, in figures."""


def _add(command: str, help: str) -> None:
    sets = [protocol.set for protocol in choose_protocols(command, [])]

    @commands.command(command, help=help)
    @click.option("--set", "sets", type=click.Choice(sets), multiple=True, help="Only this set; may be given again.")
    @common_options
    # click gives each option under its own name
    def run(sets: Sequence[str], **given: Any) -> None:
        _run(choose_protocols(command, sets), Options(**given))


_add("retrieval", "Does search find the right articles?")
_add("answers", "Do answers hold what was asked for, and does silence come where nothing answers?")
_add("extraction", "Is the article's text taken out of web pages?")
_add("time", "Are times read out of questions?")
_add("duplicates", "Are copies of an article told from other articles about the same thing?")
_add("verdicts", "Are sentences that a quote proves told from those that it does not?")
_add("samples", "The project's own questions about its samples, which need no other data.")


def _run(chosen: Sequence[Protocol], options: Options) -> None:
    if options.half != "all" and (options.gate or options.update):
        raise click.UsageError("floors are for all questions; leave out --half")
    try:
        with open_workshop(options.work, options.model) as workshop:
            run = measure(chosen, workshop, options.data, options.half)
    except EmbeddingUnavailable as error:
        raise click.ClickException(str(error)) from error
    click.echo(describe_run(run))
    if options.out:
        options.out.write_text(json.dumps(run.to_json(), indent=2, ensure_ascii=False) + "\n")
    _hold(run, options)
    if not run.reports:
        raise click.ClickException("nothing was measured; name the folder of the sets with --data")


def measure(chosen: Sequence[Protocol], workshop: Workshop, data: Path, half: Half) -> Run:
    """The protocols one after the other; a set that is missing is noted, and the rest goes on."""
    reports: list[Report] = []
    missing: list[str] = []
    for protocol in chosen:
        begun = time.monotonic()
        try:
            reports.append(run_protocol(protocol, workshop, data, half))
        except SetMissing as error:
            missing.append(f"{protocol.name}: {error}")
            continue
        click.echo(f"{protocol.name}: {time.monotonic() - begun:.0f} s", err=True)
    embeddings = workshop.embeddings
    when = datetime.now(UTC).isoformat(timespec="seconds")
    return Run(when, half, embeddings.identity.name, str(getattr(embeddings, "runtime", "")), tuple(reports), tuple(missing))


def _hold(run: Run, options: Options) -> None:
    """Checks the floors, then raises them, as asked."""
    floors = load_floors()
    if options.gate and (breaches := find_breaches(floors, run.model, run.reports)):
        click.echo("\n".join(breaches), err=True)
        sys.exit(1)
    if options.update:
        try:
            save_floors(update_floors(floors, run.model, run.reports, options.allow_regression))
        except FloorLowered as error:
            click.echo(str(error), err=True)
            sys.exit(1)


if __name__ == "__main__":
    commands(prog_name="python -m evaluation")
