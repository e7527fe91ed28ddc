"""Connections: only to addresses that were looked up and checked."""

from typing import Any

import httpcore
import pytest

from ingest.errors import IngestError
from ingest.polite import PoliteFetcher
from ingest.reach import Reach, parse_places
from ingest.transport import GuardedBackend, Refused
from tests import ssrf
from tests.fetching import MANNERS, QUICK, Switchboard, fetcher, resolver
from tests.hostile_server import redirects, serves, web_server

PAGE = serves("<p>page</p>")


@pytest.fixture(scope="module")
def canary():
    with web_server({"/": PAGE}) as server:
        yield server
        assert server.connections == 0, server.paths


class Nowhere(httpcore.AsyncNetworkBackend):
    """Connects to nothing, and tells where it would have."""

    def __init__(self) -> None:
        self.reached: list[str] = []

    async def connect_tcp(self, host: str, port: int, *rest: Any) -> httpcore.AsyncNetworkStream:
        self.reached.append(host)
        raise httpcore.ConnectError("nobody there")


HOSTS = {
    "paper.example": ["8.8.4.4"],
    "both.example": ["2606:4700:4700::1111 8.8.4.4"],
    "mixed.example": ["8.8.4.4 10.0.0.1"],
    "rebinding.example": ["8.8.4.4", "127.0.0.1"],
    "scoped.example": ["fe80::1%2"],
    "odd.example": ["not an address"],
    "none.example": [""],
    "intranet.example": ["10.1.2.3"],
    "metadata.example": ["169.254.169.254"],
}


async def reach(host: str, port: int, *places: str) -> tuple[list[str], str]:
    """Where a connection was tried, and why none was."""
    nowhere = Nowhere()
    try:
        await GuardedBackend(Reach(parse_places(",".join(places))), resolver(HOSTS), nowhere).connect_tcp(host, port, 1.0)
    except Refused as error:
        return nowhere.reached, str(error)
    except httpcore.ConnectError:
        return nowhere.reached, ""
    raise AssertionError("connected")


async def test_a_public_host_is_connected_to_at_the_address_that_was_checked() -> None:
    assert await reach("paper.example", 443) == (["8.8.4.4"], "")


async def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    assert await reach("both.example", 443) == (["2606:4700:4700::1111", "8.8.4.4"], "")


@pytest.mark.parametrize("host", ["mixed.example", "scoped.example", "odd.example", "none.example", "intranet.example"])
async def test_a_host_with_any_other_address_is_not_connected_to(host: str) -> None:
    reached, reason = await reach(host, 443)
    assert reached == []
    assert reason


async def test_a_host_that_nobody_knows_is_no_connection() -> None:
    with pytest.raises(httpcore.ConnectError, match=r"unknown\.example is not known"):
        await GuardedBackend(Reach(), resolver(HOSTS), Nowhere()).connect_tcp("unknown.example", 443, 1.0)


async def test_a_second_answer_of_the_dns_leads_nowhere() -> None:
    nowhere = Nowhere()
    backend = GuardedBackend(Reach(), resolver(HOSTS), nowhere)
    with pytest.raises(httpcore.ConnectError):
        await backend.connect_tcp("rebinding.example", 80, 1.0)
    with pytest.raises(Refused):
        await backend.connect_tcp("rebinding.example", 80, 1.0)
    assert nowhere.reached == ["8.8.4.4"]


@pytest.mark.parametrize("port", [22, 25, 8080, 6379, 81])
async def test_a_port_that_is_not_the_webs_is_refused_unless_it_is_named(port: int) -> None:
    assert (await reach("paper.example", port))[0] == []
    assert await reach("paper.example", port, f"paper.example:{port}") == (["8.8.4.4"], "")


async def test_what_is_named_is_allowed_and_nothing_else() -> None:
    assert await reach("intranet.example", 80, "intranet.example") == (["10.1.2.3"], "")
    assert await reach("intranet.example", 80, "10.1.0.0/16") == (["10.1.2.3"], "")
    assert (await reach("intranet.example", 8080, "intranet.example"))[0] == []
    assert (await reach("intranet.example", 80, "10.2.0.0/16"))[0] == []
    assert (await reach("intranet.example", 80, "intranet.example:8080"))[0] == []


async def test_a_name_never_leads_to_the_metadata_of_a_cloud() -> None:
    assert (await reach("metadata.example", 80, "metadata.example"))[0] == []


@pytest.mark.parametrize("url", ssrf.ALL)
async def test_an_address_of_a_private_network_is_refused_with_a_reason(url: str, canary) -> None:
    async with fetcher() as polite:
        with pytest.raises(IngestError) as raised:
            await polite.get(url.format(port=canary.port))
    assert raised.value.reason


@pytest.mark.parametrize("url", ssrf.LOOPBACK[:30])
async def test_a_redirect_to_a_private_network_is_refused(url: str, canary) -> None:
    with web_server({"/": redirects(url.format(port=canary.port).encode().decode("latin-1"))}) as server:
        async with fetcher(f"127.0.0.1:{server.port}") as polite:
            with pytest.raises(IngestError):
                await polite.get(server.url + "/")
        assert server.asked("/") == 1


@pytest.mark.parametrize("url", ssrf.PUBLIC)
async def test_no_public_form_is_refused(url: str) -> None:
    hosts = {host: ["8.8.4.4"] for host in ("paper.example", "www.paper.example", "sub.sub.paper.example", "xn--bcher-kva.example")}
    literal = {"8.8.8.8": ["8.8.8.8"], "134744072": ["8.8.8.8"], "2606:4700:4700::1111": ["2606:4700:4700::1111"]}
    mapped = {"::ffff:8.8.8.8": ["::ffff:8.8.8.8"], "::ffff:808:808": ["::ffff:808:808"]}
    with web_server() as server:
        switchboard = Switchboard(server.port)
        async with PoliteFetcher(MANNERS, QUICK, GuardedBackend(Reach(), resolver(hosts | literal | mapped), switchboard)) as polite:
            # every path is unknown there, and TLS is not spoken: what matters is that it was asked
            with pytest.raises(IngestError, match=r"404|robots|no HTTP|connection"):
                await polite.get(url)
        assert switchboard.wanted
