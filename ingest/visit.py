"""A visit to one target on the web: a page, or a listing and all that it leads to."""

import zlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

from ingest.apart import parse_apart
from ingest.dates import read_date
from ingest.entries import digest_entry
from ingest.errors import IngestError, NotAnArticle, RefusedBefore, Unchanged, Unreadable
from ingest.fetch import Fetched, OutOfReach, Validators
from ingest.hearsay import quote_feed
from ingest.inflate import TooLarge, gunzip
from ingest.item import Hints, Item, Kind
from ingest.listing import Entry, Listing
from ingest.memory import Known, Memory
from ingest.polite import PoliteFetcher
from ingest.recognise import DOCUMENTS, TYPES, recognise
from ingest.sites import same_site
from vectorstore import Timestamp
from vectorstore.addresses import canonical_url

Delivery = Item | IngestError

UNCHANGED = "has not changed since it was fetched"
FORMS = ("page", "feed", "sitemap", "site")
READABLE = ("html", *TYPES.values(), *DOCUMENTS.values())
# so many new articles of one listing are enough for a run; the next one goes on behind them
MOST_PAGES = 5000
LARGEST_LISTING_BYTES = 20_000_000
# one question to the catalogue for so many entries
LOOKED_UP_AT_ONCE = 100
# an index of indexes is no index
DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A listing on the way down: its address, what it is said to be ("" where it must be told), and how deep it lies.

    `names` are addresses that led to it: their sites say that it is theirs.
    """

    url: str
    form: str = ""
    depth: int = 0
    names: tuple[str, ...] = ()


def read_form(target: str) -> Place:
    """A target with the form that stands before it: `site:https://paper.example/politics/`."""
    form, _, rest = target.partition(":")
    return Place(rest, form.lower()) if form.lower() in FORMS and rest else Place(target)


class Visitor:
    """Visits targets with one fetcher and one memory; an article that several of them name is fetched once.

    `since`, in Unix time, leaves out what a listing dates before it.
    """

    def __init__(self, fetcher: PoliteFetcher, memory: Memory, since: int | None = None) -> None:
        self._fetcher = fetcher
        self._memory = memory
        self._since = since
        self._seen: set[str] = set()

    async def visit(self, target: str) -> AsyncIterator[Delivery]:
        """What a target delivers. Never raises an IngestError."""
        async for delivery in self._visit(read_form(target)):
            yield delivery

    async def _visit(self, place: Place) -> AsyncIterator[Delivery]:
        try:
            (known,) = self._memory.look_up([place.url])
            found = await self._fetcher.get(place.url, known.validators)
            if found.unchanged:
                raise known.unchanged(UNCHANGED)
            found, form = _open(found, place)
            listing = None if form in READABLE else await _parse(found, form, place)
        except IngestError as error:
            yield error
            return
        if listing is None:
            if self._is_first(found.url):
                self._memory.expect_page(found, place.url)
                yield _page(place.url, found, form, Hints())
            return
        async for delivery in self._read_listing(found, listing, form, place):
            yield delivery

    async def _read_listing(self, found: Fetched, listing: Listing, form: str, place: Place) -> AsyncIterator[Delivery]:
        """The articles that a listing names, then what its own listings name; it is remembered when none was left out."""
        if listing.children or listing.cut:
            # it may be the same another time, and what it leads to not
            found = replace(found, validators=Validators())
        self._memory.open_listing(found, place.url)
        # an id that several entries have is none
        keys = Counter(entry.key for entry in listing.entries)
        place = replace(place, names=(*place.names, place.url, found.url))
        left = listing.cut
        count = 0
        for entry, known in self._with_known(self._wanted(listing, form)):
            if count == MOST_PAGES:
                left += 1
                continue
            name = digest_entry(place.url, entry.key) if entry.key and keys[entry.key] == 1 else ""
            delivery = await self._read_entry(entry, known, name, found, place)
            count += not isinstance(delivery, Unchanged | RefusedBefore)
            self._memory.expect_entry(place.url, delivery.target)
            yield delivery
        async for delivery in self._read_children(listing, form, place):
            yield delivery
        for reason in _leftovers(listing, form, left):
            yield NotAnArticle(place.url, reason)
        self._memory.close_listing(place.url, is_whole=not left)

    def _wanted(self, listing: Listing, form: str) -> Iterator[Entry]:
        """The entries to read, without those that are too old or came before; the newest first where there are too many."""
        if form == "site" and listing.children:
            # the feeds of a site say more of its articles than the links on its front page
            return
        entries: Sequence[Entry] = listing.entries
        if len(entries) > MOST_PAGES:
            entries = sorted(entries, key=lambda entry: entry.date.seconds if entry.date else 0, reverse=True)
        for entry in entries:
            is_old = self._since is not None and entry.date is not None and entry.date.seconds < self._since
            if not is_old and (not entry.url or self._is_first(entry.url)):
                yield entry

    def _with_known(self, entries: Iterator[Entry]) -> Iterator[tuple[Entry, Known]]:
        while some := list(islice(entries, LOOKED_UP_AT_ONCE)):
            yield from zip(some, self._memory.look_up([entry.url for entry in some]), strict=True)

    async def _read_children(self, listing: Listing, form: str, place: Place) -> AsyncIterator[Delivery]:
        if listing.children and place.depth >= DEEPEST:
            yield Unreadable(place.url, "an index of sitemaps in an index of sitemaps in an index; name the inner one")
            return
        names = (*place.names, place.url)
        for url, stamp in listing.children:
            changed = read_date(stamp, "feed")
            is_old = self._since is not None and changed is not None and changed.seconds < self._since
            if not is_old and self._is_first(url):
                async for delivery in self._visit(Place(url, "sitemap" if form == "sitemap" else "feed", place.depth + 1, names)):
                    yield delivery

    async def _read_entry(self, entry: Entry, known: Known, name: str, found: Fetched, place: Place) -> Delivery:
        """An article that a listing names: its page, else what the listing itself gives of it, else why there is neither.

        `name` is the digest of the listing's own id of it.
        """
        hints = replace(entry.hints(), entry=name)
        if not entry.url:
            return quote_feed(f"{found.url}#{entry.key}", "", found.url, hints, _clock(found))
        if known.has_stamp(entry.stamp):
            return known.unchanged("has not changed, says the sitemap")
        # a page that cannot be had today must not put a few words in the place of the whole text that is there already
        spare = replace(hints, text="") if hints.text and self._memory.text_comes_from_page(entry.url) else hints
        try:
            page = await self._fetcher.get(entry.url, known.validators)
            if page.unchanged:
                return known.unchanged(UNCHANGED)
            page, form = _open(page, Place(entry.url, "page"))
        except IngestError as error:
            if not spare.text:
                return error
            return quote_feed(entry.url, "" if isinstance(error, OutOfReach) else entry.url, found.url, spare, _clock(found))
        self._memory.expect_page(page, entry.url, entry.stamp)
        is_own = any(same_site(name, page.url) for name in place.names)
        return _page(entry.url, page, form, spare if is_own else replace(spare, elsewhere=found.url))

    def _is_first(self, url: str) -> bool:
        name = canonical_url(url)
        is_first = name not in self._seen
        self._seen.add(name)
        return is_first


def _open(found: Fetched, place: Place) -> tuple[Fetched, str]:
    """What came, unpacked, and what it is. Raises Unreadable when that is not what was said, or nothing that can be read."""
    form: str = recognise(found.data, found.media_type, found.url)
    if form == "gzip":
        try:
            found = replace(found, data=gunzip(found.data, LARGEST_LISTING_BYTES), media_type="")
        except TooLarge:
            raise Unreadable(place.url, f"larger than {LARGEST_LISTING_BYTES // 1_000_000} MB") from None
        except zlib.error as error:
            raise Unreadable(place.url, "compressed with gzip, and broken") from error
        form = recognise(found.data, found.media_type, found.url)
    if form in ("site", "html") and place.form in ("page", "site"):
        return found, "html" if place.form == "page" else "site"
    if form in ("unknown", "text") and place.form == "feed":
        return found, "feed"
    if form == "unknown" or form == "gzip":
        raise Unreadable(place.url, f"{found.media_type or 'content of no known type'}, of which no article is read")
    said = "page" if form in READABLE else "feed" if form == "json feed" else form
    if place.form and said != place.form:
        raise Unreadable(place.url, f"is no {place.form}, but a {said}")
    return found, form


async def _parse(found: Fetched, form: str, place: Place) -> Listing:
    try:
        said = found.charset or "" if form == "site" else found.media_type and f"{found.media_type}; charset={found.charset or ''}"
        listing = await parse_apart(form, found.data, found.url, said)
    except ValueError as error:
        raise Unreadable(place.url, str(error)) from error
    return listing


def _page(target: str, found: Fetched, form: str, hints: Hints) -> Item:
    return Item(target, cast(Kind, form), found.data, target, found.url, found.charset, _clock(found), hints)


def _leftovers(listing: Listing, form: str, left: int) -> Iterator[str]:
    """What the reader should know of a listing besides its articles."""
    if not listing.entries and not listing.children:
        yield f"a {form} that names no article"
    if listing.refused:
        yield f"{listing.refused} entries without an address that is fetched"
    if left:
        yield f"{left} more entries than are read in one run"


def _clock(found: Fetched) -> Timestamp:
    return Timestamp(found.seconds, "second", "given")
