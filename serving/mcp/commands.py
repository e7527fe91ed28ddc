"""The command that serves the archive to the program that starts it."""

import os
import signal
import sys
from pathlib import Path

import anyio
import click

from rag import AnswerSettings, ModelError, choose_model
from serving.errors import ServingError
from serving.log_lines import write_log
from serving.mcp.carriers import over_streams
from serving.service import open_service
from serving.start import warm_up
from vectorstore import open_archive, read_settings
from vectorstore.command_line import archive_option, archive_settings, check_place, reported


@click.group()
def commands() -> None:
    """The archive as tools of other programs."""


@commands.command("mcp")
@archive_option
@click.option("--model", metavar="PROVIDER:MODEL", help="What writes the answers (or NEWS_MODEL); none for quotes only.")
def mcp_command(folder: Path | None, model: str | None) -> None:
    """Serve the archive over standard input and output, as tools for the program of a language model (MCP).

    That program starts this command itself; `newsdesk serve` has the same tools at /mcp.
    """
    write_log(as_json=False, environment=os.environ)
    with reported(ModelError, ServingError):
        settings, answers = archive_settings(folder), read_settings(AnswerSettings)
        # a program would show an empty archive, made for a name with a typing error, as one without answers
        check_place(settings)
        with open_archive(settings) as archive:
            chosen = choose_model(answers.model_copy(update={"model": model} if model else {}))
            warming = warm_up(archive)
            service = open_service(archive, chosen, is_ready=lambda: not warming.is_alive(), may_write=False)
            if sys.stdin.isatty():
                click.echo("This waits for messages of MCP: a program starts it, not a person (Ctrl+C ends it).", err=True)
            # the thread that waits for input would keep an interrupted loop waiting too; an archive survives any end
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            anyio.run(over_streams, service)
