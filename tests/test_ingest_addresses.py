"""Which web addresses may be kept."""

import pytest

from ingest.addresses import host_name, names_article
from vectorstore.addresses import clean_url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://paper.example/a", "https://user:pass@paper.example/a",
        "https://good.example@evil.example/", "https://", "//paper.example/a", "/a", "https://paper.example/a b", "https://paper.example:x/",
        "https://paper.example:99999/", "https://[::1", "https://paper.example/\u202ecod.exe", "https://paper.example/" + "a" * 3000,
        5, None,
    ],
)  # fmt: skip
def test_an_address_that_could_do_harm_is_none(url: object) -> None:
    assert clean_url(url) is None


def test_a_web_address_stays_as_it_is() -> None:
    assert clean_url(" https://www.paper.example/a?id=7#top ") == "https://www.paper.example/a?id=7#top"


def test_the_host_names_a_source() -> None:
    assert host_name("https://www.paper.example/a") == "paper.example"


def test_a_home_page_names_no_article() -> None:
    assert not names_article("https://paper.example/")
    assert names_article("https://paper.example/?id=7")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "http://", "https:///path",
        "http://user:word@bank.example", "http://a b.example", "http://a.example/" + "x" * 3000, "http://[broken", "", "example.org",
    ],
)  # fmt: skip
def test_only_plain_web_addresses_are_kept(address: str) -> None:
    assert clean_url(address) is None


def test_a_plain_web_address_stays_as_it_is() -> None:
    assert clean_url("https://example.org/a?b=1&c=ü#d") == "https://example.org/a?b=1&c=ü#d"
