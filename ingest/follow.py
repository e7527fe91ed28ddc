"""Feeds, sitemaps and sites that are followed: read again when they are due, with a memory of how it went."""

import time
from collections.abc import Iterable
from dataclasses import replace

from ingest.addresses import fetchable_url
from ingest.intervals import read_interval
from ingest.pipeline import ingest_targets
from ingest.plan import Plan
from ingest.report import Event, IngestReport, Tally
from ingest.visit import read_form
from vectorstore import Archive, Follow

EVERY_SECONDS = 15 * 60
# a source that has failed for long is asked about once a day
LONGEST_PAUSE_SECONDS = 24 * 60 * 60


def make_follow(url: str, every_seconds: int, now: int, source: str = "", allow_private: bool = False) -> Follow:
    """A new source, due at once. Raises ValueError when its address is none that can be fetched."""
    place = read_form(url.strip())
    address = fetchable_url(place.url)
    return Follow(f"{place.form}:{address}" if place.form else address, every_seconds, source, allow_private, added=now, next_run=now)


def find_follow(follows: Iterable[Follow], url: str) -> Follow | None:
    """The source of that address, however it is written."""
    try:
        wanted = make_follow(url, EVERY_SECONDS, 0).url
    except ValueError:
        return None
    return next((follow for follow in follows if follow.url == wanted), None)


def is_due(follow: Follow, now: int) -> bool:
    """Whether it is to be read. One that was last read later than now was read while the clock ran ahead, and waited for that day."""
    return follow.next_run <= now or max(follow.added, follow.last_run or 0) > now


def run_follows(archive: Archive, wanted: Iterable[Follow], now: int, tally: Tally) -> list[Follow]:
    """Reads these sources, and remembers how it went of each; returns them as they are then.

    Those of one paper and one network are read side by side. Interrupted, what was read is kept, and they stay due.

    Raises:
        SettingInvalid: A setting cannot be read.
        ArchiveError: The archive cannot be written to.
    """
    groups: dict[tuple[str, bool], list[Follow]] = {}
    for follow in wanted:
        groups.setdefault((follow.source, follow.allow_private), []).append(follow)
    done: list[Follow] = []
    for (source, allow_private), follows in groups.items():
        own: dict[str, Event] = {}
        names = {read_form(follow.url).url for follow in follows}
        for event in ingest_targets([follow.url for follow in follows], archive, Plan(source, allow_private=allow_private)):
            tally.add(event)
            if event.target in names and not (event.result == "skipped" and event.target in own):
                own[event.target] = event
        for follow in follows:
            done.append(note_run(follow, own.get(read_form(follow.url).url), now))
            archive.follows.put(done[-1])
    return done


def read_followed(archive: Archive, urls: Iterable[str] = ()) -> IngestReport:
    """Reads the sources that are due, or just those of these addresses; how each goes is in `archive.follows`.

    Raises:
        ValueError: One of the addresses is not followed.
        SettingInvalid: A setting cannot be read.
        ArchiveError: The archive cannot be written to.
    """
    followed, now, tally = archive.follows.all(), int(time.time()), Tally()
    named = {url: find_follow(followed, url) for url in urls}
    if missing := [url for url, found in named.items() if found is None]:
        raise ValueError(f"{', '.join(missing)} is not followed")
    wanted = [found for found in named.values() if found] or [each for each in followed if is_due(each, now)]
    run_follows(archive, wanted, now, tally)
    return tally.report()


def follow_source(archive: Archive, url: str, every: str = "15m", *, source: str = "", allow_private: bool = False) -> Follow:
    """Follows a feed, a sitemap or a site, as `newsdesk follow add` does; of one that is followed already, changes how.

    Raises:
        ValueError: The address is none that can be fetched, or `every` no interval such as 15m, 2h, 1d.
        ArchiveError: The archive cannot be written to.
    """
    made = make_follow(url, read_interval(every), int(time.time()), source, allow_private)
    archive.follows.put(made)
    return made


def note_run(follow: Follow, event: Event | None, now: int) -> Follow:
    """The source after a run; `event` is what became of its own address, None when it was read without remark."""
    if event is None or event.result != "failed":
        result = "read" if event is None else f"{event.result}: {event.reason}" if event.reason else event.result
        read = replace(follow, last_run=now, last_result=result, last_error="", failing_since=None)
        return replace(read, next_run=now + follow.every_seconds)
    since = now if follow.failing_since is None else follow.failing_since
    # the longer it has failed, the less often it is asked
    pause = max(follow.every_seconds, min(now - since, LONGEST_PAUSE_SECONDS))
    return replace(follow, last_run=now, last_error=event.reason, failing_since=since, next_run=now + pause)
