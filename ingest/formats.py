"""From a file to its items, by its suffix: the one place where a format of files is known."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.files import LARGEST_LINE_BYTES, open_regular, read_bytes, read_lines
from ingest.item import Item, Kind
from ingest.mail import LARGEST_MAIL_BYTES, split_mailbox
from ingest.paths import shown_path
from ingest.tables import Columns, split_csv, split_parquet
from ingest.warc import split_warc

# gives the items of a file one by one, never holding more than one; what is wrong with the file as a whole is raised
FileSource = Callable[[Path], Iterator[Item | IngestError]]

# gives the records of an open table, with what the reader and the archive call it
TableSource = Callable[[BinaryIO, str, str, Columns], Iterator[Item | IngestError]]
NAMED_ALREADY: Columns = MappingProxyType({})


def stream_file(path: Path, columns: Columns = NAMED_ALREADY) -> Iterator[Item | IngestError]:
    """The items of one file, and why it, or a part of it, gave none; never raises an IngestError.

    `columns` says which columns of a table hold which fields, where they have other names.
    """
    name, suffix = shown_path(path), suffix_of(path)
    try:
        if suffix in TABLES:
            with open_regular(path) as file:
                yield from TABLES[suffix](file, name, shown_path(path.absolute()), columns)
        elif suffix in FORMATS:
            yield from FORMATS[suffix](path)
        else:
            yield Unreadable(name, f"no reader for {suffix or 'files without a suffix'}")
    except IngestError as error:
        yield error


def suffix_of(path: Path) -> str:
    """The suffix that tells a file's format, in small letters: `.warc.gz` is one."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() + suffix if suffix == ".gz" else suffix


def read_whole(kind: Kind, path: Path) -> Iterator[Item]:
    """The file as one document.

    Raises:
        NotAnArticle: It is empty.
        Unreadable: It cannot be read, or is too large.
    """
    yield Item(shown_path(path), kind, read_bytes(path), origin=shown_path(path.absolute()))


def read_json_lines(path: Path) -> Iterator[Item | IngestError]:
    """A record for each line that is not blank.

    Raises:
        NotAnArticle: There is none.
        Unreadable: The file cannot be read.
    """
    name, origin = shown_path(path), shown_path(path.absolute())
    empty = True
    for number, line in read_lines(path):
        if line is None:
            yield Unreadable(f"{name}:{number}", f"a line longer than {LARGEST_LINE_BYTES // 1_000_000} MB")
        elif line.strip():
            yield Item(f"{name}:{number}", "record", line, origin)
        else:
            continue
        empty = False
    if empty:
        raise NotAnArticle(name, "empty file")


def read_web_archive(path: Path) -> Iterator[Item | IngestError]:
    """The pages of a web archive. Raises Unreadable when the file cannot be opened."""
    with open_regular(path) as file:
        yield from split_warc(file, shown_path(path), shown_path(path.absolute()))


def read_mail_file(path: Path) -> Iterator[Item]:
    """An e-mail; of a large one its beginning, without its attachments. Raises Unreadable when the file cannot be opened."""
    with open_regular(path) as file:
        data = file.read(LARGEST_MAIL_BYTES)
    if not data.strip():
        raise NotAnArticle(shown_path(path), "empty file")
    yield Item(shown_path(path), "mail", data, origin=shown_path(path.absolute()))


def read_mailbox(path: Path) -> Iterator[Item]:
    """The e-mails of a mailbox. Raises Unreadable when the file cannot be opened, or is none."""
    with open_regular(path) as file:
        yield from split_mailbox(file, shown_path(path), shown_path(path.absolute()))


FORMATS: Mapping[str, FileSource] = {
    **dict.fromkeys((".txt", ".text"), partial(read_whole, "text")),
    **dict.fromkeys((".md", ".markdown"), partial(read_whole, "markdown")),
    **dict.fromkeys((".html", ".htm", ".xhtml"), partial(read_whole, "html")),
    ".pdf": partial(read_whole, "pdf"),
    ".json": partial(read_whole, "json"),
    **dict.fromkeys((".jsonl", ".ndjson"), read_json_lines),
    **dict.fromkeys((".warc", ".warc.gz"), read_web_archive),
    **dict.fromkeys((".xml", ".nitf", ".rss", ".atom"), partial(read_whole, "xml")),
    ".eml": read_mail_file,
    ".mbox": read_mailbox,
}
TABLES: Mapping[str, TableSource] = {**dict.fromkeys((".csv", ".tsv"), split_csv), ".parquet": split_parquet}


def is_known(path: Path) -> bool:
    """Whether files of this name can be read."""
    return suffix_of(path) in FORMATS or suffix_of(path) in TABLES


# for readers, who need no synonyms
SHOWN_FORMATS = ".txt, .md, .html, .json, .jsonl, .warc, .warc.gz, .eml, .mbox, .xml, .rss, .atom, .csv, .parquet and .pdf"
