"""One request to the web, with a bound to everything."""

import asyncio
import gzip
import resource
import time
from contextlib import suppress
from dataclasses import replace

import pytest

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.fetch import Limits, Validators, read_wait
from tests import hostile_server as hostile
from tests.fetching import PATIENT, QUICK, fetcher
from tests.hostile_server import Page, redirects, serves, web_server

LONG = 60 * "<p>The harbour bridge was closed on Monday after a crack was found in its northern pylon.</p>"

# each comes to its end, with a reason that holds these words
HOSTILE: dict[str, tuple[Page, str]] = {
    "a gzip bomb": (hostile.bomb("gzip"), "larger than"),
    "a gzip bomb called x-gzip": (hostile.bomb("gzip", declared="x-gzip"), "larger than"),
    "a bomb in a bomb": (hostile.nested_bomb, "not asked for"),
    "a deflate bomb": (hostile.bomb("deflate"), "not asked for"),
    "a brotli bomb": (hostile.bomb("br"), "not asked for"),
    "a zstd bomb": (hostile.bomb("zstd"), "not asked for"),
    "brotli called gzip": (hostile.bomb("br", declared="gzip"), "is not"),
    "a page without an end": (hostile.endless, "larger than"),
    "gzip without an end": (hostile.endless_gzip, "larger than"),
    "a page that drips": (hostile.drips, "within 1 seconds"),
    "headers that drip": (hostile.drips_headers, "within 1 seconds"),
    "a first line that drips": (hostile.drips_status, "within 1 seconds"),
    "hints without an end": (hostile.informs_for_ever, "within 1 seconds"),
    "a server that hangs": (hostile.hangs, "does not answer"),
    "a server that hangs in the page": (hostile.hangs_in_body, "does not answer"),
    "less than was promised": (hostile.promises_more, "broke off"),
    "terabytes that are promised": (hostile.promises_terabytes, "larger than"),
    "a reset": (hostile.resets, "broke off"),
    "a reset in the page": (hostile.resets_in_body, "broke off"),
    "no answer at all": (hostile.says_nothing, "broke off"),
    "a flood of headers": (hostile.floods_headers, "broke off"),
    "one header without an end": (hostile.one_long_header, "broke off"),
    "no HTTP": (hostile.raw(b"SSH-2.0-OpenSSH_9.6\r\n"), "no HTTP"),
    "HTTP 0.9": (hostile.raw(b"<html>hello</html>"), "no HTTP"),
    "a negative length": (hostile.raw(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx"), "no HTTP"),
    "two lengths": (hostile.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nxxxxxx"), "no HTTP"),
    "a chunk of no size": (hostile.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n"), "no HTTP"),
    "a header with NUL": (hostile.raw(b"HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\nx"), "no HTTP"),
    "half of a gzip": (serves(gzip.compress(LONG.encode() * 9)[:100], content_encoding="gzip"), "breaks off"),
    "a lie about gzip": (serves(LONG, content_encoding="gzip"), "is not"),
    "an empty page": (serves(""), "empty"),
    "a page of blanks": (serves(" \n\t "), "empty"),
    "nothing for 204": (serves("", status=204), "204"),
    "a status of 999": (serves("x", status=999), "999"),
    "not found": (serves("x", status=404), "404 Not Found"),
    "gone": (serves("x", status=410), "410"),
    "a login": (serves("x", status=401), "login"),
    "a broken server": (serves("x", status=500), "500"),
    "a redirect to itself": (redirects("/"), "more than 5 times"),
    "a redirect to nowhere": (redirects(""), "without saying where"),
    "a redirect to a file": (redirects("file:///etc/passwd"), "file: is not fetched"),
    "a redirect to a script": (redirects("javascript:alert(1)"), "javascript: is not fetched"),
    "a redirect with a user": (redirects("http://a:b@paper.example/"), "user name"),
    "a redirect without end": (redirects("/" + "a" * 5000), "2048"),
    "a redirect to half an address": (redirects("http://[::1"), "not a web address"),
    "a redirect to a broken host": (redirects("http://a..b/"), ""),
}


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_server_is_left_in_time_with_a_reason(name: str) -> None:
    page, words = HOSTILE[name]
    with web_server({"/": page, "/robots.txt": serves("", "text/plain", 404), "/good": serves(LONG)}) as server:
        async with fetcher(f"127.0.0.1:{server.port}") as polite:
            begun = time.monotonic()
            with pytest.raises(IngestError) as raised:
                await polite.get(server.url + "/")
            # generous: what it shows is that nothing hangs until the server gives up
            assert time.monotonic() - begun < 15
            assert words in raised.value.reason
            assert "\n" not in raised.value.reason
            assert raised.value.target == server.url + "/"
            assert (await polite.get(server.url + "/good")).data == LONG.encode()


async def test_a_bomb_takes_no_memory() -> None:
    limits = Limits()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with web_server({"/": hostile.bomb("gzip", 300)}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=limits) as polite:
            with pytest.raises(Unreadable, match="larger than 5 MB"):
                await polite.get(server.url + "/")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


async def test_a_page_comes_with_what_the_server_said_of_it() -> None:
    page = serves(b"caf\xe9", "Text/HTML; Charset=ISO-8859-1", ETag='"7"', Last_Modified="Mon, 10 Mar 2025 08:00:00 GMT")
    with web_server({"/a": page}) as server:
        async with fetcher(f"127.0.0.1:{server.port}") as polite:
            found = await polite.get(server.url + "/a#part")
    assert (found.url, found.data, found.media_type, found.charset) == (server.url + "/a", b"caf\xe9", "text/html", "ISO-8859-1")
    assert (found.validators.etag, found.validators.modified) == ('"7"', "Mon, 10 Mar 2025 08:00:00 GMT")
    assert abs(found.seconds - time.time()) < 60
    sent = server.headers[-1]
    assert (sent["User-Agent"], sent["Accept-Encoding"]) == ("Newsdesk/test", "gzip")


async def test_gzip_is_inflated_also_in_several_members() -> None:
    body = gzip.compress(b"first ") + gzip.compress(b"second") + b"\0\0\0"
    with web_server({"/": serves(body, content_encoding="gzip")}) as server:
        async with fetcher(f"127.0.0.1:{server.port}") as polite:
            assert (await polite.get(server.url + "/")).data == b"first second"


async def test_what_is_longer_than_promised_is_cut_there() -> None:
    with web_server({"/": hostile.promises_less}) as server:
        async with fetcher(f"127.0.0.1:{server.port}") as polite:
            assert (await polite.get(server.url + "/")).data == b"<html>"


async def test_redirects_are_followed_to_where_the_page_lies() -> None:
    pages = {f"/{number}": redirects(f"/{number + 1}", 301 + number % 2) for number in range(5)} | {"/5": serves("here")}
    with web_server(pages) as server:
        async with fetcher(f"127.0.0.1:{server.port}") as polite:
            assert (await polite.get(server.url + "/0")).url == server.url + "/5"


async def test_a_slow_chain_of_redirects_has_one_time_for_all() -> None:
    def slow(reply: hostile.Reply) -> None:
        time.sleep(0.3)
        redirects("/")(reply)

    with web_server({"/": slow}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=replace(QUICK, total_seconds=0.7)) as polite:
            with pytest.raises(Unreadable, match="did not come within"):
                await polite.get(server.url + "/")


async def test_what_has_not_changed_leaves_the_connection_open_for_the_next_page() -> None:
    connections = 0

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n')
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        place = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with fetcher(place, limits=PATIENT) as polite:
            pages = [await polite.get(f"http://{place}/{number}", Validators('"1"')) for number in range(5)]
    assert all(page.unchanged for page in pages)
    assert connections == 1


async def test_cookies_are_not_kept() -> None:
    with web_server({"/": serves("x", Set_Cookie="a=b; Path=/")}) as server:
        async with fetcher(f"127.0.0.1:{server.port}") as polite:
            await polite.get(server.url + "/")
            await polite.get(server.url + "/")
    assert not any("Cookie" in headers for headers in server.headers)


async def test_an_empty_page_is_no_fault_of_ours_or_theirs() -> None:
    with web_server({"/": serves("")}) as server:
        async with fetcher(f"127.0.0.1:{server.port}") as polite:
            with pytest.raises(NotAnArticle):
                await polite.get(server.url + "/")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        ("Thu, 01 Jan 1970 00:02:00 GMT", 20.0),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("²", None),
    ],
)
def test_how_long_to_wait_is_a_number_or_a_date(value: str, seconds: float | None) -> None:
    assert read_wait(value, now=100.0) == seconds
