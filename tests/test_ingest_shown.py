"""The dates that a page shows its readers are its own article's."""

import pytest
from lxml.html import document_fromstring

from ingest.scope import find_scope
from ingest.shown import MOST, read_bylines, read_times

TEXT = (
    "<p>The Harbour Bridge was closed on Monday after engineers found a crack in the northern pylon, and repairs take nine weeks.</p>" * 4
)


def page(by_title: str, below: str = "") -> tuple[list[str], list[str], list[str]]:
    """Publications, updates and bylines of an article with that under its heading."""
    tree = document_fromstring(f"<html><body><article><h1>Harbour Bridge closed</h1>{by_title}{TEXT}{below}</article></body></html>")
    scope = find_scope(tree)
    return (*read_times(scope), list(read_bylines(scope)))


@pytest.mark.parametrize(
    "element",
    [
        '<time datetime="2025-03-10T09:00:00Z">10 March</time>',
        '<relative-time datetime="2025-03-10T09:00:00Z">3 hours ago</relative-time>',
        '<span itemprop="datePublished" content="2025-03-10T09:00:00Z">10 March</span>',
        '<abbr class="published" title="2025-03-10T09:00:00Z">10 March</abbr>',
        '<span class="entry-date" data-timestamp="2025-03-10T09:00:00Z">today</span>',
    ],
)
def test_the_exact_moment_is_taken_from_behind_the_words(element: str) -> None:
    published, updated, _ = page(element)
    assert (published, updated) == (["2025-03-10T09:00:00Z"], [])


def test_what_is_marked_as_the_publication_stands_before_what_is_not() -> None:
    published, _, _ = page('<time datetime="2025-03-09">9</time><time class="published" datetime="2025-03-10">10</time>')
    assert published == ["2025-03-10", "2025-03-09"]


@pytest.mark.parametrize(
    "element",
    [
        '<time itemprop="dateModified" datetime="2025-03-11">11</time>',
        '<p>Updated: <time datetime="2025-03-11">11</time></p>',
        '<time datetime="2025-03-11">Aktualisiert am 11.3.</time>',
        '<span class="updated"><time class="updated" datetime="2025-03-11">11</time></span>',
    ],
)
def test_an_update_is_never_the_publication(element: str) -> None:
    published, updated, _ = page(element)
    assert (published, updated[:1]) == ([], ["2025-03-11"])


def test_a_time_that_the_text_tells_of_is_no_date_of_the_article() -> None:
    told = 'The first bridge was opened with a large feast on <time datetime="1931-05-04">4 May 1931</time> by the mayor.'
    assert page(f"<p>{told}</p>")[0] == []
    assert page("", '<p>Read on: <time datetime="2025-01-01">1 January</time></p>')[0] == []
    assert page("", '<p>Published: <time datetime="2025-03-10">10 March</time></p>')[0] == ["2025-03-10"]


def test_a_line_that_is_called_a_date_is_one_when_it_is_short_and_holds_a_figure() -> None:
    assert page('<div class="byline">By A. Aydin, 10 March 2025</div>')[2] == ["By A. Aydin, 10 March 2025"]
    assert page('<div class="articleDate">10 March 2025</div>')[2] == ["10 March 2025"], "names in one word too"
    assert page('<div class="byline">By A. Aydin</div><div class="meta">10 March 2025</div>')[2] == []
    assert page(f'<div class="date">{"10 March 2025 " * 20}</div>')[2] == []


def test_of_a_crafted_page_not_all_is_read() -> None:
    published, _, bylines = page('<time datetime="2025-03-10">10</time><span class="date">10 March 2025</span>' * 5 * MOST)
    assert (len(published) <= MOST, len(bylines) <= MOST) == (True, True)


def test_an_attribute_that_says_published_or_a_moment_in_unix_time_is_read() -> None:
    assert page('<div data-published="2025-02-13T09:00:00Z">today</div>')[0] == ["2025-02-13T09:00:00Z"]
    assert page('<span class="timestamp" data-time="1739437200">3h</span>')[0] == ["1739437200"]
