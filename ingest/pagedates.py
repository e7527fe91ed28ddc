"""When a page's article was published and updated: every place that says so, in the order in which they are trusted."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.address_dates import date_in_address, month_in_address
from ingest.datelines import byline_times, dated_part
from ingest.dates import read_date
from ingest.jsonld import LinkedData
from ingest.markup import Markup
from vectorstore import Timestamp
from vectorstore.article import Provenance

DAY_SECONDS = 86_400
# how far a zone is from UTC, and in which steps
FURTHEST_ZONE, ZONE_STEP = 14 * 3600, 1800
# a clock without a zone may be of any
NO_ZONE = re.compile(r"(?:\d{4}[-/]\d\d[-/]\d\d[T ]\d\d?:?\d\d(?::?\d\d(?:\.\d+)?)?|\d{14})$")
# midnight is how systems write a day
MIDNIGHT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ]00:?00(?::?00(?:\.0+)?)? ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?(?:\[[\w/+-]+\])?$")
# what a source of articles says of one stands before what the page shows its readers
BELOW_FEED = frozenset({"time", "url", "byline", "text", "file"})


@dataclass(frozen=True, slots=True)
class Times:
    """`otherwise`: what other places say of the publication, where that is another day."""

    published: Timestamp | None
    updated: Timestamp | None
    otherwise: tuple[Timestamp, ...] = ()


def find_times(linked: LinkedData, markup: Markup, url: str | None, language: str, opening: Timestamp | None = None) -> Times:
    """JSON-LD before meta tags, `<time>`, the address, a line by the title, the text's `opening`; a date that cannot be is passed over."""
    shown = (*markup.bylines, *(part for line in markup.title_lines if (part := dated_part(line, language))))
    lines = [byline_times(line, language) for line in shown]
    stated = [
        _read_stated(linked.published, "json-ld", language),
        *(_read_stated(value, "meta", language) for value in markup.published),
        *(_read_stated(value, "time", language) for value in markup.times),
        date_in_address(url) if url else None,
        *(published for published, _ in lines),
        opening,
        month_in_address(url) if url else None,
    ]
    updates = [
        _read_stated(linked.updated, "json-ld", language),
        *(_read_stated(value, "meta", language) for value in markup.updated),
        *(_read_stated(value, "time", language) for value in markup.updated_times),
        *(updated for _, updated in lines),
    ]
    published, otherwise = choose_publication(stated)
    published = _know_zone(published, stated)
    updated = _later(updates, published)
    return Times(_without_clock(published), _without_clock(updated), tuple(time for one in otherwise if (time := _without_clock(one))))


def _read_stated(value: str, provenance: Provenance, language: str) -> Timestamp | None:
    """What a page's machines say; a time without a zone is a day, that keeps its clock until it is told from other times."""
    read = read_date(value, provenance, language)
    value = value.strip()
    if read and (midnight := MIDNIGHT.match(value)):
        return read_date("-".join(midnight.groups()), provenance)
    return replace(read, precision="day") if read and NO_ZONE.match(value) else read


def _know_zone(published: Timestamp | None, stated: Iterable[Timestamp | None]) -> Timestamp | None:
    """A clock without a zone is a moment where another place says of the same clock of which zone it is."""
    if published is None or published.precision != "day" or not published.seconds % DAY_SECONDS:
        return published
    minute = published.seconds - published.seconds % 60
    exact = (time.seconds for time in stated if time and time.precision == "second")
    same = next((each for each in exact if abs(each - minute) <= FURTHEST_ZONE and not (each - each % 60 - minute) % ZONE_STEP), None)
    return published if same is None else replace(published, seconds=same, precision="second")


def _without_clock(time: Timestamp | None) -> Timestamp | None:
    return replace(time, seconds=time.seconds - time.seconds % DAY_SECONDS) if time and time.precision == "day" else time


def choose_publication(stated: Iterable[Timestamp | None]) -> tuple[Timestamp | None, tuple[Timestamp, ...]]:
    """The first of them, and those that disagree with it, one for each provenance."""
    known = [time for time in stated if time is not None]
    if not known:
        return None, ()
    first: dict[str, Timestamp] = {}
    for time in known[1:]:
        if disagree(known[0], time):
            first.setdefault(time.provenance, time)
    first.pop(known[0].provenance, None)
    return known[0], tuple(first.values())


def disagree(one: Timestamp, other: Timestamp) -> bool:
    """Whether two moments are of different days, whatever the time zone; a month holds its days."""
    if "month" in (one.precision, other.precision):
        return str(one)[:7] != str(other)[:7]
    return abs(one.seconds - other.seconds) > DAY_SECONDS


def _later(updates: Sequence[Timestamp | None], published: Timestamp | None) -> Timestamp | None:
    """The first update that is one: many systems set both times at once."""
    return next((update for update in updates if update and (published is None or update.seconds > published.seconds)), None)
