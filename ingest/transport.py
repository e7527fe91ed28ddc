"""Connections to the web, each made only to an address that was looked up and checked for it."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from functools import cache

import httpcore
import httpx

from ingest.public_addresses import parse_address
from ingest.reach import Reach

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]
"""From a host and a port to its addresses, the preferred one first. Raises OSError."""

MOST_ATTEMPTS = 3


class Refused(Exception):
    """No connection is made; the text is the reason for the reader."""


async def resolve_host(host: str, port: int) -> list[str]:
    """What the system knows of a host. It also reads the odd forms (`127.1`, `0x7f000001`, `2130706433`) as the connection would."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Opens connections: looks a host up once, refuses it when any of its addresses is out of reach, and connects to
    just the address that was checked, so that a second answer of the DNS cannot lead elsewhere.
    """

    def __init__(self, reach: Reach, resolve: Resolver = resolve_host, connections: httpcore.AsyncNetworkBackend | None = None) -> None:
        self.reach = reach
        self._resolve = resolve
        self._connections = connections or httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await self._check(host, port, timeout)
        trouble: Exception = httpcore.ConnectError("no address")
        for address in addresses[:MOST_ATTEMPTS]:
            try:
                return await self._connections.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
        raise trouble

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.AsyncNetworkStream:
        raise Refused("a socket of this machine")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _check(self, host: str, port: int, timeout: float | None) -> list[str]:
        try:
            async with asyncio.timeout(timeout):
                found = await self._resolve(host, port)
        except (OSError, UnicodeError) as error:  # a TimeoutError is an OSError
            raise httpcore.ConnectError(f"the host {host} is not known, or there is no network") from error
        addresses: list[str] = []
        for text in found:
            try:
                address = parse_address(text)
            except ValueError:
                raise Refused(f"the host {host} has an address that is none") from None
            if reason := self.reach.why_not(host, port, address):
                raise Refused(reason)
            addresses.append(str(address))
        if not addresses:
            raise Refused(f"the host {host} has no address")
        return addresses


class GuardedTransport(httpx.AsyncBaseTransport):
    """What httpx sends through: no proxy, no HTTP/2, no connection but by `GuardedBackend`."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_certificates(), max_connections=None, max_keepalive_connections=8, keepalive_expiry=5, network_backend=backend
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path)
        response = await self._pool.handle_async_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, content=None, extensions=request.extensions)
        )
        return httpx.Response(response.status, headers=response.headers, stream=Body(response), extensions=dict(response.extensions))

    async def aclose(self) -> None:
        await self._pool.aclose()


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust; reading them takes a while."""
    return httpx.create_ssl_context(trust_env=False)


class Body(httpx.AsyncByteStream):
    """The bytes of a response as they come off the connection."""

    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._response.aiter_stream():
            yield part

    async def aclose(self) -> None:
        await self._response.aclose()
