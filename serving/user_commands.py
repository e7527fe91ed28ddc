"""The commands `newsdesk users` and `newsdesk keys`: who may come in."""

import getpass
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import click

from rag.answers import archive_option
from serving.audit import Audit
from serving.caller import ROLES, Role
from serving.errors import ServingError
from serving.users import Users
from vectorstore import ArchiveSettings, SettingInvalid, read_settings
from vectorstore.plain import one_line


@click.group()
def commands() -> None:
    """Who may come in."""


@commands.group("users")
def users_command() -> None:
    """People who sign in to the chat. While there are any, everybody must, on whichever address it is served."""


@users_command.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), default="reader", show_default=True, help="What they may do, see docs/serving.md.")
@archive_option
def add_user(name: str, role: str, folder: Path | None) -> None:
    """Add a user. The password is asked for, or read from standard input; never given on the command line, where others see it."""
    with _users(folder) as users:
        users.add(name, cast(Role, role), _read_password())
        _note(folder, "users add", user=name, role=role)
        click.echo(f"added {name}, {role}")


@users_command.command("password")
@click.argument("name")
@archive_option
def set_password(name: str, folder: Path | None) -> None:
    """Set another password for a user, and end all sessions with the old one."""
    with _users(folder) as users:
        users.set_password(name, _read_password())
        _note(folder, "users password", user=name)
        click.echo(f"{name} has another password")


@users_command.command("role")
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@archive_option
def set_role(name: str, role: str, folder: Path | None) -> None:
    """Give a user another role."""
    with _users(folder) as users:
        users.set_role(name, cast(Role, role))
        _note(folder, "users role", user=name, role=role)
        click.echo(f"{name} is {role} now")


@users_command.command("remove")
@click.argument("name")
@archive_option
def remove_user(name: str, folder: Path | None) -> None:
    """Remove a user with all keys and sessions."""
    with _users(folder) as users:
        users.remove(name)
        _note(folder, "users remove", user=name)
        click.echo(f"removed {name}")


@users_command.command("list")
@archive_option
def list_users(folder: Path | None) -> None:
    """Every user with the role."""
    with _users(folder) as users:
        for caller in users.all():
            click.echo(f"{caller.role:7} {caller.name}")


@commands.group("keys")
def keys_command() -> None:
    """Keys by which programs come in as a user."""


@keys_command.command("add")
@click.argument("user")
@click.option("--label", default="", help="What the key is for.")
@archive_option
def add_key(user: str, label: str, folder: Path | None) -> None:
    """Make a key of a user. It is shown once, and sent as `Authorization: Bearer KEY`."""
    with _users(folder) as users:
        key, secret = users.add_key(user, label)
        _note(folder, "keys add", user=user, key=key.id)
        click.echo(secret)
        click.echo(f"key {key.id} of {user}; it is not shown again", err=True)


@keys_command.command("list")
@archive_option
def list_keys(folder: Path | None) -> None:
    """Every key: its id, its user, the day it was made, what it is for."""
    with _users(folder) as users:
        for key in users.list_keys():
            click.echo(f"{key.id}  {key.user}  {time.strftime('%Y-%m-%d', time.gmtime(key.added))}  {one_line(key.label)}".rstrip())


@keys_command.command("remove")
@click.argument("id")
@archive_option
def remove_key(id: str, folder: Path | None) -> None:
    """Remove a key: whoever has it is refused from now on."""
    with _users(folder) as users:
        users.remove_key(id)
        _note(folder, "keys remove", key=id)
        click.echo(f"removed {id}")


def _note(folder: Path | None, command: str, **details: str) -> None:
    Audit(_place(folder)).note(_account(), f"newsdesk {command}", **details)


def _account() -> str:
    """Whoever runs this on the machine. No user can be called so: their names have no colon."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        # in a container a number need not have a name
        name = str(os.getuid())
    return f"shell:{name}@{socket.gethostname()}"


def _place(folder: Path | None) -> Path:
    return folder or read_settings(ArchiveSettings).archive


def _read_password() -> str:
    if sys.stdin.isatty():
        password: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return password
    return sys.stdin.readline().rstrip("\r\n")


@contextmanager
def _users(folder: Path | None) -> Iterator[Users]:
    try:
        yield Users(_place(folder))
    except (ServingError, SettingInvalid) as error:
        click.echo(f"Error: {one_line(str(error))}", err=True)
        raise SystemExit(1) from None
