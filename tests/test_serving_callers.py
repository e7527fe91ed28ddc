"""Which hosts and origins are ours, whatever a header says."""

import pytest

from serving.callers import is_our_host, is_our_origin

NAMES = frozenset({"news.example.org"})


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "10.1.2.3:80", "[::1]", "[::1]:7860", "LocalHost:1", "news.example.org", "News.Example.ORG:443"]
)
def test_addresses_and_names_of_ours_are_ours(host: str) -> None:
    assert is_our_host(host, NAMES)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "news.example.org.evil.example",
        "localhost.evil.example",
        "a@127.0.0.1",
        "127.0.0.1/x",
        "127.0.0.1:x",
        "[::1",
        "[",
        ":80",
    ],
)
def test_anything_else_is_not_and_raises_nothing(host: str) -> None:
    assert not is_our_host(host, NAMES)


def test_an_origin_is_ours_by_host_and_port() -> None:
    assert is_our_origin("http://127.0.0.1:7860", "127.0.0.1:7860") and is_our_origin("https://News.Example.org", "news.example.org")


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "null",
        "http://127.0.0.1",
        "http://127.0.0.1:9",
        "ftp://127.0.0.1:7860",
        "http://127.0.0.1:7860/x",
        "http://127.0.0.1:7860?x",
        "http://[",
        "//[",
    ],
)
def test_any_other_origin_is_not_and_raises_nothing(origin: str) -> None:
    assert not is_our_origin(origin, "127.0.0.1:7860")
