"""Users, their keys and their sessions, in a file of their own beside the archive: `access.sqlite`, which nobody else may read.

Of a password only its argon2 hash is kept; of keys and sessions, which are too long and random to be tried out, only their SHA-256.
"""

import hashlib
import os
import re
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from serving.caller import ROLES, Caller, Role
from serving.errors import ServingError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FILE: Final = "access.sqlite"
NAME: Final = re.compile(r"[A-Za-z0-9][\w.@+-]{0,63}", re.ASCII)
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 1000
SESSION_SECONDS: Final = 30 * 86_400
KEY_PREFIX: Final = "nd-"
TABLES: Final = """
CREATE TABLE IF NOT EXISTS users (
  name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, added INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS keys (
  id TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
  label TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, added INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS sessions (
  hash TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users ON DELETE CASCADE, ends INTEGER NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Key:
    """An API key without its secret. `added` is Unix time."""

    id: str
    user: str
    label: str
    added: int


class Users:
    """The users of one archive. Made when missing; several processes may use it at once."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE

    def any(self) -> bool:
        """Whether there is a user at all; makes no file."""
        if not self._file.exists():
            return False
        with self._open() as db:
            return db.execute("SELECT 1 FROM users LIMIT 1").fetchone() is not None

    def all(self) -> list[Caller]:
        with self._open() as db:
            return [_caller(row) for row in db.execute("SELECT name, role FROM users ORDER BY name")]

    def get(self, name: str) -> Caller | None:
        with self._open() as db:
            row = db.execute("SELECT name, role FROM users WHERE name = ?", (name,)).fetchone()
        return _caller(row) if row else None

    def add(self, name: str, role: Role, password: str) -> None:
        """Raises ServingError when the name cannot be one, is taken, or the password is too short."""
        if not NAME.fullmatch(name):
            raise ServingError("a user's name has 1 to 64 letters, digits, and . _ - + @; choose another one")
        hashed = _hash(password)
        with self._open() as db:
            try:
                db.execute("INSERT INTO users VALUES (?, ?, ?, ?)", (name, role, hashed, int(time.time())))
            except sqlite3.IntegrityError:
                raise ServingError(f"there is a user {name} already; newsdesk users password {name} sets another password") from None

    def remove(self, name: str) -> None:
        """With all keys and sessions. Raises ServingError when there is none of that name."""
        with self._open() as db:
            if not db.execute("DELETE FROM users WHERE name = ?", (name,)).rowcount:
                raise _unknown(name)

    def set_password(self, name: str, password: str) -> None:
        """Ends the user's sessions, too. Raises ServingError as `add` and `remove`."""
        hashed = _hash(password)
        with self._open() as db:
            if not db.execute("UPDATE users SET password = ? WHERE name = ?", (hashed, name)).rowcount:
                raise _unknown(name)
            db.execute("DELETE FROM sessions WHERE user = ?", (name,))

    def set_role(self, name: str, role: Role) -> None:
        with self._open() as db:
            if not db.execute("UPDATE users SET role = ? WHERE name = ?", (role, name)).rowcount:
                raise _unknown(name)

    # --- who is it

    def check_password(self, name: str, password: str) -> Caller | None:
        """The user whose password this is; takes as long for a name that nobody has."""
        from argon2.exceptions import InvalidHashError, VerificationError

        with self._open() as db:
            row = db.execute("SELECT name, role, password FROM users WHERE name = ?", (name[:64],)).fetchone()
        try:
            _hasher().verify(row[2] if row else _nobodys_hash(), password[:LONGEST_PASSWORD])
        except (VerificationError, InvalidHashError):
            return None
        return _caller(row) if row else None

    def open_session(self, name: str) -> str:
        """A new session's secret, for the user's browser to keep; those that have ended are forgotten."""
        secret, now = secrets.token_urlsafe(32), int(time.time())
        with self._open() as db:
            db.execute("DELETE FROM sessions WHERE ends < ?", (now,))
            db.execute("INSERT INTO sessions VALUES (?, ?, ?)", (_digest(secret), name, now + SESSION_SECONDS))
        return secret

    def of_session(self, secret: str) -> Caller | None:
        now = int(time.time())
        # one that ends later than any that begins now was begun by a clock that ran ahead, and would last as much too long
        lasts = "SELECT name, role FROM sessions JOIN users ON name = user WHERE hash = ? AND ends > ? AND ends <= ?"
        with self._open() as db:
            row = db.execute(lasts, (_digest(secret), now, now + SESSION_SECONDS)).fetchone()
        return _caller(row) if row else None

    def close_session(self, secret: str) -> None:
        with self._open() as db:
            db.execute("DELETE FROM sessions WHERE hash = ?", (_digest(secret),))

    # --- keys

    def add_key(self, user: str, label: str) -> tuple[Key, str]:
        """A new key and its secret, which nobody can be shown again. Raises ServingError when there is no such user."""
        key = Key(secrets.token_hex(4), user, " ".join(label.split())[:100], int(time.time()))
        secret = KEY_PREFIX + secrets.token_urlsafe(32)
        with self._open() as db:
            try:
                db.execute("INSERT INTO keys VALUES (?, ?, ?, ?, ?)", (key.id, user, key.label, _digest(secret), key.added))
            except sqlite3.IntegrityError:
                raise _unknown(user) from None
        return key, secret

    def list_keys(self) -> list[Key]:
        with self._open() as db:
            return [Key(*row) for row in db.execute("SELECT id, user, label, added FROM keys ORDER BY user, added")]

    def remove_key(self, id: str) -> None:
        with self._open() as db:
            if not db.execute("DELETE FROM keys WHERE id = ?", (id,)).rowcount:
                raise ServingError(f"there is no key {id[:20]!r}; newsdesk keys list names them")

    def of_key(self, secret: str) -> Caller | None:
        with self._open() as db:
            row = db.execute("SELECT name, role FROM keys JOIN users ON name = user WHERE hash = ?", (_digest(secret),)).fetchone()
        return _caller(row) if row else None

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        is_new = not self._file.exists()
        try:
            if is_new:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                os.close(os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600))
            db = sqlite3.connect(self._file, timeout=10)
            try:
                db.execute("PRAGMA foreign_keys = ON")
                if is_new or not db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
                    db.executescript(TABLES)
                with db:
                    yield db
            finally:
                db.close()
        except (OSError, sqlite3.DatabaseError) as error:
            if isinstance(error, sqlite3.IntegrityError):
                raise
            raise ServingError(f"{self._file} cannot be used ({error}); allow it, or restore it from a backup") from error


@lru_cache(maxsize=1)
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher()


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return _hasher().hash(secrets.token_urlsafe(16))


def _hash(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise ServingError(f"a password has at least {SHORTEST_PASSWORD} characters; choose a longer one")
    return _hasher().hash(password)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _caller(row: tuple[str, ...]) -> Caller:
    assert row[1] in ROLES
    return Caller(row[0], row[1])


def _unknown(name: str) -> ServingError:
    return ServingError(f"there is no user {name[:64]!r}; newsdesk users list names them")
