"""How much running text lies where."""

from lxml import html

from ingest.prose import measure_prose

SENTENCE = "The council of Kelmouth voted for a tram line to the harbour. "


def measured(body: str) -> dict[str, int]:
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    return {element.get("id"): length for element, length in measure_prose(tree).items() if element.get("id")}


def test_text_counts_for_all_that_is_around_it() -> None:
    assert measured(f"<div id='a'><p id='b'>{SENTENCE}</p><p id='c'>{SENTENCE}</p></div>") == {"a": 122, "b": 61, "c": 61}


def test_links_scripts_and_short_lines_are_no_text() -> None:
    assert measured(f"<div id='a'><a href='/'>{SENTENCE}</a><script>{SENTENCE}</script><p>13 May 2025</p></div>") == {}


def test_what_stands_behind_an_element_counts_too() -> None:
    assert measured(f"<div id='a'><br>{SENTENCE}</div>") == {"a": 61}


def test_scripts_without_spaces_say_more_in_fewer_signs() -> None:
    assert measured("<p id='a'>渡轮今冬首次全程运行，岛上居民多年来一直要求。</p><p id='b'>体育新闻</p>") == {"a": 23}
