"""Passages -> what a language model reads: dated blocks under short opaque marks."""

import hashlib
import re
import secrets
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from langchain_core.documents import Document

# UTF-8 bytes that one token stands for: 3 to 5 in Latin script, 3 in Chinese; the low end keeps the prompt inside its limit
BYTES_PER_TOKEN = 3
# instructions, question, conversation and the answer itself
RESERVED_TOKENS = 2400

# strftime would speak the language that the process was started in
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LETTERS = "abcdefghjkmnpqrstuvwxyz"
MARK_TEXT = re.compile(r"\[([a-z]\d[a-z]\d*)\]")


def name_passages(passages: Iterable[Document]) -> dict[str, Document]:
    """Passages by mark: a letter, a digit, a letter, and a number when two would be the same.

    The marks look random, for small models count along when they see 1, 2, 3; they come from the passages' ids,
    so that a mark can be read back without being kept anywhere.
    """
    named: dict[str, Document] = {}
    for passage in passages:
        name = plain_name = _mark(str(passage.id))
        again = 2
        while name in named:
            name, again = f"{plain_name}{again}", again + 1
        named[name] = passage
    return named


def write_context(passages: Sequence[Document], context_tokens: int) -> str:
    """The passages as blocks, best first, as many as fit in a model's context of that size."""
    # no article can know it, so none can close its block and go on as if it were the system
    nonce = secrets.token_hex(4)
    room = max(1, context_tokens - RESERVED_TOKENS) * BYTES_PER_TOKEN
    blocks: list[str] = []
    for name, passage in name_passages(passages).items():
        block = _block(name, passage, nonce)
        room -= len(block.encode("utf-8", "replace"))
        if room < 0 and blocks:
            break
        blocks.append(block)
    return "\n\n".join(blocks)


def day(seconds: int | None) -> str:
    """A publication date for people: `13 February 2025`; `undated` for None.

    >>> day(1739404800)
    '13 February 2025'
    """
    if seconds is None:
        return "undated"
    moment = datetime.fromtimestamp(seconds, UTC)
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def _block(name: str, passage: Document, nonce: str) -> str:
    metadata = passage.metadata
    head = f"mark: [{name}] | published: {day(metadata.get('published'))} | source: {defuse(metadata['source']) or 'unknown'}"
    return f"<<passage {nonce}\n{head}\ntitle: {defuse(metadata['title'])}\n{defuse(passage.page_content)}\npassage {nonce}>>"


def defuse(text: str) -> str:
    """Text that imitates a block's borders or a mark, made harmless. Quotes come from the archive, never from here."""
    text = MARK_TEXT.sub(r"(\1)", text)
    return text.replace("<", "‹").replace(">", "›")


def _mark(passage_id: str) -> str:
    first, second, third = hashlib.sha256(passage_id.encode()).digest()[:3]
    return f"{LETTERS[first % len(LETTERS)]}{second % 8 + 2}{LETTERS[third % len(LETTERS)]}"
