"""The commands of followed sources: `newsdesk follow add|list|remove|run`."""

import json
import sys
import time
from pathlib import Path

import click

from ingest.commands import STOPPED, archive_options, tell_report
from ingest.follow import EVERY_SECONDS, find_follow, is_due, make_follow, run_follows
from ingest.intervals import read_interval, show_interval
from ingest.report import IngestReport, Tally
from ingest.show import follow_json, follow_line, shown_time
from vectorstore import Archive, ArchiveBusy, ArchiveError, Follow
from vectorstore.command_line import opened, reported, tell_error
from vectorstore.plain import one_line, plain

NOTHING = "nothing is followed; `newsdesk follow add ADDRESS` does"


def interval(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Seconds of an option such as `15m`."""
    try:
        return None if value is None else read_interval(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.group()
def commands() -> None:
    """Sources that are followed."""


@commands.group("follow")
def follow() -> None:
    """Follow feeds, sitemaps and sites: read them again when they are due."""


@follow.command("add")
@click.argument("url", metavar="ADDRESS")
@click.option("--every", callback=interval, default=f"{EVERY_SECONDS}s", metavar="15m", help="How often it is read: 15m, 2h, 1d.")
@click.option("--source", default="", help="Name of the paper, for articles that do not tell theirs.")
@click.option("--allow-private", is_flag=True, help="Its host may be in your own network.")
@archive_options
def add_command(url: str, every: int, source: str, allow_private: bool, folder: Path | None, as_json: bool) -> None:
    """Follow a feed, a sitemap or a site; of one that is followed already, change how."""
    try:
        made = make_follow(url, every, int(time.time()), source, allow_private)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="ADDRESS") from error
    with reported(), opened(folder, makes=True) as archive:
        archive.follows.put(made)
        told = f"following {one_line(made.url)}, every {show_interval(made.every_seconds)}; `newsdesk follow run` reads it"
        click.echo(json.dumps(follow_json(made)) if as_json else told)


@follow.command("list")
@archive_options
def list_command(folder: Path | None, as_json: bool) -> None:
    """The sources, with how the last run went and when the next one is."""
    with reported(), opened(folder) as archive:
        found = archive.follows.all()
        if as_json:
            click.echo(json.dumps([follow_json(each) for each in found], ensure_ascii=False))
        elif not found:
            click.echo(NOTHING, err=True)
        for each in [] if as_json else found:
            click.echo(follow_line(each))


@follow.command("remove")
@click.argument("url", metavar="ADDRESS")
@archive_options
def remove_command(url: str, folder: Path | None, as_json: bool) -> None:
    """Follow a source no longer; its articles stay."""
    with reported(), opened(folder) as archive:
        found = _find(archive, url)
        archive.follows.remove(found.url)
        click.echo(json.dumps({"removed": found.url}) if as_json else f"removed {one_line(found.url)}; its articles stay")


@follow.command("run")
@click.argument("urls", nargs=-1, metavar="[ADDRESS...]")
@click.option("--every", callback=interval, metavar="15m", help="Go on until Ctrl+C, looking so often for sources that are due.")
@archive_options
def run_command(urls: tuple[str, ...], every: int | None, folder: Path | None, as_json: bool) -> None:
    """Read the sources that are due, or those that you name."""
    has_failed = False
    try:
        while True:
            try:
                has_failed = _run_once(urls, every or 0, folder, as_json)
            except ArchiveBusy as error:
                if every is None:
                    raise
                click.echo(plain(str(error)), err=True)
            if every is None:
                break
            time.sleep(every)
    except KeyboardInterrupt:
        click.echo(STOPPED if every is None else "stopped", err=True)
        sys.exit(1 if every is None else 0)
    except ArchiveError as error:
        tell_error(error)
        sys.exit(1)
    if has_failed:
        sys.exit(1)


def _run_once(urls: tuple[str, ...], every: int, folder: Path | None, as_json: bool) -> bool:
    """Whether something failed. The archive is open only meanwhile, so that others can write between two runs."""
    tally = Tally()
    with opened(folder) as archive:
        now = int(time.time())
        # a source that is due just after this look would wait for a whole round
        wanted = [_find(archive, url) for url in urls] or [each for each in archive.follows.all() if is_due(each, now + every // 2)]
        try:
            run_follows(archive, wanted, now, tally)
        finally:
            if wanted:
                tell_report(tally.report(), as_json)
        if not wanted and not every:
            _tell_nothing(archive.follows.all(), as_json)
    return bool(tally.report().failed)


def _find(archive: Archive, url: str) -> Follow:
    found = find_follow(archive.follows.all(), url)
    if found is None:
        raise ArchiveError(f"{one_line(url)} is not followed; `newsdesk follow list` shows what is")
    return found


def _tell_nothing(follows: list[Follow], as_json: bool) -> None:
    if as_json:
        tell_report(IngestReport(), as_json)
    elif follows:
        click.echo(f"nothing is due before {shown_time(min(each.next_run for each in follows))}; name an address to read it now")
    else:
        click.echo(NOTHING)
