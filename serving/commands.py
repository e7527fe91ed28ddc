"""The commands that serve the page and the interface for programs."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from chat.feedback import write_cases
from chat.store import FILE, Conversations
from rag import AnswerSettings, ModelError
from serving.address import LOOPBACK
from serving.carrying import refuse_left_behind
from serving.errors import ServingError
from serving.log_lines import write_log
from serving.settings import ServingSettings
from serving.start import serve
from serving.users import FILE as USERS_FILE
from serving.users import Users
from vectorstore import ArchiveError, ArchiveSettings, SettingInvalid, read_settings
from vectorstore.command_line import Command, archive_option, archive_settings
from vectorstore.plain import one_line

OPTIONS: tuple[Callable[[Command], Command], ...] = (
    archive_option,
    click.option("--host", help="Address to listen on (or NEWS_HOST); 127.0.0.1 by default: this machine only."),
    click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on (or NEWS_PORT); 7860 by default."),
    click.option("--no-auth", is_flag=True, help="Listen on another address than this machine's own though nobody has to sign in."),
    click.option("--follow", is_flag=True, help="Read the sources that are followed when they are due (or NEWS_FOLLOW)."),
    click.option("--model", metavar="PROVIDER:MODEL", help="What writes the answers (or NEWS_MODEL); none for quotes only."),
    click.option(
        "--samples",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        help="Folder of articles to begin with, when the archive is empty.",
    ),
)


@click.group()
def commands() -> None:
    """The chat and the server."""


def _serving_options(command: Command) -> Command:
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@commands.command("chat")
@_serving_options
def chat_command(**options: Any) -> None:
    """Serve the chat until Ctrl+C."""
    _serve(**options)


@commands.command("serve")
@_serving_options
def serve_command(**options: Any) -> None:
    """Serve the chat and the interface for programs until Ctrl+C, with a line of JSON for each request on standard error."""
    _serve(**options, log_requests=True)


def _serve(
    folder: Path | None,
    host: str | None,
    port: int | None,
    no_auth: bool,
    model: str | None,
    samples: Path | None,
    follow: bool,
    log_requests: bool = False,
) -> None:
    try:
        archive, answers, serving = archive_settings(folder), read_settings(AnswerSettings), read_settings(ServingSettings)
        given = {"host": host, "port": port, "log_requests": log_requests, "follow": follow}
        serving = serving.model_copy(update={name: value for name, value in given.items() if value})
        _check_open(archive, serving, no_auth)
        write_log(as_json=serving.log_requests, environment=os.environ)
        serve(
            archive,
            answers.model_copy(update={"model": model} if model else {}),
            serving,
            samples,
        )
    except (ArchiveError, ModelError, ServingError, SettingInvalid) as error:
        _fail(str(error))
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
        raise SystemExit(1) from None


@commands.group("feedback")
def feedback_command() -> None:
    """What readers thought of answers."""


@feedback_command.command("export")
@archive_option
def export_command(folder: Path | None) -> None:
    """Print the ratings given in the chat as evaluation cases, a line of JSON for each."""
    try:
        place = archive_settings(folder).beside(FILE)
        if isinstance(place, Path) and not place.exists():
            raise ServingError(f"no answer has been rated in {one_line(str(place.parent))}; that is done in the chat, below an answer")
        store = Conversations(place)
        for line in write_cases(store.rated()):
            click.echo(line)
    except (ArchiveError, ServingError, SettingInvalid) as error:
        _fail(str(error))


def _check_open(archive: ArchiveSettings, settings: ServingSettings, no_auth: bool) -> None:
    if _has_users(archive) or settings.host in LOOPBACK or settings.trusted_header:
        return
    if not no_auth:
        raise ServingError(
            f"everybody who reaches {settings.host} could read this archive; add users who sign in (newsdesk users add NAME), "
            "name a proxy's header (NEWS_TRUSTED_HEADER), or give --no-auth if that is meant"
        )
    click.echo(f"Warning: everybody who reaches {settings.host} can read this archive: nobody has to sign in.", err=True)


def _has_users(archive: ArchiveSettings) -> bool:
    users = Users(archive.beside(USERS_FILE))
    refuse_left_behind(archive, users)
    try:
        return users.any()
    finally:
        users.close()


def _fail(message: str) -> NoReturn:
    click.echo(f"Error: {message}", err=True)
    raise SystemExit(1)
