"""Sites: which addresses belong to one owner, and may therefore speak for each other."""

import ipaddress
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: under one name that somebody registered, or at one number and port.

    >>> same_site("https://m.paper.co.uk/a", "https://www.paper.co.uk/b"), same_site("https://a.github.io/", "https://b.github.io/")
    (True, False)
    """
    return bool(site_of(one)) and site_of(one) == site_of(other)


def believe_address(stated: Sequence[str], at: str | None) -> str | None:
    """The first of the stated addresses that whoever answers at `at` may state; None when there is none.

    A file is at no address (None): there, what is stated is all that is known.
    """
    if at is None:
        return next(iter(stated), None)
    return next((url for url in stated if same_site(url, at)), None)


def foreign_address(stated: Sequence[str], url: str | None) -> dict[str, str]:
    """What is kept of an address that was not believed: a copy says whose text it is."""
    first = next(iter(stated), None)
    return {"canonical": first} if first and (url is None or not same_site(first, url)) else {}


def site_of(url: str) -> str:
    """The registered name of an address's host; the host itself where it is a number, or stands alone; empty without one."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if _is_number(host):
        return f"{host}:{port or ''}"
    try:
        name = host.encode("idna").decode()
    except UnicodeError:
        return host
    # a suffix itself has no name below it, nor has "localhost"
    return _suffixes().privatesuffix(name) or name


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    """The list that comes with the package, which reads it in some 50 ms; nothing is fetched."""
    return PublicSuffixList()
