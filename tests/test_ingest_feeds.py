"""Feeds: RSS, Atom and JSON Feed, as they should be and as they come."""

import gzip
import json
import time
from pathlib import Path

import pytest

from ingest.feeds import parse_feed, parse_json_feed, plain_text
from ingest.listing import MOST_ENTRIES, Entry

URL = "https://paper.example/feeds/rss.xml"
GOOD = "<item><title>Good</title><link>https://paper.example/good</link><description>Good words.</description></item>"
CAFE = GOOD.replace("words", "café")
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'


def rss(inner: str, head: str = '<?xml version="1.0"?>', channel: str = "") -> bytes:
    return f'{head}<rss version="2.0"><channel><title>Courier</title>{channel}{inner}</channel></rss>'.encode()


def first(data: bytes, content_type: str = "") -> Entry:
    return parse_feed(data, URL, content_type).entries[0]


def test_an_item_of_rss_gives_all_that_it_says() -> None:
    entry = first(
        rss(
            "<item><title>Bridge &amp;amp; port</title><link>/a?x=1#top</link><guid isPermaLink='false'>7</guid>"
            "<description>Short.</description><content:encoded><![CDATA[<p>First.</p><p>Second &amp; last.</p>]]></content:encoded>"
            "<dc:creator>Ida Brandt</dc:creator><category>Region</category><pubDate>Tue, 11 Mar 2025 09:30:00 +0100</pubDate></item>",
            channel="<language>de-AT</language>",
            head='<?xml version="1.0"?><!-- x -->',
        ).replace(b"<rss", b'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"')
    )
    assert (entry.url, entry.key, entry.title) == ("https://paper.example/a?x=1", "7", "Bridge & port")
    assert entry.text == "First.\n\nSecond & last."
    assert (entry.source, entry.language, entry.section, entry.authors) == ("Courier", "de", "Region", ("Ida Brandt",))
    hints = entry.hints()
    assert (str(hints.published), hints.published and hints.published.provenance) == ("2025-03-11T08:30:00Z", "feed")


def test_an_entry_of_atom_gives_all_that_it_says() -> None:
    feed = (
        f'<feed {ATOM} xml:lang="fr"><title>Courrier</title><entry><id>tag:x,1</id><title type="html">Le &lt;b&gt;pont&lt;/b&gt;</title>'
        '<link rel="alternate" href="https://paper.example/pont"/><link rel="enclosure" href="https://paper.example/p.mp3"/>'
        "<updated>2025-03-12T08:00:00Z</updated><published>2025-03-11T08:00:00Z</published>"
        '<author><name>Ida</name></author><author><name>Tom</name></author><content type="html">&lt;p&gt;Mots.&lt;/p&gt;</content>'
        "<source><title>Agence</title></source></entry></feed>"
    )
    entry = first(feed.encode())
    assert (entry.url, entry.title, entry.text, entry.source) == ("https://paper.example/pont", "Le pont", "Mots.", "Agence")
    assert (entry.authors, entry.published[:10], entry.updated[:10]) == (("Ida", "Tom"), "2025-03-11", "2025-03-12")


def test_that_atom_was_updated_is_no_publication_and_that_rss_was_dated_is_one() -> None:
    atom = f"<feed {ATOM}><entry><title>A</title><link href='/a'/><updated>2025-03-12T08:00:00Z</updated></entry></feed>"
    assert (first(atom.encode()).published, first(atom.encode()).updated) == ("", "2025-03-12T08:00:00Z")
    dated = rss("<item><link>/a</link><dc:date>2025-03-11</dc:date></item>").replace(
        b"<rss", b'<rss xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    assert first(dated).published == "2025-03-11"


@pytest.mark.parametrize(
    "date",
    ["2026-13-45", "0000-00-00", "10000-01-01", "1" * 500, "soon", "", "2150-01-01", "1970-01-01"],
)
def test_a_date_that_cannot_be_is_none_and_never_today(date: str) -> None:
    entry = first(rss(f"<item><link>/a</link><pubDate>{date}</pubDate></item>"))
    assert entry.hints().published is None


# what is odd about each, and how many entries are usable
BILLION = "<!DOCTYPE rss [" + "<!ENTITY a0 'lol'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
EXTERNAL = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
OLD = b'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "x"><rss version="0.91"><channel>'
RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>'
XHTML = '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><b>T</b></div></title>'
ODD: dict[str, tuple[bytes, int]] = {
    "empty": (b"", 0),
    "blanks": (b" \n ", 0),
    "no XML": (b"hello", 0),
    "a page": (b"<!doctype html><html><body><p>Not a feed</p></body></html>", 0),
    "a channel without items": (rss(""), 0),
    "an item without anything": (rss("<item/>" + GOOD), 1),
    "an item with a title only": (rss("<item><title>T</title></item>" + GOOD), 1),
    "cut off in an item": (rss(GOOD + GOOD.replace("good", "other"))[:-60], 2),
    "cut off in a tag": (rss(GOOD)[:-40], 1),
    "a bare ampersand": (rss(GOOD.replace("words", "words & more")), 1),
    "an entity of HTML": (rss(GOOD.replace("words", "words&nbsp;more")), 1),
    "an unknown entity": (rss(GOOD.replace("words", "&unknown;")), 1),
    "tags that cross": (rss("<item><title><b>x</title></b><link>https://paper.example/x</link></item>" + GOOD), 2),
    "a control character": (rss(GOOD.replace("words", "wo\x08rds")), 1),
    "a NUL": (rss(GOOD).replace(b"words", b"wo\0rds"), 1),
    "invalid UTF-8": (rss(GOOD).replace(b"words", b"w\xffrds"), 1),
    "latin-1 that is declared": (rss(CAFE, '<?xml version="1.0" encoding="iso-8859-1"?>').decode().encode("latin-1"), 1),
    "latin-1 that is not declared": (rss(CAFE).decode().encode("latin-1"), 1),
    "UTF-16": (rss(GOOD, '<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16"), 1),
    "an unknown encoding": (rss(GOOD, '<?xml version="1.0" encoding="klingon"?>'), 1),
    "a byte order mark": (b"\xef\xbb\xbf" + rss(GOOD), 1),
    "blanks before": (b"\n\n  " + rss(GOOD), 1),
    "words before": (b"Warning: mysql_connect()\n" + rss(GOOD), 1),
    "words behind": (rss(GOOD) + b"<script>x</script>", 1),
    "a billion laughs": (rss(GOOD + "<item><title>&a9;</title><link>https://paper.example/lol</link></item>", BILLION), 2),
    "an external entity": (rss(GOOD + "<item><title>&x;</title><link>/x</link></item>", EXTERNAL), 2),
    "an external DTD": (rss(GOOD, '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">'), 1),
    "a parameter entity": (rss(GOOD, '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>'), 1),
    "an inclusion": (rss('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>' + GOOD), 1),
    "a style sheet": (rss(GOOD, '<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>'), 1),
    "deep nesting": (rss("<a>" * 5000 + "</a>" * 5000 + GOOD), 1),
    "a link of a script": (rss("<item><title>T</title><link>javascript:alert(1)</link><description>Words.</description></item>" + GOOD), 2),
    "a link of data": (rss("<item><link>data:text/html,x</link><description>Words.</description></item>"), 1),
    "a link of a file": (rss("<item><link>file:///etc/passwd</link></item>" + GOOD), 1),
    "a link with a user": (rss("<item><link>https://a:b@paper.example/</link><description>W.</description></item>"), 1),
    "a link of 5 kB": (rss(f"<item><link>https://paper.example/{'a' * 5000}</link><description>W.</description></item>"), 1),
    "a link with a direction mark": (rss("<item><link>https://paper.example/\u202egpj</link><description>W.</description></item>"), 1),
    "one link many times": (rss(GOOD * 50), 1),
    "old RSS": (OLD + GOOD.encode() + b"</channel></rss>", 1),
    "RSS 1.0": (RDF + GOOD.encode() + b"</rdf:RDF>", 1),
    "Atom with markup inside": (f'<feed {ATOM}><entry>{XHTML}<link href="/a"/></entry></feed>'.encode(), 1),
    "a name of a file": (b"/etc/passwd", 0),
    "an address": (b"http://127.0.0.1:9/rss", 0),
    "gzip": (gzip.compress(rss(GOOD)), 0),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 0),
}  # fmt: skip


@pytest.mark.parametrize("what", ODD)
def test_of_an_odd_feed_what_is_usable_is_kept(what: str) -> None:
    data, usable = ODD[what]
    begun = time.process_time()
    listing = parse_feed(data, URL)
    # generous: what it shows is that nothing takes minutes
    assert time.process_time() - begun < 5
    assert len(listing.entries) == usable
    for entry in listing.entries:
        assert entry.url == "" or entry.url.startswith(("https://paper.example/", "http://paper.example/"))
        assert "\n" not in entry.title and "<" not in entry.title
        assert "root:" not in entry.title + entry.text
        assert len(entry.title) <= 300


def test_no_file_is_read_whose_name_is_a_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "feed.xml").write_bytes(rss(GOOD))
    monkeypatch.chdir(tmp_path)
    assert parse_feed(b"feed.xml", URL).entries == ()
    assert parse_feed(bytes(tmp_path / "feed.xml"), URL).entries == ()


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("&lt;script&gt;alert(1)&lt;/script&gt;Bridge", "alert(1) Bridge"),
        ("&amp;lt;b&amp;gt;Bridge&amp;lt;/b&amp;gt;", "Bridge"),
        ("<![CDATA[<img src=x onerror=alert(1)>Bridge]]>", "Bridge"),
        ("Bridge\n\n  closed\t", "Bridge closed"),
        ("5 &lt; 6 &amp; 7 &gt; 2", "5 < 6 & 7 > 2"),
        ("Bri\u202edge\u200b\x7f", "Bridge"),
        ("x" * 1000, "x" * 299 + "…"),
    ],
)
def test_a_title_becomes_one_plain_line(title: str, line: str) -> None:
    assert first(rss(f"<item><title>{title}</title><link>/a</link></item>")).title == line


def test_a_feed_of_too_many_entries_is_cut_and_says_by_how_many() -> None:
    listing = parse_feed(rss("".join(f"<item><link>/{number}</link></item>" for number in range(MOST_ENTRIES + 7))), URL)
    assert (len(listing.entries), listing.cut, listing.entries[0].url) == (MOST_ENTRIES, 7, "https://paper.example/0")


def test_links_that_are_refused_are_counted() -> None:
    listing = parse_feed(
        rss("<item><link>javascript:1</link><description>x</description></item><item><link>ftp://a/</link></item>" + GOOD), URL
    )
    assert (len(listing.entries), listing.refused) == (2, 3)


def test_what_no_reader_sees_is_not_in_the_text() -> None:
    markup = '<p>Seen.</p><script>x()</script><p style="display:none">Hidden.</p><style>p{}</style><template>T</template>'
    assert plain_text(markup) == "Seen."
    assert plain_text("") == plain_text(None) == plain_text(7) == plain_text("<p></p>") == ""
    assert plain_text("One<br>Two<div>Three</div>") == "One\n\nTwo\n\nThree"


def test_a_json_feed_gives_all_that_it_says() -> None:
    item = {
        "id": "7",
        "url": "/a",
        "title": "A <b>bridge</b>",
        "content_html": "<p>Words.</p>",
        "date_published": "2025-03-11T08:00:00Z",
        "date_modified": "2025-03-12T08:00:00Z",
        "authors": [{"name": "Ida"}, {"url": "x"}, "Tom"],
        "tags": ["Region"],
        "language": "de-DE",
    }
    (entry,) = parse_json_feed(json.dumps({"version": "x", "title": "C", "items": [item]}).encode(), URL).entries
    assert (entry.url, entry.key, entry.title, entry.text) == ("https://paper.example/a", "7", "A bridge", "Words.")
    assert (entry.authors, entry.section, entry.language, entry.source) == (("Ida",), "Region", "de", "C")
    assert (str(entry.hints().published), str(entry.hints().updated)) == ("2025-03-11T08:00:00Z", "2025-03-12T08:00:00Z")


@pytest.mark.parametrize(
    ("value", "usable"),
    [
        ({"items": []}, 0),
        ({"items": [1, None, "x", [], {}]}, 0),
        ({"items": [{"id": 1, "content_text": "x"}]}, 1),
        ({"items": [{"url": 7, "title": [], "authors": 3, "tags": 4, "content_html": {}, "date_published": 5, "content_text": "x"}]}, 1),
        ({"items": [{"url": "javascript:1", "content_text": "x"}]}, 1),
        ({"items": [{"id": "https://paper.example/a"}]}, 1),
        ({"title": {}, "language": [], "items": [{"url": "/a"}]}, 1),
    ],
)
def test_of_an_odd_json_feed_what_is_usable_is_kept(value: object, usable: int) -> None:
    listing = parse_json_feed(json.dumps(value).encode(), URL)
    assert len(listing.entries) == usable
    assert all(entry.url in ("", "https://paper.example/a") for entry in listing.entries)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"7", b'{"items": 7}', b"[" * 200_000, b'{"items": [' + b'{"a":' * 100_000])
def test_what_is_no_json_feed_says_so(data: bytes) -> None:
    with pytest.raises(ValueError):
        parse_json_feed(data, URL)
