"""Rows of CSV and Parquet files as records."""

import io
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.item import Item
from ingest.read import read_item
from ingest.tables import read_columns, split_csv, split_parquet
from vectorstore import Article

TEXT = "Die Fähre über die Klarau fährt wieder, teilte die Stadtverwaltung am Dienstag mit."


def read(data: bytes, **columns: str) -> list[Item | IngestError]:
    return list(split_csv(io.BytesIO(data), "a.csv", "/a.csv", columns))


def records(data: bytes, **columns: str) -> list[dict[str, Any]]:
    return [json.loads(item.data) for item in read(data, **columns) if isinstance(item, Item)]


def test_a_row_is_a_record_with_its_line() -> None:
    items = read(b'id,title,text\n1,One,"a\nb"\n\n2,Two,c\n')
    assert [(item.target, item.kind, item.origin) for item in items if isinstance(item, Item)] == [
        ("a.csv:2", "record", "/a.csv"),
        ("a.csv:5", "record", "/a.csv"),
    ]
    assert records(b'id,title,text\n1,One,"a\nb"\n\n2,Two,c\n')[0] == {"id": "1", "title": "One", "text": "a\nb"}


def test_a_row_becomes_an_article() -> None:
    data = f"id;Title;TEXT;published;authors;region\n7;Fähre;{TEXT};2025-02-13;Ida Brandt; Nord\n".encode()
    (item,) = read(data)
    assert isinstance(item, Item)
    (found,) = read_item(item)
    assert isinstance(found, Article)
    assert (found.title, found.text, found.key, str(found.published)) == ("Fähre", TEXT, "7", "2025-02-13")
    assert (found.authors, dict(found.metadata)) == (("Ida Brandt",), {"region": "Nord"})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(delimiter: str) -> None:
    data = delimiter.join(("title", "text")) + "\n" + delimiter.join(("One", '"a, b; c | d"')) + "\n"
    assert records(data.encode()) == [{"title": "One", "text": "a, b; c | d"}]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "iso-8859-1"])
def test_the_charset_is_found_out(charset: str) -> None:
    assert records(f'id,text\n1,"{TEXT}"\n'.encode(charset)) == [{"id": "1", "text": TEXT}]


def test_a_letter_far_down_tells_the_charset() -> None:
    rows = "".join(f"{number},plain words of a row\n" for number in range(20_000))
    assert records(f'id,text\n{rows}x,"{TEXT}"\n'.encode("cp1252"))[-1] == {"id": "x", "text": TEXT}


def test_columns_of_other_names_are_named_by_the_reader() -> None:
    data = b"headline,body text,title\nOne,words,Mrs\n"
    assert records(data, title="headline", text="body text") == [{"title": "One", "text": "words", "original_title": "Mrs"}]


@pytest.mark.parametrize(
    ("data", "columns", "reason"),
    [
        (b"a,b\n1,2\n", {}, "no column is called text or body; call one so, or name it with --columns text=NAME. Its columns: a, b"),
        (b"a,b\n1,2\n", {"text": "c"}, "has no column 'c'; its columns: a, b"),
        (b"PK\x03\x04", {}, "a binary file, whatever its name says"),
        (b"", {}, "empty file"),
        (b"\n \n", {}, "empty file"),
    ],
)
def test_a_table_without_a_text_says_what_to_do(data: bytes, columns: dict[str, str], reason: str) -> None:
    with pytest.raises((Unreadable, NotAnArticle)) as error:
        read(data, **columns)
    assert str(error.value) == f"a.csv: {reason}"


def test_ragged_and_blank_rows_break_nothing() -> None:
    assert records(b"id,text\n1\n,\n2,b,c,d\n3,e\n") == [{"id": "1"}, {"id": "2", "text": "b"}, {"id": "3", "text": "e"}]


def test_a_quote_that_is_never_closed_is_one_line() -> None:
    first, error, *_ = read(b'id,text\n1,a\n2,"' + b"words " * 400_000 + b"\n3,c\n")
    assert isinstance(first, Item)
    assert isinstance(error, Unreadable) and "is a quote left open?" in str(error)


def test_a_giant_line_is_one_line() -> None:
    with pytest.raises(Unreadable, match="a line longer than 10 MB"):
        read(b"id,text\n1,a\n2," + b"x" * 10_000_001)


def parquet(rows: list[dict[str, Any]]) -> bytes:
    import pyarrow
    from pyarrow import parquet

    file = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(rows), file, row_group_size=10)
    return file.getvalue()


def read_parquet(data: bytes, **columns: str) -> list[Item | IngestError]:
    return list(split_parquet(io.BytesIO(data), "a.parquet", "/a.parquet", columns))


def test_rows_of_parquet_are_records_with_their_number() -> None:
    pytest.importorskip("pyarrow")
    moment = datetime(2025, 2, 13, 8, tzinfo=UTC)
    rows = [
        {"headline": f"One {number}", "text": TEXT, "published": moment, "authors": ["Ida", "Tom"], "none": None} for number in range(25)
    ]
    items = read_parquet(parquet(rows), title="headline")
    assert len(items) == 25 and isinstance(items[24], Item) and items[24].target == "a.parquet:25"
    (found,) = read_item(items[24])
    assert isinstance(found, Article)
    assert (found.title, str(found.published), found.authors) == ("One 24", "2025-02-13T08:00:00Z", ("Ida", "Tom"))


def test_a_parquet_file_that_is_damaged_empty_or_none_is_one_line() -> None:
    pytest.importorskip("pyarrow")
    whole = parquet([{"text": TEXT, "number": 1.5, "raw": b"\xff"}] * 50)
    for data in (b"", b"PAR1", whole[: len(whole) // 2], b"words" * 100, b"PAR1" + bytes(100) + whole[-200:]):
        with pytest.raises(Unreadable, match=r"^a\.parquet: a damaged Parquet file"):
            read_parquet(data)
    with pytest.raises(NotAnArticle, match="without rows"):
        read_parquet(parquet_without_rows())


def parquet_without_rows() -> bytes:
    import pyarrow
    from pyarrow import parquet

    file = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": pyarrow.array([], pyarrow.string())}), file)
    return file.getvalue()


def test_columns_are_written_as_pairs() -> None:
    assert read_columns("title=headline, text=body text") == {"title": "headline", "text": "body text"}
    assert read_columns("") == {}
    for wrong in ("title", "title=", "headline=title", "=x"):
        with pytest.raises(ValueError, match="is not FIELD=COLUMN; the fields are text, title"):
            read_columns(wrong)
