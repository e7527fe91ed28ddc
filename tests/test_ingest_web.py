"""Targets on the web side by side; and every entrance by which an address comes in, tried with those that lead inside."""

import html
import json
import threading
from collections.abc import Sequence
from typing import Any

import httpcore
import pytest

from ingest.errors import IngestError, Unreadable
from ingest.item import Item
from ingest.memory import Memory
from ingest.reach import Reach
from ingest.settings import WebSettings
from ingest.transport import GuardedBackend, resolve_host
from ingest.web import Journey, Visits, plan_journey
from tests import ssrf
from tests.hostile_server import Server, hangs, redirects, serves, web_server
from vectorstore import Archive, SettingInvalid

JOURNEY = Journey(WebSettings(fetch_delay_seconds=0, fetch_seconds=2))
PAPER = "8.8.4.4"


class Paper(httpcore.AsyncNetworkBackend):
    """Connections to one public address are made to a server of the test; all others are made as they are."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._connections = httpcore.AnyIOBackend()

    async def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> httpcore.AsyncNetworkStream:
        place = ("127.0.0.1", self._port) if host == PAPER else (host, port)
        return await self._connections.connect_tcp(*place, *rest, **more)


async def resolve(host: str, port: int) -> list[str]:
    return [PAPER] if host == "paper.example" else await resolve_host(host, port)


def visit(archive: Archive, server: Server, targets: Sequence[str]) -> list[Item | IngestError]:
    backend = GuardedBackend(Reach(), resolve, Paper(server.port))
    with Visits(JOURNEY, Memory(archive), lambda _: backend) as visits:
        return list(visits.visit(targets))


ENTRANCES = ("target", "redirect", "feed", "atom", "json feed", "sitemap", "index", "site", "announced", "robots")


def open_entrance(server: Server, entrance: str, urls: list[str]) -> list[str]:
    """Puts the addresses where they come in, and returns the targets that lead to them."""
    quoted = [html.escape(url) for url in urls]
    as_header = [url.encode("utf-8", "surrogateescape").decode("latin-1").replace("\n", "").replace("\t", " ") for url in urls]
    paper = "http://paper.example"
    match entrance:
        case "target":
            return urls
        case "redirect":
            server.pages |= {f"/{number}": redirects(url) for number, url in enumerate(as_header)}
            return [f"{paper}/{number}" for number in range(len(urls))]
        case "robots":
            # one host after another: the file is asked for once of each
            server.pages["/robots.txt"] = redirects(as_header[0])
            return [f"{paper}/a"]
        case "feed":
            items = "".join(f"<item><title>T</title><link>{url}</link><guid>{url}</guid></item>" for url in quoted)
            body, kind = f'<rss version="2.0"><channel>{items}</channel></rss>', "application/rss+xml"
        case "atom":
            entries = "".join(f'<entry><id>{url}</id><link href="{url}"/></entry>' for url in quoted)
            body, kind = f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>', "application/atom+xml"
        case "json feed":
            items_of = [{"id": url, "url": url, "external_url": url} for url in urls]
            body, kind = json.dumps({"version": "https://jsonfeed.org/version/1", "items": items_of}), "application/json"
        case "sitemap":
            body, kind = "<urlset>" + "".join(f"<url><loc>{url}</loc></url>" for url in quoted) + "</urlset>", "text/xml"
        case "index":
            body, kind = (
                "<sitemapindex>" + "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in quoted) + "</sitemapindex>",
                "text/xml",
            )
        case "site":
            body = "<html><base href='http://127.0.0.1/'>" + "".join(
                f'<a href="{url}2025/03/11/a-b-c-d-e">{"x" * 30}</a>' for url in quoted
            )
            kind = "text/html"
        case _:
            links = "".join(f'<link rel="alternate" type="application/rss+xml" href="{url}">' for url in quoted)
            body, kind = f"<html><head>{links}</head></html>", "text/html"
    server.pages["/"] = serves(body, kind)
    return [f"site:{paper}/" if entrance in ("site", "announced") else f"{paper}/"]


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_no_address_leads_inside_by_any_entrance(entrance: str, archive: Archive) -> None:
    with web_server({"/": serves("<p>secret</p>")}) as canary, web_server() as server:
        urls = [url.format(port=canary.port) for url in ssrf.ALL]
        if entrance in ("robots", "announced", "index"):
            # few of each are read
            for url in urls[:20] if entrance == "robots" else urls[::3]:
                found = visit(archive, server, open_entrance(server, entrance, [url]))
                assert not any(isinstance(each, Item) for each in found)
        else:
            found = visit(archive, server, open_entrance(server, entrance, urls))
            assert not any(isinstance(each, Item) for each in found)
            assert all(each.reason for each in found if isinstance(each, IngestError))
        if entrance in ("target", "redirect"):
            assert len(found) >= len(set(urls)) - 1
        assert canary.connections == 0, canary.paths


def test_a_fault_in_the_program_ends_one_target_only(archive: Archive) -> None:
    class Faulty(Memory):
        def look_up(self, urls: Sequence[str]) -> Any:
            if urls[0].endswith("/a"):
                raise ZeroDivisionError
            return super().look_up(urls)

    with web_server({"/b": serves("<p>page</p>")}) as server:
        backend = GuardedBackend(Reach(), resolve, Paper(server.port))
        with Visits(JOURNEY, Faulty(archive), lambda _: backend) as visits:
            found = {each.target: each for each in visits.visit(["http://paper.example/a", "http://paper.example/b"])}
    assert isinstance(found["http://paper.example/b"], Item)
    failed = found["http://paper.example/a"]
    assert isinstance(failed, Unreadable)
    assert "ZeroDivisionError" in failed.reason


def test_who_leaves_early_waits_for_no_server(archive: Archive) -> None:
    with web_server({"/a": serves("<p>page</p>"), "/b": hangs}) as server:
        backend = GuardedBackend(Reach(), resolve, Paper(server.port))
        with Visits(JOURNEY, Memory(archive), lambda _: backend) as visits:
            next(visits.visit(["http://paper.example/a", "http://paper.example/b"]))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("Thread") and "_run" in thread.name]


def test_whoever_fetches_waits_until_there_is_room(archive: Archive) -> None:
    with web_server({f"/{number}": serves(f"<p>{number}</p>") for number in range(30)}) as server:
        items = "".join(f"<item><link>http://paper.example/{number}</link></item>" for number in range(30))
        server.pages["/rss"] = serves(f'<rss version="2.0"><channel>{items}</channel></rss>', "text/xml")
        backend = GuardedBackend(Reach(), resolve, Paper(server.port))
        with Visits(JOURNEY, Memory(archive), lambda _: backend) as visits:
            found = visits.visit(["http://paper.example/rss"])
            next(found)
            threading.Event().wait(0.5)
            assert len(server.paths) < 12
            assert len(list(found)) == 29


def test_nothing_is_started_for_no_targets(archive: Archive) -> None:
    before = threading.active_count()
    with Visits(JOURNEY, Memory(archive)) as visits:
        assert list(visits.visit([])) == []
        assert threading.active_count() == before


def test_a_journey_reads_its_settings_and_refuses_bad_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plan_journey("2025-03-11").since == 1741651200
    with pytest.raises(ValueError, match="2025-02-13"):
        plan_journey("yesterday")
    monkeypatch.setenv("NEWS_ALLOW_PRIVATE", "http://wiki")
    with pytest.raises(SettingInvalid, match="NEWS_ALLOW_PRIVATE"):
        plan_journey()
