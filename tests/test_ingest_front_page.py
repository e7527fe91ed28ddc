"""Front pages: feeds that are announced, links that look like articles."""

import pytest

from ingest.front_page import MOST_LINKS, parse_front_page

URL = "https://www.paper.example/"


def links(*addresses: str, label: str = "Kelmouth bridge closed for nine weeks", head: str = "") -> list[str]:
    body = "".join(f'<a href="{address}">{label}</a>' for address in addresses)
    return [entry.url for entry in parse_front_page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), URL).entries]


def feeds(head: str) -> list[str]:
    return [url for url, _ in parse_front_page(f"<html><head>{head}</head><body>x</body></html>".encode(), URL).children]


def test_feeds_are_found_by_their_type_but_for_comments_and_interfaces() -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/rss">'
        '<link rel="ALTERNATE home" type="Application/Atom+XML" href="https://feeds.example/atom">'
        '<link rel="alternate" type="application/rss+xml" title="Kommentare" href="/rss2">'
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">'
        '<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" type="application/rss+xml" href="/x">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'
    )
    assert feeds(head) == ["https://www.paper.example/rss", "https://feeds.example/atom"]


@pytest.mark.parametrize(
    "address",
    [
        "/2025/03/11/bridge",
        "/news/kelmouth-bridge-closed-today",
        "/a/bridge-123456.html",
        "/politik/artikel_987654",
        "//paper.example/one-two-three-four",
    ],
)
def test_what_looks_like_an_article_is_one(address: str) -> None:
    assert len(links(address)) == 1


@pytest.mark.parametrize(
    "address",
    [
        *("/", "#top", "/politics/", "/about-us-and-all-our-people/contact", "/tag/one-two-three-four", "/author/ida-maria-von-brandt"),
        *(
            "/login",
            "/img/one-two-three-four.jpg",
            "mailto:a@b.example",
            "javascript:alert(1)",
            "tel:1",
            "https://other.example/one-two-three-four",
        ),
        *("/search?q=one-two-three-four", "/page/20250311", "http://127.0.0.1/one-two-three-four"),
    ],
)
def test_what_does_not_is_none(address: str) -> None:
    assert links(address) == []


def test_a_short_label_needs_a_telling_address() -> None:
    assert links("/bridge-123456.html", label="More") == []
    assert links("/2025/03/11/bridge", label="More")


def test_links_come_once_resolved_and_not_without_end() -> None:
    assert links("/a/one-two-three-four", "one-two-three-four", head='<base href="/a/">') == [
        "https://www.paper.example/a/one-two-three-four"
    ]
    assert len(links(*(f"/one-two-three-four-{number}" for number in range(500)))) == MOST_LINKS


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(100), b"<html " + b"".join(b"a%d=1 " % n for n in range(60_000)) + b">"])
def test_what_cannot_be_read_says_so(data: bytes) -> None:
    with pytest.raises(ValueError):
        parse_front_page(data, URL)
