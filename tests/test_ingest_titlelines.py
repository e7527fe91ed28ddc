"""The lines by a page's title."""

from lxml import html

from ingest.datelines import BOUNDARY
from ingest.scope import find_scope
from ingest.titlelines import read_title_lines

LONG = "<p>" + "The council voted for the tram in 2025. " * 5 + "</p>"


def read(above: str, below: str = "", before: str = "") -> list[str]:
    page = f"<html><body><p>Today 1 May 2026</p><article>{before}<h1>Tram</h1>{above}{LONG}{below}</article></body></html>"
    return list(read_title_lines(find_scope(html.document_fromstring(page))))


def test_every_line_with_a_figure_between_title_and_text_is_read() -> None:
    assert read("<p>By Jane Doe</p><div>13 February 2025<br>5 comments</div>") == ["13 February 2025", "5 comments"]


def test_what_stands_right_above_the_title_is_read_too() -> None:
    assert read("", before="<p>13 February 2025</p>") == ["13 February 2025"]


def test_the_border_of_an_element_is_marked() -> None:
    assert read("<div>Founded <span>1 April 1898</span></div>") == [f"Founded{BOUNDARY}1 April 1898"]
    assert read('<div class="byline">Jane Doe <span>1 April 2025</span></div>') == ["Jane Doe | 1 April 2025"]
    assert read("<p>13<sup>th</sup> <!-- of --> February 2025</p>") == ["13th February 2025"]


def test_a_cell_stands_behind_its_label() -> None:
    assert read("<dl><dt>Published</dt><dd>13 February 2025</dd></dl>") == ["Published 13 February 2025"]
    assert read("<div>Deadline:</div><div>13 February 2025</div>") == ["Deadline: 13 February 2025"]


def test_a_label_may_stand_in_a_line_of_its_own() -> None:
    assert read("<div>UPDATED</div><div>14 February 2025</div>") == ["UPDATED 14 February 2025"]


def test_beside_the_particulars_of_a_book_no_date_counts() -> None:
    assert read("<ul><li>Published: 12 March 2019</li><li>Pages: 320</li></ul><p>13 February 2025</p>") == []
    assert read("<p>13 February 2025</p><p>By Jane Doe</p><ul><li>Published: 12 March 2019</li><li>Pages: 320</li></ul>") == [
        "13 February 2025"
    ]


def test_under_a_summary_the_lines_are_still_by_the_title() -> None:
    assert read(f"{LONG}<p>13 February 2025</p>", LONG + "<p>3 May 2019</p>") == ["13 February 2025"]


def test_behind_the_text_only_what_speaks_of_publishing_counts() -> None:
    assert read("", LONG + "<p>Photo of 3 May 2019</p><p>Published 13 February 2025</p>") == ["Published 13 February 2025"]


def test_captions_and_scripts_are_passed_over() -> None:
    assert read("<figure><figcaption>3 May 2019</figcaption></figure><script>var a = 2025</script>") == []


def test_a_page_without_a_heading_has_no_such_lines() -> None:
    assert list(read_title_lines(find_scope(html.document_fromstring("<p>13 February 2025</p>")))) == []


def test_of_a_crafted_page_not_all_is_read() -> None:
    assert len(read("<p>13 February 2025</p>" * 1000)) <= 100


def test_without_an_article_the_headings_own_block_is_read_and_the_masthead_is_not() -> None:
    head = "<div class='hero'><p>By Jane Doe, published 13 February 2025</p><h1>Tram</h1></div>"
    page = f"<html><body><p>Today 1 May 2026</p>{head}{LONG * 2}</body></html>"
    assert list(read_title_lines(find_scope(html.document_fromstring(page)))) == ["By Jane Doe, published 13 February 2025"]


def test_blogs_put_the_day_above_as_a_heading() -> None:
    page = f"<html><body><h1>The Blog</h1><p>Today 1 May 2026</p><div><h2>13 February 2025</h2><h3>Tram</h3>{LONG * 2}</div></body></html>"
    tree = html.document_fromstring(page.replace("<body>", "<head><title>Tram</title></head><body>"))
    assert list(read_title_lines(find_scope(tree))) == ["13 February 2025"]


def test_in_a_main_part_the_line_over_the_title_is_read() -> None:
    page = f"<html><body><p>Today 1 May 2026</p><main><p>13 February 2025</p><h1>Tram</h1>{LONG}</main></body></html>"
    assert list(read_title_lines(find_scope(html.document_fromstring(page)))) == ["13 February 2025"]


def test_figures_of_a_calendars_leaf_are_parted() -> None:
    assert read("<div><i>2025</i><i>02/13</i><i>09:01</i></div>") == ["2025 02/13 09:01"]


def test_a_line_in_the_heading_and_one_of_parts_that_ends_in_a_full_stop_are_read() -> None:
    page = f"<html><body><article><h1>Tram <small>13 February 2025</small></h1>{LONG}</article></body></html>"
    assert list(read_title_lines(find_scope(html.document_fromstring(page)))) == ["13 February 2025"]
    assert read("<p>13. Februar 2025 | Lokales | Lesedauer: 3 Min.</p>") == ["13. Februar 2025 | Lokales | Lesedauer: 3 Min."]
