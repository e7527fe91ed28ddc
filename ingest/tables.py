"""Tables: each row of a CSV or Parquet file is a record."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, BinaryIO

from ingest.clean import clean_line
from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.files import LARGEST_LINE_BYTES, MAGIC, find_charset
from ingest.item import Item

# what a record may hold, by the names that a column may have or be given with `--columns`
FIELDS = ("text", "title", "id", "url", "source", "authors", "language", "section", "published", "updated")
DELIMITERS = ",;\t|"
SAMPLE_BYTES = 65_536
LONGEST_FIELD = 2_000_000
PARQUET_ROWS = 32
LARGEST_PARQUET_COLUMN_BYTES = 1_000_000_000

Columns = Mapping[str, str]
"""Of a field of our records, the column that holds it: {"title": "headline"}."""


def read_columns(text: str) -> dict[str, str]:
    """Columns as they are written on a command line: `title=headline,text=body text`.

    Raises:
        ValueError: It is written otherwise, or names a field that a record does not have.
    """
    columns: dict[str, str] = {}
    for pair in filter(None, text.split(",")):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not equals or not column or field not in FIELDS:
            raise ValueError(f"{pair.strip()!r} is not FIELD=COLUMN; the fields are {', '.join(FIELDS)}")
        columns[field] = column
    return columns


def split_csv(file: BinaryIO, name: str, origin: str, columns: Columns) -> Iterator[Item | IngestError]:
    """The rows of a CSV file as records; delimiter and charset are found out, the first row names the columns.

    Raises:
        NotAnArticle: It is empty.
        Unreadable: It is no text, or no column holds the text.
    """
    text = io.TextIOWrapper(file, encoding=_charset(file, name), errors="replace", newline="")
    lines = _read_lines(text, name)
    first = next((line for line in lines if line.strip()), "")
    if not first:
        raise NotAnArticle(name, "empty file")
    delimiter = max(DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
    names = _name_fields(next(csv.reader([first], delimiter=delimiter), []), columns, name)
    # the limit is the whole process's; Python's own is below the length of long articles
    csv.field_size_limit(LONGEST_FIELD)
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        place = f"{name}:{rows.line_num + 2}"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Unreadable(place, f"a row that cannot be read ({error}); is a quote left open?")
            continue
        if row is None:
            return
        if any(row):
            yield _make_item(dict(zip(names, row, strict=False)), place, origin)


def split_parquet(file: BinaryIO, name: str, origin: str, columns: Columns) -> Iterator[Item | IngestError]:
    """The rows of a Parquet file as records.

    Raises:
        NotAnArticle: It has no rows.
        Unreadable: pyarrow is not installed, the file is damaged, or no column holds the text.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise Unreadable(name, "reading Parquet needs a package more: pip install 'newsdesk[parquet]'") from error
    try:
        table = ParquetFile(file, buffer_size=1 << 20, pre_buffer=False)
        names = _name_fields(table.schema_arrow.names, columns, name)
        _check_sizes(table.metadata, name)
        number = 0
        for batch in table.iter_batches(PARQUET_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield _make_item(dict(zip(names, row.values(), strict=False)), f"{name}:{number}", origin)
    except (pyarrow.ArrowException, OSError, ValueError, MemoryError) as error:
        raise Unreadable(name, f"a damaged Parquet file: {clean_line(str(error).lower(), 120)}") from error
    if number == 0:
        raise NotAnArticle(name, "a table without rows")


def _check_sizes(metadata: Any, name: str) -> None:  # pyarrow has no types
    for group in range(metadata.num_row_groups):
        row_group = metadata.row_group(group)
        if any(row_group.column(at).total_uncompressed_size > LARGEST_PARQUET_COLUMN_BYTES for at in range(row_group.num_columns)):
            raise Unreadable(name, "a Parquet file with more than 1 GB in a column of a row group; write it with smaller row groups")


def _name_fields(header: Sequence[str], columns: Columns, name: str) -> list[str]:
    """For each column the field of our records that it holds, else its own name."""
    own = [column.strip() for column in header]
    shown = clean_line(", ".join(own), 200)
    if missing := [column for column in columns.values() if column not in own]:
        raise Unreadable(name, f"has no column {missing[0]!r}; its columns: {shown}")
    chosen = {column: field for field, column in columns.items()}
    known = {column: column.lower() for column in own if column.lower() in (*FIELDS, "body") and column.lower() not in columns}
    names = [chosen.get(column) or known.get(column) or (f"original_{column}" if column in columns else column) for column in own]
    if not {"text", "body"} & set(names):
        raise Unreadable(name, f"no column is called text or body; call one so, or name it with --columns text=NAME. Its columns: {shown}")
    return names


def _make_item(row: dict[str, Any], place: str, origin: str) -> Item | IngestError:
    stripped = {field: value.strip() if isinstance(value, str) else value for field, value in row.items()}
    record = {field: value for field, value in stripped.items() if value is not None and value != ""}
    authors = record.get("authors")
    if isinstance(authors, str) and ";" in authors:
        record["authors"] = [author.strip() for author in authors.split(";")]
    data = json.dumps(record, ensure_ascii=False, default=_plain).encode("utf-8", "replace")
    if len(data) > LARGEST_LINE_BYTES:
        return Unreadable(place, f"a row larger than {LARGEST_LINE_BYTES // 1_000_000} MB")
    return Item(place, "record", data, origin)


def _plain(value: object) -> str:
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _charset(file: BinaryIO, name: str) -> str:
    """By the first piece that is more than ASCII: a table may begin with columns of numbers."""
    sample = first = file.read(SAMPLE_BYTES)
    if first.startswith(MAGIC):
        raise Unreadable(name, "a binary file, whatever its name says")
    while sample.isascii() and b"\0" not in sample and (piece := file.read(SAMPLE_BYTES)):
        # a letter may begin in one piece and end in the next
        sample = sample[-8:] + piece
    charset = find_charset(first) if not first.isascii() or b"\0" in first else find_charset(sample)
    file.seek(0)
    return charset


def _read_lines(text: io.TextIOWrapper, name: str) -> Iterator[str]:
    while line := text.readline(LARGEST_LINE_BYTES + 1):
        if len(line) > LARGEST_LINE_BYTES:
            raise Unreadable(name, f"a line longer than {LARGEST_LINE_BYTES // 1_000_000} MB; the rest is not read")
        yield line
