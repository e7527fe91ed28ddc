"""What is remembered of the web, and when it is written down."""

import pytest

from ingest.fetch import Fetched, Validators
from ingest.memory import Memory
from ingest.report import Event, Result
from vectorstore import Archive, Article, Fetch, KnownFetch, Span

PAGE, FEED = "https://paper.example/a", "https://paper.example/rss"


def fetched(url: str, etag: str = '"1"') -> Fetched:
    return Fetched(url, b"x", "text/html", None, Validators(etag, "Mon"), 100)


@pytest.mark.parametrize(
    ("result", "is_kept"), [("new", True), ("updated", True), ("unchanged", True), ("skipped", False), ("failed", False)]
)
def test_a_page_is_remembered_once_its_article_is_safe(archive: Archive, result: Result, is_kept: bool) -> None:
    memory = Memory(archive)
    memory.expect_page(fetched(PAGE), PAGE, "2025-03-11")
    assert archive.fetches.get(PAGE) is None
    memory.settle(Event(PAGE, result))
    assert archive.fetches.get(PAGE) == (KnownFetch(Fetch(PAGE, '"1"', "Mon", "2025-03-11", 100)) if is_kept else None)
    assert memory.look_up([PAGE])[0].has_stamp("2025-03-11") is is_kept
    assert not memory.look_up([PAGE])[0].has_stamp("") and not memory.look_up([PAGE])[0].has_stamp("2025-03-12")


def test_a_listing_is_remembered_when_all_it_names_is_in(archive: Archive) -> None:
    memory = Memory(archive)
    memory.open_listing(fetched(FEED), FEED)
    for url in (PAGE, PAGE + "b"):
        memory.expect_entry(FEED, url)
    memory.settle(Event(PAGE, "new"))
    memory.close_listing(FEED, is_whole=True)
    assert memory.look_up([FEED])[0].validators == Validators()
    memory.settle(Event(PAGE + "b", "skipped"))
    assert memory.look_up([FEED])[0].validators == Validators('"1"', "Mon")


@pytest.mark.parametrize(("result", "is_whole"), [("failed", True), ("new", False)])
def test_a_listing_of_which_something_is_missing_is_read_again(archive: Archive, result: Result, is_whole: bool) -> None:
    memory = Memory(archive)
    memory.open_listing(fetched(FEED), FEED)
    memory.expect_entry(FEED, PAGE)
    memory.close_listing(FEED, is_whole=is_whole)
    memory.settle(Event(PAGE, result))
    assert memory.look_up([FEED])[0].validators == Validators()


def test_a_listing_that_was_broken_off_is_read_again(archive: Archive) -> None:
    memory = Memory(archive)
    memory.open_listing(fetched(FEED), FEED)
    memory.expect_entry(FEED, PAGE)
    memory.settle(Event(PAGE, "new"))
    assert archive.fetches.get(FEED) is None


def test_a_text_from_a_page_is_told_from_one_of_a_feed(archive: Archive) -> None:
    memory = Memory(archive)
    assert not memory.text_comes_from_page(PAGE)
    archive.add([(Article(text="Words of the feed.", url=PAGE, metadata={"text_from": "feed"}), [Span(0, 5)])])
    assert not memory.text_comes_from_page(PAGE)
    archive.add([(Article(text="Words of the page itself.", url=PAGE), [Span(0, 5)])])
    assert memory.text_comes_from_page(PAGE)


def test_what_is_remembered_goes_with_the_article(archive: Archive) -> None:
    archive.add([(Article(text="Words.", url=PAGE, origin=PAGE + "?from=feed"), [Span(0, 5)])])
    for url in (PAGE, PAGE + "?from=feed", FEED):
        archive.fetches.remember(Fetch(url, "x"))
        archive.fetches.remember(Fetch(url, "y"))
    archive.delete(archive.list_articles()[0].article_id)
    assert [archive.fetches.get(url) for url in (PAGE, PAGE + "?from=feed")] == [None, None]
    assert archive.fetches.get(FEED) == KnownFetch(Fetch(FEED, "y"))
