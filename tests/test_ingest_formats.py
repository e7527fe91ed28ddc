"""From a file to its items, by its suffix."""

import gzip
import json
from pathlib import Path

import pytest

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.formats import SHOWN_FORMATS, is_known, stream_file
from ingest.item import Item


def test_every_format_that_is_told_to_readers_can_be_read() -> None:
    shown = SHOWN_FORMATS.replace(" and ", ", ").split(", ")
    assert all(is_known(Path(f"a{suffix}")) for suffix in shown)


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


def test_a_web_archive_gives_its_pages_compressed_or_not(tmp_path: Path) -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>text"
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://paper.example.org/1\r\nContent-Type: application/http\r\n"
    record = f"{head}Content-Length: {len(page)}\r\n\r\n".encode() + page + b"\r\n\r\n"
    (tmp_path / "a.warc").write_bytes(record)
    (tmp_path / "b.WARC.GZ").write_bytes(gzip.compress(record))
    for name in ("a.warc", "b.WARC.GZ"):
        [item] = stream_file(tmp_path / name)
        assert isinstance(item, Item) and (item.data, item.url) == (b"<p>text", "https://paper.example.org/1")
    (tmp_path / "c.gz").write_bytes(gzip.compress(record))
    assert [type(found) for found in stream_file(tmp_path / "c.gz")] == [Unreadable]
