"""Where fetching may go: the public internet at the web's ports, and what is named besides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from urllib.parse import urlsplit

from ingest.public_addresses import Address, parse_address, why_not_public

WEB_PORTS = (80, 443)
# a name may be pointed anywhere by whoever runs its DNS: these are reached only where they are named as addresses
NEVER_BY_NAME = ("the local link", "multicast", "reserved use", "special protocols")
PLACE = re.compile(
    r"^(?:\[(?P<six>[0-9a-fA-F:.]+(?:/\d{1,3})?)\]|(?P<host>[^\s:/\[\]@]+(?:/\d{1,2})?)|(?P<bare>[0-9a-fA-F:.]+))(?::(?P<port>\d{1,5}))?$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A host by name, or a network of addresses; `port` None stands for the web's two."""

    name: str = ""
    network: IPv4Network | IPv6Network | None = None
    port: int | None = None

    def has_port(self, port: int) -> bool:
        return port in WEB_PORTS if self.port is None else port == self.port


@dataclass(frozen=True, slots=True)
class Reach:
    """Which places may be reached besides the public internet at ports 80 and 443."""

    places: tuple[Place, ...] = ()

    def why_not(self, host: str, port: int, address: Address) -> str:
        """Why no connection is made to this address of that host, for the reader; "" where it may be."""
        special = why_not_public(address)
        named = [place for place in self.places if _covers(place, host, address, special)]
        if special and not named:
            allow = "if the host is yours, name it in NEWS_ALLOW_PRIVATE, or for one run say --allow-private"
            return f"an address of {special}, which is not fetched from; {allow}"
        if any(place.has_port(port) for place in named) or (not special and port in WEB_PORTS):
            return ""
        return (
            f"port {port} is not one of the web's; if it is meant, name HOST:PORT in NEWS_ALLOW_PRIVATE, or for one run say --allow-private"
        )

    def is_own(self, host: str) -> bool:
        """Whether the host was named: one's own servers need no pauses."""
        return any(place.name == host or (place.network is not None and _is_in(host, place.network)) for place in self.places)


def parse_place(text: str) -> Place:
    """A place as it is written in a setting: `wiki.intern`, `wiki.intern:8080`, `10.1.0.0/16`, `[::1]:8000`, `[fd00::/8]`.

    Raises ValueError, with the text and what it should be.
    """
    match = PLACE.match(text.strip())
    port = int(match["port"]) if match and match["port"] else None
    if match is None or port == 0 or (port or 0) > 65_535:
        raise ValueError(f"{text.strip()[:80]!r} is no host, host:port or network such as 10.1.0.0/16")
    host = (match["six"] or match["host"] or match["bare"]).lower().rstrip(".")
    try:
        return Place(network=ip_network(host), port=port)
    except ValueError as error:
        if "/" in host or ":" in host:
            raise ValueError(f"{text.strip()[:80]!r} is no network: {error}") from error
    return Place(name=host, port=port)


def parse_places(text: str) -> tuple[Place, ...]:
    """Places, parted by commas or blanks. Raises ValueError."""
    return tuple(parse_place(part) for part in re.split(r"[,\s]+", text) if part)


def places_of(urls: Iterable[str]) -> tuple[Place, ...]:
    """The hosts of these addresses at their ports: what `--allow-private` allows of the targets named beside it."""
    found: list[Place] = []
    for url in urls:
        try:
            parts = urlsplit(url)
            host, port = (parts.hostname or "").rstrip("."), parts.port
        except ValueError:
            continue
        if host:
            written = f"[{host}]" if ":" in host else host
            found += [parse_place(written)] + ([parse_place(f"{written}:{port}")] if port else [])
    return tuple(dict.fromkeys(found))


def _covers(place: Place, host: str, address: Address, special: str) -> bool:
    if place.network is not None:
        return address.version == place.network.version and address in place.network
    return place.name == host.lower().rstrip(".") and special not in NEVER_BY_NAME


def _is_in(host: str, network: IPv4Network | IPv6Network) -> bool:
    try:
        address = parse_address(host)
    except ValueError:
        return False
    return address.version == network.version and address in network
