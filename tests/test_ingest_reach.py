"""Where fetching may go."""

from ipaddress import ip_address, ip_network

import pytest

from ingest.reach import Place, Reach, parse_place, parse_places, places_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("wiki.intern", Place("wiki.intern")),
        ("Wiki.Intern.:8080", Place("wiki.intern", port=8080)),
        ("10.1.0.0/16", Place(network=ip_network("10.1.0.0/16"))),
        ("10.1.2.3", Place(network=ip_network("10.1.2.3/32"))),
        ("127.0.0.1:8000", Place(network=ip_network("127.0.0.1/32"), port=8000)),
        ("[::1]:8000", Place(network=ip_network("::1/128"), port=8000)),
        ("[fd00::/8]", Place(network=ip_network("fd00::/8"))),
        ("::1", Place(network=ip_network("::1/128"))),
    ],
)
def test_a_place_is_a_host_or_a_network_with_or_without_a_port(text: str, place: Place) -> None:
    assert parse_place(text) == place


@pytest.mark.parametrize(
    "text", ["http://wiki.intern", "a b", "wiki:port", "wiki:70000", "wiki:0", "10.0.0.0/99", "10.0.0.1/8", "@", "[::1"]
)
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no host|no network"):
        parse_place(text)


def test_places_are_parted_by_commas_or_blanks() -> None:
    assert parse_places(" a.intern, b.intern  c.intern ") == (Place("a.intern"), Place("b.intern"), Place("c.intern"))
    assert parse_places("") == ()


def test_the_places_of_targets_are_their_hosts_at_their_ports() -> None:
    reach = Reach(places_of(["http://127.0.0.1:8000/rss.xml", "https://wiki.intern/", "http://[::1", "articles/"]))
    here = ip_address("127.0.0.1")
    assert reach.why_not("127.0.0.1", 8000, here) == ""
    assert "port 9000" in reach.why_not("127.0.0.1", 9000, here)
    assert reach.why_not("wiki.intern", 443, ip_address("10.0.0.9")) == ""
    assert "a private network" in reach.why_not("other.intern", 443, ip_address("10.0.0.9"))


def test_the_reason_says_what_to_do() -> None:
    assert Reach().why_not("wiki.intern", 80, ip_address("10.0.0.9")).endswith("for one run say --allow-private")


def test_ones_own_servers_are_those_that_are_named() -> None:
    reach = Reach(parse_places("wiki.intern 10.0.0.0/8"))
    assert reach.is_own("wiki.intern") and reach.is_own("10.9.9.9")
    assert not reach.is_own("paper.example") and not reach.is_own("11.0.0.1")
