"""Articles out of JSON and JSON Lines.

A record is an object with `text` (or `body`) and any of `id`, `url`, `title`, `published`, `updated`, `source`,
`authors`, `language`, `section`. Fields of other names, and those that cannot be read, are kept as metadata.
"""

import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeGuard

from ingest.addresses import host_name
from ingest.clean import LONGEST_NAME, clean_line, clean_text
from ingest.dates import read_date
from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.files import LARGEST_LINE_BYTES, decode_document, read_bytes, read_lines
from ingest.language import find_language
from ingest.mentions import find_mentions
from ingest.paragraphs import join_paragraphs, split_paragraphs
from ingest.sources import shown_path
from vectorstore import Article
from vectorstore.addresses import clean_url
from vectorstore.article import Provenance

TEXT_FIELDS = ("url", "title", "source", "language", "section")
MOST_AUTHORS = 50
MOST_FIELDS = 100
LONGEST_VALUE = 2000
LONGEST_KEY = 500
# JSON has no other types
TYPE_NAMES = {str: "text", int: "a number", float: "a number", bool: "true or false", list: "a list", dict: "an object", type(None): "null"}

Record = Mapping[str, Any]  # what json.loads and yaml.safe_load give


def read_json(path: Path, source: str = "") -> Iterator[Article | IngestError]:
    """The articles of a `.json` file: one record, or a list of records."""
    name = shown_path(path)
    value = parse_json(decode_document(read_bytes(path), name), name)
    if isinstance(value, dict):
        yield read_record(value, name, source, origin=shown_path(path.absolute()))
        return
    if not isinstance(value, list):
        raise Unreadable(name, f"holds {_type_name(value)}; a record is an object with a text, or a list of such objects")
    if not value:
        raise NotAnArticle(name, "an empty list")
    for number, record in enumerate(value, 1):
        yield _try_record(record, f"{name}[{number}]", source)


def read_json_lines(path: Path, source: str = "") -> Iterator[Article | IngestError]:
    """The articles of a `.jsonl` file, one record a line; the file is never in memory as a whole."""
    name = shown_path(path)
    empty = True
    for number, line in read_lines(path):
        place = f"{name}:{number}"
        if line is None:
            empty = False
            yield Unreadable(place, f"a line longer than {LARGEST_LINE_BYTES // 1_000_000} MB")
            continue
        if not line.strip():
            continue
        empty = False
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            yield Unreadable(place, "not UTF-8; save the file as UTF-8")
            continue
        try:
            record = parse_json(text, place)
        except Unreadable as error:
            yield error
            continue
        yield _try_record(record, place, source)
    if empty:
        raise NotAnArticle(name, "empty file")


def parse_json(text: str, name: str) -> Any:  # JSON may be anything
    """The value of a JSON text.

    Raises:
        Unreadable: It is none, is cut off, or is nested too deep.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(name, f"not JSON: {error.msg.lower()} (line {error.lineno}, column {error.colno})") from error
    except RecursionError as error:
        raise Unreadable(name, "JSON that is nested too deep") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise Unreadable(name, f"not JSON: {error}") from error


def read_record(record: Record, place: str, source: str = "", origin: str | None = None, provenance: Provenance = "given") -> Article:
    """The article of one record; `source` stands in where the record names none.

    `origin` names the place that this article alone was read from: None for a record among many, of which the
    file tells nothing. A field that cannot be read, or is of a wrong type, is kept as metadata, as it was written.

    Raises:
        NotAnArticle: Its text is blank.
        Unreadable: It has no text.
    """
    body = _read_text(record, place)
    # what identifies the article may be a number: as text it is the same
    key = record.get("id")
    given = {name: value for name in TEXT_FIELDS if isinstance(value := record.get(name), str)}
    url = clean_url(given.get("url", ""))
    language = find_language(body, given.get("language", ""))
    published = read_date(record.get("published"), provenance, language)
    updated = read_date(record.get("updated"), provenance, language)
    authors = _read_authors(record.get("authors"))
    article = Article(
        text=body,
        title=clean_line(given.get("title", "")),
        url=url,
        key=clean_line(str(key), LONGEST_KEY) if _is_key(key) and key != "" else None,
        source=clean_line(given.get("source", ""), LONGEST_NAME) or source or (host_name(url) if url else ""),
        language=language,
        authors=authors or (),
        section=clean_line(given.get("section", ""), LONGEST_NAME) or None,
        published=published,
        updated=updated,
        mentioned=find_mentions(body, language, published),
        origin=origin,
    )
    read = {"text", "body", *given} | ({"id"} if _is_key(key) else set())
    read |= {name for name, value in (("published", published), ("updated", updated), ("authors", authors)) if value is not None}
    return replace(article, metadata=_read_rest(record, read))


def _try_record(record: object, place: str, source: str) -> Article | IngestError:
    if not isinstance(record, dict):
        return Unreadable(place, f"{_type_name(record)}, not an object with a text")
    try:
        return read_record(record, place, source)
    except IngestError as error:
        return error


def _read_text(record: Record, place: str) -> str:
    field = "text" if record.get("text") is not None else "body"
    value = record.get(field)
    if value is None:
        raise Unreadable(place, "has no text (a field `text` or `body`)")
    if not isinstance(value, str):
        raise Unreadable(place, f"{field} is {_type_name(value)}, not text")
    body = join_paragraphs(split_paragraphs(clean_text(value)))
    if not any(character.isalnum() for character in body):
        raise NotAnArticle(place, "its text is blank")
    return body


def _read_authors(value: object) -> tuple[str, ...] | None:
    """The names of a text or a list of texts; None for anything else."""
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    cleaned = [clean_line(name, LONGEST_NAME) for name in names[:MOST_AUTHORS]]
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _is_key(value: object) -> TypeGuard[str | int]:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _read_rest(record: Record, known: Set[str]) -> dict[str, str]:
    """Every other field as text."""
    rest: dict[str, str] = {}
    for name, value in record.items():
        if name in known or value is None or len(rest) == MOST_FIELDS:
            continue
        try:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
        except (RecursionError, ValueError):
            continue
        rest[clean_line(str(name), LONGEST_NAME)] = clean_text(text)[:LONGEST_VALUE]
    return rest


def _type_name(value: object) -> str:
    return TYPE_NAMES.get(type(value), type(value).__name__)
