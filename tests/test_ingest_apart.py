"""Large listings, parsed in a process that may die of them."""

import pytest

from ingest.apart import HARMLESS_BYTES, parse, parse_apart
from ingest.listing import Entry, Listing

URL = "https://paper.example/"
HEAD = b'<rss version="2.0"><channel>'
ITEM = b"<item><title>Bridge</title><link>/a%d</link><description>Words \xc3\xa9.</description><author>a@b.example (Ida)</author></item>"


async def test_a_large_feed_is_read_as_a_small_one_is() -> None:
    data = HEAD + b"".join(ITEM % number for number in range(1500)) + b"</channel></rss>"
    assert len(data) > HARMLESS_BYTES["feed"]
    listing = await parse_apart("feed", data, URL)
    assert listing == parse("feed", data, URL, "")
    assert len(listing.entries) == 1500


async def test_a_feed_made_to_take_minutes_is_given_up() -> None:
    with pytest.raises(ValueError, match="takes more than 1 seconds"):
        await parse_apart("feed", HEAD + b"<a>" * 400_000, URL, seconds=1)


@pytest.mark.parametrize(("form", "data"), [("sitemap", b"<urlset>"), ("json feed", b"{"), ("site", b"\x89PNG\r\n\x1a\n")])
async def test_the_reason_comes_out_of_the_process_too(form: str, data: bytes) -> None:
    with pytest.raises(ValueError) as here:
        await parse_apart(form, data, URL)
    with pytest.raises(ValueError) as there:
        await parse_apart(form, data + b" " * 1_000_001, URL)
    assert str(here.value)[:12] == str(there.value)[:12]


def test_a_listing_survives_the_way() -> None:
    listing = Listing((Entry(url=URL, title="é", authors=("a", "b")),), ((URL, "2025"),), 3, 4)
    assert Listing.from_json(listing.to_json()) == listing
