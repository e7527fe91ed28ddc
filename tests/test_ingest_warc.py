"""Pages out of web archives."""

import gzip
import io
import os

import pytest

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.item import Item
from ingest.warc import split_warc

HTML = "Content-Type: text/html; charset=utf-8\r\n"


def record(
    body: bytes,
    *,
    url: str = "https://paper.example.org/1",
    kind: str = "response",
    status: str = "HTTP/1.1 200 OK",
    headers: str = HTML,
    length: int | None = None,
    more: str = "",
) -> bytes:
    block = f"{status}\r\n{headers}\r\n".encode() + body
    size = len(block) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-02-13T08:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"{more}Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def read(data: bytes) -> list[Item | IngestError]:
    return list(split_warc(io.BytesIO(data), "a.warc", "/a.warc"))


def pages(data: bytes) -> list[bytes]:
    return [found.data for found in read(data) if isinstance(found, Item)]


def damaged(data: bytes) -> bytes:
    return data[:60] + bytes(10) + data[70:]


ONE, TWO = record(b"<p>one</p>"), record(b"<p>two</p>", url="https://paper.example.org/2")


def test_a_page_comes_with_its_address_charset_and_the_time_it_was_fetched() -> None:
    (item,) = read(ONE)
    assert isinstance(item, Item)
    assert (item.kind, item.data, item.url, item.charset) == ("html", b"<p>one</p>", "https://paper.example.org/1", "utf-8")
    assert (str(item.fetched), item.origin, item.target) == (
        "2025-02-13T08:00:00Z",
        "/a.warc#https://paper.example.org/1",
        "a.warc: https://paper.example.org/1",
    )


@pytest.mark.parametrize("data", [ONE + TWO, gzip.compress(ONE) + gzip.compress(TWO), gzip.compress(ONE + TWO)])
def test_every_way_to_compress_the_file_is_read(data: bytes) -> None:
    assert pages(data) == [b"<p>one</p>", b"<p>two</p>"]


def test_an_address_in_angle_brackets_is_one() -> None:
    (item,) = read(record(b"<p>", url="<https://paper.example.org/3>"))
    assert isinstance(item, Item) and item.url == "https://paper.example.org/3"


def test_what_is_no_page_is_counted_in_one_line() -> None:
    others = [record(b"", kind=kind) for kind in ("request", "warcinfo", "metadata", "revisit", "revisit")]
    others += [record(b"", status="HTTP/1.1 404 Not Found"), record(b"\x89PNG", headers="Content-Type: image/png\r\n")]
    *found, last = read(b"".join([ONE, *others, TWO]))
    assert len(found) == 2 and isinstance(last, NotAnArticle)
    assert last.reason == (
        "passed over 2 revisit records, 1 request records, 1 warcinfo records, 1 metadata records, "
        "1 records with status 404, 1 records that are not HTML"
    )


def test_a_body_is_taken_out_of_its_encodings() -> None:
    chunked = b"3\r\n<p>\r\n4\r\ntext\r\n0\r\n\r\n"
    assert pages(record(chunked, headers=f"{HTML}Transfer-Encoding: chunked\r\n")) == [b"<p>text"]
    assert pages(record(gzip.compress(b"<p>text"), headers=f"{HTML}Content-Encoding: gzip\r\n")) == [b"<p>text"]


@pytest.mark.parametrize("body", [bytes(5_000_001), bytes(10_000_002), gzip.compress(bytes(50_000_000))])
def test_a_page_that_is_too_large_is_one_line_and_the_next_page_is_read(body: bytes) -> None:
    error, item = read(record(body, headers=f"{HTML}Content-Encoding: gzip\r\n") + TWO)
    assert isinstance(error, Unreadable) and str(error) == "a.warc: https://paper.example.org/1: a page larger than 5 MB"
    assert isinstance(item, Item) and item.data == b"<p>two</p>"


BROKEN = gzip.compress(record(os.urandom(2000)))


@pytest.mark.parametrize(
    "data",
    [
        ONE + b"rubbish\r\n" * 100 + TWO,
        gzip.compress(ONE) + damaged(BROKEN) + gzip.compress(TWO),
        gzip.compress(ONE) + b"rubbish" * 100 + gzip.compress(TWO),
        ONE + record(b"", length=-5) + TWO,
        ONE + record(b"", length=10**30) + TWO,
        ONE + b"WARC/1.0\r\nX: " + b"a" * 3_000_000 + b"\r\n\r\n" + TWO,
        ONE + record(b"<p>", headers=f"X: {'a' * 100_000}\r\n") + TWO,
    ],
)
def test_a_broken_place_is_passed_over_with_a_reason(data: bytes) -> None:
    assert pages(data) == [b"<p>one</p>", b"<p>two</p>"]
    _, *errors, _ = read(data)
    assert errors and all(isinstance(error, Unreadable) for error in errors)


def test_a_page_that_holds_a_record_cannot_pass_it_off_where_the_file_is_broken() -> None:
    forged = record(b"<p>forged</p>", url="https://other.example.org/")
    data = record(b"<p>page</p>\r\n\r\n" + forged) + b"rubbish" + TWO
    assert pages(data) == [b"<p>page</p>\r\n\r\n" + forged, b"<p>two</p>"]


def test_a_file_that_breaks_off_gives_what_is_whole() -> None:
    long = record(os.urandom(1000))
    for data in ((ONE + long)[:-20], (gzip.compress(ONE) + gzip.compress(long))[:-30]):
        item, error = read(data)
        assert isinstance(item, Item)
        assert isinstance(error, Unreadable)


@pytest.mark.parametrize("data", [b"", b"WARC", bytes(1000), os.urandom(100_000), gzip.compress(b"no records"), b"a" * 1_000_000])
def test_what_is_no_web_archive_is_one_line(data: bytes) -> None:
    (error,) = read(data)
    assert isinstance(error, Unreadable)


def test_a_file_that_is_broken_everywhere_is_given_up() -> None:
    first, second, *errors = read(gzip.compress(ONE) + damaged(BROKEN) * 1200 + gzip.compress(TWO))
    assert isinstance(first, Item) and "a broken record" in str(second)
    assert ["the rest is not read" in str(error) for error in errors] == [True]
