"""The command that serves the chat: its address, its first articles, its start."""

import errno
import logging
import os
import socket
import threading
from pathlib import Path
from typing import NoReturn

import click

from chat.page import build_app, launch
from chat.samples import ingest_samples
from chat.settings import ChatSettings
from rag import AnswerSettings, choose_model
from vectorstore import Archive, ArchiveBusy, ArchiveError, ArchiveSettings, SettingInvalid, open_archive, read_settings
from vectorstore.plain import one_line

log = logging.getLogger(__name__)

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.group()
def commands() -> None:
    """The chat."""


@commands.command("chat")
@click.option("--archive", "folder", type=click.Path(path_type=Path), help="Folder of the archive (or NEWS_ARCHIVE); ./data by default.")
@click.option("--host", help="Address to listen on (or NEWS_HOST); 127.0.0.1 by default: this machine only.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on (or NEWS_PORT); 7860 by default.")
@click.option("--model", metavar="PROVIDER:MODEL", help="What writes the answers (or NEWS_MODEL); none for quotes only.")
@click.option(
    "--samples",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of articles to begin with, when the archive is empty.",
)
def chat_command(folder: Path | None, host: str | None, port: int | None, model: str | None, samples: Path | None) -> None:
    """Serve the chat until Ctrl+C."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        archive, answers, page = read_settings(ArchiveSettings), read_settings(AnswerSettings), read_settings(ChatSettings)
    except SettingInvalid as error:
        _fail(str(error))
    try:
        serve(
            archive.model_copy(update={"archive": folder} if folder else {}),
            answers.model_copy(update={"model": model} if model else {}),
            page.model_copy(update={name: value for name, value in (("host", host), ("port", port)) if value}),
            samples,
        )
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
        raise SystemExit(1) from None


def serve(archive_settings: ArchiveSettings, answer_settings: AnswerSettings, chat_settings: ChatSettings, samples: Path | None) -> None:
    """Serves the chat until it is interrupted; ends the program with one line when it cannot.

    Args:
        samples: Folder that is ingested first when the archive is empty.
    """
    # before anything heavy: who started it twice wants to know at once
    if obstacle := find_obstacle(chat_settings):
        _fail(obstacle)
    if chat_settings.host not in LOOPBACK:
        click.echo(f"Warning: everybody who reaches {chat_settings.host} can ask this archive: the chat has no password.", err=True)
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    _pass_by_proxies(chat_settings.host)
    try:
        with open_archive(archive_settings) as archive:
            if samples is not None and not archive.status().articles:
                ingest_samples(samples, archive)
            chosen = choose_model(answer_settings)
            warming = warm_up(archive)
            app = build_app(archive, chosen, samples=samples, is_ready=lambda: not warming.is_alive())
            launch(app, chat_settings)
            click.echo(f"Newsdesk is at http://{_shown_host(chat_settings.host)}:{chat_settings.port}  (Ctrl+C ends it)")
            app.block_thread()
    except ArchiveError as error:
        _fail(str(error))
    except OSError as error:
        _fail(_taken(chat_settings) if "port" in str(error) else f"the chat cannot be served: {error}")


def find_obstacle(settings: ChatSettings) -> str:
    """Why the chat cannot listen at the settings' address, in a line; "" when it can."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        # as the server does: a port that was just left may be taken again
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return _taken(settings)
            if error.errno == errno.EACCES:
                return f"port {settings.port} is for the system alone; choose one above 1023 with --port or NEWS_PORT"
            return f"this machine has no address {one_line(settings.host)}; set --host or NEWS_HOST to 127.0.0.1"
    return ""


def warm_up(archive: Archive) -> threading.Thread:
    """Loads the embedding model and puts the indexes in order while the page is up already; alive as long as it does."""

    def run() -> None:
        try:
            # an empty archive has no model yet: whoever fills it chooses
            if archive.model_name:
                _ = archive.embeddings
            if archive.status().vectors != "ready":
                archive.repair()
        except ArchiveBusy as error:
            log.info("not repaired: %s", error)  # whoever writes will do it
        except ArchiveError as error:
            log.error("%s", error)

    thread = threading.Thread(target=run, name="warm-up", daemon=True)
    thread.start()
    return thread


def _pass_by_proxies(host: str) -> None:
    """Gradio asks its own server whether it is up; a proxy named in the environment cannot know."""
    given = os.environ.get("no_proxy") or os.environ.get("NO_PROXY") or ""
    os.environ["no_proxy"] = os.environ["NO_PROXY"] = ",".join(filter(None, [given, *LOOPBACK, host]))


def _taken(settings: ChatSettings) -> str:
    return (
        f"port {settings.port} on {settings.host} is taken, perhaps by a chat that runs already; "
        f"stop that, or choose another port with --port {settings.port % 65535 + 1} or NEWS_PORT"
    )


def _shown_host(host: str) -> str:
    return "127.0.0.1" if host == "0.0.0.0" else f"[{host}]" if ":" in host else host


def _fail(message: str) -> NoReturn:
    click.echo(f"Error: {message}", err=True)
    raise SystemExit(1)
