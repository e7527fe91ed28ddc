"""Who changed what, and who signed in or tried to: a line of JSON each, in `audit.jsonl` beside the archive, or on its server."""

import json
import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sqlalchemy import insert, select

from serving.errors import ServingError
from serving.tables import AUDIT, Tables, audited
from vectorstore import ArchiveError

log = logging.getLogger(__name__)

FILE: Final = "audit.jsonl"
LONGEST_VALUE = 300


class Audit:
    """Appends; a line is whole or not there. A disk that takes no more, or a server that is away, is told in the log, and ends nothing.

    Args:
        place: The file FILE in the archive's folder, or the address of its server. None writes nothing down.
    """

    def __init__(self, place: Path | str | None) -> None:
        self._file = place if isinstance(place, Path) else None
        self._tables = Tables(place, AUDIT) if isinstance(place, str) else None
        self._guard = threading.Lock()

    def note(self, who: str, what: str, **details: object) -> None:
        """`details` are names, ids and counts; never a password, a key or an article's words."""
        told = {name: str(value)[:LONGEST_VALUE] if isinstance(value, str) else value for name, value in details.items()}
        line = json.dumps({"time": int(time.time()), "who": who[:LONGEST_VALUE], "what": what, **told})
        try:
            if self._file is not None:
                self._append(self._file, line)
            elif self._tables is not None:
                with self._tables.database.write_transaction() as connection:
                    connection.execute(insert(audited).values(line=line))
        except (OSError, ArchiveError) as error:
            log.error("the audit log cannot be written (%s); it lacks: %s", error, line)

    def read(self) -> Iterator[str]:
        """Its lines, the oldest first. Raises ServingError when it cannot be read, ArchiveError as `Database`."""
        if self._tables is not None:
            with self._tables.database.transaction() as connection:
                yield from connection.execute(select(audited.c.line).order_by(audited.c.number)).scalars()
        elif self._file is not None and self._file.exists():
            try:
                with self._file.open(encoding="utf-8", errors="replace") as lines:
                    yield from (line.rstrip("\n") for line in lines)
            except OSError as error:
                raise ServingError(f"{self._file} cannot be read ({error.strerror}); ask whoever runs the server") from error

    def close(self) -> None:
        if self._tables is not None:
            self._tables.close()

    def _append(self, file: Path, line: str) -> None:
        with self._guard:
            place = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(place, f"{line}\n".encode())
            finally:
                os.close(place)


UNWRITTEN: Final = Audit(None)
