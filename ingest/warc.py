"""Web archives (WARC): the pages that they keep, one by one, however large the file is."""

from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from fastwarc import ArchiveIterator, GzipReader, WarcRecord, WarcRecordType

from ingest.bodies import EncodingError, decode_body
from ingest.clean import clean_line
from ingest.dates import read_date
from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.html import LARGEST_PAGE_BYTES
from ingest.item import Item

LARGEST_BODY_BYTES = 10_000_000
PAGES = ("text/html", "application/xhtml+xml")
PIECE_BYTES = 1 << 20
# what a record begins with: a gzip member of its own, or the first line
GZIP_MEMBER, FIRST_LINE = b"\x1f\x8b\x08", b"WARC/1."
# a file made to be broken everywhere would be looked through without an end
MOST_BROKEN_PLACES = 1000


def split_warc(file: BinaryIO, name: str, origin: str) -> Iterator[Item | IngestError]:
    """The pages that a web archive, compressed or not, was given with success, in the order of the file.

    A broken place is passed over to the next record. What is no page is counted in one last line.

    Args:
        file: Open for reading, seekable; one record at a time is in memory.
        name: What the reader calls the file.
        origin: The file, as the archive knows it.
    """
    others: Counter[str] = Counter()
    for record in _read_records(file, name):
        found = record if isinstance(record, IngestError) else _read_record(record, name, origin)
        if isinstance(found, str):
            others[found] += 1
        else:
            yield found
    if others:
        yield NotAnArticle(name, "passed over " + ", ".join(f"{count} {kind}" for kind, count in others.most_common()))


def _read_records(file: BinaryIO, name: str) -> Iterator[WarcRecord | IngestError]:
    is_zipped = file.read(len(GZIP_MEMBER)) == GZIP_MEMBER
    at: int | None = 0
    broken, found_any = 0, False
    while at is not None:
        file.seek(at)
        zipped = GzipReader(file) if is_zipped else None
        try:
            for record in ArchiveIterator(zipped or file, parse_http=False):
                found_any, broken = True, 0
                # beyond the record: what its page holds may look like a record too
                at = at if is_zipped else record.stream_pos + _size(record)
                yield record
            if not found_any:
                yield Unreadable(name, "not a web archive (WARC), whatever its name says")
            return
        except OSError as error:
            at = max(at, (zipped.frame_start_position() or 0) if zipped else 0)
            # places that follow each other without a record between them are one
            if broken == 0:
                yield Unreadable(f"{name}, byte {at}", f"a broken record of a web archive: {str(error).lower().rstrip('.')}")
            broken += 1
        if broken > MOST_BROKEN_PLACES:
            yield Unreadable(name, f"broken from byte {at} on; the rest is not read")
            return
        at = _find(file, GZIP_MEMBER if is_zipped else FIRST_LINE, at + 1)


def _size(record: WarcRecord) -> int:
    head = sum(len(name) + len(value) + len(": \r\n") for name, value in record.headers.items_bytes())
    return len(record.headers.status_line_bytes or b"") + head + len("\r\n\r\n") + record.content_length


def _find(file: BinaryIO, mark: bytes, start: int) -> int | None:
    """Where a mark stands next from `start` on."""
    file.seek(start)
    before = b""
    while piece := file.read(PIECE_BYTES):
        found = (before + piece).find(mark)
        if found >= 0:
            return start - len(before) + found
        start += len(piece)
        before = (before + piece)[1 - len(mark) :]
    return None


def _read_record(record: WarcRecord, name: str, origin: str) -> Item | IngestError | str:
    """The page of a record, or in words what else it is."""
    if record.record_type != WarcRecordType.response:
        return f"{record.record_type} records"
    address = (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
    place = f"{name}: {clean_line(address)}"
    try:
        record.parse_http()
    except OSError:
        return Unreadable(place, "its record holds no answer of a server that can be read")
    headers = record.http_headers
    if headers is None or headers.status_code is None:
        return Unreadable(place, "its record holds no answer of a server")
    if headers.status_code not in (200, 203):
        return f"records with status {headers.status_code}"
    if (record.http_content_type or PAGES[0]).strip().lower() not in PAGES:
        return "records that are not HTML"
    if record.headers.get("WARC-Segment-Number"):
        return "parts of records that were cut in pieces"
    body = record.reader.read(LARGEST_BODY_BYTES + 1)
    if len(body) < record.content_length <= LARGEST_BODY_BYTES:
        return Unreadable(place, "its record breaks off")
    try:
        page = decode_body(body, headers.get("Transfer-Encoding") or "", headers.get("Content-Encoding") or "", LARGEST_PAGE_BYTES)
    except EncodingError as error:
        return Unreadable(place, str(error))
    fetched = read_date(record.headers.get("WARC-Date"), "given")
    # the file is many articles' origin: by it alone they would be versions of each other
    return Item(place, "html", page, f"{origin}#{address}", url=address, charset=record.http_charset, fetched=fetched)
