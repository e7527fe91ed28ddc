"""A paper on this machine: a sitemap and its pages, that answer as unchanged when they are asked with their tag."""

import asyncio
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

from benchmarks.webarchive import sentences_of

PAGE = "<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'
ENTRY = "<url><loc>http://{host}/news/{number}</loc></url>"
LONGEST_START_SECONDS = 30


@contextmanager
def serving(pages: int) -> Iterator[str]:
    """The address of the sitemap; the server is a process of its own, and is ended."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(pages, there), daemon=True)
    process.start()
    try:
        if not here.poll(LONGEST_START_SECONDS):
            raise RuntimeError("the paper's server did not start")
        yield f"http://127.0.0.1:{here.recv()}/sitemap.xml"
    finally:
        process.kill()
        process.join()


def _serve(pages: int, told: Connection) -> None:
    asyncio.run(_run(pages, told))


async def _run(pages: int, told: Connection) -> None:
    server = await asyncio.start_server(lambda reader, writer: _answer(pages, reader, writer), "127.0.0.1", 0)
    told.send(server.sockets[0].getsockname()[1])
    await server.serve_forever()


async def _answer(pages: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection, which asks as often as it likes."""
    while True:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()
            return
        place = head.split(" ", 2)[1]
        host = head.partition("\r\nhost:")[2].partition("\r\n")[0].strip()
        name = place.removeprefix("/news/")
        if name.isdigit() and f'if-none-match: "{name}"' in head:
            answer = f'HTTP/1.1 304 Not Modified\r\nETag: "{name}"\r\n\r\n'.encode()
        elif name.isdigit():
            answer = _with_length(_page(int(name)), "200 OK", f'text/html\r\nETag: "{name}"')
        elif place == "/sitemap.xml":
            entries = "".join(ENTRY.format(host=host, number=number) for number in range(pages))
            answer = _with_length(SITEMAP.format(entries=entries), "200 OK", "application/xml")
        else:
            answer = _with_length("no", "404 Not Found", "text/plain")
        writer.write(answer)
        await writer.drain()


def _with_length(body: str, status: str, media_type: str) -> bytes:
    data = body.encode()
    return f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data


def _page(number: int) -> str:
    title, paragraphs = sentences_of(number)
    return PAGE.format(title=title, paragraphs="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))
