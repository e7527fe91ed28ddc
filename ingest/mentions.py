"""The times that a text speaks about."""

from datetime import UTC, date, datetime, timedelta

from ingest.dates import FoundDate, day_of, find_dates
from vectorstore import Timestamp

# a calendar of events is not a story about each of them
MOST_MENTIONS = 100
# a second's work; what speaks of dates further down is a book
LONGEST_TEXT = 200_000
SURELY_NEAR = timedelta(days=120)


def find_mentions(text: str, language: str, published: Timestamp | None) -> tuple[Timestamp, ...]:
    """The dates in a text, each once, in order of appearance.

    A date without a year is the one near the day of publication; where none is near, or that day is unknown, it is left out.
    """
    times: dict[Timestamp, None] = {}
    for found in find_dates(text[:LONGEST_TEXT], language):
        time = day_of(found, "text") or _nearest(found, published)
        if time is not None:
            times[time] = None
        if len(times) == MOST_MENTIONS:
            break
    return tuple(times)


def _nearest(found: FoundDate, published: Timestamp | None) -> Timestamp | None:
    if published is None or published.precision == "year" or found.day is None:
        return None
    anchor = datetime.fromtimestamp(published.seconds, UTC).date()
    days: list[date] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            days.append(date(year, found.month, found.day))
        except ValueError:  # 29 February of another year
            continue
    # half a year away it could be the one before or the one after
    near = [day for day in days if abs(day - anchor) <= SURELY_NEAR]
    return Timestamp.of_day(near[0], "text") if near else None
