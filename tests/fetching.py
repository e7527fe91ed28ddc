"""A fetcher for tests: short limits, no pauses, one's own loopback servers named."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpcore

from ingest.fetch import Limits
from ingest.polite import Manners, PoliteFetcher
from ingest.reach import Reach, parse_places
from ingest.transport import GuardedBackend, Resolver, resolve_host

QUICK = Limits(connect_seconds=0.5, read_seconds=0.5, total_seconds=1.0, raw_bytes=1_000_000, decoded_bytes=2_000_000, page_bytes=500_000)
# for what must come, however busy the machine is
PATIENT = replace(QUICK, connect_seconds=20.0, read_seconds=20.0, total_seconds=40.0)
MANNERS = Manners("Newsdesk/test", delay_seconds=0.0, retry_seconds=0.05)


def resolver(hosts: Mapping[str, Sequence[str]]) -> Resolver:
    """Answers from a table: each look-up of a host takes the next of its answers, parted by blanks, and stays at the last."""
    turns = {host: iter(answers) for host, answers in hosts.items()}
    last: dict[str, str] = {}

    async def resolve(host: str, port: int) -> list[str]:
        if host not in turns:
            raise OSError(f"{host} is in no table")
        last[host] = next(turns[host], last.get(host, ""))
        return last[host].split()

    return resolve


class Switchboard(httpcore.AsyncNetworkBackend):
    """Takes every connection to one port of loopback, whatever address it was meant for, and tells which were wanted."""

    def __init__(self, port: int) -> None:
        self.wanted: list[tuple[str, int]] = []
        self._port = port
        self._connections = httpcore.AnyIOBackend()

    async def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> httpcore.AsyncNetworkStream:
        self.wanted.append((host, port))
        return await self._connections.connect_tcp("127.0.0.1", self._port, *rest, **more)


@asynccontextmanager
async def fetcher(
    allowed: str = "", resolve: Resolver = resolve_host, limits: Limits = QUICK, manners: Manners = MANNERS
) -> AsyncIterator[PoliteFetcher]:
    async with PoliteFetcher(manners, limits, GuardedBackend(Reach(parse_places(allowed)), resolve)) as polite:
        yield polite
