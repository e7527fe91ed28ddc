"""What a feed says of another site's article, and how much of that is believed.

An aggregator dates an entry when it takes it up, calls it by its own title, and may say what it likes of anybody's article. So
its word never becomes the article's: neither title, author, section nor text; its date is kept beside those of the page, and is
never the publication.
"""

import json
from dataclasses import replace

from ingest.item import Hints, Item
from ingest.sites import same_site
from vectorstore import Timestamp


def believe_hints(item: Item) -> Hints:
    """What the item's source may say of it: another site's feed only the name of a source that it places at the item's own site."""
    hints = item.hints
    if not hints.elsewhere:
        return hints
    return Hints(source=hints.source) if hints.source_at and same_site(hints.source_at, item.url or "") else Hints()


def hearsay_date(hints: Hints) -> Timestamp | None:
    """When another site's feed says that the article was published; None where its own site's feed says so, or nobody."""
    return hints.published if hints.elsewhere else None


def quote_feed(target: str, url: str, at: str, hints: Hints, fetched: Timestamp | None) -> Item:
    """A record of what the feed at that address itself gives of an article, marked as such; `url` is the article's, empty without one."""
    record = {"id": hints.key, "url": url, "text": hints.text, "text_from": "feed"}
    data = json.dumps({name: value for name, value in record.items() if value}).encode()
    # read from the feed: of another site's articles it cannot say where they are
    return Item(target, "record", data, target, at, "utf-8", fetched, replace(hints, elsewhere=""))
