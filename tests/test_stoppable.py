"""Ctrl+C ends a command with one line."""

import click
from click.testing import CliRunner

from cli import Newsdesk
from ingest.default import DefaultGroup
from vectorstore.stoppable import StoppableGroup


@click.group(cls=StoppableGroup)
def commands() -> None:
    """A group."""


@commands.command("wait")
def wait_command() -> None:
    raise KeyboardInterrupt


def test_ctrl_c_is_one_line() -> None:
    result = CliRunner().invoke(commands, ["wait"])
    assert (result.exit_code, result.output) == (1, "stopped\n")


def test_every_group_of_ours_is_one_of_these() -> None:
    assert issubclass(Newsdesk, StoppableGroup) and issubclass(DefaultGroup, StoppableGroup)
