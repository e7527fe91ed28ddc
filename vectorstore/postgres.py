"""A schema of a PostgreSQL server as a database: how it is reached, what tells of a change, and its errors in our words."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from vectorstore.errors import ArchiveBusy, ArchiveError, ArchiveReadOnly, SettingInvalid

if TYPE_CHECKING:
    import psycopg

INSTALL = "PostgreSQL needs its driver; run `pip install 'newsdesk[postgres]'`"
# how long a writer waits for the one before it to end, and any other for its turn to write a few rows
LOCK_WAIT, TURN_WAIT = "1s", "30s"
CONNECT_SECONDS = 10
# a connection that lay unused for so long is tried before it is used: the server may have been started anew
IDLE_SECONDS = 1.0
# "NEWS": what other programs lock in the same database is another matter
WRITER, TURN = 0x4E455753, 0x4E455754
# a process that has vanished with its machine holds the lock so long: 30 + 3 × 10 seconds
SETTINGS = {"lock_timeout": TURN_WAIT, "tcp_keepalives_idle": "30", "tcp_keepalives_interval": "10", "tcp_keepalives_count": "3"}
# whoever has the lock, as it named itself when it connected
HOLDER = text(
    "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid) WHERE locktype = 'advisory' AND granted"
    " AND classid = :of AND objid = (hashtext(current_schema())::bigint & 4294967295)::oid"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
SIZE = text(
    "SELECT coalesce(sum(pg_total_relation_size(oid)), 0) FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
)
# a dump that is restored is in another of these; not every server lets everybody read its own id
PLACE = text(
    "SELECT (SELECT oid FROM pg_database WHERE datname = current_database()), current_schema()::regnamespace::oid,"
    " has_function_privilege('pg_control_system()', 'EXECUTE')"
)
SERVER = text("SELECT system_identifier FROM pg_control_system()")

SNAPSHOT: Final = "SELECT pg_current_snapshot()::text"


class PostgresSchema:
    """Readers see one state for a transaction, writers take turns; the lock of the one writer dies with its connection.

    Raises:
        SettingInvalid: The address cannot be read, or the driver is not installed.
    """

    def __init__(self, address: str) -> None:
        try:
            import psycopg
        except ImportError as error:
            raise SettingInvalid(INSTALL) from error
        self._address = address
        self.name = hide_password(address)
        self.errors: tuple[type[Exception], ...] = (DBAPIError, psycopg.Error)
        self._guard = threading.Lock()
        self._watcher: psycopg.Connection[Any] | None = None
        # the connection that holds the writer's lock, and the thread that writes on it
        self._locked: tuple[int, Connection] | None = None
        # an error's words may reach a log, and what is stored or looked for must not
        self._engine = create_engine("postgresql+psycopg://", creator=self._open, pool_size=5, max_overflow=15, hide_parameters=True)
        event.listen(self._engine, "checkin", _note_use)
        event.listen(self._engine, "checkout", _ping_idle)

    def reading(self) -> AbstractContextManager[Connection]:
        return self._engine.execution_options(isolation_level="REPEATABLE READ").begin()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        holder = self._locked
        if holder is not None and holder[0] == threading.get_ident():
            # on the connection that has the lock: when the server has dropped it, the transaction fails with it
            with holder[1].begin():
                yield self._take_turn(holder[1])
        else:
            with self._engine.begin() as connection:
                yield self._take_turn(connection)

    def aside(self) -> AbstractContextManager[Connection]:
        return self._engine.begin()

    @contextmanager
    def write_lock(self) -> Iterator[None]:
        with self._engine.connect() as connection:
            try:
                with connection.begin():
                    connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_WAIT}'"))
                    connection.execute(text("SELECT pg_advisory_lock(:of, hashtext(current_schema()))"), {"of": WRITER})
            except DBAPIError as error:
                raise self._say_busy(error) from error
            self._locked = threading.get_ident(), connection
            try:
                yield
            finally:
                self._locked = None
                # a connection that is broken has no lock any more
                with suppress(DBAPIError), connection.begin():
                    connection.execute(text("SELECT pg_advisory_unlock_all()"))

    def read_version(self, connection: Connection) -> str:
        """Which transactions are visible: the snapshot that a query sees."""
        return str(connection.exec_driver_sql(SNAPSHOT).scalar_one())

    def version(self) -> str:
        with self._guard:
            for attempt in (1, 2):
                try:
                    if self._watcher is None:
                        self._watcher = self._open()
                        self._watcher.autocommit = True
                    row = self._watcher.execute(SNAPSHOT).fetchone()
                    assert row is not None, "a function gives one row"
                    return str(row[0])
                except self.errors:
                    self._close_watcher()
                    # the server may have been started anew since
                    if attempt == 2:
                        raise
        raise AssertionError("the second attempt returns or raises")

    def place(self) -> str:
        with self.reading() as connection:
            database, schema, may_ask = connection.execute(PLACE).one()
            server = connection.execute(SERVER).scalar_one() if may_ask else ""
        return f"{server}/{database}/{schema}"

    def measure(self) -> int:
        with self.reading() as connection:
            return int(connection.execute(SIZE).scalar_one())

    def empty_log(self) -> None:
        """Nothing: rows that are gone are cleared by the server's own VACUUM, its log and back-ups are the administrator's."""

    def close(self) -> None:
        with self._guard:
            self._close_watcher()
        self._engine.dispose()

    def translate(self, error: Exception) -> ArchiveError:
        cause = getattr(error, "orig", None) or error
        state = getattr(cause, "sqlstate", None) or ""
        said = (str(cause).strip() or type(cause).__name__).splitlines()[0]
        if state == "55P03":
            return ArchiveBusy(f"another process is writing to {self.name}; run the same command again")
        if state in ("53100", "25006", "42501"):
            return ArchiveReadOnly(f"{self.name} cannot be written to ({said}); see to it and run the same command again, nothing is lost")
        if "NUL" in said:
            return ArchiveError("an article holds the character NUL, which PostgreSQL does not keep; take it out")
        if state[:2] in ("", "08", "57") or getattr(error, "connection_invalidated", False):
            return ArchiveError(f"{self.name} does not answer ({said}); start the server or correct NEWS_DATABASE_URL, and run it again")
        return ArchiveError(f"{self.name}: {said}")

    def _open(self) -> "psycopg.Connection[Any]":
        import psycopg

        name = f"newsdesk pid {os.getpid()} on {socket.gethostname()}"[:63]
        connection = psycopg.connect(self._address, application_name=name, client_encoding="utf8", connect_timeout=CONNECT_SECONDS)
        for setting, value in SETTINGS.items():
            connection.execute("SELECT set_config(%s, %s, false)", (setting, value))
        connection.commit()
        return connection

    def _take_turn(self, connection: Connection) -> Connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:of, hashtext(current_schema()))"), {"of": TURN})
        return connection

    def _say_busy(self, error: DBAPIError) -> ArchiveError:
        if getattr(error.orig, "sqlstate", "") != "55P03":
            return self.translate(error)
        with self.reading() as connection:
            holder = connection.execute(HOLDER, {"of": WRITER}).scalars().first()
        who = (holder or "newsdesk pid unknown").removeprefix("newsdesk ")
        return ArchiveBusy(f"another process ({who}) is writing to {self.name}; wait until it has finished and run the same command again")

    def _close_watcher(self) -> None:
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None


def _note_use(_: object, entry: ConnectionPoolEntry) -> None:
    entry.info["used"] = time.monotonic()


def _ping_idle(connection: Any, entry: ConnectionPoolEntry, _: object) -> None:
    """What the pool's own ping does at each use, which would be a fourth of all ways to the server."""
    import psycopg

    if time.monotonic() - entry.info.get("used", time.monotonic()) < IDLE_SECONDS:
        return
    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except psycopg.Error as error:
        # the pool then takes another one
        raise DisconnectionError from error


def hide_password(address: str) -> str:
    """The address as messages may show it. Raises SettingInvalid."""
    import psycopg

    try:
        asked = psycopg.conninfo.conninfo_to_dict(address)
        if "@" in str(asked.get("host", "")):
            # the rest of a password, which every message would tell as the server's name
            raise ValueError("a host with an @")
        return make_url(address).set(query={}).render_as_string(hide_password=True)
    except (ArgumentError, ValueError, psycopg.Error):
        # never shown as it is: it may hold a password
        raise SettingInvalid(
            "NEWS_DATABASE_URL cannot be read; write it as postgresql://USER:PASSWORD@HOST:5432/NAME,"
            " and of a password's @ : / % # ? each as %40 %3A %2F %25 %23 %3F"
        ) from None
