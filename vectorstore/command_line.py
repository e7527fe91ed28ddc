"""What all commands have in common: the option that names the archive, the archive that it names, and an error as one line."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vectorstore.errors import ArchiveError
from vectorstore.last_backup import refuse_half_restored
from vectorstore.later import load_lasting
from vectorstore.plain import one_line
from vectorstore.settings import ArchiveSettings, read_settings
from vectorstore.traces import has_traces

if TYPE_CHECKING:
    from vectorstore.archive import Archive

Command = Callable[..., Any]  # what click decorates


def archive_option(command: Command) -> Command:
    """The option that names the archive's folder, as the argument `folder`."""
    return click.option(
        "--archive", "folder", type=click.Path(path_type=Path), help="Folder of the archive (or NEWS_ARCHIVE); ./data by default."
    )(command)


def json_option(command: Command) -> Command:
    """The option that asks for JSON, as the argument `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")(command)


def archive_settings(folder: Path | None) -> ArchiveSettings:
    """Those of the environment, with the folder that a command names. Raises SettingInvalid."""
    settings = read_settings(ArchiveSettings)
    return settings.model_copy(update={"archive": folder}) if folder else settings


@contextmanager
def opened(folder: Path | None, *, makes: bool = False, asks: bool = False) -> Iterator["Archive"]:
    """The archive of a command; whoever calls the group may pass as `obj` what opens it in the place of `open_archive`.

    For a command that `asks`, its model is loaded meanwhile.

    Raises:
        ArchiveError: It cannot be opened; or there is none and the command `makes` none, or would make it among other files.
    """
    given: Callable[[ArchiveSettings], Archive] | None = click.get_current_context().obj
    settings = archive_settings(folder)
    check_place(settings, makes=makes)
    with _loading_early(settings) if asks and given is None else nullcontext():
        # what an archive is made of is imported here, beside that
        opener = given or load_lasting("vectorstore.archive").open_archive
        with opener(settings) as archive:
            yield archive


def _loading_early(settings: ArchiveSettings) -> AbstractContextManager[None]:
    # what loads models is not for every command
    from vectorstore.early import loading_early

    return loading_early(settings)


def check_place(settings: ArchiveSettings, *, makes: bool = False) -> None:
    """That a slip of the pen in --archive makes no archive where none is meant. Raises ArchiveError."""
    if settings.database_url:
        return
    try:
        held = {entry.name for entry in settings.archive.iterdir()}
    except FileNotFoundError:
        refuse_half_restored(settings.archive)
        held = set()
    except OSError:
        # a file in its place, or a folder that may not be read: `open_archive` says so
        return
    if has_traces(held):
        return
    shown = one_line(str(settings.archive))
    if not makes:
        raise ArchiveError(f"there is no archive at {shown}; `newsdesk ingest TARGET --archive {shown}` makes one")
    if any(not name.startswith(".") and name != "lost+found" for name in held):
        raise ArchiveError(f"{shown} holds other files and no archive; name an empty or a new folder with --archive")


@contextmanager
def reported(*others: type[Exception]) -> Iterator[None]:
    """What an archive cannot do, or one of these `others`, as one line and exit code 1."""
    told: tuple[type[Exception], ...] = (ArchiveError, OSError, *others)
    try:
        yield
    except BrokenPipeError:
        # whoever read has gone, as `head` does: that is no error, and click ends the program without a word
        raise
    except told as error:
        tell_error(error)
        sys.exit(1)


def tell_error(error: Exception) -> None:
    """As click tells of wrong usage."""
    click.echo(f"Error: {one_line(str(error))}", err=True)
