"""Which items were read before, and need not be read again."""

import hashlib
import json
from dataclasses import asdict, fields
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ingest.errors import RefusedBefore
from ingest.item import Hints, Item
from ingest.report import kept_out
from vectorstore import Archive, Refused

# what reads for us: with another version of one of them, an item may read differently
READERS = ("charset-normalizer", "lxml", "py3langid", "pypdf", "trafilatura")

# where it lies, what it is called and when it was fetched decide nothing
INDIFFERENT = ("target", "origin", "fetched", "data")
# of most items nothing is said
NO_HINTS = Hints()


def recall(archive: Archive, digest: bytes) -> str | Refused | None:
    """What came of an item before, if reading it again would change nothing: the id of its article, or why there is none."""
    return archive.recall(digest) or archive.refusals.recall(digest)


def refuse_again(target: str, refusal: Refused) -> RefusedBefore:
    """What is told of something that was refused before."""
    is_deleted = refusal.article_id is not None and refusal.deleted is not None
    reason = kept_out(refusal.article_id or "", refusal.deleted or 0) if is_deleted else refusal.reason
    return RefusedBefore(target, reason, refusal.is_fault)


def digest_item(item: Item, source: str) -> bytes:
    """Of all that decides what is read of an item: its bytes, what is known of it, and the program that reads it."""
    known = {field.name: getattr(item, field.name) for field in fields(item) if field.name not in INDIFFERENT}
    known |= {"hints": asdict(item.hints) if item.hints != NO_HINTS else None, "source": source, "program": program()}
    digest = hashlib.blake2b(json.dumps(known).encode(), digest_size=16)
    digest.update(item.data)
    return digest.digest()


@lru_cache(maxsize=1)
def program() -> str:
    """A digest of our own code of reading and of the versions of what it reads with: nobody has to remember to count it up."""
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    for name in READERS:
        try:
            digest.update(f"{name} {version(name)}".encode())
        except PackageNotFoundError:
            # pypdf is optional, and reading PDF fails without it
            continue
    return digest.hexdigest()
