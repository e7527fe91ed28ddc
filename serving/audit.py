"""Who changed what, and who signed in or tried to: a line of JSON each, in `audit.jsonl` beside the archive."""

import json
import logging
import os
import threading
import time
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

FILE: Final = "audit.jsonl"
LONGEST_VALUE = 300


class Audit:
    """Appends to the file; a line is whole or not there. A disk that takes no more is told in the log, and ends nothing.

    Without a folder nothing is written down.
    """

    def __init__(self, folder: Path | None) -> None:
        self._file = None if folder is None else folder / FILE
        self._guard = threading.Lock()

    def note(self, who: str, what: str, **details: object) -> None:
        """`details` are names, ids and counts; never a password, a key or an article's words."""
        if self._file is None:
            return
        told = {name: str(value)[:LONGEST_VALUE] if isinstance(value, str) else value for name, value in details.items()}
        line = json.dumps({"time": int(time.time()), "who": who[:LONGEST_VALUE], "what": what, **told}) + "\n"
        try:
            with self._guard:
                place = os.open(self._file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                try:
                    os.write(place, line.encode())
                finally:
                    os.close(place)
        except OSError as error:
            log.error("the audit log %s cannot be written: %s", self._file, error.strerror)


UNWRITTEN: Final = Audit(None)
