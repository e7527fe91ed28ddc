"""Web addresses as they are fetched."""

import pytest

from ingest.addresses import fetchable_url


@pytest.mark.parametrize(
    ("url", "base", "fetched"),
    [
        ("HTTPS://Paper.Example:443/A#top", "", "https://paper.example/A"),
        ("http://paper.example.:80/", "", "http://paper.example/"),
        ("/a b?x=ü", "https://paper.example/news/", "https://paper.example/a%20b?x=%C3%BC"),
        ("//other.example/a", "https://paper.example/", "https://other.example/a"),
        ("http://bücher.example/", "", "http://xn--bcher-kva.example/"),
        ("http://[2606:4700::1111]:8080/a", "", "http://[2606:4700::1111]:8080/a"),
        (" http://paper.example/a \n", "", "http://paper.example/a"),
    ],
)
def test_an_address_is_absolute_quoted_and_without_its_fragment(url: str, base: str, fetched: str) -> None:
    assert fetchable_url(url, base) == fetched


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://paper.example/", "only http: and https:"),
        ("javascript:alert(1)", "only http: and https:"),
        ("paper.example/a", "not a web address"),
        ("https:///a", "without a host"),
        ("http://paper.example:0/", "port 0, which"),
        ("http://paper.example:99999/", "port 99999, which"),
        ("http://a:b@paper.example/", "user name"),
        ("http://paper.example\\@127.0.0.1/", "no place in one"),
        ("http://paper.example/\u202ex", "no place in one"),
        ("http://pa\nper.example/", "no place in one"),
        ("http://paper.example/" + "a" * 3000, "2048"),
        ("", "not a web address"),
    ],
)
def test_what_cannot_be_fetched_says_why(url: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        fetchable_url(url)
