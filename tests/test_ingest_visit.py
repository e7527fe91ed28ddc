"""Targets on the web, from the address to the archive."""

import gzip
import json

import pytest

from ingest import ingest
from tests.hostile_server import Server, hangs, keeps, redirects, resets, serves, web_server
from vectorstore import Archive

BODY = (
    "<p>The {name} bridge was closed on Monday after engineers found a crack in its northern pylon, the mayor said.</p>"
    "<p>About fourteen thousand drivers of {name} use the bridge every day, and the repairs will take nine weeks at least.</p>"
    "<p>Ferries run every ten minutes in the meantime, and the fare of two euros is paid by the town of {name}.</p>"
)
DATED = '<meta property="article:published_time" content="2025-03-11T08:00:00Z">'


def page(name: str, head: str = "") -> str:
    title = f"{name} bridge closed"
    body = f"<article><h1>{title}</h1>{BODY.format(name=name)}</article>"
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def plain(name: str):
    """The same as a text, which is read without a process of its own."""
    text = BODY.format(name=name).replace("<p>", "").replace("</p>", "\n\n")
    return serves(f"{name} bridge closed\n\n{text}", "text/plain; charset=utf-8")


def rss(*items: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Courier</title>{head}{"".join(items)}</channel></rss>'.encode()


def item(link: str, title: str = "Bridge", text: str = "", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link><description>{text}</description>{more}</item>"


def take(archive: Archive, *targets: str, since: str | None = None):
    return ingest(targets, archive, since=since, allow_private=True)


def test_a_page_becomes_an_article_with_its_address_and_the_time_of_fetching(archive: Archive, server: Server) -> None:
    server.pages |= {"/old": redirects("/bridge"), "/bridge": serves(page("Kelmouth", DATED))}
    report = take(archive, server.url + "/old#top")
    assert (report.new, report.failed, report.skipped) == (1, [], [])
    (version,) = archive.list_articles()
    assert version.article.url == server.url + "/bridge"
    assert str(version.article.published) == "2025-03-11T08:00:00Z"
    assert version.article.fetched is not None
    assert version.article.title == "Kelmouth bridge closed"


def test_a_page_that_has_not_changed_is_not_sent_again_and_counts_as_unchanged(archive: Archive, server: Server) -> None:
    server.pages["/a"] = keeps(page("Kelmouth"), '"1"')
    assert take(archive, server.url + "/a").new == 1
    assert take(archive, server.url + "/a").unchanged == 1
    assert server.headers[-1]["If-None-Match"] == '"1"'
    server.pages["/a"] = keeps(page("Kelmouth").replace("nine", "twelve"), '"2"')
    assert take(archive, server.url + "/a").updated == 1


def test_a_page_whose_article_was_deleted_is_asked_for_anew(archive: Archive, server: Server) -> None:
    server.pages["/a"] = keeps(page("Kelmouth"), '"1"')
    take(archive, server.url + "/a")
    archive.delete(archive.list_articles()[0].article_id)
    take(archive, server.url + "/a")
    assert "If-None-Match" not in server.headers[-1]


@pytest.mark.parametrize("path", ["/rss.xml", "/sitemap.xml", "/moved"])
def test_what_was_deleted_and_is_wanted_again_comes_back_although_its_server_says_that_nothing_has_changed(
    archive: Archive, server: Server, path: str
) -> None:
    stamped = f"<url><loc>{server.url}/a</loc><lastmod>2025-03-11</lastmod></url>"
    server.pages |= {
        "/a": keeps(page("Kelmouth"), '"1"'),
        "/moved": redirects("/a"),
        "/rss.xml": keeps(rss(item("/a")).decode(), '"2"'),
        "/sitemap.xml": keeps(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{stamped}</urlset>', '"3"', "application/xml"),
    }
    assert take(archive, server.url + path).new == 1
    assert take(archive, server.url + path).unchanged == 1
    (version,) = archive.list_articles()
    archive.delete(version.article_id)
    take(archive, server.url + path)
    assert archive.list_articles() == []
    archive.undelete(version.article_id)
    assert take(archive, server.url + path).new == 1
    assert take(archive, server.url + path).unchanged == 1


def test_a_charset_that_only_the_server_tells_is_read(archive: Archive, server: Server) -> None:
    server.pages["/a"] = serves(page("Кельмут").encode("cp1251"), "text/html; charset=windows-1251")
    take(archive, server.url + "/a")
    assert "Кельмут" in archive.list_articles()[0].article.text


def test_a_feed_brings_the_articles_of_its_entries_with_its_own_dates_as_hints(archive: Archive, server: Server) -> None:
    date = "<pubDate>Tue, 11 Mar 2025 09:30:00 +0100</pubDate>"
    server.pages |= {
        "/rss.xml": serves(rss(item("/a", more=date), item("/b")), "application/rss+xml"),
        "/a": plain("Kelmouth"),
        "/b": serves(page("Aldern", DATED)),
    }
    report = take(archive, server.url + "/rss.xml")
    assert (report.new, report.failed) == (2, [])
    by_url = {version.article.url: version.article for version in archive.list_articles()}
    published = by_url[server.url + "/a"].published
    assert published is not None
    assert (str(published), published.provenance) == ("2025-03-11T08:30:00Z", "feed")
    assert by_url[server.url + "/b"].published.provenance == "meta"


@pytest.mark.parametrize(
    "trouble", [serves("x", status=404), serves("x", status=403), serves("<p>Please log in.</p>"), serves("x", "image/png")]
)
def test_the_feeds_own_text_stands_in_and_is_marked(archive: Archive, server: Server, trouble) -> None:
    text = "The bridge of Kelmouth is closed for &lt;b&gt;nine&lt;/b&gt; weeks.&lt;script&gt;alert(1)&lt;/script&gt;"
    server.pages |= {"/rss.xml": serves(rss(item("/a", "Bridge &lt;i&gt;closed&lt;/i&gt;", text)), "application/rss+xml"), "/a": trouble}
    report = take(archive, server.url + "/rss.xml")
    assert (report.new, report.failed) == (1, [])
    article = archive.list_articles()[0].article
    assert (article.text, article.title) == ("The bridge of Kelmouth is closed for nine weeks.", "Bridge closed")
    assert article.metadata["text_from"] == "feed"
    assert article.url == server.url + "/a"
    assert take(archive, server.url + "/rss.xml").unchanged == 1
    server.pages["/a"] = plain("Kelmouth")
    assert take(archive, server.url + "/rss.xml").updated == 1
    assert "text_from" not in archive.list_articles()[0].article.metadata


def test_a_feed_never_takes_anything_away(archive: Archive, server: Server) -> None:
    everything = rss(item("/a", text="short"), item("/b"))
    server.pages |= {"/rss.xml": serves(everything, "application/rss+xml"), "/a": plain("Kelmouth"), "/b": plain("Aldern")}
    take(archive, server.url + "/rss.xml")
    texts = sorted(version.article.text for version in archive.list_articles())
    for later in (
        serves(rss(), "application/rss+xml"),
        serves("gone", status=404),
        serves(""),
        resets,
        serves(rss(item("/b")), "application/rss+xml"),
    ):
        server.pages["/rss.xml"] = later
        take(archive, server.url + "/rss.xml")
        assert sorted(version.article.text for version in archive.list_articles()) == texts
    # the page cannot be had today: the few words of the feed must not take its place
    server.pages |= {"/rss.xml": serves(everything, "application/rss+xml"), "/a": serves("x", status=503), "/b": serves("<p>Log in.</p>")}
    take(archive, server.url + "/rss.xml")
    assert sorted(version.article.text for version in archive.list_articles()) == texts


def test_a_feed_is_remembered_only_when_all_its_articles_are_in(archive: Archive, server: Server) -> None:
    server.pages |= {
        "/rss.xml": keeps(rss(item("/a"), item("/b")), '"7"', "application/rss+xml"),
        "/a": plain("Kelmouth"),
        "/b": resets,
    }
    report = take(archive, server.url + "/rss.xml")
    assert (report.new, len(report.failed)) == (1, 1)
    server.pages["/b"] = plain("Aldern")
    report = take(archive, server.url + "/rss.xml")
    assert (report.new, report.unchanged, report.failed) == (1, 1, [])
    report = take(archive, server.url + "/rss.xml")
    assert (report.new, report.unchanged) == (0, 1)
    assert server.headers[-1]["If-None-Match"] == '"7"'


def test_entries_without_an_address_are_known_by_their_id_and_bad_links_are_not_stored(archive: Archive, server: Server) -> None:
    items = [
        item("javascript:alert(1)", "One", "First text of the feed.", '<guid isPermaLink="false">one</guid>'),
        item("", "Two", "Second text of the feed.", '<guid isPermaLink="false">two</guid>'),
        item("http://10.0.0.1/", "Three", "Third text of the feed.", '<guid isPermaLink="false">three</guid>'),
    ]
    server.pages["/rss.xml"] = serves(rss(*items), "application/rss+xml")
    report = take(archive, server.url + "/rss.xml")
    assert (report.new, report.failed) == (3, [])
    assert [version.article.url for version in archive.list_articles()] == [None] * 3
    assert take(archive, server.url + "/rss.xml").unchanged == 3


def test_an_atom_feed_and_a_json_feed_are_read_too(archive: Archive, server: Server) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>C</title><entry><title>A</title><link href="/a"/><id>x</id>'
        "<published>2025-03-11T08:00:00Z</published><author><name>Ida Brandt</name></author></entry></feed>"
    )
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "C",
        "items": [{"id": 1, "url": "/b", "title": "B", "date_published": "2025-03-12T08:00:00Z", "authors": [{"name": "Tom Reed"}]}],
    }
    server.pages |= {
        "/atom": serves(atom, "text/xml"),
        "/json": serves(json.dumps(feed), "application/json"),
        "/a": plain("Kelmouth"),
        "/b": plain("Aldern"),
    }
    assert take(archive, server.url + "/atom", server.url + "/json").new == 2
    facts = {(str(version.article.published), version.article.authors) for version in archive.list_articles()}
    assert facts == {("2025-03-11T08:00:00Z", ("Ida Brandt",)), ("2025-03-12T08:00:00Z", ("Tom Reed",))}


NEWS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def sitemap(*entries: str) -> bytes:
    return f'<?xml version="1.0"?><urlset {NEWS}>{"".join(entries)}</urlset>'.encode()


def test_a_news_sitemap_gives_dates_and_since_leaves_out_what_is_older(archive: Archive, server: Server) -> None:
    entry = (
        "<url><loc>{url}</loc><news:news><news:publication><news:name>Courier</news:name><news:language>en</news:language></news:publication>"
        "<news:publication_date>{date}</news:publication_date><news:title>T</news:title></news:news></url>"
    )
    inner = sitemap(
        entry.format(url=server.url + "/a", date="2025-03-11T10:00:00+02:00"), entry.format(url=server.url + "/b", date="2024-03-11")
    )
    inners = f"<sitemap><loc>{server.url}/news.xml.gz</loc></sitemap>"
    inners += f"<sitemap><loc>{server.url}/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
    index = f"<sitemapindex {NEWS}>{inners}</sitemapindex>"
    server.pages |= {
        "/sitemap.xml": serves(index, "text/xml"),
        "/news.xml.gz": serves(gzip.compress(inner), "application/gzip"),
        "/a": plain("Kelmouth"),
        "/b": plain("Aldern"),
    }
    report = take(archive, server.url + "/sitemap.xml", since="2025-01-01")
    assert (report.new, report.failed) == (1, [])
    (version,) = archive.list_articles()
    assert (str(version.article.published), version.article.source) == ("2025-03-11T08:00:00Z", "Courier")
    assert (server.asked("/b"), server.asked("/old.xml")) == (0, 0)


def test_a_page_that_its_sitemap_says_is_as_it_was_is_not_asked_for(archive: Archive, server: Server) -> None:
    entry = f"<url><loc>{server.url}/a</loc><lastmod>{{}}</lastmod></url>"
    server.pages |= {"/sitemap.xml": serves(sitemap(entry.format("2025-03-11")), "text/xml"), "/a": plain("Kelmouth")}
    assert take(archive, server.url + "/sitemap.xml").new == 1
    assert take(archive, server.url + "/sitemap.xml").unchanged == 1
    assert server.asked("/a") == 1
    server.pages["/sitemap.xml"] = serves(sitemap(entry.format("2025-03-12")), "text/xml")
    assert take(archive, server.url + "/sitemap.xml").unchanged == 1
    assert server.asked("/a") == 2


def test_a_front_page_leads_to_its_feed(archive: Archive, server: Server) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="{}">'
    head = link.format("/rss.xml") + link.format("/comments/feed")
    server.pages |= {
        "/": serves(page("Front", head) + '<a href="/2025/03/11/some-other-article-here">x</a>'),
        "/rss.xml": serves(rss(item("/a")), "application/rss+xml"),
        "/a": plain("Kelmouth"),
    }
    report = take(archive, server.url)
    assert (report.new, report.failed) == (1, [])
    assert server.paths == ["/robots.txt", "/", "/rss.xml", "/a"]


def test_a_front_page_without_a_feed_leads_to_links_that_look_like_articles(archive: Archive, server: Server) -> None:
    links = [
        "/2025/03/11/bridge",
        "/kelmouth-bridge-closed-for-weeks",
        "/tag/bridges-and-other-old-things",
        "/about",
        "https://other.example/a-b-c-d-e",
    ]
    front = "<html><body>" + "".join(f'<a href="{link}">Kelmouth bridge closed for weeks</a>' for link in links) + "</body></html>"
    server.pages |= {"/": serves(front), "/2025/03/11/bridge": plain("A"), "/kelmouth-bridge-closed-for-weeks": plain("B")}
    report = take(archive, server.url + "/")
    assert (report.new, report.failed) == (2, [])
    assert "/about" not in server.paths and "/tag/bridges-and-other-old-things" not in server.paths


def test_a_form_says_what_a_target_is(archive: Archive, server: Server) -> None:
    section = '<html><body><a href="/news/kelmouth-bridge-closed-today">x</a></body></html>'
    server.pages |= {
        "/news/": serves(section),
        "/news/kelmouth-bridge-closed-today": plain("Kelmouth"),
        "/": serves(page("Front")),
        "/feed": serves(rss(item("/a")), "text/plain"),
        "/a": plain("A"),
    }
    assert take(archive, f"site:{server.url}/news/").new == 1
    assert take(archive, f"page:{server.url}/").new == 1
    assert take(archive, f"feed:{server.url}/feed").new == 1
    ((_, reason),) = take(archive, f"sitemap:{server.url}/a").failed
    assert reason == "is no sitemap, but a page"


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("image/png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("video/mp4", b"\0\0\0\x18ftypmp42"),
        ("application/zip", b"PK\x03\x04" + bytes(99)),
        ("", b"\x01\x02\x03"),
    ],
)
def test_what_is_no_article_says_so(archive: Archive, server: Server, content_type: str, body: bytes) -> None:
    server.pages["/a"] = serves(body, content_type)
    ((target, reason),) = take(archive, server.url + "/a").failed
    assert target == server.url + "/a"
    assert "of which no article is read" in reason


def test_a_target_without_a_private_host_allowed_is_refused(archive: Archive, server: Server) -> None:
    ((_, reason),) = ingest([server.url + "/a"], archive).failed
    assert "--allow-private" in reason
    assert server.connections == 0


def test_a_feed_leads_to_no_other_private_host(archive: Archive, server: Server) -> None:
    with web_server({"/": plain("Canary")}) as canary:
        links = [f"{canary.url}/", f"http://localhost:{canary.port}/", f"http://127.1:{canary.port}/", f"http://[::1]:{canary.port}/"]
        server.pages |= {
            "/rss.xml": serves(rss(*(item(link) for link in links), item("/hop")), "application/rss+xml"),
            "/hop": redirects(canary.url + "/"),
            "/sitemap.xml": serves(sitemap(*(f"<url><loc>{link}</loc></url>" for link in links)), "text/xml"),
            "/index.xml": serves(f"<sitemapindex {NEWS}><sitemap><loc>{links[0]}</loc></sitemap></sitemapindex>", "text/xml"),
            "/": serves(f'<html><link rel="alternate" type="application/rss+xml" href="{links[0]}"></html>'),
        }
        report = take(archive, *(f"{server.url}/{name}" for name in ("rss.xml", "sitemap.xml", "index.xml", "")))
        assert report.new == 0
        assert len(report.failed) == 5
        assert canary.connections == 0


def test_other_targets_of_the_run_are_read_beside_a_hostile_one(archive: Archive, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_FETCH_SECONDS", "1")
    server.pages |= {"/a": hangs, "/b": resets, "/c": plain("Kelmouth")}
    with web_server({"/d": plain("Aldern")}) as other:
        report = take(archive, *(server.url + path for path in ("/a", "/b", "/c")), other.url + "/d")
    assert (report.new, len(report.failed)) == (2, 2)


def test_an_article_that_several_targets_name_is_fetched_once(archive: Archive, server: Server) -> None:
    server.pages |= {
        "/1.xml": serves(rss(item("/a")), "text/xml"),
        "/2.xml": serves(rss(item("/a?utm_source=x")), "text/xml"),
        "/a": plain("A"),
    }
    server.pages["/a?utm_source=x"] = server.pages["/a"]
    take(archive, server.url + "/1.xml", server.url + "/2.xml", server.url + "/1.xml")
    assert server.asked("/a") + server.asked("/a?utm_source=x") == 1


def test_a_feed_cannot_put_its_own_words_in_the_place_of_another_sites_article(archive: Archive, server: Server) -> None:
    entry = item("https://paper.example/story", "Forged", "Words that the paper never wrote.", '<guid isPermaLink="false">x</guid>')
    server.pages["/rss.xml"] = serves(rss(entry), "application/rss+xml")
    take(archive, server.url + "/rss.xml")
    (version,) = archive.list_articles()
    assert (version.article.url, version.article.metadata["text_from"]) == (None, "feed")
