"""Teasers of other articles."""

import pytest
from lxml import html

from ingest.headings import find_heading
from ingest.prose import measure_prose
from ingest.teasers import find_teasers, is_title

TITLE = "Bakery prize goes to the north"


def left_out(body: str) -> set[str]:
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    return {element.get("id") for element in find_teasers(tree, find_heading(tree), measure_prose(tree)) if element.get("id")}


@pytest.mark.parametrize(
    "entry",
    [
        "<div class='hit' id='{0}'><a href='/{0}'>" + TITLE + "</a><span>13.02.2025</span></div>",
        "<div class='river-{0}' id='{0}'><span>13.02.2025</span><h3><a href='/{0}'>" + TITLE + "</a></h3></div>",
        "<a class='card' id='{0}' href='/{0}'><b>" + TITLE + "</b><i>13.02.2025</i></a>",
        "<tr id='{0}'><td>13.02.2025</td><td><a href='/{0}'>" + TITLE + "</a></td></tr>",
        "<p id='{0}'>13.02.2025 <a href='/{0}'>" + TITLE + "</a></p>",
    ],
)
def test_three_alike_with_a_link_that_bears_a_title_are_teasers(entry: str) -> None:
    around = ("<table>", "</table>") if entry.startswith("<tr") else ("<div>", "</div>")
    entries = "".join(entry.format(number) for number in range(3))
    assert left_out(f"<h1>Harbour</h1>{around[0]}{entries}{around[1]}") == {"0", "1", "2"}
    two = "".join(entry.format(number) for number in range(2))
    assert left_out(f"<h1>Harbour</h1>{around[0]}{two}{around[1]}") == set()


def test_dates_between_titles_are_theirs() -> None:
    flat = "".join(f"<dt id='day{n}'>13.02.2025</dt><dd id='{n}'><a href='/{n}'>{TITLE}</a></dd>" for n in range(3))
    assert left_out(f"<h1>Harbour</h1><dl>{flat}</dl>") == {"0", "1", "2", "day0", "day1", "day2"}


def test_paragraphs_with_links_are_the_text() -> None:
    paragraph = f"<p id='p{{}}'>The council said on Monday that the <a href='/x'>{TITLE}</a>, which nobody in the town had thought.</p>"
    assert left_out("<h1>Harbour</h1>" + "".join(paragraph.format(n) for n in range(4))) == set()


def test_what_holds_the_heading_is_none_of_them() -> None:
    box = "<div class='row' id='{0}'>{1}<a href='/{0}'>" + TITLE + "</a></div>"
    assert left_out(box.format("own", "<h1>Harbour</h1>") + "".join(box.format(n, "") for n in range(3))) == {"0", "1", "2"}


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        (TITLE, True),
        ("폐역사, 도서관으로 탈바꿈", True),
        ("Local news", False),
        ("Thursday 13 February 2025", False),
        ("jueves 13 de febrero de 2025", False),
    ],
)
def test_a_title_is_no_date_and_no_section(words: str, is_one: bool) -> None:
    assert is_title(words) == is_one
