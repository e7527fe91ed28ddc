"""Who may speak to the page: browsers that show it, under a name that is ours."""

import ipaddress
from urllib.parse import urlsplit


def is_our_host(host: str, names: frozenset[str]) -> bool:
    """Whether a Host header names this server.

    A numeric address cannot be turned to another machine by whoever owns a domain; of names only `localhost` and those in `names` count.

    >>> [is_our_host(host, frozenset()) for host in ("127.0.0.1:7860", "[::1]:7860", "LOCALHOST", "evil.example", "a@127.0.0.1")]
    [True, True, True, False, False]
    """
    name = _name_of(f"//{host}")
    if name is None or "@" in host or "/" in host:
        return False
    return name == "localhost" or name in names or _is_address(name)


def is_our_origin(origin: str, host: str) -> bool:
    """Whether an Origin header is of a page that this server sent: the same host and port.

    >>> [is_our_origin(origin, "127.0.0.1:7860") for origin in ("http://127.0.0.1:7860", "http://127.0.0.1:9", "null")]
    [True, False, False]
    """
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc.lower() == host.lower() and not (parts.path or parts.query)


def _name_of(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises when it is no number
        return parts.hostname
    except ValueError:
        return None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
