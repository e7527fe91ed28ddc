"""The commands that keep an archive safe: `backup`, `restore`, `check`."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from ingest.commands import archive_options
from vectorstore import ArchiveError, ArchiveSettings, Checked, Contents, back_up, restore
from vectorstore.command_line import archive_settings, check_place, opened, reported
from vectorstore.plain import one_line, plain


@click.group()
def commands() -> None:
    """Backups and checks."""


@commands.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Replace a file of that name.")
@archive_options
def backup_command(file: Path, replace: bool, folder: Path | None, as_json: bool) -> None:
    """Write the archive to FILE, while it is used; reads FILE once more before it says so.

    FILE holds the articles with their vectors, saved answers, conversations, users and keys: keep it as you keep the archive.
    """
    with reported():
        settings = _embedded(folder)
        check_place(settings)
        contents = back_up(settings.archive, file, replace=replace)
        size = file.stat().st_size
        said = f"{_describe(contents)} in {one_line(str(file))} ({size / 1e6:,.1f} MB); read again, and every file is as it was"
        click.echo(json.dumps({**asdict(contents), "bytes": size}) if as_json else said)


@commands.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help="Replace the archive that is there. End a server that answers from it first.")
@archive_options
def restore_command(file: Path, replace: bool, folder: Path | None, as_json: bool) -> None:
    """Lay the archive out of FILE; its indexes are built, an older one is brought up to date. Nothing changes unless all is right."""
    with reported():
        settings = _embedded(folder)
        contents = restore(file, settings, replace=replace)
        said = f"{_describe(contents)} from {_day(contents)} in {one_line(str(settings.archive))}, its indexes built"
        click.echo(json.dumps(asdict(contents)) if as_json else said)


@commands.command("check")
@click.option("--repair", is_flag=True, help="Put right what can be put right from the catalogue.")
@archive_options
def check_command(repair: bool, folder: Path | None, as_json: bool) -> None:
    """Compare the catalogue with itself, with both indexes, and with the quotes of saved answers.

    Ends with 0 when nothing is wrong, or when --repair has left nothing wrong; else with 1.
    """
    with reported(), opened(folder) as archive:
        first = archive.check()
        last = first
        if repair and first.faults:
            archive.mend(first)
            last = archive.check()
        if as_json:
            told = {"counts": dict(first.counts), "faults": _texts(first)}
            click.echo(json.dumps({**told, "left": _texts(last)} if repair else told, ensure_ascii=False))
        else:
            _print(first, last, repair=repair)
    sys.exit(1 if last.faults else 0)


def _embedded(folder: Path | None) -> ArchiveSettings:
    """The settings of an archive in a folder. Raises ArchiveError for one on a server, whose own tools back it up at one moment."""
    settings = archive_settings(folder)
    if settings.database_url:
        raise ArchiveError(
            "this archive lies on a PostgreSQL server (NEWS_DATABASE_URL); back it up with pg_dump --format=custom, also while it is used,"
            " and restore it into another database with pg_restore, see docs/scale.md"
        )
    return settings


def _print(first: Checked, last: Checked, *, repair: bool) -> None:
    looked = ", ".join(f"{count:,} {name}" for name, count in first.counts.items())
    if not first.faults:
        click.echo(f"{looked}, both indexes: nothing is wrong")
        return
    click.echo(f"{looked}, both indexes: {len(first.faults)} {'thing is' if len(first.faults) == 1 else 'things are'} wrong")
    left = {fault.text for fault in last.faults}
    for fault in first.faults:
        state = "" if not repair else "left      " if fault.text in left else "repaired  "
        click.echo(f"{state}{plain(fault.text)}")
    if not repair and any(fault.cure != "none" for fault in first.faults):
        click.echo("`newsdesk check --repair` puts right what can be", err=True)
    if any(fault.cure == "none" for fault in last.faults):
        click.echo("what the catalogue itself has lost, only a backup has: `newsdesk restore FILE`, or ingest the article again", err=True)


def _texts(checked: Checked) -> list[str]:
    return [fault.text for fault in checked.faults]


def _describe(contents: Contents) -> str:
    return f"{contents.articles:,} {'article' if contents.articles == 1 else 'articles'}"


def _day(contents: Contents) -> str:
    return datetime.fromtimestamp(contents.made, UTC).strftime("%Y-%m-%d %H:%M UTC")
