"""The commands that fill and keep an archive: `python -m ingest TARGET…`, `list`, `show`, `delete`, `status`, `reindex`."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import click

from ingest.caution import find_doubt
from ingest.default import DefaultCommand, DefaultGroup
from ingest.engine import ENGINES, Engine, EngineName, reach
from ingest.errors import EngineUnavailable
from ingest.plan import Plan
from ingest.progress import ingest_with_bar
from ingest.report import IngestReport, Tally
from ingest.show import article_json, article_text, changes_text, list_line, status_json, status_text, title_line
from ingest.tables import read_columns
from ingest.watch import Watch, watch
from vectorstore import ArchiveError, open_archive
from vectorstore.command_line import Command, archive_option, archive_settings, check_place, json_option, opened, reported, tell_error
from vectorstore.plain import plain

STOPPED = "stopped; what is reported is in the archive, run the same command again for the rest"


def archive_options(command: Command) -> Command:
    """The options that every command has."""
    return archive_option(json_option(command))


@click.group(cls=DefaultGroup)
def commands() -> None:
    """Fill and keep an archive of news articles. A file that is called like a command is reached as ./list."""


@commands.command("ingest", cls=DefaultCommand)
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@click.option("--source", default="", help="Name of the paper, for articles that do not tell theirs.")
@click.option("--columns", default="", metavar="FIELD=COLUMN,...", help="Which columns of CSV and Parquet files hold what: text=body.")
@click.option("--since", metavar="DATE", help="Leave out what feeds and sitemaps date before it.")
@click.option("--allow-private", is_flag=True, help="The hosts of the addresses named here may be in your own network.")
@click.option("--engine", type=click.Choice(ENGINES), default="local", help="What reads and embeds: this machine, or a Ray cluster.")
@click.option(
    "--ray-address", metavar="HOST:PORT", help="The cluster's head (or RAY_ADDRESS); by default this machine alone, for this run."
)
@click.option("--again", is_flag=True, help="Read also what is as it was when it was read, or refused, before.")
@click.option("--yes", is_flag=True, help="Do not ask, should it be a home folder, a system's root, or very many files.")
@click.option("--watch", "watches", is_flag=True, help="Go on until Ctrl+C, taking in files of these folders that are new or changed.")
@archive_options
def ingest_command(
    targets: tuple[str, ...],
    yes: bool,
    watches: bool,
    folder: Path | None,
    as_json: bool,
    **options: Any,  # what `planned` takes
) -> None:
    """Take in articles from files, folders and addresses.

    Files are texts, pages, records, web archives, newsletters, agencies' XML and JSON, tables, PDF. An address is a page,
    an RSS, Atom or JSON feed, a sitemap, or the front page of a site: that is told by what comes back, or by you, as in
    feed:https://… sitemap:https://… site:https://… page:https://…
    """
    plan = planned(**options)
    if not yes:
        confirm(targets)
    tally = Tally()
    error: Exception | None = None
    stopped = False
    # before reading: what changes meanwhile is seen
    watched = Watch(targets, plan.columns) if watches else None
    try:
        # the engine once for all rounds of watching
        with opened(folder, makes=True) as archive, reach(plan.engine):
            ingest_with_bar(targets, archive, plan, tally)
            if watched is not None:
                tell_report(tally.report(), as_json)
                click.echo("watching for new and changed files; Ctrl+C ends it", err=True)
                watch(watched, archive, plan, tally, partial(tell_report, as_json=as_json))
    except KeyboardInterrupt:
        stopped = True
    except (ArchiveError, EngineUnavailable) as trouble:
        error = trouble
    report = tally.report()
    # where an error let nothing in, what was read before it is no news
    if error is None or report.new or report.updated:
        tell_report(report, as_json)
    if stopped:
        click.echo(STOPPED, err=True)
    if error is not None:
        tell_error(error)
    if stopped or error or report.failed:
        sys.exit(1)


def confirm(targets: Iterable[str]) -> None:
    """Asks whether a target is meant of which that may be doubted; ends the command where it is not, or nobody can be asked."""
    for doubt in filter(None, map(find_doubt, targets)):
        if not (sys.stdin.isatty() and click.confirm(f"{plain(doubt)}. Take in all of it?", err=True)):
            click.echo(f"{plain(doubt)}; name the folder of your articles, or say --yes to take in all of it", err=True)
            sys.exit(1)


def tell_report(report: IngestReport, as_json: bool) -> None:
    click.echo(json.dumps(report.to_json(), ensure_ascii=False) if as_json else plain(str(report)))


@commands.command("list")
@click.option("--limit", type=click.IntRange(min=1), help="Print at most so many.")
@archive_options
def list_command(limit: int | None, folder: Path | None, as_json: bool) -> None:
    """The articles, newest first: id, date, language, source, title."""
    with reported(), opened(folder) as archive:
        articles = archive.list_articles(limit=limit)
        if as_json:
            clusters = archive.copies(version.article_id for version in articles)
            click.echo(json.dumps([article_json(version, clusters[version.article_id]) for version in articles], ensure_ascii=False))
        else:
            for version in articles:
                click.echo(list_line(version))


@commands.command("show")
@click.argument("article_id", metavar="ID")
@click.option("--version", "number", type=click.IntRange(min=1), help="An earlier version; the current one by default.")
@click.option("--changes", is_flag=True, help="What this version changed, instead of its text.")
@archive_options
def show_command(article_id: str, number: int | None, changes: bool, folder: Path | None, as_json: bool) -> None:
    """An article with its facts, times and text."""
    with reported(), opened(folder) as archive:
        versions = archive.get_article(article_id).number
        version = archive.get_article(article_id, number)
        cluster = archive.cluster_of(article_id)
        if changes:
            made = archive.changes(article_id, number)
            click.echo(json.dumps(asdict(made), ensure_ascii=False) if as_json else changes_text(version, made))
        elif as_json:
            click.echo(json.dumps(article_json(version, cluster, versions), ensure_ascii=False))
        else:
            copies = [archive.get_article(copy) for copy in cluster.articles if copy != article_id]
            click.echo(article_text(version, versions, copies))


@commands.command("delete")
@click.argument("article_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@archive_options
def delete_command(article_id: str, yes: bool, folder: Path | None, as_json: bool) -> None:
    """Delete an article with all its versions."""
    with reported(), opened(folder) as archive:
        version = archive.get_article(article_id)
        if not yes:
            _ask_whether(f"Delete {title_line(version)} with all its versions?")
        archive.delete(article_id)
        said = f"deleted {article_id}; it stays out when it is read again, until `newsdesk undelete {article_id}`"
        click.echo(json.dumps({"deleted": article_id}) if as_json else said)


def _ask_whether(question: str) -> None:
    """Ends the command where the answer is no, or nobody can be asked."""
    try:
        is_meant = click.confirm(question, err=True)
    except click.Abort:
        # the question has no answer that would end its line
        click.echo(err=True)
        is_meant = False
    if not is_meant:
        click.echo("nothing was deleted; --yes says that it is meant", err=True)
        sys.exit(1)


@commands.command("undelete")
@click.argument("article_id", metavar="ID")
@archive_options
def undelete_command(article_id: str, folder: Path | None, as_json: bool) -> None:
    """Let a deleted article come back when it is read again."""
    with reported(), opened(folder) as archive:
        archive.undelete(article_id)
        click.echo(json.dumps({"undeleted": article_id}) if as_json else f"{article_id} may come back; ingest it again")


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
        settings = archive_settings(folder)
        check_place(settings)
        with open_archive(settings.model_copy(update={"embedding": "auto"})) as archive:
            archive.reindex(model or settings.embedding)
            status = archive.status()
            click.echo(json.dumps(status_json(status), ensure_ascii=False) if as_json else status_text(status))


def planned(
    source: str, columns: str, since: str | None, allow_private: bool, again: bool, engine: EngineName, ray_address: str | None
) -> Plan:
    """A run by the options of a command."""
    if ray_address and engine != "ray":
        raise click.BadParameter("goes with --engine ray", param_hint="--ray-address")
    try:
        named = read_columns(columns)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--columns") from wrong
    plan = Plan(source, named, since, allow_private, Engine(engine, ray_address), again)
    try:
        with reported():
            # what is wrong with it is told before an archive is made
            plan.journey()
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--since") from wrong
    return plan
