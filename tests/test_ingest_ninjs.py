"""ninjs in its versions, told from records by what it holds."""

import json
from typing import Any

import pytest

from ingest.errors import IngestError, NotAnArticle
from ingest.item import Item
from ingest.read import read_item
from vectorstore import Article

FIRST = "The harbour of Kelmouth stays closed until Friday, the harbour master said on Tuesday."
SECOND = "Two cranes were torn from their rails."
MARKUP = f"<p>{FIRST}</p><figure><img src='a.jpg'/><figcaption>A caption</figcaption></figure><p>{SECOND}</p>"
ONE = {
    "uri": "urn:nw:77", "type": "text", "version": "2", "versioncreated": "2025-02-13T10:00:00Z", "firstcreated": "2025-02-13T08:00:00Z",
    "pubstatus": "usable", "urgency": 3, "language": "en-GB", "headline": "Harbour closed", "byline": "By Ida Brandt and Tom Ellery",
    "slugline": "harbour", "copyrightholder": "NW", "located": "Kelmouth", "subject": [{"code": "1", "name": "weather"}, {"name": "ports"}],
    "infosource": [{"role": "other", "name": "A stringer"}, {"role": "provider", "name": "Northern Wire"}],
    "body_xhtml": MARKUP, "body_text": FIRST, "associations": {"main": {"uri": "urn:nw:pic", "type": "picture"}},
}  # fmt: skip
TWO: dict[str, Any] = {key: value for key, value in ONE.items() if not key.startswith(("body", "headline"))}
TWO |= {
    "standard": {"name": "ninjs", "version": "2.0"}, "firstcreated": "2025-02-13T08:00:00Z", "genres": [{"name": "Current"}],
    "headlines": [{"role": "sub", "value": "Storm"}, {"role": "main", "value": "Harbour closed"}],
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": FIRST}, {"contenttype": "text/html", "value": MARKUP}],
}  # fmt: skip
NAMES = {"versioncreated": "versionCreated", "firstcreated": "firstCreated", "pubstatus": "pubStatus", "copyrightholder": "copyrightHolder",
         "infosource": "infoSources", "subject": "subjects", "byline": "by"}  # fmt: skip
THREE = {NAMES.get(key, key): value for key, value in TWO.items()}
THREE["bodies"] = [{"contentType": "text/html", "value": MARKUP}]


def read(value: object) -> list[Article | IngestError]:
    return list(read_item(Item("a.json", "json", json.dumps(value).encode(), "/a.json")))


@pytest.mark.parametrize("item", [ONE, TWO, THREE])
def test_an_item_of_each_version_has_its_facts_and_times(item: dict[str, Any]) -> None:
    (found,) = read(item)
    assert isinstance(found, Article), found
    assert found.text == f"{FIRST}\n\n{SECOND}"
    assert (found.title, found.source, found.language, found.key) == ("Harbour closed", "Northern Wire", "en", "urn:nw:77")
    assert found.authors == ("Ida Brandt", "Tom Ellery")
    assert (str(found.published), str(found.updated)) == ("2025-02-13T08:00:00Z", "2025-02-13T10:00:00Z")
    told = {"version": "2", "status": "usable", "urgency": "3", "slugline": "harbour", "subjects": "weather, ports", "located": "Kelmouth"}
    assert told.items() <= dict(found.metadata).items()


def test_plain_text_stands_in_for_markup() -> None:
    (found,) = read({key: value for key, value in ONE.items() if key != "body_xhtml"})
    assert isinstance(found, Article) and found.text == FIRST


def test_items_and_records_may_stand_in_one_list_and_in_lines() -> None:
    first, second, third = read([ONE, {"text": FIRST, "uri": "not an item", "pubstatus": "usable"}, {**ONE, "uri": "urn:nw:78"}])
    assert isinstance(first, Article) and isinstance(second, Article) and isinstance(third, Article)
    assert (first.key, second.key, third.key) == ("urn:nw:77", None, "urn:nw:78")
    (line,) = read_item(Item("a.jsonl:1", "record", json.dumps(ONE).encode(), "/a.jsonl"))
    assert isinstance(line, Article) and line.key == "urn:nw:77"


def test_a_picture_is_no_article() -> None:
    (found,) = read({"uri": "urn:nw:pic", "type": "picture", "versioncreated": "2025-02-13T10:00:00Z", "renditions": {}})
    assert isinstance(found, NotAnArticle) and "'picture'" in found.reason


def test_what_its_agency_took_back_is_a_notice_and_the_same_article() -> None:
    (before,), (after,) = read(ONE), read({**ONE, "pubstatus": "canceled", "ednote": "The harbour is open."})
    assert isinstance(before, Article) and isinstance(after, Article)
    assert after.text == "Canceled by its provider.\n\nThe harbour is open." and after.article_id == before.article_id


@pytest.mark.parametrize(
    "wrong",
    [
        {"headlines": "x", "bodies": 3}, {"bodies": [None, 3, {"value": 3}]}, {"infosource": 3, "subject": [3, None, {}]},
        {"urgency": {"deep": []}, "language": 3, "by": []}, {"body_text": 3}, {"versioncreated": [], "pubstatus": {}},
    ],
)  # fmt: skip
def test_fields_of_a_wrong_type_break_nothing(wrong: dict[str, Any]) -> None:
    (found,) = read({"uri": "urn:nw:1", "versioncreated": "2025-02-13T10:00:00Z", "body_html": MARKUP, **wrong})
    assert isinstance(found, Article), found
    assert found.text == f"{FIRST}\n\n{SECOND}"
