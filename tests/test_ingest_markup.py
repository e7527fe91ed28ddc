"""Facts in the markup of a page."""

import pytest
from lxml import html

from ingest.markup import Markup, read_markup


def read(head: str, body: str = "", attributes: str = "") -> Markup:
    return read_markup(html.document_fromstring(f"<html {attributes}><head>{head}</head><body>{body}<p>x</p></body></html>"))


def test_meta_tags_tell_what_they_tell() -> None:
    markup = read(
        '<meta property="article:published_time" content="2025-02-13"><meta property="og:site_name" content="The Paper">'
        '<meta name="Author" content="By Jane Doe"><meta property="article:section" content="Weather">'
        '<meta property="og:title" content="Storm | The Paper">',
        attributes='lang="en-GB"',
    )
    assert (markup.published, markup.site, markup.authors, markup.section) == (("2025-02-13",), "The Paper", ("Jane Doe",), "Weather")
    assert (markup.title, markup.language) == ("Storm", "en-GB")


def test_a_title_keeps_what_is_not_the_sites_name() -> None:
    head = '<meta property="og:site_name" content="The Paper"><meta property="og:title" content="Storm - what we know">'
    assert read(head).title == "Storm - what we know"


def test_the_heading_and_then_the_document_give_the_title() -> None:
    assert read("<title>Document</title>", "<h1> Heading </h1>").title == "Heading"
    assert read("<title>Document</title>").title == "Document"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://paper.example/a">', "https://paper.example/a"),
        ('<link rel="canonical" href="/a"><meta property="og:url" content="https://paper.example/b">', "https://paper.example/b"),
        ('<link rel="canonical" href="https://paper.example/">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("<!-- saved from url=(0023)https://paper.example/c -->", "https://paper.example/c"),
    ],
)
def test_the_address_is_one_of_an_article(head: str, url: str | None) -> None:
    assert read(head).url == url


def test_the_time_of_an_update_is_not_the_publication() -> None:
    body = '<time class="updated" datetime="2025-02-14">x</time><time datetime="2025-02-13">y</time>'
    assert (read("", body).times, read("", body).updated_times) == (("2025-02-13",), ("2025-02-14",))


def test_an_account_or_an_address_is_no_name() -> None:
    head = '<meta property="og:site_name" content="@paper"><meta name="author" content="https://paper.example/jane">'
    assert (read(head).site, read(head).authors) == ("", ())
