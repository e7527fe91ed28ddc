"""Bodies of HTTP messages out of the encodings they were sent in, never beyond a limit."""

import io
import re
import zlib

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, WarcReader, ZstdReader

from ingest.inflate import GZIP_MAGIC, Gunzip, TooLarge

PIECE_BYTES = 65_536
# servers send one; more than three is a trick
MOST_ENCODINGS = 3
ZLIB_HEADER = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
NONE = ("", "identity", "none")


class EncodingError(Exception):
    """A body whose encoding is unknown, broken, or grows beyond the limit."""


def decode_body(body: bytes, transfer: str, content: str, limit: int) -> bytes:
    """The body without its transfer and content encodings, as the headers `transfer` and `content` name them.

    Archives often keep the headers of bodies that they have decoded: what is not in the named encoding stays as it is.

    Raises:
        EncodingError: The decoded body is larger than `limit` bytes, breaks off, or is in an unknown encoding.
    """
    encodings = [name for header in (content, transfer) for name in header.lower().replace(" ", "").split(",") if name not in NONE]
    if len(encodings) > MOST_ENCODINGS:
        raise EncodingError("a body in too many encodings, one in the other")
    for encoding in reversed(encodings):
        body = _decode(body, encoding, limit)
    if len(body) > limit:
        raise EncodingError(f"a page larger than {limit // 1_000_000} MB")
    return body


def _decode(body: bytes, encoding: str, limit: int) -> bytes:
    if encoding in ("gzip", "x-gzip"):
        return _gunzip(body, limit)
    decoded = bytearray()
    try:
        reader = _open(body, encoding)
        while len(decoded) <= limit and (piece := reader.read(PIECE_BYTES)):
            decoded += piece
    except OSError as error:
        if not decoded:
            return body
        raise EncodingError(f"its {encoding} encoding is broken") from error
    return bytes(decoded) or body


def _gunzip(body: bytes, limit: int) -> bytes:
    """What gzip stands for, also of a body that breaks off: archives cut what is too long for them."""
    if not body.startswith(GZIP_MAGIC):
        return body
    try:
        return Gunzip(limit).inflate(body) or body
    except TooLarge:
        raise EncodingError(f"a page larger than {limit // 1_000_000} MB") from None
    except zlib.error as error:
        raise EncodingError("its gzip encoding is broken") from error


def _open(body: bytes, encoding: str) -> WarcReader:
    match encoding:
        case "deflate":
            # by the standard with zlib's header, from some servers without it
            return GzipReader(io.BytesIO(body if ZLIB_HEADER.match(body) else b"\x78\x9c" + body), zlib=True)
        case "br":
            return BrotliReader(io.BytesIO(body))
        case "zstd":
            return ZstdReader(io.BytesIO(body))
        case "chunked":
            return ChunkedReader(io.BytesIO(body))
        case other:
            raise EncodingError(f"a body in the encoding {other[:40]!r}, which is not known")
