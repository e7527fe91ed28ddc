"""Mutated articles and random JSON, the same for the same seed. Run by test_fuzz.py."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from ingest.formats import FORMATS, stream_file
from ingest.item import Item

SAMPLES = Path(__file__).parent.parent / "samples"
# what parsers stumble over
CRUMBS = (
    b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#0;", b"&#xD800;", b"&amp", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\xed\xa0\x80", b"{", b"}", b"[", b"]", b'"', b"\\u0000", b"\\ud800", b"1e999", b"-", b"9" * 400,
    b"null", b"---\n", b"\n---\n", b": &a [*a]", b"|---|---|\n", b"<script type='application/ld+json'>", b'{"@graph": [',
    b"<table>" * 50, b"<div>" * 300, b"<p hidden>", b"<base href='javascript:1'>", "\u202e".encode(), "e\u0301".encode() * 40,
    b"2025-13-45", b"13/02/2025", b"a" * 5000, b"https://[", b"https://a.example/\x7f", b"%PDF-1.7", b"\r\n\r\n",
    b"=?utf-8?q?=ff?=", b"\x1f\x8b\x08",
)  # fmt: skip
NAMES = ("text", "body", "id", "url", "title", "published", "updated", "source", "authors", "language", "section", "x", "")
VALUES = (
    None, True, 0, -1, 1.5, 10**30, "", "x", "https://a.example/b", "2025-02-13",
    "Two ports were shut on Monday as a storm moved in from the west.",
    "\ud800", "\x00", "a" * 3000, [], {}, "1e999", "NaN",
)  # fmt: skip


def sample_items() -> list[Item]:
    """The sample articles, as they lie there."""
    files = [file for file in sorted(SAMPLES.rglob("*")) if file.suffix in FORMATS]
    return [item for file in files for item in stream_file(file) if isinstance(item, Item)]


def mutated_articles(count: int, seed: int) -> Iterator[Item]:
    """Sample articles with bytes lost, doubled, swapped and added, or read as another kind of document."""
    chance, samples = random.Random(seed), sample_items()
    for number in range(count):
        item = chance.choice(samples)
        data = bytearray(item.data)
        for _ in range(chance.choice((1, 1, 2, 5, 20))):
            _mutate(data, chance)
        kind = chance.choice(("text", "markdown", "html", "json", "record", "xml", "mail")) if chance.random() < 0.1 else item.kind
        yield Item(f"{number}:{item.target}", kind, bytes(data), f"{number}")  # type: ignore[arg-type]


def random_records(count: int, seed: int) -> Iterator[Item]:
    """JSON of any shape under the names that records have."""
    chance = random.Random(seed)
    for number in range(count):
        data = json.dumps(_value(chance, 0)).encode()
        yield Item(f"json {number}", chance.choice(("json", "record", "record")), data, f"json {number}")


def _mutate(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 8, 100, 2000)))
    match chance.randrange(6):
        case 0:
            del data[at:end]
        case 1:
            data[at:at] = chance.choice(CRUMBS)
        case 2:
            data[at:at] = data[at:end] * chance.choice((1, 3, 30))
        case 3:
            data[at:end] = chance.randbytes(end - at)
        case 4:
            del data[at:]
        case _:
            for place in range(at, end):
                data[place] ^= 1 << chance.randrange(8)


def _value(chance: random.Random, depth: int) -> object:
    shape = chance.random()
    if depth == 0 or (shape < 0.15 and depth < 4):
        record: dict[str, object] = {chance.choice(NAMES): _value(chance, depth + 1) for _ in range(chance.randrange(8))}
        return record if depth or shape < 0.8 else [record, _value(chance, depth + 1)]
    if shape < 0.3 and depth < 4:
        return [_value(chance, depth + 1) for _ in range(chance.randrange(4))]
    return chance.choice(VALUES)
