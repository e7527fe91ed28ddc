"""Entries of feeds are known by the feed's own ids: another link is no other article, and another article takes nobody's place."""

import pytest

from ingest import IngestReport, ingest
from ingest.entries import digest_entry
from tests.hostile_server import Page, Server, redirects, serves, web_server
from vectorstore import Archive, Article

BRIDGE = (
    "The bridge of Kelmouth was closed on Monday after engineers found a crack in its northern pylon, the mayor said.\n\n"
    "About fourteen thousand drivers use the bridge every day, and the repairs will take nine weeks at least, she said.\n\n"
    "Ferries run every ten minutes in the meantime, and the fare of two euros is paid by the town council of Kelmouth."
)
LATER = BRIDGE.replace("nine weeks", "twelve weeks") + "\n\nA second crack was found on Thursday, the head of the works said."
FESTIVAL = (
    "An orchestra from Lisbon opens the summer festival in August, and tickets are sold at the town hall from Friday on.\n\n"
    "Its conductor has chosen works by women composers for the first evening, among them two that nobody has played before.\n\n"
    "Children under twelve listen for nothing, if somebody older comes along, says the programme that was printed this week."
)


def text(words: str, title: str = "Kelmouth news") -> Page:
    return serves(f"{title}\n\n{words}", "text/plain; charset=utf-8")


def feed(server: Server, *entries: tuple[str, str], permalink: str = "false", path: str = "/rss.xml") -> None:
    """Serves a feed of these links with their ids."""
    items = "".join(
        f'<item><title>Kelmouth news</title><link>{link}</link><guid isPermaLink="{permalink}">{guid}</guid>'
        "<description>Few words.</description></item>"
        for link, guid in entries
    )
    server.pages[path] = serves(f'<rss version="2.0"><channel><title>C</title>{items}</channel></rss>', "application/rss+xml")


def take(archive: Archive, server: Server, path: str = "/rss.xml") -> tuple[int, int, int]:
    report: IngestReport = ingest([server.url + path], archive, allow_private=True)
    return report.new, report.updated, report.unchanged


def articles(archive: Archive) -> list[Article]:
    return [version.article for version in archive.list_articles()]


@pytest.mark.parametrize(("permalink", "guid"), [("false", "id-7"), ("true", "{url}/bridge")])
def test_another_link_to_the_same_text_is_the_same_article(archive: Archive, server: Server, permalink: str, guid: str) -> None:
    guid = guid.format(url=server.url)
    server.pages["/bridge?from=home"] = server.pages["/news/bridge?from=mail"] = text(BRIDGE)
    feed(server, ("/bridge?from=home", guid), permalink=permalink)
    assert take(archive, server) == (1, 0, 0)
    feed(server, ("/news/bridge?from=mail", guid), permalink=permalink)
    assert take(archive, server) == (0, 0, 1)
    assert [article.url for article in articles(archive)] == [server.url + "/bridge?from=home"]
    assert take(archive, server) == (0, 0, 1)


def test_another_link_to_a_changed_text_is_a_new_version(archive: Archive, server: Server) -> None:
    server.pages |= {"/bridge?s=1": text(BRIDGE), "/bridge?s=2": text(LATER, "Second crack found")}
    feed(server, ("/bridge?s=1", "7"))
    take(archive, server)
    feed(server, ("/bridge?s=2", "7"))
    assert take(archive, server) == (0, 1, 0)
    (article,) = articles(archive)
    assert archive.get_article(article.article_id).number == 2
    assert "second crack" in article.text


def test_a_redirector_before_the_link_changes_nothing(archive: Archive, server: Server) -> None:
    server.pages |= {"/bridge": text(BRIDGE), "/go/81": redirects("/bridge"), "/go/82": redirects("/bridge?via=82")}
    server.pages["/bridge?via=82"] = server.pages["/bridge"]
    for link, outcome in (("/bridge", (1, 0, 0)), ("/go/81", (0, 0, 1)), ("/go/82", (0, 0, 1))):
        feed(server, (link, "7"))
        assert take(archive, server) == outcome


def test_an_id_that_is_given_to_another_text_overwrites_nothing(archive: Archive, server: Server) -> None:
    server.pages |= {"/story?id=1": text(BRIDGE), "/story?id=2": text(FESTIVAL)}
    feed(server, ("/story?id=1", "top"))
    take(archive, server)
    feed(server, ("/story?id=2", "top"))
    # a column of the same name on another day is another article
    assert take(archive, server) == (1, 0, 0)
    assert sorted(article.url or "" for article in articles(archive)) == [server.url + "/story?id=1", server.url + "/story?id=2"]
    assert all(archive.get_article(article.article_id).number == 1 for article in articles(archive))


def test_an_id_that_is_given_to_the_same_words_of_another_day_overwrites_nothing(archive: Archive, server: Server) -> None:
    for day in (11, 12):
        weather = text(f"{day} March 2025\n\n{BRIDGE.replace('Monday', f'the {day}th')}")
        server.pages[f"/weather?day={day}"] = weather
        feed(server, (f"/weather?day={day}", "weather"))
        assert take(archive, server) == (1, 0, 0)
    assert {str(article.published) for article in articles(archive)} == {"2025-03-11", "2025-03-12"}


def test_an_id_that_leads_to_another_site_overwrites_nothing(archive: Archive, server: Server) -> None:
    with web_server({"/bridge": text(LATER)}) as other:
        server.pages["/bridge"] = text(BRIDGE)
        feed(server, ("/bridge", "7"))
        take(archive, server)
        feed(server, (other.url + "/bridge", "7"))
        report = ingest([server.url + "/rss.xml", f"page:{other.url}/none"], archive, allow_private=True)
        assert (report.new, report.updated) == (1, 0)
    assert {article.url for article in articles(archive)} == {server.url + "/bridge", other.url + "/bridge"}


def test_an_id_that_several_entries_have_is_none(archive: Archive, server: Server) -> None:
    server.pages |= {f"/bridge?id={number}": text(BRIDGE) for number in range(4)}
    feed(server, ("/bridge?id=0", "news"), ("/bridge?id=1", "news"))
    assert take(archive, server) == (2, 0, 0)
    feed(server, ("/bridge?id=2", "news"), ("/bridge?id=3", "news"))
    assert take(archive, server) == (2, 0, 0)


def test_an_id_counts_within_its_feed(archive: Archive, server: Server) -> None:
    server.pages |= {"/bridge?a": text(BRIDGE), "/bridge?b": text(BRIDGE)}
    feed(server, ("/bridge?a", "7"))
    feed(server, ("/bridge?b", "7"), path="/other.xml")
    assert (take(archive, server), take(archive, server, "/other.xml")) == ((1, 0, 0), (1, 0, 0))
    assert (
        digest_entry("http://a.example/rss", "7") == digest_entry("https://a.example/rss#x", "7") != digest_entry("http://a.example/b", "7")
    )


def test_an_article_that_is_there_by_its_own_address_stays_apart(archive: Archive, server: Server) -> None:
    server.pages |= {"/bridge?s=1": text(BRIDGE), "/bridge?s=2": text(LATER)}
    feed(server, ("/bridge?s=1", "7"))
    take(archive, server)
    take(archive, server, "/bridge?s=2")
    feed(server, ("/bridge?s=2", "7"))
    assert take(archive, server)[0] == 0
    assert {(article.url, "second crack" in article.text) for article in articles(archive)} == {
        (server.url + "/bridge?s=1", False), (server.url + "/bridge?s=2", True)
    }  # fmt: skip


def test_a_deleted_article_does_not_come_back_by_other_parameters(archive: Archive, server: Server) -> None:
    server.pages |= {"/bridge?s=1": text(BRIDGE), "/bridge?s=2": text(BRIDGE), "/festival": text(FESTIVAL)}
    feed(server, ("/bridge?s=1", "7"))
    take(archive, server)
    archive.delete(articles(archive)[0].article_id)
    feed(server, ("/bridge?s=2", "7"))
    ((_, reason),) = ingest([server.url + "/rss.xml"], archive, allow_private=True).skipped
    assert "undelete" in reason and articles(archive) == []
    # an id that is used again does not keep other news out
    feed(server, ("/festival", "7"))
    assert take(archive, server) == (1, 0, 0)


def test_the_feeds_few_words_by_another_link_do_not_take_the_place_of_the_whole_text(archive: Archive, server: Server) -> None:
    server.pages["/bridge?s=1"] = text(BRIDGE)
    feed(server, ("/bridge?s=1", "7"))
    take(archive, server)
    feed(server, ("/bridge?s=2", "7"))
    take(archive, server)
    (article,) = articles(archive)
    assert "fourteen thousand drivers" in article.text
