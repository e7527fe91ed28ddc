"""The connection to the catalogue's database, and its errors in our words."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import QueuePool

from vectorstore.errors import ArchiveBusy, ArchiveDamaged, ArchiveError, ArchiveReadOnly

# how long a reader waits for a checkpoint of the writer; writers never meet, a lock file keeps them apart
BUSY_SECONDS = 10
# name of the option of a connection that takes the turn to write at once
IMMEDIATE = "newsdesk_immediate"


class Database:
    """An SQLite file, made when missing.

    Durable to the last commit: write-ahead log, every commit flushed to the disk. What is deleted is overwritten.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._writable = os.access(file.parent, os.W_OK)
        self._closed = False
        self._guard = threading.Lock()
        self._watcher: sqlite3.Connection | None = None
        self._engine = create_engine("sqlite://", creator=self._open, poolclass=QueuePool, pool_size=8, max_overflow=32)
        # Python's sqlite3 begins transactions late; SQLAlchemy's documentation gives this way to begin them on time
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back on an error.

        Raises:
            ArchiveReadOnly: The folder cannot be written to or the disk is full.
            ArchiveDamaged: The file is no catalogue, or broken.
            ArchiveBusy: Another program holds the file.
        """
        with self._translated(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def write_transaction(self) -> Iterator[Connection]:
        """The same, waiting for its turn at the start: a transaction that reads first and then writes cannot wait."""
        with self._translated(), self._engine.execution_options(**{IMMEDIATE: True}).begin() as connection:
            yield connection

    def version(self) -> int:
        """Another number after each commit, whichever process or thread made it; costs microseconds.

        Raises as `transaction`.
        """
        with self._translated(), self._guard:
            if self._watcher is None:
                # commits of its own would not show, so this connection makes none
                self._watcher = self._open()
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    def empty_log(self) -> None:
        """Writes the log into the file and cuts it off: what was deleted stands in it until then.

        Raises as `transaction`.
        """
        with self._translated(), closing(self._open()) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        if self._closed:
            raise ArchiveError(f"the archive {self.file.parent} is closed; open it again")
        try:
            yield
        except (DatabaseError, sqlite3.DatabaseError) as error:
            raise _translate(self.file, str(getattr(error, "orig", error))) from error

    def close(self) -> None:
        self._closed = True
        with self._guard:
            if self._watcher is not None:
                self._watcher.close()
                self._watcher = None
        self._engine.dispose()

    def _open(self) -> sqlite3.Connection:
        address = f"file:{_quote(self.file)}"
        if not self._writable:
            # without write access SQLite cannot make the log's index beside the file: a file without a log is read as it
            # is, one whose writer was killed only where the log's index is there
            log = self.file.with_name(f"{self.file.name}-wal")
            address += "?mode=ro" if log.exists() and log.stat().st_size else "?immutable=1"
        connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        if self._writable:
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA secure_delete=ON")
        return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(IMMEDIATE) else "BEGIN")


def _translate(file: Path, said: str) -> ArchiveError:
    if "is full" in said or "disk I/O" in said:
        return ArchiveReadOnly(f"the disk of {file.parent} is full; free some space and run the same command again, nothing is lost")
    if "readonly" in said or "unable to open" in said:
        return ArchiveReadOnly(f"{file.parent} cannot be written to; allow it or name another folder with --archive")
    if "locked" in said:
        return ArchiveBusy(f"another program holds {file}; close it and run the same command again")
    if "malformed" in said or "not a database" in said or "no such" in said:
        return ArchiveDamaged(f"{file} is damaged ({said}); restore the folder from a backup, or ingest into a new one with --archive")
    return ArchiveError(f"{file}: {said}")


def _quote(file: Path) -> str:
    return str(file.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
