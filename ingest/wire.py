"""Items to a reading process, and what it read of them back.

No pickle: the process that answers has met hostile input, and what it says is data.
"""

import json
import struct
from dataclasses import asdict, replace
from functools import lru_cache
from typing import IO, Any

from pydantic import TypeAdapter

from ingest.errors import IngestError, NotAnArticle, Unlucky, Unreadable
from ingest.item import Hints, Item
from vectorstore import Article, Timestamp

READY, ARTICLE, REFUSAL = b"R", b"A", b"E"
# of an item: and the next one is waited for; or the process has had enough and leaves
END, LAST = b".", b"!"
# a kind of one byte and the length of what follows
HEAD = struct.Struct("!cI")
ITEM_HEAD = struct.Struct("!II")


def write_item(stream: IO[bytes], item: Item, source: str) -> None:
    """Sends an item. Raises BrokenPipeError when nobody reads any more."""
    facts = json.dumps({**asdict(replace(item, data=b"")), "data": None, "paper": source}).encode()
    stream.write(ITEM_HEAD.pack(len(facts), len(item.data)))
    stream.write(facts)
    stream.write(item.data)
    stream.flush()


def read_item_sent(stream: IO[bytes]) -> tuple[Item, str] | None:
    """The next item and the name of the paper for what names none; None when there are no more."""
    head = stream.read(ITEM_HEAD.size)
    if len(head) < ITEM_HEAD.size:
        return None
    facts_length, data_length = ITEM_HEAD.unpack(head)
    facts = json.loads(stream.read(facts_length))
    data, source, hints = stream.read(data_length), facts.pop("paper"), facts.pop("hints")
    times = {name: _timestamp(hints[name]) for name in ("published", "updated")}
    made = Hints(**{**hints, **times, "authors": tuple(hints["authors"])})
    return Item(**{**facts, "data": data, "fetched": _timestamp(facts["fetched"]), "hints": made}), source


def pack_reading(reading: Article | IngestError) -> bytes:
    """One message; a reading process may send several for an item, and then END."""
    if isinstance(reading, Article):
        return pack(ARTICLE, _articles().dump_json(reading))
    told = {"skipped": isinstance(reading, NotAnArticle), "lasts": reading.lasts, "target": reading.target, "reason": reading.reason}
    return pack(REFUSAL, json.dumps(told).encode())


def pack(kind: bytes, content: bytes = b"") -> bytes:
    return HEAD.pack(kind, len(content)) + content


def unpack_reading(kind: bytes, content: bytes) -> Article | IngestError:
    """What `pack_reading` packed. Raises ValueError when it is anything else."""
    if kind == ARTICLE:
        return _articles().validate_json(content)
    if kind != REFUSAL:
        raise ValueError(f"a message of the unknown kind {kind!r}")
    told = json.loads(content)
    kind_of_refusal = NotAnArticle if told["skipped"] else Unreadable if told["lasts"] else Unlucky
    return kind_of_refusal(str(told["target"]), str(told["reason"]))


def _timestamp(value: Any) -> Timestamp | None:  # JSON may be anything
    return None if value is None else Timestamp(**value)


@lru_cache(maxsize=1)
def _articles() -> TypeAdapter[Article]:
    # built at the first use: it takes a few milliseconds
    return TypeAdapter(Article)
