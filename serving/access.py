"""Access: from what a request carries to who calls."""

import hashlib
import ipaddress
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.datastructures import Headers
from starlette.types import Scope

from serving.caller import Caller, Role
from serving.readers import Readers
from serving.users import NAME, Users

SESSION_COOKIE: Final = "newsdesk-session"
BEARER: Final = "bearer "
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that signs people in and says in a header who they are.

    Attributes:
        header: Its name, in lower case.
        networks: Where the proxy is; from anywhere else the header says nothing.
        role: Of people who are not among the users.
    """

    header: str
    networks: tuple[Network, ...]
    role: Role = "reader"


@dataclass(frozen=True, slots=True)
class Access:
    """Who may come in.

    Attributes:
        users: None where nobody has to sign in.
        everybody: The role of everyone where nobody has to.
    """

    readers: Readers
    users: Users | None = None
    proxy: Proxy | None = None
    everybody: Role = "admin"

    @property
    def signs_in(self) -> bool:
        """Whether anybody has to sign in."""
        return self.users is not None or self.proxy is not None

    def identify(self, scope: Scope, headers: Headers) -> Caller | None:
        """Who sends this; None when it must sign in first. Takes a read of the users' file where there are users."""
        if not self.signs_in:
            return Caller(self.readers.who(headers.get("cookie", "")) or address_of(scope), self.everybody)
        return self._from_key(headers) or self._from_proxy(scope, headers) or self._from_session(headers)

    def _from_key(self, headers: Headers) -> Caller | None:
        given = headers.get("authorization", "")
        if self.users is None or given[: len(BEARER)].lower() != BEARER:
            return None
        return self.users.of_key(given[len(BEARER) :].strip())

    def _from_proxy(self, scope: Scope, headers: Headers) -> Caller | None:
        if self.proxy is None or not _is_within(address_of(scope), self.proxy.networks):
            return None
        named = headers.getlist(self.proxy.header)
        # two names are a forged one and a true one
        if len(named) != 1 or not NAME.fullmatch(named[0].strip()):
            return None
        name = named[0].strip()
        known = self.users.get(name) if self.users is not None else None
        return known or Caller(name, self.proxy.role)

    def _from_session(self, headers: Headers) -> Caller | None:
        secret = session_of(headers)
        return self.users.of_session(secret) if self.users is not None and secret else None

    def reader(self, caller: Caller) -> str:
        """Under which name a caller's conversations are kept; "" for a browser that is not known yet."""
        if self.signs_in:
            return hashlib.sha256(f"user:{caller.name}".encode()).hexdigest()[:32]
        return caller.name if len(caller.name) == 32 else ""


def session_of(headers: Headers) -> str:
    """The secret of the session that the browser keeps; "" when it keeps none."""
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(SESSION_COOKIE)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def address_of(scope: Scope) -> str:
    """The network address that a request came from, as the socket tells it."""
    client = scope.get("client")
    return str(client[0]) if client else "unknown"


def read_networks(text: str) -> tuple[Network, ...]:
    """Addresses and networks, parted by commas. Raises ValueError."""
    return tuple(ipaddress.ip_network(part.strip(), strict=False) for part in text.split(",") if part.strip())


def _is_within(address: str, networks: tuple[Network, ...]) -> bool:
    try:
        place = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(place.version == network.version and place in network for network in networks)
