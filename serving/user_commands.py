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

from serving.audit import FILE as AUDIT_FILE
from serving.audit import Audit
from serving.caller import ROLES, Role
from serving.carrying import carry_over
from serving.errors import ServingError
from serving.users import FILE as USERS_FILE
from serving.users import Users
from vectorstore.command_line import archive_option, archive_settings, reported
from vectorstore.plain import one_line
from vectorstore.traces import CATALOGUE


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
    with _users(folder, makes=True) as users:
        users.add(name, cast(Role, role), _read_password())
        _note(folder, "users add", user=name, role=role)
        click.echo(f"added {name}, {role}")
        settings = archive_settings(folder)
        if not settings.database_url and not (settings.archive / CATALOGUE).exists():
            click.echo(f"there is no archive in {one_line(str(settings.archive))} yet; another one is named with --archive", err=True)


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


@users_command.command("carry-over")
@archive_option
def carry_users_over(folder: Path | None) -> None:
    """Take the users in the archive's folder, with their keys, to the database server that NEWS_DATABASE_URL names."""
    with reported(ServingError):
        count = carry_over(archive_settings(folder))
        _note(folder, "users carry-over", users=str(count))
        click.echo(f"carried {count} {'user' if count == 1 else 'users'} over")


@commands.command("audit")
@archive_option
def audit_command(folder: Path | None) -> None:
    """Print who changed what, and who signed in or tried to: a line of JSON for each, the oldest first."""
    with reported(ServingError):
        audit = Audit(archive_settings(folder).beside(AUDIT_FILE))
        try:
            is_empty = True
            for line in audit.read():
                is_empty = False
                click.echo(line)
            if is_empty:
                click.echo("nothing is noted yet: what the chat, the server and `newsdesk users` change will be", err=True)
        finally:
            audit.close()


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
    audit = Audit(archive_settings(folder).beside(AUDIT_FILE))
    audit.note(_account(), f"newsdesk {command}", **details)
    audit.close()


def _account() -> str:
    """Whoever runs this on the machine. No user can be called so: their names have no colon."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        # in a container a number need not have a name
        name = str(os.getuid())
    return f"shell:{name}@{socket.gethostname()}"


def _read_password() -> str:
    if sys.stdin.isatty():
        password: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
        return password
    return sys.stdin.readline().rstrip("\r\n")


@contextmanager
def _users(folder: Path | None, *, makes: bool = False) -> Iterator[Users]:
    with reported(ServingError):
        place = archive_settings(folder).beside(USERS_FILE)
        if not makes and isinstance(place, Path) and not place.exists():
            raise ServingError(
                f"there are no users in {place.parent}; newsdesk users add NAME adds one, another archive is named with --archive"
            )
        users = Users(place)
        try:
            yield users
        finally:
            users.close()
