"""Who an article is: nobody takes the place of another paper's, however their text comes in."""

import io
import json
from pathlib import Path

import pytest

from ingest.item import Hints, Item
from ingest.read import read_item
from ingest.warc import split_warc
from tests.dated_pages import canonical, ld, news, page
from vectorstore import Article

PAPERS = "https://www.paper.example/trams"
EVIL = "https://evil.example/trams"
SENTENCE = "Two ports were shut on Monday as a storm moved in from the west, officials said on Tuesday. "
CLAIMS = {
    "canonical": canonical(PAPERS),
    "og:url": f'<meta property="og:url" content="{PAPERS}">',
    "JSON-LD": ld(news("2025-02-13", url=PAPERS)),
    "mainEntityOfPage": ld(news("2025-02-13", mainEntityOfPage={"@id": PAPERS})),
    "saved from": f"<!-- saved from url=(0027){PAPERS} -->",
}


def read(item: Item) -> Article:
    (article,) = read_item(item)
    assert isinstance(article, Article)
    return article


def fetched(html: str, url: str, hints: Hints | None = None) -> Article:
    return read(Item(url, "html", html.encode(), url, url=url, hints=hints or Hints()))


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))
def test_a_page_cannot_claim_another_papers_address(claim: str) -> None:
    article = fetched(page(claim), EVIL)
    assert (article.url, article.metadata["canonical"]) == (EVIL, PAPERS)
    assert article.source == "evil.example"
    assert article.article_id != fetched(page(claim), PAPERS).article_id


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))
def test_a_file_is_what_it_says(claim: str) -> None:
    article = read(Item("a.html", "html", page(claim).encode(), "a.html"))
    assert (article.url, "canonical" in article.metadata) == (PAPERS, False)


@pytest.mark.parametrize("at", ["https://m.paper.example/trams?x=1", "https://amp.paper.example/trams", "http://paper.example/trams/amp/"])
@pytest.mark.parametrize("claim", CLAIMS.values(), ids=list(CLAIMS))
def test_a_papers_other_forms_are_the_one_article(at: str, claim: str) -> None:
    article = fetched(page(claim), at)
    assert (article.url, "canonical" in article.metadata) == (PAPERS, False)


def test_an_address_without_its_host_is_on_the_page_s() -> None:
    assert fetched(page(canonical("/trams")), "https://m.paper.example/trams?from=home").url == "https://m.paper.example/trams"
    assert fetched(page(canonical("//evil.example/trams")), PAPERS).url == PAPERS


def test_of_two_claims_the_one_of_the_same_site_is_believed() -> None:
    article = fetched(page(canonical("https://agency.example/trams") + ld(news("2025-02-13", url=PAPERS))), PAPERS + "?page=all")
    assert (article.url, article.metadata["canonical"]) == (PAPERS, "https://agency.example/trams")


def test_the_date_in_an_address_is_read_from_the_one_that_is_believed() -> None:
    article = fetched(page(canonical("https://paper.example/2019/01/01/trams")), "https://evil.example/2025/02/13/trams")
    assert str(article.published) == "2025-02-13"


@pytest.mark.parametrize("at", ["http://wiki/trams", "http://10.0.0.7/trams", "http://localhost:8000/trams"])
def test_a_host_without_a_registered_name_speaks_for_itself_alone(at: str) -> None:
    assert fetched(page(canonical(PAPERS)), at).url != PAPERS


def test_neighbours_on_one_host_for_everybody_are_strangers() -> None:
    assert fetched(page(canonical("https://paper.github.io/a")), "https://evil.github.io/a").url == "https://evil.github.io/a"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("markdown", f"---\ntitle: t\nurl: {PAPERS}\n---\n{SENTENCE}"),
        ("json", json.dumps({"text": SENTENCE, "url": PAPERS})),
        ("text", f"Trams\n\n{PAPERS}\n\n{SENTENCE * 3}"),
    ],
)
def test_no_kind_of_document_takes_another_papers_place(kind: str, text: str) -> None:
    at = "https://evil.example/files/a"
    article = read(Item(at, kind, text.encode(), at, url=at))  # type: ignore[arg-type]
    assert article.url == at


def test_many_records_of_one_address_are_not_versions_of_each_other() -> None:
    at = "https://evil.example/all.json"
    records = [{"text": f"{number}. {SENTENCE}", "id": number, "source": "The Paper"} for number in range(3)]
    records.append({"text": SENTENCE, "url": PAPERS})
    articles = [found for found in read_item(Item(at, "json", json.dumps(records).encode(), at, url=at)) if isinstance(found, Article)]
    assert [article.url for article in articles] == [None] * 4
    assert len({article.article_id for article in articles}) == 4


def test_an_id_of_one_site_is_not_that_of_another() -> None:
    record = json.dumps([{"text": SENTENCE, "id": "7", "source": "The Paper"}]).encode()
    one, other = (read(Item(at, "json", record, at, url=at)) for at in ("https://paper.example/a.json", "https://evil.example/a.json"))
    assert one.key != other.key
    assert one.article_id != other.article_id


def test_what_a_listing_says_of_a_page_s_address_is_believed_within_its_site() -> None:
    for at, believed in ((EVIL, EVIL), ("https://m.paper.example/trams", PAPERS)):
        assert read(Item(at, "text", (SENTENCE * 3).encode(), at, url=at, hints=Hints(url=PAPERS))).url == believed


def _warc(url: str, html: str) -> bytes:
    body = html.encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-02-14T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def test_a_page_of_a_web_archive_is_at_the_address_it_was_fetched_from(tmp_path: Path) -> None:
    archive = (
        _warc(PAPERS, page(canonical(PAPERS)))
        + _warc(EVIL, page(canonical(PAPERS)))
        + _warc("https://amp.paper.example/trams", page(canonical(PAPERS)))
    )
    items = [item for item in split_warc(io.BytesIO(archive), "a.warc", "a.warc") if isinstance(item, Item)]
    assert [read(item).url for item in items] == [PAPERS, EVIL, PAPERS]
