"""From a file to its articles, by its kind."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ingest.errors import IngestError, Unreadable
from ingest.files import decode_document, read_bytes
from ingest.html import read_html
from ingest.markdown import read_markdown
from ingest.pdf import read_pdf
from ingest.plain import read_plain
from ingest.records import read_json, read_json_lines
from ingest.sources import shown_path
from vectorstore import Article

log = logging.getLogger(__name__)


def read_file(path: Path, source: str = "") -> Iterator[Article | IngestError]:
    """The articles of one file, and why a record or the file gave none; never raises an IngestError.

    `source` is the name of the paper for articles that do not tell theirs.
    """
    try:
        match path.suffix.lower():
            case ".jsonl" | ".ndjson":
                yield from read_json_lines(path, source)
            case ".json":
                yield from read_json(path, source)
            case _:
                yield read_document(path, source)
    except IngestError as error:
        yield error
    except Exception as error:
        # the libraries below parse what anybody wrote; a fault of theirs must not end the run
        log.debug("%s", path, exc_info=True)
        yield Unreadable(shown_path(path), f"could not be read, by a fault in the program ({type(error).__name__}); please report it")


def read_document(path: Path, source: str = "") -> Article:
    """The one article of a text, Markdown, HTML or PDF file.

    Raises:
        NotAnArticle: The file holds none.
        Unreadable: The file cannot be read.
    """
    name = shown_path(path)
    data = read_bytes(path)
    match path.suffix.lower():
        case ".html" | ".htm" | ".xhtml":
            article = read_html(data, name)
        case ".pdf":
            article = read_pdf(data, name)
        case ".md" | ".markdown":
            article = read_markdown(decode_document(data, name), name)
        case ".txt" | ".text":
            article = read_plain(decode_document(data, name), name)
        case other:
            raise Unreadable(name, f"no reader for {other or 'files without a suffix'}")
    return replace(article, source=article.source or source, origin=shown_path(path.absolute()))
