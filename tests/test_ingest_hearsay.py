"""What an aggregator's feed says of other papers' articles: kept as hearsay, never believed."""

from collections.abc import Iterator

import pytest

from ingest import ingest
from ingest.hearsay import believe_hints, hearsay_date, quote_feed
from ingest.item import Hints, Item
from ingest.read import read_item
from tests.hostile_server import Server, redirects, serves, web_server
from vectorstore import Archive, Article, Timestamp

SENTENCE = "The bridge was closed on Monday after engineers found a crack in its northern pylon, the mayor said. "
WHOLE = "<html lang=en><head><title>{name}</title>{head}</head><body><article><h1>{name}</h1><p>{text}</p></article></body></html>"
DATED = '<meta property="article:published_time" content="2025-03-11T08:00:00Z">'
FEED_DATE = Timestamp(1_741_856_400, "second", "feed")  # 2025-03-13T09:00:00Z
SAID = Hints(
    title="You will not believe this bridge",
    source="The Aggregator",
    language="fr",
    authors=("poster42",),
    section="Hot",
    published=FEED_DATE,
    updated=Timestamp(FEED_DATE.seconds + 7200, "second", "feed"),
    text="Words of the aggregator. " * 100,
    key="7",
    elsewhere="https://aggregator.example/rss",
)


def page(head: str = "", name: str = "Bridge closed", text: str = SENTENCE * 4) -> str:
    return WHOLE.format(name=name, head=head, text=text)


def read(html: str, hints: Hints) -> Article:
    (article,) = read_item(Item("t", "html", html.encode(), "t", url="https://paper.example/bridge", hints=hints))
    assert isinstance(article, Article)
    return article


def test_nothing_that_another_sites_feed_says_becomes_the_articles() -> None:
    alone = read(page(), Hints())
    article = read(page(), SAID)
    assert (article.title, article.source, article.authors, article.section) == ("Bridge closed", "paper.example", (), None)
    assert (article.published, article.updated, article.access, article.language) == (None, None, None, "en")
    assert article.published_otherwise == (FEED_DATE,)
    assert (article.text, article.url) == (alone.text, alone.url)


def test_its_date_stands_beside_the_pages_own_where_it_is_another_day() -> None:
    article = read(page(DATED), SAID)
    assert (str(article.published), article.published and article.published.provenance) == ("2025-03-11T08:00:00Z", "meta")
    assert article.published_otherwise == (FEED_DATE,)
    near = Timestamp(FEED_DATE.seconds - 2 * 86_400, "second", "feed")
    assert read(page(DATED), Hints(published=near, elsewhere=SAID.elsewhere)).published_otherwise == ()


def test_it_does_not_stand_before_what_the_page_only_shows() -> None:
    html = page().replace("</h1>", "</h1><p class=byline>11 March 2025</p>")
    own, foreign = read(html, Hints(published=FEED_DATE)), read(html, Hints(published=FEED_DATE, elsewhere=SAID.elsewhere))
    assert own.published == FEED_DATE
    assert (str(foreign.published), foreign.published_otherwise) == ("2025-03-11", (FEED_DATE,))


@pytest.mark.parametrize(("source_at", "source"), [("https://www.paper.example/", "The Paper"), ("https://evil.example/", ""), ("", "")])
def test_a_source_is_believed_that_the_feed_places_at_the_pages_own_site(source_at: str, source: str) -> None:
    hints = Hints(source="The Paper", source_at=source_at, title="x", elsewhere=SAID.elsewhere)
    believed = believe_hints(Item("t", "html", b"", "t", url="https://paper.example/bridge", hints=hints))
    assert believed == Hints(source=source)


def test_of_its_own_site_a_feed_is_believed() -> None:
    hints = Hints(title="x", published=FEED_DATE)
    assert believe_hints(Item("t", "html", b"", "t", url="https://paper.example/bridge", hints=hints)) is hints
    assert hearsay_date(hints) is None


def test_where_the_page_has_no_text_the_feeds_words_are_an_article_of_the_feeds_own() -> None:
    article = read("<p>Please log in.</p>", SAID)
    assert (article.url, article.source, article.published) == (None, "The Aggregator", FEED_DATE)
    assert article.text.startswith("Words of the aggregator.")
    assert (article.metadata["text_from"], article.metadata["canonical"]) == ("feed", "https://paper.example/bridge")
    assert article == read_quoted()


def read_quoted() -> Article:
    (article,) = read_item(quote_feed("t", "https://paper.example/bridge", SAID.elsewhere, SAID, None))
    assert isinstance(article, Article)
    return article


def rss(*items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Aggregator</title>{"".join(items)}</channel></rss>'.encode()


def entry(link: str, more: str = "") -> str:
    said = "<author>poster42</author><pubDate>Thu, 13 Mar 2025 09:00:00 +0000</pubDate>"
    return f"<item><title>Shocking</title><link>{link}</link><description>Forged words.</description>{said}{more}</item>"


@pytest.fixture
def paper() -> Iterator[Server]:
    with web_server({"/bridge": serves(page()), "/wall": serves("<p>Please log in.</p>")}) as running:
        yield running


@pytest.fixture
def aggregator() -> Iterator[Server]:
    with web_server() as running:
        yield running


def take(archive: Archive, *targets: str) -> list[Article]:
    # both servers are named: their hosts lie in our own network
    ingest(targets, archive, allow_private=True)
    return [version.article for version in archive.list_articles()]


def test_an_aggregator_on_another_server_names_neither_title_nor_date(archive: Archive, paper: Server, aggregator: Server) -> None:
    named = f'<source url="{paper.url}/rss">The Courier</source>'
    aggregator.pages["/rss"] = serves(rss(entry(paper.url + "/bridge", named)), "application/rss+xml")
    (article,) = take(archive, aggregator.url + "/rss", f"page:{paper.url}/none")
    assert (article.url, article.title, article.source) == (paper.url + "/bridge", "Bridge closed", "The Courier")
    assert (article.published, article.authors) == (None, ())
    assert article.published_otherwise == (FEED_DATE,)


def test_an_aggregators_words_never_stand_under_a_papers_address(archive: Archive, paper: Server, aggregator: Server) -> None:
    aggregator.pages["/rss"] = serves(rss(entry(paper.url + "/wall", "<guid>9</guid>")), "application/rss+xml")
    (article,) = take(archive, aggregator.url + "/rss", f"page:{paper.url}/none")
    assert (article.url, article.text, article.source) == (None, "Forged words.", "The Aggregator")
    assert article.metadata["canonical"] == paper.url + "/wall"


def test_a_feed_elsewhere_that_the_papers_front_page_announces_is_its_own(archive: Archive, paper: Server, aggregator: Server) -> None:
    aggregator.pages["/rss"] = serves(rss(entry(paper.url + "/bridge")), "application/rss+xml")
    link = f'<link rel="alternate" type="application/rss+xml" href="{aggregator.url}/rss">'
    paper.pages["/"] = serves(f"<html><head>{link}</head></html>")
    (article,) = take(archive, f"site:{paper.url}/", f"page:{aggregator.url}/none")
    assert (article.published, article.published_otherwise) == (FEED_DATE, ())


def test_a_feed_elsewhere_that_the_papers_own_address_leads_to_is_its_own(archive: Archive, paper: Server, aggregator: Server) -> None:
    aggregator.pages["/rss"] = serves(rss(entry(paper.url + "/bridge")), "application/rss+xml")
    paper.pages["/feed"] = redirects(aggregator.url + "/rss")
    (article,) = take(archive, f"{paper.url}/feed", f"page:{aggregator.url}/none")
    assert article.published == FEED_DATE
