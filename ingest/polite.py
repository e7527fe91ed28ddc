"""Fetching as a guest: what robots.txt allows, one request to a host at a time, with pauses, and not again when it is refused."""

import asyncio
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from ingest.addresses import fetchable_url
from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.fetch import BadStatus, Caller, Fetched, Limits, OutOfReach, Redirect, Unreachable, Validators, request_page
from ingest.robots import Rules, read_robots
from ingest.transport import GuardedBackend, GuardedTransport

# a longer pause than this is for the next run
LONGEST_WAIT_SECONDS = 20.0
# a host that does not answer so many times in a row is left alone for the rest of the run
MOST_FAILURES = 3


@dataclass(frozen=True, slots=True)
class Manners:
    """How a guest behaves: who it says it is, and how long it waits between two requests to a host and before a second try."""

    user_agent: str
    delay_seconds: float = 1.0
    retry_seconds: float = 2.0


@dataclass
class Host:
    """What is known of a host in this run. `open_at` is by the loop's clock."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Rules | None = None
    open_at: float = 0.0
    failures: int = 0
    closed: str = ""


class PoliteFetcher:
    """Use as an async context manager, in one event loop."""

    def __init__(self, manners: Manners, limits: Limits, backend: GuardedBackend) -> None:
        self._manners = manners
        self._limits = limits
        self._reach = backend.reach
        self._transport = GuardedTransport(backend)
        self._caller = Caller(self._transport, manners.user_agent, limits)
        self._hosts: dict[str, Host] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._transport.aclose()

    async def get(self, url: str, validators: Validators | None = None) -> Fetched:
        """A page, through its redirects. Errors carry the address that was asked for.

        Raises:
            NotAnArticle: The page is empty.
            Unreadable: As `request_page`; or robots.txt forbids it, or it leads on too often.
        """
        try:
            return await self._follow(fetchable_url(url), validators)
        except ValueError as error:
            raise Unreadable(url, str(error)) from error
        except IngestError as error:
            place = "" if error.target in (url, fetchable_url(url), _origin(url)) else f" (at {error.target})"
            kind = next((each for each in (NotAnArticle, OutOfReach) if isinstance(error, each)), Unreadable)
            raise kind(url, error.reason + place) from error

    async def sitemaps(self, url: str) -> list[str]:
        """The sitemaps that the robots.txt of a page's host names."""
        host = self._host(url)
        async with host.turn:
            return (await self._rules(host, url)).sitemaps

    async def _follow(self, url: str, validators: Validators | None) -> Fetched:
        place, seconds = url, self._limits.total_seconds
        for _ in range(self._limits.redirects + 1):
            host = self._host(place)
            async with host.turn:
                if reason := host.closed or (await self._rules(host, place)).why_not(place, self._manners.user_agent):
                    raise Unreadable(place, reason)
                found, spent = await self._request(host, place, seconds, validators)
            if isinstance(found, Fetched):
                return found
            place, seconds = found.url, seconds - spent
        raise Unreadable(url, f"leads on to another address more than {self._limits.redirects} times")

    async def _request(self, host: Host, place: str, seconds: float, validators: Validators | None) -> tuple[Fetched | Redirect, float]:
        """What came, and the seconds it took; asked twice where the server was in trouble, or wants a little time."""
        clock = asyncio.get_running_loop().time
        await self._pause(host)
        begun = clock()
        try:
            found = await self._counted(host, place, seconds, validators)
        except BadStatus as error:
            if not self._may_retry(host, error):
                raise
            await self._pause(host)
            begun = clock()
            found = await self._counted(host, place, seconds, validators)
        return found, clock() - begun

    async def _counted(self, host: Host, place: str, seconds: float, validators: Validators | None) -> Fetched | Redirect:
        """One request; a host that fails again and again is closed for the rest of the run."""
        try:
            found = await request_page(self._caller, place, seconds, validators)
        except Unreachable:
            host.failures += 1
            if host.failures >= MOST_FAILURES:
                host.closed = f"the host failed {MOST_FAILURES} times in a row; the rest of it is left for the next run"
            raise
        finally:
            host.open_at = asyncio.get_running_loop().time() + self._delay(host, place)
        host.failures = 0
        return found

    def _may_retry(self, host: Host, error: BadStatus) -> bool:
        """Whether one more request is in order; when, is in the host's `open_at`."""
        if error.status not in (429, 500, 502, 503, 504):
            return False
        wait = self._manners.retry_seconds if error.wait_seconds is None else error.wait_seconds
        if wait > LONGEST_WAIT_SECONDS:
            host.closed = f"the server asks to wait {wait / 60:.0f} minutes; try again then"
            return False
        host.open_at = max(host.open_at, asyncio.get_running_loop().time() + wait)
        return True

    async def _pause(self, host: Host) -> None:
        await asyncio.sleep(max(0.0, host.open_at - asyncio.get_running_loop().time()))

    async def _rules(self, host: Host, place: str) -> Rules:
        if host.rules is None:
            host.rules = await read_robots(self._caller, _origin(place))
            host.open_at = asyncio.get_running_loop().time() + self._delay(host, place)
        return host.rules

    def _delay(self, host: Host, place: str) -> float:
        if self._reach.is_own(urlsplit(place).hostname or ""):
            return 0.0
        return max(self._manners.delay_seconds, host.rules.delay(self._manners.user_agent) if host.rules else 0.0)

    def _host(self, place: str) -> Host:
        return self._hosts.setdefault(_origin(place), Host())


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
