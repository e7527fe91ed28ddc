"""Sitemaps, news sitemaps and their indexes."""

import pytest

from ingest.sitemaps import MOST_ADDRESSES, parse_sitemap

URL = "https://paper.example/sitemap.xml"
NEWS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'


def urlset(*entries: str) -> bytes:
    return f'<?xml version="1.0"?><urlset {NEWS} {IMAGE}>{"".join(entries)}</urlset>'.encode()


def test_an_entry_gives_its_address_and_when_it_changed() -> None:
    (entry,) = parse_sitemap(urlset("<url><loc> https://paper.example/a#x </loc><lastmod>2025-03-11</lastmod></url>"), URL).entries
    assert (entry.url, entry.stamp, entry.published) == ("https://paper.example/a", "2025-03-11", "")
    assert entry.hints().published is None
    assert str(entry.date) == "2025-03-11"


def test_a_news_entry_gives_title_paper_language_and_date_and_not_those_of_its_picture() -> None:
    entry = (
        "<url><loc>/a</loc><image:image><image:loc>/p.jpg</image:loc><image:title>Picture</image:title></image:image><n:news>"
        "<n:publication><n:name>The Courier</n:name><n:language>en</n:language></n:publication>"
        "<n:publication_date>2025-03-11T10:00:00+02:00</n:publication_date><n:title>Bridge &amp; &lt;b&gt;port&lt;/b&gt;</n:title>"
        "</n:news></url>"
    )
    (found,) = parse_sitemap(urlset(entry), URL).entries
    assert (found.url, found.title, found.source, found.language) == ("https://paper.example/a", "Bridge & port", "The Courier", "en")
    published = found.hints().published
    assert (str(published), published and published.provenance) == ("2025-03-11T08:00:00Z", "feed")


def test_an_index_gives_its_sitemaps_with_their_last_change() -> None:
    inner = "<sitemap><loc>/1.xml</loc><lastmod>2025-01-01</lastmod></sitemap><sitemap><loc>/2.xml</loc></sitemap>"
    data = f"<sitemapindex {NEWS}>{inner}</sitemapindex>"
    listing = parse_sitemap(data.encode(), URL)
    assert listing.children == (("https://paper.example/1.xml", "2025-01-01"), ("https://paper.example/2.xml", ""))
    assert listing.entries == ()


def test_names_of_other_namespaces_or_none_are_read_too() -> None:
    assert len(parse_sitemap(b"<urlset><url><loc>/a</loc></url></urlset>", URL).entries) == 1
    assert len(parse_sitemap(b'<x:urlset xmlns:x="y"><x:url><x:loc>/a</x:loc></x:url></x:urlset>', URL).entries) == 1


def test_what_stands_before_a_broken_place_is_kept() -> None:
    assert len(parse_sitemap(urlset("<url><loc>/a</loc></url><url><loc>/b</loc></url>")[:-20], URL).entries) == 1


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE urlset [<!ENTITY x "y">]>',
        '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE urlset SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE urlset [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>',
    ],
)
def test_entities_and_document_types_are_refused(head: str) -> None:
    with pytest.raises(ValueError, match="not read"):
        parse_sitemap(f'<?xml version="1.0"?>{head}<urlset><url><loc>/&x;</loc></url></urlset>'.encode(), URL)


@pytest.mark.parametrize("data", [b"", b"hello", b"<urlset>", b"<", b"\x00\x01", b"<urlset><url><loc>"])
def test_what_is_no_xml_says_so(data: bytes) -> None:
    with pytest.raises(ValueError, match="broken"):
        parse_sitemap(data, URL)


def test_addresses_that_are_none_are_counted_and_no_more_are_kept_than_the_protocol_has() -> None:
    bad = "<url><loc>javascript:alert(1)</loc></url><url><loc>ftp://x/</loc></url><url/><url><loc>https://a:b@c.example/</loc></url>"
    listing = parse_sitemap(urlset(bad, "<url><loc>/a</loc></url>"), URL)
    assert (len(listing.entries), listing.refused) == (1, 4)
    many = parse_sitemap(urlset(*(f"<url><loc>/{number}</loc></url>" for number in range(MOST_ADDRESSES + 5))), URL)
    assert (len(many.entries), many.cut) == (MOST_ADDRESSES, 5)
