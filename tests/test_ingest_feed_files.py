"""A feed in a file: its own texts are articles, and never take the place of a page's."""

import json
from pathlib import Path

import pytest

from ingest import ingest
from ingest.errors import IngestError
from ingest.read import read_file
from tests.doubles import HashEmbeddings
from vectorstore import Article, open_archive

WORDS = "The council of Kelmouth voted on Tuesday for a tram line to the harbour. "
URL = "https://paper.example/tram"
ENTRY = (
    f"<item><title>Tram</title><link>{URL}</link><guid>7</guid><description>{WORDS}</description>"
    "<pubDate>Tue, 11 Mar 2025 09:30:00 +0100</pubDate></item>"
)
RSS = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title><language>en</language>{ENTRY}</channel></rss>"
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Courier</title><entry><id>7</id><title>Tram</title>"
    f"<link href='{URL}'/><published>2025-03-11T08:30:00Z</published><content>{WORDS}</content></entry></feed>"
)
ITEM = {"id": 7, "url": URL, "title": "Tram", "content_html": f"<p>{WORDS}</p>", "date_published": "2025-03-11T09:30:00+01:00"}
JSON = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": [ITEM]})


def read(folder: Path, name: str, content: str) -> list[Article | IngestError]:
    (folder / name).write_text(content)
    return list(read_file(folder / name))


@pytest.mark.parametrize(("name", "content"), [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM), ("a.json", JSON)])
def test_each_entry_is_an_article_with_all_that_the_feed_says(tmp_path: Path, name: str, content: str) -> None:
    [article] = read(tmp_path, name, content)
    assert isinstance(article, Article)
    assert (article.title, article.text, article.source, article.url, article.language) == ("Tram", WORDS.strip(), "Courier", URL, "en")
    assert article.published is not None
    assert (str(article.published), article.published.provenance) == ("2025-03-11T08:30:00Z", "feed")
    assert article.metadata["text_from"] == "feed"


def test_an_entry_without_a_text_says_what_to_do(tmp_path: Path) -> None:
    bare = RSS.replace(f"<description>{WORDS}</description>", "")
    whole = ENTRY.replace("tram", "port").replace("<guid>7", "<guid>8")
    refused, article = read(tmp_path, "a.rss", bare.replace("</channel>", f"{whole}</channel>"))
    assert isinstance(article, Article)
    assert str(refused).endswith(f"a.rss[1]: the feed gives no text of it; name {URL} to fetch its page")


@pytest.mark.parametrize("content", [RSS.replace(ENTRY, ""), JSON.replace(json.dumps([ITEM]), "[]")])
def test_a_feed_without_entries_is_no_fault(tmp_path: Path, content: str) -> None:
    [refused] = read(tmp_path, "a.json" if content.startswith("{") else "a.xml", content)
    assert str(refused).endswith("a feed that names no article")


def test_a_feed_in_a_file_never_takes_the_place_of_a_whole_text(tmp_path: Path) -> None:
    (tmp_path / "page.json").write_text(json.dumps({"url": URL, "title": "Tram", "text": WORDS * 9}))
    (tmp_path / "feed.rss").write_text(RSS)
    with open_archive(tmp_path / "data", embeddings=HashEmbeddings()) as archive:
        first = ingest([tmp_path / "feed.rss"], archive)
        whole = ingest([tmp_path / "page.json", tmp_path / "feed.rss"], archive)
        assert (first.new, whole.updated, whole.unchanged) == (1, 1, 1)
        [version] = archive.list_articles()
    assert version.article.text.count("Kelmouth") == 9
