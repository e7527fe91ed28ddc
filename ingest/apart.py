"""Large listings parsed in a process of their own, which has so much time and memory: `python -m ingest.apart FORM URL TYPE`.

A feed of a megabyte can keep its parser busy for minutes, and nothing but the end of the process stops it.
"""

import asyncio
import resource
import subprocess
import sys
from pathlib import Path

from ingest.listing import Listing

SECONDS = 20
# the largest listings that are fetched take 160 MB
MEMORY_BYTES = 500_000_000
# the worst feed of this size takes a second: time grows with the square of the size. The others grow with the size
HARMLESS_BYTES = {"feed": 100_000}
HARMLESS_OTHERS_BYTES = 1_000_000


async def parse_apart(form: str, data: bytes, url: str, content_type: str = "", seconds: int = SECONDS) -> Listing:
    """The listing of a `feed`, `json feed`, `sitemap` or `site`.

    Raises ValueError, with the reason, when it cannot be read, or not within the time and the memory there is.
    """
    if len(data) <= HARMLESS_BYTES.get(form, HARMLESS_OTHERS_BYTES):
        return await asyncio.to_thread(parse, form, data, url, content_type)
    return await asyncio.to_thread(_run, [form, url, content_type, str(seconds)], data, seconds)


def _run(arguments: list[str], data: bytes, seconds: int) -> Listing:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ingest.apart", *arguments],
            input=data,
            capture_output=True,
            # the processor's time ends it first; this is for a machine that is too busy to give any
            timeout=4 * seconds,
            # the package is found from here whichever way it was installed
            cwd=Path(__file__).resolve().parent.parent,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ValueError(f"takes more than {seconds} seconds to read") from None
    if done.returncode == 0:
        return Listing.from_json(done.stdout.decode())
    reason = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode == 2 and reason:
        raise ValueError(reason)
    raise ValueError(f"takes more than {seconds} seconds or {MEMORY_BYTES / 1e9:.1f} GB of memory to read, or broke the reader")


def parse(form: str, data: bytes, url: str, content_type: str) -> Listing:
    """The same in this process. Raises ValueError."""
    # each brings its own libraries
    match form:
        case "sitemap":
            from ingest.sitemaps import parse_sitemap

            return parse_sitemap(data, url)
        case "site":
            from ingest.front_page import parse_front_page

            return parse_front_page(data, url, content_type)
        case "json feed":
            from ingest.feeds import parse_json_feed

            return parse_json_feed(data, url)
        case _:
            from ingest.feeds import parse_feed

            return parse_feed(data, url, content_type)


def main(arguments: list[str]) -> None:
    form, url, content_type, seconds = arguments
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        listing = parse(form, sys.stdin.buffer.read(), url, content_type)
    except (ValueError, MemoryError, RecursionError) as error:
        sys.stderr.write(" ".join(str(error).split())[:300] or "too large or too deep to read")
        sys.exit(2)
    sys.stdout.write(listing.to_json())


if __name__ == "__main__":
    main(sys.argv[1:])
