"""Bytes out of files, safely, and letters out of bytes."""

import codecs
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ingest.errors import NotAnArticle, Unreadable
from ingest.paths import shown_path

LARGEST_DOCUMENT_BYTES = 50_000_000
LARGEST_LINE_BYTES = 10_000_000
# the whole of a long file takes the detector half a minute
CHARSET_SAMPLE_BYTES = 65_536
LARGEST_BROKEN_SHARE = 0.05
MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\0",
    b"BZh9",
    b"7z\xbc\xaf",
)
MARKS = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# how texts of seven bits change to other letters; nothing else has these bytes
ESCAPES = ((b"\x1b$B", "iso2022_jp_2"), (b"\x1b$@", "iso2022_jp_2"), (b"\x1b$)C", "iso2022_kr"))
# codecs for text only: Python also knows punycode, unicode_escape and the like
CHARSET = re.compile(
    r"^(iso-?8859|latin|windows-?\d|cp\d|koi8|gb|big5|euc|shift|sjis|iso-?2022|mac|tis|utf-?(8|16|32)|us-?ascii)", re.IGNORECASE
)
# browsers read these as the larger sets that people in fact use
LARGER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-9": "cp1254",
}
BROKEN = re.compile("[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f\ufffd]")


def read_bytes(path: Path) -> bytes:
    """The whole file.

    Raises:
        NotAnArticle: It is empty.
        Unreadable: It is no regular file, larger than LARGEST_DOCUMENT_BYTES, or may not be read.
    """
    name = shown_path(path)
    with open_regular(path) as file:
        try:
            data = file.read(LARGEST_DOCUMENT_BYTES + 1)
        except OSError as error:
            raise Unreadable(name, f"cannot be read: {error.strerror}") from error
    if len(data) > LARGEST_DOCUMENT_BYTES:
        raise Unreadable(name, f"larger than {LARGEST_DOCUMENT_BYTES // 1_000_000} MB; split it, or give the articles as .jsonl")
    if not data.strip():
        raise NotAnArticle(name, "empty file")
    return data


def read_lines(path: Path, limit: int = LARGEST_LINE_BYTES) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1; None for a line longer than `limit` bytes, which is passed over in pieces."""
    with open_regular(path) as file:
        number = 0
        while line := file.readline(limit + 1):
            number += 1
            whole = len(line) <= limit or line.endswith(b"\n")
            yield number, line if whole else None
            while not whole and line:
                line = file.readline(limit)
                whole = line.endswith(b"\n")


def open_regular(path: Path) -> BinaryIO:
    """The file, open for reading; a pipe, a socket or a device is refused instead of waited for.

    Raises:
        Unreadable: It is no regular file, or may not be opened.
    """
    name = shown_path(path)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Unreadable(name, "not a regular file")
        # should a pipe take the file's place in between, opening it must not hang
        return open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb")
    except PermissionError as error:
        raise Unreadable(name, "may not be read; check its permissions") from error
    except OSError as error:
        raise Unreadable(name, f"cannot be opened: {(error.strerror or str(error)).lower()}") from error


def decode_document(data: bytes, name: str, declared: str | None = None) -> str:
    """The letters of a text file: by its byte order mark, UTF-8, what it declares, or the most likely charset.

    Raises:
        Unreadable: It is no text, or more than a twentieth of it cannot be read in any charset.
    """
    if data.startswith(MAGIC):
        raise Unreadable(name, "a binary file, whatever its name says")
    text = data.decode(find_charset(data, declared), "replace")
    broken = len(BROKEN.findall(text))
    if broken > LARGEST_BROKEN_SHARE * len(text):
        raise Unreadable(name, "not text, or in a charset that cannot be told; save it as UTF-8")
    return text


def find_charset(data: bytes, declared: str | None = None) -> str:
    """The name of a text's charset for Python's codecs; `data` may be its beginning, cut within a letter."""
    for mark, marked in MARKS:
        if data.startswith(mark):
            # by these names the mark is read as one instead of as a letter
            return "utf-8-sig" if marked == "utf-8" else marked[:6]
    for escape, escaped in ESCAPES:
        if escape in data:
            return escaped
    if wide := _wide_charset(data):
        return wide
    # before what is declared: a text that is valid UTF-8 by chance is next to impossible, a wrong declaration is common
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return _known_charset(declared) or _likely_charset(data)
    return "utf-8"


def _wide_charset(data: bytes) -> str | None:
    """UTF-16 without a mark: in most languages every other byte of it is zero."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _known_charset(declared: str | None) -> str | None:
    # it was seen above that the bytes are no UTF-8
    if not declared or not CHARSET.match(declared) or declared.lower().startswith("utf"):
        return None
    name = LARGER.get(declared.lower(), declared)
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _likely_charset(data: bytes) -> str:
    from charset_normalizer import from_bytes

    # cut at a blank, so that no letter is cut in two
    sample = data[:CHARSET_SAMPLE_BYTES]
    if len(data) > len(sample):
        sample = sample[: sample.rfind(b" ") + 1] or sample
    best = from_bytes(sample).best()
    return best.encoding if best else "utf-8"
