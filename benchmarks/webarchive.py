"""A web archive (WARC) of any size, of generated pages as heavy as those of newspapers: written and read without being in memory."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generated import generate

# a page of a newspaper is mostly script and data; a crawl keeps its pictures, too
SCRIPT_BYTES, PICTURE_BYTES = 280_000, 120_000
WORDS_PER_SENTENCE = 15
HEAD = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2025-02-13T08:00:00Z\r\n"
    "WARC-Target-URI: https://paper{paper}.example.org/{kind}/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
    "Content-Length: {length}\r\n\r\n"
)
ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\n"
PAGE = (
    '<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title><script type="application/ld+json">'
    '{{"@type": "NewsArticle", "headline": "{title}", "datePublished": "2025-02-13T07:00:00Z"}}</script>'
    '<script>var state = "{script}";</script>'
    "</head><body><nav>{links}</nav><article><h1>{title}</h1>{paragraphs}</article><footer>{links}</footer></body></html>"
)
LINKS = "".join(f'<a href="/section/{number}">Section {number}</a> ' for number in range(60))
PAPERS = 40


def write_web_archive(file: Path, size: int) -> int:
    """Writes records until the file has so many bytes; gives how many of them are pages."""
    number = 0
    with file.open("wb") as records:
        while records.tell() < size:
            records.write(_record(number, "news", "text/html; charset=utf-8", _page(number)))
            records.write(_record(number, "pictures", "image/jpeg", os.urandom(PICTURE_BYTES)))
            number += 1
    return number


def sentences_of(number: int) -> tuple[str, list[str]]:
    """The title and the paragraphs of a generated article."""
    article, spans = next(generate(number))
    return article.title, [" ".join(_sentences(article.text[start:end].split())) for start, end in spans]


def _sentences(words: list[str]) -> Iterator[str]:
    for at in range(0, len(words), WORDS_PER_SENTENCE):
        yield " ".join(words[at : at + WORDS_PER_SENTENCE]).capitalize() + "."


def _page(number: int) -> bytes:
    title, paragraphs = sentences_of(number)
    script = random.Random(number).randbytes(SCRIPT_BYTES // 2).hex()
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return PAGE.format(title=title, script=script, links=LINKS, paragraphs=body).encode()


def _record(number: int, kind: str, media_type: str, body: bytes) -> bytes:
    answer = ANSWER.format(type=media_type).encode() + body
    head = HEAD.format(number=number, paper=number % PAPERS, kind=kind, length=len(answer))
    return head.encode() + answer + b"\r\n\r\n"
