"""Days and moments, as readers write and read them, and as a filter holds them."""

from datetime import UTC, date, datetime, timedelta

from vectorstore.filters import Moment


def read_day(text: str) -> date | None:
    """A day as 2025-02-13 or 13.2.2025; None for an empty text. Raises ValueError with the text when it is none."""
    if not text.strip():
        return None
    for pattern in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text.strip(), pattern).date()
        except ValueError:
            continue
    raise ValueError(text.strip()[:40])


def bounds_of(first: date | None, last: date | None) -> tuple[str | None, str | None]:
    """`since` and `until` of a filter that holds both days; None is no bound."""
    return first.isoformat() if first else None, (last + timedelta(days=1)).isoformat() if last else None


def day_of(moment: Moment) -> date:
    """The day that a moment lies in."""
    return moment.date() if isinstance(moment, datetime) else moment if isinstance(moment, date) else date.fromisoformat(moment[:10])


def write_moment(seconds: int) -> str:
    """`2025-02-13 08:00` in UTC."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M")
