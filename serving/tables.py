"""The tables that serving keeps beside the archive: in files that nobody else may read, or on the archive's server."""

import os
import threading
from pathlib import Path
from typing import Final

from sqlalchemy import BigInteger, Column, Double, Integer, MetaData, String, Table, Text, inspect

from vectorstore import ArchiveReadOnly
from vectorstore.database import Database

ACCESS: Final = MetaData()
users = Table(
    "users", ACCESS,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("password", Text, nullable=False),
    Column("added", BigInteger, nullable=False),
)  # fmt: skip
keys = Table(
    "keys", ACCESS,
    Column("id", String, primary_key=True),
    Column("user", String, nullable=False),
    Column("label", Text, nullable=False),
    Column("hash", String, nullable=False, unique=True),
    Column("added", BigInteger, nullable=False),
)  # fmt: skip
sessions = Table(
    "sessions", ACCESS,
    Column("hash", String, primary_key=True),
    Column("user", String, nullable=False),
    Column("ends", BigInteger, nullable=False),
)  # fmt: skip

AUDIT: Final = MetaData()
# lines of JSON, as the file has them in a folder
audited = Table("audit", AUDIT, Column("number", Integer, primary_key=True, autoincrement=True), Column("line", Text, nullable=False))

JOBS: Final = MetaData()
# times are Unix time; `report` is JSON; `beat` is when the process that does it last said that it is at it
jobs = Table(
    "jobs", JOBS,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("caller", String, nullable=False),
    Column("state", String, nullable=False),
    Column("ordered", BigInteger, nullable=False),
    Column("ended", BigInteger),
    Column("error", Text),
    Column("report", Text, nullable=False),
    Column("beat", BigInteger, nullable=False),
)  # fmt: skip

RATES: Final = MetaData()
# when each bucket is full, in Unix time; on a server alone, which need not keep it through a fall, so that taking waits for no disk
rates = Table(
    "rates", RATES, Column("bucket", String, primary_key=True), Column("full_at", Double, nullable=False), prefixes=["UNLOGGED"]
)  # fmt: skip


class Tables:
    """A database with these tables, opened and made when it is first asked for. Any thread may use it.

    Args:
        place: A file of SQLite, or a PostgreSQL server's address.
    """

    def __init__(self, place: Path | str, metadata: MetaData) -> None:
        self._place = place
        self._metadata = metadata
        self._guard = threading.Lock()
        self._database: Database | None = None

    @property
    def are_made(self) -> bool:
        """Whether they may be there already; of a server that is only known by asking."""
        return isinstance(self._place, str) or self._place.exists()

    @property
    def database(self) -> Database:
        """Raises ArchiveError as `Database.transaction`."""
        with self._guard:
            if self._database is None:
                self._database = self._open()
            return self._database

    def close(self) -> None:
        with self._guard:
            if self._database is not None:
                self._database.close()
                self._database = None

    def _open(self) -> Database:
        if isinstance(self._place, Path):
            _make_private(self._place)
        database = Database(self._place)
        try:
            with database.transaction() as connection:
                found = set(inspect(connection).get_table_names())
            # who only reads need not be able to write, nor wait for its turn to
            if not found.issuperset(self._metadata.tables):
                with database.write_transaction() as connection:
                    self._metadata.create_all(connection)
        except BaseException:
            database.close()
            raise
        return database


def _make_private(file: Path) -> None:
    """SQLite gives the files beside it the same rights."""
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as error:
        raise ArchiveReadOnly(f"{file} cannot be made ({error.strerror}); allow it or name another folder with --archive") from error
