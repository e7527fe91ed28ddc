"""Bodies of HTTP messages out of their encodings."""

import gzip
import zlib

import brotli
import pytest

from ingest.bodies import EncodingError, decode_body

TEXT = b"<p>text</p>" * 9
BROKEN = gzip.compress(bytes(range(256)) * 2000)


@pytest.mark.parametrize(
    ("content", "encoded"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("X-GZIP", gzip.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)[2:-4]),
        ("br", brotli.compress(TEXT)),
        ("gzip, br", brotli.compress(gzip.compress(TEXT))),
    ],
)
def test_every_usual_encoding_is_known(content: str, encoded: bytes) -> None:
    assert decode_body(encoded, "", content, 1000) == TEXT


@pytest.mark.parametrize("content", ["gzip", "deflate", "br", "zstd"])
def test_a_body_that_was_decoded_before_stays(content: str) -> None:
    assert decode_body(TEXT, "", content, 1000) == TEXT


def test_of_a_body_that_was_cut_there_is_what_came() -> None:
    whole = gzip.compress(bytes(range(256)) * 100)
    assert (bytes(range(256)) * 100).startswith(decode_body(whole[:-20], "", "gzip", 100_000)[:200])
    assert decode_body(gzip.compress(TEXT) + bytes(9), "", "gzip", 1000) == TEXT


@pytest.mark.parametrize("body", [b"3\r\n<p>\r\n4\r\ntext\r\n0\r\n\r\n", b"<p>text"])
def test_chunks_are_put_together(body: bytes) -> None:
    assert decode_body(body, "chunked", "", 1000) == b"<p>text"


def test_chunks_come_off_before_the_content_encoding() -> None:
    zipped = gzip.compress(TEXT)
    assert decode_body(f"{len(zipped):x}\r\n".encode() + zipped + b"\r\n0\r\n\r\n", "chunked", "gzip", 1000) == TEXT


@pytest.mark.parametrize(
    ("content", "encoded", "reason"),
    [
        ("gzip", gzip.compress(bytes(50_000_000)), "a page larger than 5 MB"),
        ("gzip, gzip", gzip.compress(gzip.compress(bytes(50_000_000))), "a page larger than 5 MB"),
        ("deflate", zlib.compress(bytes(50_000_000)), "a page larger than 5 MB"),
        ("br", brotli.compress(bytes(50_000_000), quality=5), "a page larger than 5 MB"),
        ("", bytes(5_000_001), "a page larger than 5 MB"),
        ("gzip", BROKEN[:60] + bytes(10) + BROKEN[70:], "its gzip encoding is broken"),
        ("rot13", b"<p>", "a body in the encoding 'rot13', which is not known"),
        ("gzip, gzip, gzip, gzip", b"<p>", "a body in too many encodings, one in the other"),
    ],
)
def test_a_bomb_and_a_broken_body_have_a_reason(content: str, encoded: bytes, reason: str) -> None:
    with pytest.raises(EncodingError) as error:
        decode_body(encoded, "", content, 5_000_000)
    assert str(error.value) == reason
