"""A database of SQL: an SQLite file, or a schema of a PostgreSQL server. How each of the two does it is in `sqlite` and `postgres`."""

import threading
from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

from vectorstore.errors import ArchiveError
from vectorstore.postgres import PostgresSchema
from vectorstore.sqlite import SqliteFile

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


class Engine(Protocol):
    """What a database system gives; `Database` says what its methods do.

    Attributes:
        name: What messages call the database; an address without its password.
        errors: What its methods raise, to be given to `translate`.
    """

    name: str
    errors: tuple[type[Exception], ...]

    def reading(self) -> AbstractContextManager[Connection]: ...
    def read_version(self, connection: Connection) -> Hashable: ...
    def writing(self) -> AbstractContextManager[Connection]: ...
    def aside(self) -> AbstractContextManager[Connection]: ...
    def write_lock(self) -> AbstractContextManager[None]: ...
    def version(self) -> Hashable: ...
    def place(self) -> str: ...
    def measure(self) -> int: ...
    def empty_log(self) -> None: ...
    def close(self) -> None: ...
    def translate(self, error: Exception) -> ArchiveError: ...


@dataclass(frozen=True, slots=True)
class Moment:
    """A transaction for reading that is shared by all who read in its context, one at a time."""

    database: "Database"
    connection: Connection
    version: Hashable
    turn: "threading.RLock" = field(default_factory=threading.RLock)


_moment: ContextVar[Moment | None] = ContextVar("moment", default=None)


class Database:
    """Durable to the last commit. Any thread may use it.

    Args:
        place: An SQLite file, made when missing; or the address of a PostgreSQL server, as `psql` takes it: its search
            path names the schema.
    """

    def __init__(self, place: Path | str) -> None:
        self._engine: Engine = SqliteFile(place) if isinstance(place, Path) else PostgresSchema(place)
        self._closed = False

    @property
    def name(self) -> str:
        """What messages call it."""
        return self._engine.name

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction for reading, which sees one state throughout.

        Raises:
            ArchiveReadOnly: The folder cannot be written to or the disk is full.
            ArchiveDamaged: The file is no catalogue, or broken.
            ArchiveBusy: Another program holds the file.
            ArchiveError: The server does not answer.
        """
        held = _moment.get()
        if held is not None and held.database is self:
            with held.turn, self._translated():
                yield held.connection
        else:
            with self._translated(), self._engine.reading() as connection:
                yield connection

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Whatever is read within the block, also by threads to which its context is carried, is read in one transaction.

        `version` is that of its beginning throughout. For a few reads that belong together: nothing is to be written meanwhile, for the
        block would not see it. Raises as `transaction`.
        """
        held = _moment.get()
        if held is not None and held.database is self:
            yield
            return
        with self._translated(), self._engine.reading() as connection:
            token = _moment.set(Moment(self, connection, self._engine.read_version(connection)))
            try:
                yield
            finally:
                _moment.reset(token)

    @contextmanager
    def write_transaction(self) -> Iterator[Connection]:
        """One transaction that waits for its turn to write: committed at the end, rolled back on an error. Raises as `transaction`."""
        with self._translated(), self._engine.writing() as connection:
            yield connection

    @contextmanager
    def side_transaction(self) -> Iterator[Connection]:
        """As `write_transaction`, for a few rows that nothing else hangs on: on a server it waits for nobody's turn.

        Raises as `transaction`.
        """
        with self._translated(), self._engine.aside() as connection:
            yield connection

    @contextmanager
    def write_lock(self) -> Iterator[None]:
        """Keeps every other process from being the writer; what this thread writes meanwhile is lost with the lock, never without it.

        Raises ArchiveBusy, which names the writer, and as `transaction`.
        """
        with self._translated(), self._engine.write_lock():
            yield

    def version(self) -> Hashable:
        """Another value after each commit, whichever process or thread made it; costs microseconds, a way to a server and back.

        Raises as `transaction`.
        """
        held = _moment.get()
        if held is not None and held.database is self:
            return held.version
        with self._translated():
            return self._engine.version()

    def place(self) -> str:
        """Tells it from its copies: the server's own id, the database and the schema; "" for a file. Raises as `transaction`."""
        with self._translated():
            return self._engine.place()

    def measure(self) -> int:
        """Bytes on the disk of the archive, with what lies in the same folder or schema. Raises as `transaction`."""
        with self._translated():
            return self._engine.measure()

    def empty_log(self) -> None:
        """Takes what was deleted out of what lies beside the tables, as far as that is ours. Raises as `transaction`."""
        with self._translated():
            self._engine.empty_log()

    def close(self) -> None:
        self._closed = True
        self._engine.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        if self._closed:
            raise ArchiveError(f"the archive {self.name} is closed; open it again")
        try:
            yield
        except self._engine.errors as error:
            raise self._engine.translate(error) from error


def upsert(connection: Connection, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """An insert that can say what becomes of a row that is there already."""
    if connection.dialect.name == "postgresql":
        # a tenth of a second that archives in a folder need not wait for
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    return sqlite.insert(table)


def put_row(connection: Connection, table: Table, **values: object) -> None:
    """Inserts a row; where one has its primary key, that gets these values."""
    key = [column.name for column in table.primary_key]
    row = upsert(connection, table).values(**values)
    changed = {name: row.excluded[name] for name in values if name not in key}
    connection.execute(row.on_conflict_do_update(index_elements=key, set_=changed))
