"""Users, their keys and their sessions: in a file of their own in the archive's folder, which nobody else may read, or on its server.

Of a password only its argon2 hash is kept; of keys and sessions, which are too long and random to be tried out, only their SHA-256.
"""

import hashlib
import re
import secrets
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Row, Select, delete, insert, select, update

from serving.caller import ROLES, Caller, Role
from serving.errors import ServingError
from serving.tables import ACCESS, Tables, keys, sessions, users

if TYPE_CHECKING:
    from argon2 import PasswordHasher

FILE: Final = "access.sqlite"
NAME: Final = re.compile(r"[A-Za-z0-9][\w.@+-]{0,63}", re.ASCII)
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 1000
SESSION_SECONDS: Final = 30 * 86_400
KEY_PREFIX: Final = "nd-"


@dataclass(frozen=True, slots=True)
class Key:
    """An API key without its secret. `added` is Unix time."""

    id: str
    user: str
    label: str
    added: int


class Users:
    """The users of one archive, whom every process that serves it knows. Raises ArchiveError as `Database` does.

    Args:
        place: The file FILE in the archive's folder, made when somebody is added; or the address of its server.
    """

    def __init__(self, place: Path | str) -> None:
        self._tables = Tables(place, ACCESS)

    def close(self) -> None:
        self._tables.close()

    def any(self) -> bool:
        """Whether there is a user at all; makes no file."""
        return self._tables.are_made and self._first(select(users.c.name).limit(1)) is not None

    def all(self) -> list[Caller]:
        if not self._tables.are_made:
            return []
        with self._tables.database.transaction() as connection:
            rows = connection.execute(select(users.c.name, users.c.role).order_by(users.c.name)).all()
        return [_caller(row) for row in rows]

    def get(self, name: str) -> Caller | None:
        row = self._first(select(users.c.name, users.c.role).where(users.c.name == name))
        return _caller(row) if row else None

    def has(self, name: str) -> bool:
        """Whether somebody is called so; whatever it is, it may be asked."""
        # PostgreSQL does not keep the character NUL, nor ask for it
        return NAME.fullmatch(name) is not None and self.get(name) is not None

    def add(self, name: str, role: Role, password: str) -> None:
        """Raises ServingError when the name cannot be one, is taken, or the password is too short."""
        if not NAME.fullmatch(name):
            raise ServingError("a user's name has 1 to 64 letters, digits, and . _ - + @; choose another one")
        hashed = _hash(password)
        with self._tables.database.write_transaction() as connection:
            if connection.execute(select(users.c.name).where(users.c.name == name)).first():
                raise ServingError(f"there is a user {name} already; newsdesk users password {name} sets another password")
            connection.execute(insert(users).values(name=name, role=role, password=hashed, added=int(time.time())))

    def remove(self, name: str) -> None:
        """With all keys and sessions. Raises ServingError when there is none of that name."""
        with self._tables.database.write_transaction() as connection:
            for table in (keys, sessions):
                connection.execute(delete(table).where(table.c.user == name))
            if not connection.execute(delete(users).where(users.c.name == name)).rowcount:
                raise _unknown(name)

    def set_password(self, name: str, password: str) -> None:
        """Ends the user's sessions, too. Raises ServingError as `add` and `remove`."""
        hashed = _hash(password)
        with self._tables.database.write_transaction() as connection:
            if not connection.execute(update(users).where(users.c.name == name).values(password=hashed)).rowcount:
                raise _unknown(name)
            connection.execute(delete(sessions).where(sessions.c.user == name))

    def set_role(self, name: str, role: Role) -> None:
        with self._tables.database.write_transaction() as connection:
            if not connection.execute(update(users).where(users.c.name == name).values(role=role)).rowcount:
                raise _unknown(name)

    # --- who is it

    def check_password(self, name: str, password: str) -> Caller | None:
        """The user whose password this is; takes as long for a name that nobody has."""
        from argon2.exceptions import InvalidHashError, VerificationError

        # PostgreSQL does not keep the character NUL, nor ask for it
        stored = select(users.c.name, users.c.role, users.c.password).where(users.c.name == name)
        row = self._first(stored) if NAME.fullmatch(name) else None
        try:
            _hasher().verify(row.password if row else _nobodys_hash(), password[:LONGEST_PASSWORD])
        except (VerificationError, InvalidHashError):
            return None
        return _caller(row) if row else None

    def open_session(self, name: str) -> str:
        """A new session's secret, for the user's browser to keep; those that have ended are forgotten."""
        secret, now = secrets.token_urlsafe(32), int(time.time())
        with self._tables.database.write_transaction() as connection:
            connection.execute(delete(sessions).where(sessions.c.ends < now))
            connection.execute(insert(sessions).values(hash=_digest(secret), user=name, ends=now + SESSION_SECONDS))
        return secret

    def of_session(self, secret: str) -> Caller | None:
        now = int(time.time())
        owner = select(users.c.name, users.c.role).join(sessions, sessions.c.user == users.c.name)
        # one that ends later than any that begins now was begun by a clock that ran ahead, and would last as much too long
        lasts = sessions.c.ends > now, sessions.c.ends <= now + SESSION_SECONDS
        row = self._first(owner.where(sessions.c.hash == _digest(secret), *lasts))
        return _caller(row) if row else None

    def close_session(self, secret: str) -> None:
        with self._tables.database.write_transaction() as connection:
            connection.execute(delete(sessions).where(sessions.c.hash == _digest(secret)))

    # --- keys

    def add_key(self, user: str, label: str) -> tuple[Key, str]:
        """A new key and its secret, which nobody can be shown again. Raises ServingError when there is no such user."""
        key = Key(secrets.token_hex(4), user, " ".join(label.replace("\0", "").split())[:100], int(time.time()))
        secret = KEY_PREFIX + secrets.token_urlsafe(32)
        with self._tables.database.write_transaction() as connection:
            if not connection.execute(select(users.c.name).where(users.c.name == user)).first():
                raise _unknown(user)
            row = {"id": key.id, "user": user, "label": key.label, "hash": _digest(secret), "added": key.added}
            connection.execute(insert(keys).values(row))
        return key, secret

    def list_keys(self) -> list[Key]:
        if not self._tables.are_made:
            return []
        query = select(keys.c.id, keys.c.user, keys.c.label, keys.c.added).order_by(keys.c.user, keys.c.added)
        with self._tables.database.transaction() as connection:
            return [Key(*row) for row in connection.execute(query)]

    def remove_key(self, id: str) -> None:
        with self._tables.database.write_transaction() as connection:
            if not connection.execute(delete(keys).where(keys.c.id == id)).rowcount:
                raise ServingError(f"there is no key {id[:20]!r}; newsdesk keys list names them")

    def of_key(self, secret: str) -> Caller | None:
        owner = select(users.c.name, users.c.role).join(keys, keys.c.user == users.c.name)
        row = self._first(owner.where(keys.c.hash == _digest(secret)))
        return _caller(row) if row else None

    def _first(self, query: Select[Any]) -> Row[Any] | None:
        with self._tables.database.transaction() as connection:
            return connection.execute(query).first()


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


def _caller(row: Any) -> Caller:  # a row of whichever columns
    assert row.role in ROLES
    return Caller(row.name, row.role)


def _unknown(name: str) -> ServingError:
    return ServingError(f"there is no user {name[:64]!r}; newsdesk users list names them")
