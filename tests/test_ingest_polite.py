"""Fetching as a guest."""

import asyncio
import time
from itertools import pairwise

import pytest

from ingest.errors import Unreadable
from ingest.polite import Manners, PoliteFetcher
from ingest.reach import Reach
from ingest.transport import GuardedBackend
from tests.fetching import MANNERS, PATIENT, QUICK, Switchboard, fetcher, resolver
from tests.hostile_server import Reply, hangs, keeps, redirects, resets, serves, trouble_then, web_server

PAGE = serves("page")


def robots(text: str):
    return serves(text, "text/plain")


async def reason_of(polite: PoliteFetcher, url: str) -> str:
    with pytest.raises(Unreadable) as raised:
        await polite.get(url)
    return raised.value.reason


async def test_what_robots_txt_forbids_is_not_asked_for() -> None:
    rules = robots("User-agent: *\nDisallow: /private\nAllow: /private/open\nDisallow: /*.cgi$")
    with web_server({"/robots.txt": rules, "/private/a": PAGE, "/private/open": PAGE, "/x.cgi": PAGE, "/a": PAGE}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT) as polite:
            assert "robots.txt" in await reason_of(polite, server.url + "/private/a")
            assert "robots.txt" in await reason_of(polite, server.url + "/x.cgi")
            await polite.get(server.url + "/private/open")
            await polite.get(server.url + "/a")
    assert server.paths == ["/robots.txt", "/private/open", "/a"]


async def test_rules_for_our_own_name_go_before_those_for_all() -> None:
    with web_server({"/robots.txt": robots("User-agent: *\nDisallow:\n\nUser-agent: newsdesk\nDisallow: /"), "/a": PAGE}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT) as polite:
            assert "robots.txt" in await reason_of(polite, server.url + "/a")


async def test_a_redirect_to_what_robots_txt_forbids_is_not_followed() -> None:
    with web_server({"/robots.txt": robots("User-agent: *\nDisallow: /b"), "/a": redirects("/b"), "/b": PAGE}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT) as polite:
            reason = await reason_of(polite, server.url + "/a")
    assert "robots.txt" in reason and f"{server.url}/b" in reason
    assert server.asked("/b") == 0


@pytest.mark.parametrize(
    ("page", "is_open"),
    [
        (serves("no", status=404), True),
        (serves("no", status=403), True),
        (serves("<html>what?</html>"), True),
        (serves(""), True),
        (robots("\ufeffUser-agent: *\nDisallow: /private"), True),
        (robots("Disallow: /*" + "a*" * 500 + "\n" + "x" * 10_000), True),
        (serves("no", status=503), False),
        (serves("no", status=429), False),
        (robots("#" * 600_000), False),
        (redirects("/robots.txt"), True),
        (resets, False),
        (hangs, False),
    ],
)
async def test_a_site_without_rules_is_open_and_one_whose_rules_cannot_be_read_is_closed(page, is_open: bool) -> None:
    with web_server({"/robots.txt": page, "/a": PAGE}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT if is_open else QUICK) as polite:
            if is_open:
                await polite.get(server.url + "/a")
            else:
                assert await reason_of(polite, server.url + "/a")
    assert server.asked("/robots.txt") <= 6
    assert server.asked("/a") == is_open


async def test_requests_to_a_host_come_one_at_a_time_with_pauses_between() -> None:
    times: list[tuple[float, float]] = []

    def page(reply: Reply) -> None:
        begun = time.monotonic()
        time.sleep(0.05)
        times.append((begun, time.monotonic()))
        reply.send(b"page")

    with web_server({"/robots.txt": robots("User-agent: *\nCrawl-delay: 0.15"), **{f"/{number}": page for number in range(4)}}) as server:
        backend = GuardedBackend(Reach(), resolver({"paper.example": ["8.8.4.4"]}), Switchboard(server.port))
        async with PoliteFetcher(Manners("Newsdesk/test", delay_seconds=0.05), PATIENT, backend) as polite:
            await asyncio.gather(*(polite.get(f"http://paper.example/{number}") for number in range(4)))
    assert all(later[0] - earlier[1] >= 0.14 for earlier, later in pairwise(times))


async def test_hosts_do_not_wait_for_one_another() -> None:
    with web_server({"/a": hangs}) as slow, web_server({"/a": PAGE}) as quick:
        async with fetcher(f"127.0.0.1:{slow.port},127.0.0.1:{quick.port}", limits=PATIENT) as polite:
            waiting = asyncio.create_task(polite.get(slow.url + "/a"))
            await polite.get(quick.url + "/a")
            assert not waiting.done()
            waiting.cancel()


@pytest.mark.parametrize("status", [500, 502, 503, 504, 429])
async def test_a_server_in_trouble_is_asked_once_more(status: int) -> None:
    with web_server({"/a": trouble_then("page", status), "/b": serves("no", status=status)}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT) as polite:
            assert (await polite.get(server.url + "/a")).data == b"page"
            assert str(status) in await reason_of(polite, server.url + "/b")
    assert (server.asked("/a"), server.asked("/b")) == (2, 2)


async def test_a_page_that_is_not_there_is_asked_for_once() -> None:
    with web_server() as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT) as polite:
            await reason_of(polite, server.url + "/a")
    assert server.asked("/a") == 1


async def test_a_short_time_to_wait_is_waited_and_a_long_one_ends_the_visit() -> None:
    pages = {"/a": trouble_then("page", 429, Retry_After="1"), "/b": trouble_then("page", 503, Retry_After="3600"), "/c": PAGE}
    with web_server(pages) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT) as polite:
            begun = time.monotonic()
            await polite.get(server.url + "/a")
            assert time.monotonic() - begun >= 1
            assert "503" in await reason_of(polite, server.url + "/b")
            assert "60 minutes" in await reason_of(polite, server.url + "/c")
    assert (server.asked("/b"), server.asked("/c")) == (1, 0)


async def test_a_host_that_fails_again_and_again_is_left_alone() -> None:
    with web_server({f"/{number}": resets for number in range(9)}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT) as polite:
            reasons = [await reason_of(polite, f"{server.url}/{number}") for number in range(9)]
    assert "next run" in reasons[-1]
    assert len(server.paths) == 1 + 3


async def test_what_has_not_changed_is_not_sent_again() -> None:
    with web_server({"/a": keeps("page", '"1"')}) as server:
        async with fetcher(f"127.0.0.1:{server.port}", limits=PATIENT) as polite:
            first = await polite.get(server.url + "/a")
            again = await polite.get(server.url + "/a", first.validators)
    assert (first.unchanged, again.unchanged, again.data) == (False, True, b"")


def test_a_guest_waits_a_second_unless_told_otherwise() -> None:
    assert Manners("Newsdesk").delay_seconds == 1.0
    assert MANNERS.delay_seconds == 0.0
