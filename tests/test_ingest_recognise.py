"""What came back from the web."""

import gzip

import pytest

from ingest.recognise import recognise

ROOT, DEEP = "https://paper.example/", "https://paper.example/a"


@pytest.mark.parametrize(
    ("data", "media_type", "url", "what"),
    [
        (b'<?xml version="1.0"?><rss version="2.0">', "text/html", DEEP, "feed"),
        (b"<rss>", "text/xml", ROOT, "feed"),
        (b"<!-- x -->\n<feed xmlns='x'>", "text/plain", DEEP, "feed"),
        (b'<?xml version="1.0"?><!DOCTYPE rdf:RDF><rdf:RDF>', "", DEEP, "feed"),
        ('\ufeff<?xml version="1.0" encoding="utf-16"?><rss>'.encode("utf-16-le"), "", DEEP, "feed"),
        (b"Warning: x", "application/rss+xml", DEEP, "feed"),
        (b'<?xml version="1.0"?><urlset xmlns="x">', "text/html", DEEP, "sitemap"),
        (b"<sitemapindex>", "application/xml", DEEP, "sitemap"),
        (b'{"version": "https://jsonfeed.org/version/1.1"', "application/json", DEEP, "json feed"),
        (b'{"text": "x"}', "application/json", DEEP, "json"),
        (b'[{"text": "x"}]', "text/plain", DEEP, "json"),
        (b"<!DOCTYPE html><html>", "text/html", DEEP, "html"),
        (b"<!doctype HTML><p>", "", DEEP, "html"),
        (b"<p>words", "text/html", DEEP, "html"),
        (b"<html>", "text/html", ROOT, "site"),
        (b"<html>", "text/html", ROOT + "?p=7", "html"),
        (b'<?xml version="1.0"?><html xmlns="x">', "application/xhtml+xml", DEEP, "html"),
        (b"%PDF-1.7", "text/html", DEEP, "pdf"),
        (b"\n\n%PDF-1.7", "application/octet-stream", DEEP, "pdf"),
        (gzip.compress(b"<urlset>"), "application/xml", DEEP, "gzip"),
        (b'<?xml version="1.0"?><newsItem xmlns="x">', "text/xml", DEEP, "xml"),
        (b"<nitf>", "text/xml", DEEP, "xml"),
        (b"# Title", "text/markdown", DEEP, "markdown"),
        (b"words", "text/plain", DEEP, "text"),
        (b"\x89PNG", "image/png", DEEP, "unknown"),
        (b"\x00\x01", "", DEEP, "unknown"),
        (b"<svg>", "image/svg+xml", DEEP, "unknown"),
    ],
)
def test_content_tells_what_it_is_and_the_server_only_where_it_does_not(data: bytes, media_type: str, url: str, what: str) -> None:
    assert recognise(data, media_type, url) == what
