"""From a file to its items, by its suffix."""

import json
from pathlib import Path

import pytest

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.formats import FORMATS, SHOWN_FORMATS, stream_file
from ingest.item import Item


def test_every_format_that_is_told_to_readers_can_be_read() -> None:
    shown = SHOWN_FORMATS.replace(" and ", ", ").split(", ")
    assert set(shown) <= set(FORMATS)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.txt", "text"), ("a.MD", "markdown"), ("a.htm", "html"), ("a.json", "json"), ("a.pdf", "pdf")],
)
def test_a_document_is_one_item_of_its_kind(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    [item] = stream_file(tmp_path / name)
    assert item == Item(str(tmp_path / name), kind, b"x", origin=str(tmp_path / name))


def test_each_line_of_a_file_of_records_is_an_item_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "a"}) + "\n\n" + json.dumps({"text": "b"}))
    first, second = stream_file(path)
    assert isinstance(first, Item) and isinstance(second, Item)
    assert (first.target, second.target) == (f"{path}:1", f"{path}:3")
    assert (second.kind, json.loads(second.data), second.origin) == ("record", {"text": "b"}, str(path))


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [("a.txt", b"", NotAnArticle), ("a.jsonl", b"\n \n", NotAnArticle), ("a.exe", b"x", Unreadable), ("a", b"x", Unreadable)],
)
def test_a_file_without_items_is_one_line(tmp_path: Path, name: str, content: bytes, kind: type[IngestError]) -> None:
    (tmp_path / name).write_bytes(content)
    [error] = stream_file(tmp_path / name)
    assert type(error) is kind
    assert "\n" not in str(error)
