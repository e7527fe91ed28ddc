"""What a robots.txt says to us, and what it means when it cannot be had."""

import re

import httpx
import pytest

from ingest.fetch import Caller, Limits, OutOfReach
from ingest.robots import LARGEST_ROBOTS_BYTES, LONGEST_DELAY_SECONDS, Rules, read_robots

AGENT = "Newsdesk/0.1 (a private archive of news)"
PAPER = "https://paper.example"


async def read(answer: httpx.Response | Exception, more: dict[str, httpx.Response] | None = None) -> Rules:
    """The rules of a paper whose robots.txt is that answer; `more` are other addresses of it."""

    def respond(request: httpx.Request) -> httpx.Response:
        found = (more or {}).get(str(request.url), answer)
        if isinstance(found, Exception):
            raise found
        return found

    return await read_robots(Caller(httpx.MockTransport(respond), AGENT, Limits()), PAPER)


def text(written: str, status: int = 200) -> httpx.Response:
    return httpx.Response(status, headers={"content-type": "text/plain"}, content=written.encode())


async def test_a_page_that_is_forbidden_to_all_or_to_us_by_name_is_named_as_such() -> None:
    rules = await read(text("User-agent: *\nDisallow: /private\n\nUser-agent: newsdesk\nDisallow: /paid\n"))
    assert "robots.txt forbids it" in rules.why_not(f"{PAPER}/paid/a", AGENT)
    # whoever is named has rules of his own only
    assert rules.why_not(f"{PAPER}/private/a", AGENT) == ""
    assert rules.why_not(f"{PAPER}/private/a", "Other/1") != ""


async def test_the_pause_that_is_asked_for_is_kept_but_no_longer_than_a_minute() -> None:
    assert (await read(text("User-agent: *\nCrawl-delay: 2.5"))).delay(AGENT) == 2.5
    assert (await read(text("User-agent: *\nCrawl-delay: 86400"))).delay(AGENT) == LONGEST_DELAY_SECONDS
    assert (await read(text("User-agent: *\nDisallow:"))).delay(AGENT) == 0.0


async def test_sitemaps_are_told_and_of_a_crafted_list_the_first() -> None:
    rules = await read(text("\ufeff" + "".join(f"Sitemap: {PAPER}/{number}.xml\n" for number in range(500))))
    assert rules.sitemaps == [f"{PAPER}/{number}.xml" for number in range(20)]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
async def test_a_host_without_one_forbids_nothing(status: int) -> None:
    rules = await read(text("no such file", status))
    assert (rules.why_not(f"{PAPER}/a", AGENT), rules.delay(AGENT), rules.sitemaps) == ("", 0.0, [])


@pytest.mark.parametrize(
    "answer",
    [text("busy", 429), text("broken", 500), text("broken", 503), httpx.ConnectError("refused"), httpx.ReadTimeout("slow")],
    ids=["429", "500", "503", "refused", "slow"],
)
async def test_a_host_in_trouble_is_left_alone(answer: httpx.Response | Exception) -> None:
    assert (await read(answer)).why_not(f"{PAPER}/a", AGENT)


async def test_one_that_is_larger_than_crawlers_must_read_closes_the_host() -> None:
    assert (await read(text("#" * (LARGEST_ROBOTS_BYTES + 1)))).closed


async def test_redirects_are_followed_and_an_endless_chain_of_them_forbids_nothing() -> None:
    moved = httpx.Response(301, headers={"location": "https://www.paper.example/robots.txt"})
    there = {"https://www.paper.example/robots.txt": text("User-agent: *\nDisallow: /")}
    assert "forbids" in (await read(moved, there)).why_not(f"{PAPER}/a", AGENT)
    circle = httpx.Response(302, headers={"location": f"{PAPER}/robots.txt"})
    assert (await read(circle)).why_not(f"{PAPER}/a", AGENT) == ""


async def test_a_host_that_lies_where_nothing_may_be_fetched_is_no_host_without_rules() -> None:
    with pytest.raises(OutOfReach, match=re.escape(PAPER)):
        await read(OutOfReach(PAPER, "a private address"))
