"""What is remembered of the web from run to run, and written down only once what was fetched is safe."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.errors import IngestError, RefusedBefore, Unchanged
from ingest.fetch import Fetched, Validators
from ingest.known import program
from ingest.report import Event
from vectorstore import Archive, Article, ArticleNotFound, Fetch, KnownFetch, Refused

SAFE = ("new", "updated", "unchanged")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address before it is asked for; `found` is None where nothing is."""

    url: str
    found: KnownFetch | None = None

    @property
    def validators(self) -> Validators:
        """What its server is asked with."""
        return Validators(self.found.fetch.etag, self.found.fetch.modified) if self.found else Validators()

    def has_stamp(self, stamp: str) -> bool:
        """Whether the page was fetched when its sitemap gave just this time of its last change."""
        return bool(stamp) and self.found is not None and self.found.fetch.stamp == stamp

    def unchanged(self, reason: str) -> IngestError:
        """What is told of a page that is as it was: that it is unchanged, for this `reason`, or why it was refused."""
        refused = self.found.refused if self.found else None
        return Unchanged(self.url, reason) if refused is None else RefusedBefore(self.url, refused.reason, refused.is_fault)


@dataclass
class Open:
    """A listing whose articles are not all in yet."""

    fetch: Fetch
    waiting: set[str] = field(default_factory=set)
    is_whole: bool = False
    has_failed: bool = False


class Memory:
    """The fetches of one run. A listing is remembered when all its articles are in: else the next run could not tell which were not.

    `again` leaves what is remembered aside, so that all is fetched anew.
    """

    def __init__(self, archive: Archive, again: bool = False) -> None:
        self._archive = archive
        self._again = again
        self._guard = threading.Lock()
        self._pages: dict[str, Fetch] = {}
        self._listings: dict[str, Open] = {}

    def look_up(self, urls: Sequence[str]) -> list[Known]:
        """What is known of addresses; nothing where all is fetched anew, or what another version of this program refused."""
        found = {} if self._again else self._archive.fetches.get_many(urls)
        stale = {url for url, each in found.items() if each.refused and each.reader != program()}
        return [Known(url, None if url in stale else found.get(url)) for url in urls]

    def text_comes_from_page(self, url: str) -> bool:
        """Whether the archive has the article of that address, and more of it than a feed told."""
        try:
            return has_page_text(self._archive, Article(text="-", url=url).article_id)
        except ValueError:
            return False

    def expect_page(self, found: Fetched, asked: str, stamp: str = "") -> None:
        """A page is on its way into the archive."""
        with self._guard:
            self._pages[asked] = _to_fetch(found, asked, stamp)

    def open_listing(self, found: Fetched, asked: str) -> None:
        with self._guard:
            self._listings[asked] = Open(_to_fetch(found, asked, ""))

    def expect_entry(self, listing: str, target: str) -> None:
        """An article of a listing is on its way."""
        with self._guard:
            if listing in self._listings:
                self._listings[listing].waiting.add(target)

    def close_listing(self, listing: str, *, is_whole: bool) -> None:
        """Everything that a listing names has been told; `is_whole`: without a part that was left for another run."""
        with self._guard:
            if listing in self._listings:
                self._listings[listing].is_whole = True
                self._listings[listing].has_failed |= not is_whole
        self._settle_listings()

    def settle(self, event: Event) -> None:
        """What became of one target."""
        with self._guard:
            page = self._pages.pop(event.target, None)
            for each in self._listings.values():
                if event.target in each.waiting:
                    each.waiting.discard(event.target)
                    each.has_failed |= event.result == "failed"
        if page is not None and event.result in SAFE:
            self._archive.fetches.remember(page)
        elif page is not None and event.lasts:
            self._archive.fetches.remember_refused(page, program(), Refused(event.reason, is_fault=event.result == "failed"))
        self._settle_listings()

    def _settle_listings(self) -> None:
        with self._guard:
            done = [url for url, each in self._listings.items() if each.is_whole and not each.waiting]
            finished = [self._listings.pop(url) for url in done]
        for each in finished:
            if not each.has_failed:
                self._archive.fetches.remember(each.fetch)


def has_page_text(archive: Archive, article_id: str) -> bool:
    """Whether the archive has the article, and its text from anywhere but a feed."""
    try:
        return archive.get_article(article_id).article.metadata.get("text_from") != "feed"
    except ArticleNotFound:
        return False


def _to_fetch(found: Fetched, asked: str, stamp: str) -> Fetch:
    return Fetch(asked, found.validators.etag, found.validators.modified, stamp, found.seconds)
