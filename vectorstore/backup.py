"""A backup of a live archive, and an archive out of a backup.

What is backed up is what cannot be derived: the catalogue with its vectors, conversations, users, keys, the record of writes. Each database
is copied as it stood at one moment, whoever writes meanwhile; both indexes are built again from the stored vectors.
"""

import errno
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from vectorstore.archive import open_archive
from vectorstore.backup_file import Contents, copy_checked, describe_file, reading, verify_backup, write_backup
from vectorstore.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, ArchiveReadOnly, BackupUnusable
from vectorstore.last_backup import remember_backup, replaced_by_restore, say_restore
from vectorstore.lock import write_lock
from vectorstore.settings import ArchiveSettings
from vectorstore.traces import CATALOGUE, has_traces
from vectorstore.vector_folder import VECTOR_FOLDER
from vectorstore.vector_server import VECTOR_COLLECTION

# derived, or of a process that runs; SQLite's logs are in the copy of their database
LEFT_OUT: Final = ("*.seal", "*.lock", "*.pid", "*-wal", "*-shm", "*-journal", "*.new", "*.tmp", "backup.last")
# what has to be free beside what is laid out, for the indexes that are built
SPARE: Final = 1.5


def back_up(folder: Path, target: Path, *, replace: bool = False) -> Contents:
    """Writes a backup of the archive in that folder, and reads it once more before it gets its name.

    Args:
        replace: Whether a file of that name is replaced.

    Raises:
        ArchiveDamaged: There is no catalogue, or it cannot be read.
        ArchiveReadOnly: The target cannot be written, is there already, or lies in the archive's own folder.
        ArchiveBusy: Another program holds one of the archive's files.
        BackupUnusable: What was written cannot be read again.
    """
    if not (folder / CATALOGUE).is_file():
        raise ArchiveDamaged(f"there is no {CATALOGUE} in {folder}; name the archive's folder with --archive")
    if target.exists() and not replace:
        raise ArchiveReadOnly(f"{target} is there already; name another file, or replace it with --replace")
    if target.resolve().is_relative_to(folder.resolve()):
        raise ArchiveReadOnly(f"{target} lies in the archive's own folder, and would be lost with it; name another place")
    # by names of its own, so that what a backup that was killed has left is cleared by the next
    unnamed, held = target.with_name(f"{target.name}.partial"), target.with_name(f".{target.name}.copied")
    try:
        shutil.rmtree(held, ignore_errors=True)
        held.mkdir(mode=0o700)
        contents = _copy_files(folder, held)
        write_backup(unnamed, held, contents)
        with unnamed.open("rb") as written:
            os.fsync(written.fileno())
        unnamed.chmod(0o600)  # it holds what readers asked, and keys
        verify_backup(unnamed)
        unnamed.replace(target)
        remember_backup(folder, target)
    except OSError as error:
        raise ArchiveReadOnly(f"{target} cannot be written ({error.strerror or error}); name another place") from error
    finally:
        shutil.rmtree(held, ignore_errors=True)
        with suppress(OSError):
            unnamed.unlink(missing_ok=True)
    return contents


def restore(file: Path, settings: ArchiveSettings, *, replace: bool = False) -> Contents:
    """Lays an archive out of a backup: brought up to date, its indexes built. Nothing is changed unless all of it is right.

    Args:
        replace: Whether an archive that is there already is replaced.

    Raises:
        BackupUnusable: The backup is damaged, or no backup.
        ArchiveReadOnly: The folder is not empty, or cannot be written.
        ArchiveBusy: Somebody writes to the archive that is to be replaced.
    """
    folder = settings.archive
    if folder.exists() and not folder.is_dir():
        raise ArchiveReadOnly(f"{folder} is a file, not a folder; name another one with --archive")
    taken = folder.exists() and any(folder.iterdir())
    if taken and not replace:
        raise ArchiveReadOnly(f"{folder} is not empty; name another folder with --archive, or replace what it holds with --replace")
    if taken and not has_traces(os.listdir(folder)):
        raise ArchiveReadOnly(f"{folder} holds other files and no archive; name another folder with --archive")
    fresh = folder.with_name(f".{folder.name}.restoring")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        contents = _lay_out(file, fresh)
        _forget_index(fresh / CATALOGUE)
        # an older schema is brought up to date, and both indexes are built
        with open_archive(settings.model_copy(update={"archive": fresh, "embedding": "auto"})) as archive:
            archive.repair()
        _take_place(fresh, folder)
    except OSError as error:
        raise ArchiveReadOnly(f"{folder} cannot be written ({error.strerror or error}); name another folder with --archive") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return contents


def _copy_files(folder: Path, held: Path) -> Contents:
    """Copies of all that is kept, each of one moment."""
    for file in sorted(folder.iterdir()):
        if file.is_file() and not any(fnmatch(file.name, pattern) for pattern in LEFT_OUT) and not file.name.startswith("."):
            if file.suffix == ".sqlite":
                _copy_database(file, held / file.name)
            else:
                shutil.copyfile(file, held / file.name)
    schema, articles = _read_facts(held / CATALOGUE)
    files = {file.name: describe_file(file) for file in sorted(held.iterdir())}
    return Contents(int(time.time()), schema, articles, files)


def _copy_database(source: Path, target: Path) -> None:
    """SQLite's own online backup, in one step: what is committed meanwhile is not in it."""
    try:
        address = f"{source.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=10)) as live, closing(sqlite3.connect(target)) as copy:
            live.backup(copy)
            # a log of its own would be a second file
            copy.execute("PRAGMA journal_mode=DELETE")
            fault = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise _say_why(error, source) from error
    if fault != "ok":
        raise _damaged(source, fault)


def _say_why(error: sqlite3.DatabaseError, source: Path) -> OSError | ArchiveError:
    """What stood in the way of a copy. Only a damaged source is called so: else a sound archive would be given up for an older one."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        # it is the copy that has no room
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged(source, str(error))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ArchiveBusy(f"another program holds {source}; close it and run the same command again")
    return ArchiveReadOnly(f"{source} cannot be copied ({error}); see to its rights and its disk, and run the same command again")


def _damaged(source: Path, fault: str) -> ArchiveDamaged:
    return ArchiveDamaged(f"{source} is damaged ({fault}) and cannot be backed up; {say_restore(source.parent)}")


def _read_facts(catalogue: Path) -> tuple[str, int]:
    """Schema and number of articles."""
    try:
        with closing(sqlite3.connect(catalogue)) as connection:
            schema = connection.execute("SELECT value FROM facts WHERE name = 'schema'").fetchone()
            articles = connection.execute("SELECT count(*) FROM articles").fetchone()
    except sqlite3.DatabaseError as error:
        raise ArchiveDamaged(f"{catalogue.name} is no catalogue ({error}); name the archive's folder with --archive") from error
    return (schema[0] if schema else "unknown"), articles[0]


def _lay_out(file: Path, fresh: Path) -> Contents:
    with reading(file) as (contents, files):
        if CATALOGUE not in contents.files:
            raise BackupUnusable(f"{file} holds no catalogue; take another backup")
        free = shutil.disk_usage(fresh).free
        if free < SPARE * contents.size:
            needed = SPARE * contents.size / 1e6
            raise ArchiveReadOnly(f"{fresh.parent} has {free / 1e6:,.1f} MB free and {needed:,.1f} are needed; free some space")
        for name, stream in files:
            with (fresh / name).open("xb") as target:
                copy_checked(file, name, contents.files[name], stream, target)
                target.flush()
                os.fsync(target.fileno())
            (fresh / name).chmod(0o600)
    return contents


def _forget_index(catalogue: Path) -> None:
    """The index of vectors lay elsewhere, or is a collection that another archive goes on writing: a new one is made."""
    try:
        with closing(sqlite3.connect(catalogue)) as connection, connection:
            connection.execute("DELETE FROM facts WHERE name IN (?, ?)", (VECTOR_FOLDER, VECTOR_COLLECTION))
    except sqlite3.DatabaseError as error:
        raise BackupUnusable(f"the catalogue in the backup cannot be read ({error}); take another backup") from error


def _take_place(fresh: Path, folder: Path) -> None:
    """Puts one folder in the place of the other by renaming; what stood there goes last."""
    old = replaced_by_restore(folder)
    shutil.rmtree(old, ignore_errors=True)
    with _nobody_writing(folder):
        if folder.exists():
            folder.rename(old)
        fresh.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _nobody_writing(folder: Path) -> Iterator[None]:
    if folder.exists() and any(folder.iterdir()):
        with write_lock(folder):
            yield
    else:
        yield
