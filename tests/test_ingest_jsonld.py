"""What a page says of its article in JSON-LD."""

import json
from dataclasses import replace

import pytest

from ingest.jsonld import LinkedData, read_linked_data

NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Storm &amp; flood: &lt;b&gt;ports&lt;/b&gt; shut",
    "datePublished": "2025-02-13T09:00:00+01:00",
    "dateModified": "2025-02-14T09:00:00+01:00",
    "author": [{"@type": "Person", "name": "Jane Doe"}, {"@type": "Person", "name": "By Ali Khan"}],
    "publisher": {"@type": "Organization", "name": "The Paper"},
    "mainEntityOfPage": {"@id": "https://paper.example/storm"},
    "inLanguage": "en-GB",
    "articleSection": ["Weather", "Ports"],
}


def test_the_fields_of_a_news_article_are_read() -> None:
    assert read_linked_data([json.dumps(NEWS)]) == LinkedData(
        title="Storm & flood: ports shut",
        published="2025-02-13T09:00:00+01:00",
        updated="2025-02-14T09:00:00+01:00",
        authors=("Jane Doe", "Ali Khan"),
        publisher="The Paper",
        url="https://paper.example/storm",
        language="en-GB",
        section="Weather",
        kinds=("NewsArticle",),
    )


@pytest.mark.parametrize(
    "wrap",
    [
        lambda node: [node],
        lambda node: {"@graph": [{"@type": "WebSite", "name": "x"}, node]},
        lambda node: {"@type": "WebPage", "mainEntity": node},
        lambda node: {**node, "@type": ["Article", "NewsArticle"]},
        lambda node: {**node, "@type": "http://schema.org/NewsArticle"},
    ],
)
def test_it_is_found_wherever_it_stands(wrap) -> None:  # type: ignore[no-untyped-def]
    assert read_linked_data([json.dumps(wrap(NEWS))]).published == NEWS["datePublished"]


def test_names_behind_references_are_found() -> None:
    graph = [
        {**NEWS, "author": {"@id": "#jane"}, "publisher": {"@id": "#paper"}},
        {"@id": "#jane", "name": "Jane Doe"},
        {"@id": "#paper", "name": "The Paper"},
    ]
    linked = read_linked_data([json.dumps({"@graph": graph})])
    assert (linked.authors, linked.publisher) == (("Jane Doe",), "The Paper")


def test_the_pages_own_article_is_told_from_teasers() -> None:
    teaser = {**NEWS, "headline": "Teaser", "mainEntityOfPage": "https://paper.example/other"}
    assert read_linked_data([json.dumps([teaser, NEWS])], "https://paper.example/storm#top").title != "Teaser"


def test_an_address_in_the_place_of_a_name_is_no_name() -> None:
    assert read_linked_data([json.dumps({**NEWS, "author": "https://paper.example/jane"})]).authors == ()


@pytest.mark.parametrize(
    "block",
    [
        "",
        "{",
        "null",
        "[]",
        "5",
        '{"@type": "Recipe"}',
        "[" * 100_000,
        '{"@type": {"a": 1}}',
        '{"@type": "NewsArticle", "author": {"name": {"x": [1]}}, "publisher": 5}',
    ],
)
def test_nonsense_gives_nothing(block: str) -> None:
    assert replace(read_linked_data([block]), kinds=()) == LinkedData()


def test_what_is_wrapped_in_comments_or_broken_over_lines_is_read() -> None:
    assert read_linked_data(['<!-- {"@type": "Article", "headline": "two\nlines"} -->']).title == "two lines"


@pytest.mark.parametrize(
    ("node", "published"),
    [
        ({"@type": "MedicalWebPage", "datePublished": "2025-02-13"}, "2025-02-13"),
        ({"@type": "VideoObject", "name": "The storm", "uploadDate": "2025-02-13"}, "2025-02-13"),
        ({"@type": "SocialMediaPosting", "headline": "The storm", "datePublished": "2025-02-13"}, "2025-02-13"),
        ({"@type": "ClaimReview", "url": "https://paper.example/storm", "datePublished": "2025-02-13"}, "2025-02-13"),
        # of another film, of a film that the page is about, of what a check is of
        ({"@type": "VideoObject", "name": "Another", "uploadDate": "2025-02-13"}, ""),
        ({"@type": "Movie", "name": "The storm", "datePublished": "2019-02-13"}, ""),
        ({"@type": "Thing", "itemReviewed": {"@type": "CreativeWork", "name": "The storm", "datePublished": "2019-02-13"}}, ""),
    ],
)
def test_a_page_without_an_article_is_dated_by_what_it_is_there_for(node: dict[str, object], published: str) -> None:
    assert read_linked_data([json.dumps(node)], "https://paper.example/storm", "The storm").published == published


DATED = '"@type": "NewsArticle", "headline": "The storm", "datePublished": "2025-02-13T09:00:00Z"'


@pytest.mark.parametrize(
    "block",
    [
        "{" + DATED + ', "publisher": {"name": "The Paper"}',
        "{" + DATED + ', "description": "They say "storm" here"}',
        "{'@type': 'NewsArticle', 'datePublished': '2025-02-13T09:00:00Z'}",
        "{" + DATED.lower() + "}",
        "{" + DATED.replace('"@type": "NewsArticle", ', "") + "}",
    ],
)
def test_a_block_that_is_broken_or_written_otherwise_still_tells_its_date(block: str) -> None:
    assert read_linked_data([block], None, "The storm").published.upper() == "2025-02-13T09:00:00Z"


def test_of_a_broken_block_with_two_dates_none_is_believed() -> None:
    broken = "{" + DATED + ', "x": "a "b" c", "hasPart": {"datePublished": "2020-01-01"}}'
    assert read_linked_data([broken], None, "The storm").published == ""


def test_of_two_articles_the_one_at_the_pages_place_or_under_its_title_is_read() -> None:
    other = {"@type": "NewsArticle", "headline": "Bridge shut", "url": "https://paper.example/bridge", "datePublished": "2024-11-20"}
    own = {"@type": "NewsArticle", "headline": "The storm", "url": "https://paper.example/storm", "datePublished": "2025-02-13"}
    blocks = [json.dumps(other), json.dumps(own)]
    assert read_linked_data(blocks, None, "Another title", "https://paper.example/storm").published == "2025-02-13"
    assert read_linked_data(blocks, None, "The storm | The Paper").published == "2025-02-13"


def test_a_review_without_an_address_is_the_pages_when_the_page_names_what_is_reviewed() -> None:
    review = {"@type": "Review", "itemReviewed": {"@type": "MusicAlbum", "name": "Dredger"}, "datePublished": "2025-02-13"}
    assert read_linked_data([json.dumps(review)], None, "Marsh Lights: Dredger").published == "2025-02-13"
    assert read_linked_data([json.dumps(review)], None, "The storm").published == ""
