"""Which element is the title."""

from lxml import html

from ingest.headings import find_heading, label_over


def heading(body: str, head: str = "") -> str | None:
    found = find_heading(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))
    return found.text if found is not None else None


NAMED = "<title>Tram to the harbour is voted | The Paper</title>"


def test_a_sites_name_is_not_the_heading() -> None:
    assert heading("<h1>The Paper</h1><article><h1>Tram to the harbour</h1></article>") == "Tram to the harbour"
    assert heading("<h1>The Paper</h1><h2>Tram to the harbour is voted</h2>", NAMED) == "Tram to the harbour is voted"


def test_another_articles_title_is_not_the_heading() -> None:
    body = "<main><article><h1>Ferry sails all winter long</h1></article><article><h2>Tram to the harbour is voted</h2></article></main>"
    assert heading(body, NAMED) == "Tram to the harbour is voted"


def test_a_name_of_a_few_letters_of_it_does_not_count() -> None:
    assert heading("<h2>Tram</h2><article><h1>What the council said</h1></article>", NAMED) == "What the council said"


def test_any_element_may_bear_the_pages_name_but_not_the_trail_to_it() -> None:
    body = "<div class='breadcrumb'><span>Tram to the harbour is voted</span></div><td><font>Tram to the harbour is voted</font></td>"
    found = find_heading(html.document_fromstring(f"<html><head>{NAMED}</head><body><table>{body}</table></body></html>"))
    assert found is not None and found.tag == "font"


def test_a_page_without_a_heading_has_none() -> None:
    assert heading("<p>x</p>") is None


def test_the_label_over_a_heading_is_what_stands_right_before_it() -> None:
    def label(body: str) -> str:
        return label_over(next(html.document_fromstring(f"<html><body>{body}</body></html>").iter("h1")))

    assert label("<p>x</p><section><h2>Press release</h2><h1>T</h1></section>") == "Press release"
    assert label("<p>Opinion</p><header><div><h1>T</h1></div></header>") == "Opinion"
    assert label("<p>The council voted for the tram to the harbour on Monday.</p><h1>T</h1>") == ""
    assert label("<h1>T</h1>") == ""


def test_the_only_heading_of_its_rank_is_the_title_where_the_page_names_something_else() -> None:
    assert heading("<h2>Murals repainted</h2><p>x</p>", "<title>News | The village</title>") == "Murals repainted"
    assert heading("<h2>Murals repainted</h2><h2>Bridge shut</h2>", "<title>News | The village</title>") is None
