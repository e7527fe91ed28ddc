"""Of a group of commands one need not be named."""

import click
import pytest
from click.testing import CliRunner

from ingest.default import DefaultCommand, DefaultGroup


@click.group(cls=DefaultGroup)
def commands() -> None:
    """A group."""


@commands.command("ingest", cls=DefaultCommand)
@click.argument("targets", nargs=-1, required=True)
@click.option("--since")
def ingest(targets: tuple[str, ...], since: str | None) -> None:
    """Takes in."""
    click.echo(f"takes in {' '.join(targets)} since {since}")


@commands.command("list")
def list_command() -> None:
    """Lists."""
    click.echo("lists")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, arguments, prog_name="python -m ingest")
    return result.exit_code, result.output


@pytest.mark.parametrize("arguments", [("ingest", "a", "b"), ("a", "b")], ids=["named", "not named"])
def test_targets_alone_are_for_the_command_that_is_meant(arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == (0, "takes in a b since None\n")


def test_its_options_need_no_name_before_them_either() -> None:
    assert run("--since", "2025-01-01", "a") == (0, "takes in a since 2025-01-01\n")


def test_the_name_of_a_command_is_that_command_and_a_file_of_that_name_is_reached_by_its_path() -> None:
    assert run("list") == (0, "lists\n")
    assert run("./list") == (0, "takes in ./list since None\n")


def test_what_is_missing_is_told_as_it_was_called() -> None:
    code, told = run()
    assert (code, "Usage: python -m ingest [OPTIONS] TARGETS" in told) == (2, True)


def test_help_is_that_of_the_group() -> None:
    code, told = run("--help")
    assert code == 0 and "Takes in." in told and "Lists." in told
