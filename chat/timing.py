"""What a question found, over time: a table for the plot, and the stretch that a reader picks in it."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from chat.conversation import Exchange, cited_versions
from chat.days import bounds_of
from chat.texts import say
from vectorstore import SearchFilter

if TYPE_CHECKING:
    import pandas

DAY = 86_400


def tabulate(exchange: Exchange, language: str) -> "pandas.DataFrame | None":
    """The dated passages that were found; None when they do not lie on two days at least."""
    import pandas

    quoted = {article for article, _ in cited_versions(exchange)}
    rows = [
        (datetime.fromtimestamp(found.published, UTC), 1, say("cited" if found.article_id in quoted else "found", language))
        for found in exchange.found
        if found.published is not None
    ]
    if len({row[0].date() for row in rows}) < 2:
        return None
    return pandas.DataFrame(rows, columns=["published", "passages", "kind"])


def bin_of(exchange: Exchange) -> str:
    """The width of a bar, for some forty over the whole: in Gradio's words, such as `7d`."""
    return f"{max(1, round(_span_days(exchange) / 40))}d"


def axis_of(exchange: Exchange, language: str) -> str:
    """How moments are written below the bars, in numbers alone."""
    if _span_days(exchange) >= 90:
        return "%m/%Y"
    return "%d.%m." if language == "de" else "%d/%m"


def _span_days(exchange: Exchange) -> float:
    times = [found.published for found in exchange.found if found.published is not None]
    return (max(times) - min(times)) / DAY if times else 0.0


def picked_range(first: object, last: object) -> SearchFilter | None:
    """Whole days from a picked stretch, in Unix seconds; None when it is none."""
    if not isinstance(first, int | float) or not isinstance(last, int | float):
        return None
    try:
        since, until = bounds_of(*sorted((_day(first), _day(last))))
    except (ValueError, OverflowError, OSError):
        return None
    return SearchFilter(since=since, until=until)


def _day(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()
