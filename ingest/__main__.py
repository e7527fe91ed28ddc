"""The commands that fill and keep an archive: `python -m ingest TARGET…`, `list`, `show`, `delete`, `status`, `reindex`."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from ingest.errors import IngestError
from ingest.pipeline import ingest_files
from ingest.report import IngestReport, Tally
from ingest.show import article_json, article_text, list_line, status_json, status_text
from ingest.sources import find_files
from ingest.terminal import printable
from vectorstore import Archive, ArchiveError, ArchiveSettings, open_archive

Command = Callable[..., Any]  # what click decorates


class DefaultGroup(click.Group):
    """A group whose first command is meant when none is named: `python -m ingest articles/`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named else ["ingest", *args])


def archive_options(command: Command) -> Command:
    """The options that every command has."""
    command = click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)
    return click.option(
        "--archive", "folder", type=click.Path(path_type=Path), help="Folder of the archive (or NEWS_ARCHIVE); ./data by default."
    )(command)


@click.group(cls=DefaultGroup)
def commands() -> None:
    """Fill and keep an archive of news articles. A file that is called like a command is reached as ./list."""


@commands.command("ingest")
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@click.option("--source", default="", help="Name of the paper, for articles that do not tell theirs.")
@archive_options
def ingest_command(targets: tuple[str, ...], source: str, folder: Path | None, as_json: bool) -> None:
    """Take in articles from files and folders: .txt, .md, .html, .json, .jsonl, .pdf."""
    tally = Tally()
    stopped = None
    try:
        with opened(folder) as archive:
            _ingest_with_bar(list(find_files(targets)), archive, source, tally)
    except KeyboardInterrupt:
        stopped = "stopped; what is reported is in the archive, run the same command again for the rest"
    except ArchiveError as error:
        stopped = printable(str(error))
    report = tally.report()
    if stopped is None or report != IngestReport():
        click.echo(json.dumps(report.to_json(), ensure_ascii=False) if as_json else printable(str(report)))
    if stopped:
        click.echo(stopped, err=True)
    if stopped or report.failed:
        sys.exit(1)


@commands.command("list")
@click.option("--limit", type=click.IntRange(min=1), help="Print at most so many.")
@archive_options
def list_command(limit: int | None, folder: Path | None, as_json: bool) -> None:
    """The articles, newest first: id, date, language, source, title."""
    with reported(), opened(folder) as archive:
        articles = archive.list_articles(limit=limit)
        if as_json:
            click.echo(json.dumps([article_json(version) for version in articles], ensure_ascii=False))
        else:
            for version in articles:
                click.echo(list_line(version))


@commands.command("show")
@click.argument("article_id", metavar="ID")
@click.option("--version", "number", type=click.IntRange(min=1), help="An earlier version; the current one by default.")
@archive_options
def show_command(article_id: str, number: int | None, folder: Path | None, as_json: bool) -> None:
    """An article with its facts, times and text."""
    with reported(), opened(folder) as archive:
        versions = archive.get_article(article_id).number
        version = archive.get_article(article_id, number)
        click.echo(json.dumps(article_json(version, versions), ensure_ascii=False) if as_json else article_text(version, versions))


@commands.command("delete")
@click.argument("article_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@archive_options
def delete_command(article_id: str, yes: bool, folder: Path | None, as_json: bool) -> None:
    """Delete an article with all its versions."""
    with reported(), opened(folder) as archive:
        version = archive.get_article(article_id)
        if not yes:
            click.confirm(f"Delete {list_line(version)!r} and its versions?", abort=True, err=True)
        archive.delete(article_id)
        click.echo(json.dumps({"deleted": article_id}) if as_json else f"deleted {article_id}")


@commands.command("status")
@archive_options
def status_command(folder: Path | None, as_json: bool) -> None:
    """What the archive holds and how fresh it is."""
    with reported(), opened(folder) as archive:
        status = archive.status()
        click.echo(json.dumps(status_json(status), ensure_ascii=False) if as_json else status_text(status))


@commands.command("reindex")
@click.option("--model", help="Embedding model by name or folder, `auto` or `bundled`; NEWS_EMBEDDING by default.")
@archive_options
def reindex_command(model: str | None, folder: Path | None, as_json: bool) -> None:
    """Embed every passage again, with another model if you name one."""
    with reported():
        # an archive refuses to open under another model than its own, which is just what is to be changed
        settings = _settings(folder)
        with open_archive(settings.model_copy(update={"embedding": "auto"})) as archive:
            archive.reindex(model or settings.embedding)
            status = archive.status()
            click.echo(json.dumps(status_json(status), ensure_ascii=False) if as_json else status_text(status))


@contextmanager
def opened(folder: Path | None) -> Iterator[Archive]:
    """The archive of a command; whoever calls the group may pass as `obj` what opens it in the place of `open_archive`."""
    opener: Callable[[ArchiveSettings], Archive] = click.get_current_context().obj or open_archive
    with opener(_settings(folder)) as archive:
        yield archive


@contextmanager
def reported() -> Iterator[None]:
    """What an archive cannot do, as one line and exit code 1."""
    try:
        yield
    except ArchiveError as error:
        click.echo(printable(str(error)), err=True)
        sys.exit(1)


def _settings(folder: Path | None) -> ArchiveSettings:
    settings = ArchiveSettings()
    return settings.model_copy(update={"archive": folder}) if folder else settings


def _ingest_with_bar(found: list[Path | IngestError], archive: Archive, source: str, tally: Tally) -> None:
    from tqdm import tqdm

    # None: only where standard error is a terminal
    with tqdm(total=len(found), unit=" files", disable=None, file=sys.stderr) as bar:
        for event in ingest_files(_counted(found, bar), archive, source):
            tally.add(event)


def _counted(found: Iterable[Path | IngestError], bar: Any) -> Iterator[Path | IngestError]:  # tqdm's type takes a parameter
    for entry in found:
        yield entry
        bar.update()


if __name__ == "__main__":
    commands(prog_name="python -m ingest")
