"""What a server writes to standard error: a line each, of JSON where programs read it, in which no secret and no question stands."""

import json
import logging
import re
import threading
import traceback
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from rag.leaks import KEY, SECRET_NAME, SHORTEST_SECRET

HIDDEN: Final = "***"
# keys of ours, wherever one comes from
OWN_KEY = re.compile(r"\bnd-[\w-]{12,}")
# a password in an address, or beside its name, whoever's it is and however short
IN_ADDRESS = re.compile(r"(?<=://)([^\s/:@]*:)[^\s/]*(?=@)|\b(password=)(?:'[^']*'|[^\s&,;)]+)", re.IGNORECASE)
# its password has no name of its own; an address that cannot be read may have one, too
DATABASE: Final = "NEWS_DATABASE_URL"
DATABASE_PASSWORDS = re.compile(r"://[^/:@]*:(.*)@|[?&]password=([^&]*)")
# a shorter password may be a part of any word, and is hidden where it is a word itself; one that is shorter still, in quotes or an address
SHORTEST_WORD: Final = 4
# of an error, the calls that led to it last
MOST_CALLS = 30


class LogLines(logging.Formatter):
    """A line for each record. Of an error its type and the calls that led to it are told, and never its words: they may be a reader's.

    Args:
        as_json: For programs; else for people, who see a word less.
        environment: Whose secrets are hidden, should one stand in a record.
    """

    def __init__(self, *, as_json: bool, environment: Mapping[str, str]) -> None:
        super().__init__()
        self._as_json = as_json
        secrets = sorted(_read_secrets(environment), key=len, reverse=True)
        self._secrets = re.compile("|".join(map(_where_it_counts, secrets)) or r"(?!)")

    def format(self, record: logging.LogRecord) -> str:
        message = self._hide(record.getMessage())
        error = record.exc_info[1] if record.exc_info else None
        errors = [self._hide(line) for line in _describe(error)]
        if self._as_json:
            line = {"time": round(record.created, 3), "level": record.levelname.lower(), "logger": record.name, "message": message}
            return json.dumps(line | ({"errors": errors} if errors else {}))
        return " ".join(" | ".join([f"{record.levelname} {record.name}: {message}", *errors]).split())

    def _hide(self, text: str) -> str:
        text = IN_ADDRESS.sub(rf"\1\2{HIDDEN}", text)
        return OWN_KEY.sub(HIDDEN, KEY.sub(HIDDEN, self._secrets.sub(HIDDEN, text)))


def write_log(*, as_json: bool, environment: Mapping[str, str]) -> None:
    """Once for a program: everything that is logged from warnings on, Python's own warnings, and the death of a thread."""
    writer = logging.StreamHandler()
    writer.setFormatter(LogLines(as_json=as_json, environment=environment))
    logging.basicConfig(level=logging.WARNING, handlers=[writer])
    logging.captureWarnings(True)
    threading.excepthook = _log_death


def _log_death(died: threading.ExceptHookArgs) -> None:
    if died.exc_value is not None and not isinstance(died.exc_value, SystemExit):
        name = died.thread.name if died.thread is not None else "unknown"
        logging.getLogger(__name__).error("the thread %s has died", name, exc_info=died.exc_value)


def _describe(error: BaseException | None) -> Iterator[str]:
    """The error, and what it came of."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        calls = traceback.extract_tb(error.__traceback__)[-MOST_CALLS:]
        yield f"{type(error).__module__}.{type(error).__qualname__}: " + " > ".join(
            f"{each.filename}:{each.lineno} {each.name}" for each in calls
        )
        error = error.__cause__ or error.__context__


def _read_secrets(environment: Mapping[str, str]) -> Iterator[str]:
    for name, value in environment.items():
        if SECRET_NAME.search(name) and len(value) >= SHORTEST_SECRET:
            yield value
    for found in DATABASE_PASSWORDS.finditer(environment.get(DATABASE, "")):
        password = found[1] or found[2] or ""
        # as it is written, and as it is meant
        yield from {each for each in (password, unquote(password)) if each}


def _where_it_counts(secret: str) -> str:
    """A pattern that finds a secret, and not the same letters in other words."""
    if len(secret) >= SHORTEST_SECRET:
        return re.escape(secret)
    if len(secret) >= SHORTEST_WORD:
        return rf"(?<!\w){re.escape(secret)}(?!\w)"
    return rf"(?<=['\":]){re.escape(secret)}(?=['\"@])"
