"""The data that a page carries for its own scripts."""

import json

import pytest
from lxml import html

from ingest.pagedata import PageData, read_page_data

STORY = {"title": "Tram to the harbour", "publishedAt": "2025-02-13T08:00:00Z", "updated_at": "2025-02-14T08:00:00Z"}
OTHER = {"title": "Another story", "publishedAt": "2021-05-05T05:05:05Z"}
LAYER = {"articleTitle": "Tram to the harbour", "articlePublishDate": STORY["publishedAt"], "dateModified": STORY["updated_at"]}
FOUND = PageData("2025-02-13T08:00:00Z", "2025-02-14T08:00:00Z")


def read(script: str, kind: str = "application/json") -> PageData:
    tree = html.document_fromstring(f'<html><body><p>x</p><script type="{kind}">{script}</script></body></html>')
    return read_page_data(tree, "Tram to the harbour")


@pytest.mark.parametrize(
    "script",
    [
        json.dumps({"props": {"related": [OTHER], "page": {"article": STORY}}}),
        f"window.__STATE__ = JSON.parse({json.dumps(json.dumps({'a': OTHER, 'b': STORY}))});",
        # streamed in pieces that end anywhere
        f"self.__next_f.push([1,{json.dumps('0:[1]' + chr(10) + '1a:' + json.dumps({'page': STORY})[:60])}]);"
        f"self.__next_f.push([1,{json.dumps(json.dumps({'page': STORY})[60:])}])",
        f"window.__STATE__ = {json.dumps({'a': OTHER, 'b': STORY})};",
        f"dataLayer.push({json.dumps(LAYER)})",
        json.dumps([{"headlines": {"basic": STORY["title"]}, "display_date": FOUND.published, "last_updated_date": FOUND.updated}]),
    ],
)
def test_the_object_that_bears_the_pages_title_tells_its_dates(script: str) -> None:
    assert read(script, "text/javascript") == FOUND


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(OTHER),
        json.dumps({"title": "Tram to the harbour", "related": {"publishedAt": "2021-05-05"}}),
        json.dumps({"title": "Tram to the harbour", "published": True}),
        "var published = function () { return 1 }",
        "published = {broken",
        '{"publishedAt": ' + "[" * 5000,
    ],
)
def test_of_anything_else_nothing_is_believed(script: str) -> None:
    assert read(script) == PageData()


def test_a_page_without_a_title_has_no_object_of_its_own() -> None:
    tree = html.document_fromstring(f"<html><body><script>{json.dumps({'title': '', 'publishedAt': '2025-02-13'})}</script></body></html>")
    assert read_page_data(tree, "") == PageData()
