"""Readers: each browser gets a name that it can show and nobody can guess or make up."""

import hashlib
import hmac
import os
import secrets
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Final

COOKIE: Final = "newsdesk"
KEY_FILE: Final = "readers.key"
YEAR_SECONDS: Final = 365 * 86_400


class Readers:
    """Issues the tokens that browsers keep in a cookie, and knows its own again, after a restart too."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def issue(self, *, secure: bool) -> str:
        """A Set-Cookie value with a new token."""
        name = secrets.token_urlsafe(24)
        flags = "; Secure" if secure else ""
        return f"{COOKIE}={name}.{self._sign(name)}; Path=/; Max-Age={YEAR_SECONDS}; HttpOnly; SameSite=Strict{flags}"

    def name(self, token: str) -> str | None:
        """Who shows this token; None when it was not issued here."""
        name, _, signature = token.partition(".")
        if not name or not hmac.compare_digest(signature.encode(), self._sign(name).encode()):
            return None
        # what is stored beside conversations cannot be shown as a token
        return hashlib.sha256(name.encode()).hexdigest()[:32]

    def who(self, cookies: str) -> str:
        """Who sends these cookies, a header; "" for nobody known."""
        try:
            morsel = SimpleCookie(cookies).get(COOKIE)
        except CookieError:
            return ""
        return (self.name(morsel.value) if morsel else None) or ""

    def _sign(self, name: str) -> str:
        return hmac.new(self._key, name.encode(), hashlib.sha256).hexdigest()


def open_readers(folder: Path) -> Readers:
    """With the key that the archive's folder keeps, made when it has none; where it cannot be written, with one for this run."""
    file = folder / KEY_FILE
    key = secrets.token_bytes(32)
    try:
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as made:
            made.write(key)
    except FileExistsError:
        kept = file.read_bytes()
        # a kill while it was written leaves a short one
        return Readers(kept) if len(kept) == len(key) else Readers(key)
    except OSError:
        pass
    return Readers(key)
