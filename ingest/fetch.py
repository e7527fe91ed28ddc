"""One request to the web, with a bound to everything: time, bytes, what bytes may stand for."""

import asyncio
import re
import time
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpcore
import httpx

from ingest.addresses import fetchable_url
from ingest.errors import NotAnArticle, Unreadable
from ingest.inflate import Gunzip, TooLarge
from ingest.transport import Refused

HTML_TYPES = ("text/html", "application/xhtml+xml")
CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
MOST_HEADER_CHARACTERS = 1000
REDIRECTS = (301, 302, 303, 307, 308)
ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may cost, its redirects included. A megabyte is a million bytes."""

    connect_seconds: float = 5.0
    read_seconds: float = 10.0
    total_seconds: float = 30.0
    raw_bytes: int = 10_000_000
    decoded_bytes: int = 20_000_000
    page_bytes: int = 5_000_000
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server wants to be asked with the next time, as it wrote it; empty when it said nothing."""

    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back.

    Attributes:
        url: Where it lies, after redirects.
        media_type: As the server declared it, in small letters, without parameters; empty when it did not.
        seconds: When, in Unix time.
        unchanged: The server says that nothing has changed since it gave the validators; there are no data then.
    """

    url: str
    data: bytes
    media_type: str
    charset: str | None
    validators: Validators
    seconds: int
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where the server says that the page is."""

    url: str


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, through what, and how much it may cost."""

    transport: httpx.AsyncBaseTransport
    user_agent: str
    limits: Limits


class BadStatus(Unreadable):
    """The server refused. `wait_seconds` is what it asked to wait, None when it did not."""

    def __init__(self, target: str, status: int, wait_seconds: float | None) -> None:
        super().__init__(target, _explain_status(status))
        self.status = status
        self.wait_seconds = wait_seconds


class Unreachable(Unreadable):
    """The host could not be reached, was too slow, or broke off."""


class OutOfReach(Unreadable):
    """The address lies where nothing may be fetched from; it is no address for a reader either."""


async def request_page(caller: Caller, url: str, seconds: float, validators: Validators | None = None) -> Fetched | Redirect:
    """Asks for one address, within `seconds` by the clock from the first look-up to the last byte.

    Raises:
        BadStatus: The server answers with an error.
        Unreachable: It cannot be reached, is too slow, or breaks off.
        OutOfReach: It may not be reached.
        Unreadable: It sends too much or what cannot be read.
        NotAnArticle: The page is empty.
    """
    limits = caller.limits
    try:
        async with asyncio.timeout(seconds), _asked(caller, url, validators or Validators()) as response:
            return await _read_response(response, url, limits)
    except TimeoutError as error:
        raise Unreachable(url, f"did not come within {limits.total_seconds:g} seconds") from error
    except Refused as error:
        raise OutOfReach(url, str(error)) from error
    except httpcore.TimeoutException as error:
        raise Unreachable(url, "the server does not answer") from error
    except (httpcore.ConnectError, OSError) as error:
        raise Unreachable(url, f"no connection to the server{_detail(error)}") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise Unreachable(url, f"the connection broke off, or what came was no HTTP{_detail(error)}") from error


@asynccontextmanager
async def _asked(caller: Caller, url: str, validators: Validators) -> AsyncIterator[httpx.Response]:
    # straight through the transport: a client of httpx would bring cookies, settings of the environment, and decompression
    # that has no bound
    headers = {
        "User-Agent": caller.user_agent,
        "Accept": ACCEPT,
        "Accept-Encoding": "gzip",
        "If-None-Match": validators.etag,
        "If-Modified-Since": validators.modified,
    }
    timeout = httpx.Timeout(caller.limits.read_seconds, connect=caller.limits.connect_seconds)
    request = httpx.Request(
        "GET", url, headers={name: value for name, value in headers.items() if value}, extensions={"timeout": timeout.as_dict()}
    )
    response = await caller.transport.handle_async_request(request)
    try:
        yield response
    finally:
        await response.aclose()


async def _read_response(response: httpx.Response, url: str, limits: Limits) -> Fetched | Redirect:
    now = int(time.time())
    headers = {name: response.headers.get(name, "")[:MOST_HEADER_CHARACTERS] for name in ("content-type", "etag", "last-modified")}
    validators = Validators(headers["etag"], headers["last-modified"])
    if response.status_code == HTTPStatus.NOT_MODIFIED:
        # to its end, which is here already: else the connection would be closed, and made anew for the next page
        async for _ in response.stream:  # type: ignore[union-attr]  # a response that is streamed has an async one
            pass
        return Fetched(url, b"", "", None, validators, now, unchanged=True)
    if response.status_code in REDIRECTS:
        return _read_redirect(response, url)
    if response.status_code != HTTPStatus.OK:
        raise BadStatus(url, response.status_code, read_wait(response.headers.get("retry-after", ""), now))
    media_type = headers["content-type"].partition(";")[0].strip().lower()
    data = await _read_body(response, url, limits, limits.page_bytes if media_type in HTML_TYPES else limits.decoded_bytes)
    if not data.strip():
        raise NotAnArticle(url, "an empty page")
    charset = CHARSET.search(headers["content-type"])
    return Fetched(url, data, media_type, charset.group(1) if charset else None, validators, now)


def _read_redirect(response: httpx.Response, url: str) -> Redirect:
    location = response.headers.get("location", "")
    if not location:
        raise Unreadable(url, "the server sends elsewhere without saying where")
    try:
        return Redirect(fetchable_url(location, url))
    except ValueError as error:
        raise Unreadable(url, f"the server sends elsewhere, to {error}") from error


async def _read_body(response: httpx.Response, url: str, limits: Limits, limit: int) -> bytes:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise Unreadable(url, f"compressed as {encoding[:20]!r}, which was not asked for")
    inflater = Gunzip(limit) if encoding.endswith("gzip") else None
    too_large = Unreadable(url, f"larger than {limit // 1_000_000} MB" if limit >= 1_000_000 else f"larger than {limit} bytes")
    declared = response.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > (limits.raw_bytes if inflater else min(limits.raw_bytes, limit)):
        raise too_large
    parts: list[bytes] = []
    raw = size = 0
    try:
        async for chunk in response.stream:  # type: ignore[union-attr]  # a response that is streamed has an async one
            raw += len(chunk)
            part = inflater.inflate(chunk) if inflater else chunk
            size += len(part)
            if raw > limits.raw_bytes or size > limit:
                raise too_large
            parts.append(part)
    except TooLarge:
        raise too_large from None
    except zlib.error as error:
        raise Unreadable(url, "said to be compressed with gzip, but is not") from error
    if inflater and raw and not inflater.is_whole:
        raise Unreachable(url, "the compressed page breaks off")
    return b"".join(parts)


def read_wait(value: str, now: float) -> float | None:
    """Seconds that a Retry-After header asks to wait, from a number or a date; None when it cannot be read."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None


def _explain_status(status: int) -> str:
    try:
        phrase = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = str(status)
    advice = {401: "; it needs a login", 403: "; it does not let this program in", 429: "; it asks to come back later"}
    return f"the server answers {phrase}{advice.get(status, '')}"


def _detail(error: Exception) -> str:
    text = " ".join(str(error).split())[:120]
    return f" ({text})" if text else ""
