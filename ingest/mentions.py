"""The times that a text speaks about."""

from datetime import UTC, date, datetime

from ingest.dates import FoundDate, day_of, find_dates
from vectorstore import Timestamp

# a calendar of events is not a story about each of them
MOST_MENTIONS = 100


def find_mentions(text: str, language: str, published: Timestamp | None) -> tuple[Timestamp, ...]:
    """The dates in a text, each once, in order of appearance.

    A date without a year is the one nearest to the day of publication; where that is unknown it is left out.
    """
    times: dict[Timestamp, None] = {}
    for found in find_dates(text, language):
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
    return Timestamp.of_day(min(days, key=lambda day: abs(day - anchor)), "text") if days else None
