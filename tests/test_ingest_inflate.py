"""Compressed bytes, inflated up to a limit."""

import gzip
import zlib

import pytest

from ingest.inflate import Gunzip, TooLarge, gunzip


def test_what_is_within_the_limit_comes_whole_also_byte_by_byte() -> None:
    data = gzip.compress(b"harbour" * 1000) + gzip.compress(b"!")
    stream = Gunzip(7001)
    assert b"".join(stream.inflate(bytes([byte])) for byte in data) == b"harbour" * 1000 + b"!"
    assert stream.is_whole
    assert gunzip(data, 7001) == b"harbour" * 1000 + b"!"


def test_one_byte_above_the_limit_is_too_much() -> None:
    with pytest.raises(TooLarge):
        gunzip(gzip.compress(b"x" * 101), 100)
    assert gunzip(gzip.compress(b"x" * 100), 100) == b"x" * 100


def test_members_add_up() -> None:
    with pytest.raises(TooLarge):
        gunzip(gzip.compress(b"x" * 60) * 2, 100)


@pytest.mark.parametrize("data", [b"", b"no gzip", gzip.compress(b"x" * 100)[:-9], b"\x1f\x8b\x08\x00"])
def test_what_is_no_gzip_or_breaks_off_is_an_error(data: bytes) -> None:
    with pytest.raises(zlib.error):
        gunzip(data, 100)
