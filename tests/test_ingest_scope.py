"""A page's own part."""

from lxml import html
from lxml.html import HtmlElement

from ingest.scope import find_scope, own_elements

LONG = "<p>" + "The council voted for the tram. " * 5 + "</p>"


def parse(body: str) -> HtmlElement:
    return html.document_fromstring(f"<html><body>{body}</body></html>")


def own_ids(body: str) -> list[str]:
    return [own.element.get("id") for own in own_elements(find_scope(parse(body))) if own.element.get("id")]


def test_what_is_of_others_is_left_out() -> None:
    body = (
        "<article><h1 id='title'>T</h1><div class='related'><b id='a'>x</b></div><aside><b id='b'>x</b></aside><b id='own'>x</b></article>"
        "<footer><b id='c'>x</b></footer>"
    )
    assert own_ids(body) == ["title", "own"]


def test_beside_a_heading_the_longest_article_is_the_pages_own() -> None:
    assert own_ids(f"<main><h1>T</h1><article id='teaser'>x</article><article id='own'>{LONG}</article></main>") == ["own"]


def test_a_part_that_holds_the_main_part_stays_whatever_it_is_called() -> None:
    assert own_ids("<div class='has-sidebar' id='around'><main id='main'><p id='own'>x</p></main></div>") == ["around", "main", "own"]


def test_the_head_of_a_page_is_left_out_and_the_articles_is_not() -> None:
    assert own_ids("<header><b id='today'>x</b></header><div><header><b id='own'>x</b></header></div>") == ["own"]


def test_a_foot_above_the_text_is_none() -> None:
    assert own_ids(f"<div><h1>T</h1><div class='footer' id='day'>x</div>{LONG}<div class='footer' id='foot'>x</div></div>") == ["day"]
    assert own_ids(f"<div><h1>T</h1><div class='footer' id='day'>x</div><!-- text -->{LONG}</div>") == ["day"]


def test_what_stands_behind_a_long_paragraph_and_another_is_below_the_text() -> None:
    body = f"<article><h1>T</h1><b id='above'>x</b>{LONG}<b id='under'>x</b>{LONG}<div><b id='below'>x</b></div></article>"
    own = own_elements(find_scope(parse(body)))
    assert {one.element.get("id"): one.is_below_text for one in own if one.element.get("id")} == {
        "above": False, "under": False, "below": True,
    }  # fmt: skip


def test_what_has_a_heading_and_a_text_of_its_own_is_anothers() -> None:
    entry = f"<div id='entry'><h3>T</h3><b id='hour'>x</b>{LONG}</div>"
    teaser = "<li id='teaser'><h3><a href='/1'>Bakery prize goes north</a></h3><b id='day'>x</b></li>"
    author = "<div id='who'><h4><a href='/2'>Jane Doe</a></h4><b id='own'>x</b></div>"
    part = f"<div id='part'><b id='sub'>x</b><h2>T</h2>{LONG * 2}</div>"
    assert own_ids(f"<main><h1 id='title'>T</h1>{author}{part}{entry}<ul id='list'>{teaser}</ul></main>") == [
        "title", "who", "own", "part", "sub", "list",
    ]  # fmt: skip


def test_without_an_article_the_whole_page_is_the_part() -> None:
    assert find_scope(parse("<h1>T</h1>")).part.tag == "html"


def test_without_an_article_the_part_is_what_holds_the_heading_and_most_of_the_text() -> None:
    rail = "<div id='rail'><time id='other'>x</time><p>A summary of another article stands here, in a line or two.</p></div>"
    assert own_ids(f"<div id='page'>{rail}<div id='content'><h1 id='title'>T</h1><b id='own'>x</b>{LONG * 3}</div>{rail}</div>") == [
        "content", "title", "own",
    ]  # fmt: skip


def test_a_box_of_facts_the_foot_in_the_article_and_what_wraps_the_page_are_the_articles() -> None:
    body = (
        "<form><article><div class='elementor-widget'><h1 id='title'>T</h1></div><aside class='article-info'><b id='facts'>x</b></aside>"
        f"<aside><b id='other'>x</b></aside><div class='elementor-widget-container'><b id='own'>x</b></div>{LONG}"
        "<footer><b id='foot'>x</b></footer></article></form>"
    )
    assert own_ids(body) == ["title", "facts", "own", "foot"]
    assert own_ids(f"<form><h1 id='title'>T</h1><b id='own'>x</b>{LONG}</form><form><b id='search'>x</b></form>") == ["title", "own"]
