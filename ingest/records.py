"""Articles out of JSON and JSON Lines.

A record is an object with `text` (or `body`) and any of `id`, `url`, `title`, `published`, `updated`, `source`,
`authors`, `language`, `section`; or it is an item of ninjs. Fields of other names, and those that cannot be read, are kept as metadata.
"""

import json
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from typing import Any, TypeGuard

from ingest.addresses import host_name
from ingest.clean import LONGEST_NAME, clean_line, clean_text
from ingest.dates import read_date
from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.files import decode_document
from ingest.language import find_language
from ingest.mentions import find_mentions
from ingest.ninjs import is_ninjs, ninjs_record
from ingest.paragraphs import join_paragraphs, split_paragraphs
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


def read_json(data: bytes, name: str, source: str = "", origin: str | None = None) -> Iterator[Article | IngestError]:
    """The articles of a JSON file: one record, of which the file is the origin, or a list of records.

    Raises:
        NotAnArticle: The list is empty, or the one record's text is blank.
        Unreadable: It is no JSON, or neither an object with a text nor a list.
    """
    value = parse_json(decode_document(data, name), name)
    if isinstance(value, dict):
        yield _read_object(value, name, source, origin)
        return
    if not isinstance(value, list):
        raise Unreadable(name, f"holds {_type_name(value)}; a record is an object with a text, or a list of such objects")
    if not value:
        raise NotAnArticle(name, "an empty list")
    for number, record in enumerate(value, 1):
        try:
            yield _read_object(record, f"{name}[{number}]", source)
        except IngestError as error:
            yield error


def read_json_line(data: bytes, name: str, source: str = "") -> Article:
    """The article of one line of a JSON Lines file.

    Raises:
        NotAnArticle: Its text is blank.
        Unreadable: It is no UTF-8, no JSON, or no object with a text.
    """
    try:
        # the first line may begin with a byte order mark
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(name, "not UTF-8; save the file as UTF-8") from error
    return _read_object(parse_json(text, name), name, source)


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
        # many systems set both times at once; that is no update
        updated=updated if updated and (published is None or updated.seconds > published.seconds) else None,
        mentioned=find_mentions(body, language, published),
        origin=origin,
    )
    read = {"text", "body", *given} | ({"id"} if _is_key(key) else set())
    read |= {name for name, value in (("published", published), ("updated", updated), ("authors", authors)) if value is not None}
    return replace(article, metadata=_read_rest(record, read))


def _read_object(record: object, place: str, source: str, origin: str | None = None) -> Article:
    if not isinstance(record, dict):
        raise Unreadable(place, f"{_type_name(record)}, not an object with a text")
    return read_record(ninjs_record(record, place) if is_ninjs(record) else record, place, source, origin)


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
