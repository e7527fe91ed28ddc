"""An SQLite file as a database: how it is opened, what tells of a change, and its errors in our words."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from vectorstore.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, ArchiveReadOnly
from vectorstore.last_backup import say_restore
from vectorstore.lock import write_lock

# how long a reader waits for a checkpoint of the writer; writers never meet, a lock file keeps them apart
BUSY_SECONDS = 10
# name of the option of a connection that takes the turn to write at once
IMMEDIATE = "newsdesk_immediate"


class SqliteFile:
    """Write-ahead log, every commit flushed to the disk. What is deleted is overwritten."""

    errors: tuple[type[Exception], ...] = (DatabaseError, sqlite3.DatabaseError)

    def __init__(self, file: Path) -> None:
        self.name = str(file)
        self._file = file
        self._writable = os.access(file.parent, os.W_OK)
        self._guard = threading.Lock()
        self._watcher: sqlite3.Connection | None = None
        # an error's words may reach a log, and what is stored or looked for must not
        self._engine = create_engine(
            "sqlite://", creator=self._open, poolclass=QueuePool, pool_size=8, max_overflow=32, hide_parameters=True
        )
        # Python's sqlite3 begins transactions late; SQLAlchemy's documentation gives this way to begin them on time
        event.listen(self._engine, "begin", _begin)

    def reading(self) -> AbstractContextManager[Connection]:
        return self._engine.begin()

    def writing(self) -> AbstractContextManager[Connection]:
        # a transaction that reads first and then writes cannot wait: it takes its turn at the start
        return self._engine.execution_options(**{IMMEDIATE: True}).begin()

    def aside(self) -> AbstractContextManager[Connection]:
        # a file has one writer at a time, whatever he writes
        return self.writing()

    @contextmanager
    def write_lock(self) -> Iterator[None]:
        with write_lock(self._file.parent):
            yield

    def read_version(self, connection: Connection) -> int:
        # of before its first read: what is committed in between is noticed the next time
        return self.version()

    def version(self) -> int:
        with self._guard:
            if self._watcher is None:
                # commits of its own would not show, so this connection makes none
                self._watcher = self._open()
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def place(self) -> str:
        # a restored backup forgets what it shares with its original
        return ""

    def measure(self) -> int:
        """A sparse file counts what it takes, not what it claims."""
        return sum(file.lstat().st_blocks * 512 for file in self._file.parent.rglob("*") if file.is_file())

    def empty_log(self) -> None:
        """Writes the log into the file and cuts it off: what was deleted stands in it until then."""
        with closing(self._open()) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        with self._guard:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
        self._engine.dispose()

    def translate(self, error: Exception) -> ArchiveError:
        said = str(getattr(error, "orig", error))
        file = self._file
        if "is full" in said or "disk I/O" in said:
            return ArchiveReadOnly(f"the disk of {file.parent} is full; free some space and run the same command again, nothing is lost")
        if "readonly" in said or "unable to open" in said:
            return ArchiveReadOnly(f"{file.parent} cannot be written to; allow it or name another folder with --archive")
        if "locked" in said:
            return ArchiveBusy(f"another program holds {file}; close it and run the same command again")
        if "malformed" in said or "not a database" in said or "no such" in said:
            return ArchiveDamaged(f"{file} is damaged ({said}); {say_restore(file.parent)}")
        return ArchiveError(f"{file}: {said}")

    def _open(self) -> sqlite3.Connection:
        address = f"file:{_quote(self._file)}"
        if not self._writable:
            # without write access SQLite cannot make the log's index beside the file: a file without a log is read as it
            # is, one whose writer was killed only where the log's index is there
            log = self._file.with_name(f"{self._file.name}-wal")
            address += "?mode=ro" if log.exists() and log.stat().st_size else "?immutable=1"
        connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        if self._writable:
            _keep_log(connection)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(IMMEDIATE) else "BEGIN")


def _keep_log(connection: sqlite3.Connection) -> None:
    """Has changes written to a log first. A new file is switched to it by whoever is first; the others wait, which SQLite does not here."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def _quote(file: Path) -> str:
    return str(file.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
