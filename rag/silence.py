"""Nothing answers: why, in a typed value and a line for the reader."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from langchain_core.documents import Document

from rag.describe import describe_days, describe_period
from rag.messages import language_for, say
from rag.question import forget_time
from rag.scored import Scored
from rag.types import Draft, Query, Silence, SilenceKind
from vectorstore import Archive, SearchFilter, fold

# passages that are looked through for an answer outside the chosen limits
OUTSIDE = 8

Find = Callable[[Archive, Query, Sequence[Document]], Sequence[Scored]]


def explain_silence(archive: Archive, query: Query, passages: Sequence[Document], find: Find) -> Draft:
    """A draft without quotes, with its reason: what lies outside the limits, or nothing.

    Args:
        find: The sentences that answer a query, from passages.
    """
    language = language_for(query.question)
    if query.period is not None and query.period.hard:
        outside = _search_outside(archive, forget_time(query), find)
        if outside:
            return _outside("outside dates", describe_period(query.period, language), outside, language)
    if not passages and query.filter.is_dated and (days := _days_of_papers(archive, query)):
        papers = f" {say('and', language)} ".join(query.outlets.sources)
        reason = say("paper_dated", language, limits=_say_dates(query, language), papers=papers, when=describe_days(*days, language))
        return Draft(reason=reason, silence=Silence("outside dates", *days))
    if query.filter:
        outside = _search_outside(archive, replace(query, filter=SearchFilter(), period=None), find)
        if outside:
            kind: SilenceKind = "outside dates" if query.filter.is_dated else "outside limits"
            return _outside(kind, say("within_limits", language, limits=_name_limits(query.filter, language)), outside, language)
    if passages or (query.filter and archive.search(query.text, k=1)):
        return _silent("nothing near", language)
    return _silent("nothing found" if archive.list_articles(limit=1) else "empty archive", language)


def _say_dates(query: Query, language: str) -> str:
    if query.period is not None and query.period.hard:
        return describe_period(query.period, language)
    return say("within_limits", language, limits=_name_limits(query.filter, language))


def _days_of_papers(archive: Archive, query: Query) -> tuple[date, date] | None:
    """When the first and the last article of the papers that a question names was published; None where it names none or none is dated."""
    asked = {fold(source) for source in query.outlets.sources}
    count = sum(number for source, number in archive.count_sources() if fold(source) in asked) - archive.undated(query.filter)
    if not asked or count < 1:
        return None
    papers = SearchFilter(sources=query.outlets.sources)
    ends = [archive.list_articles(papers, limit=1, offset=offset)[0].article.published for offset in (count - 1, 0)]
    first, last = (None if time is None else datetime.fromtimestamp(time.seconds, UTC).date() for time in ends)
    return None if first is None or last is None else (first, last)


def _silent(kind: SilenceKind, language: str) -> Draft:
    return Draft(reason=say(kind.replace(" ", "_"), language), silence=Silence(kind))


def _outside(kind: SilenceKind, limits: str, outside: Sequence[Scored], language: str) -> Draft:
    times = [one.sentence.passage.metadata.get("published") for one in outside]
    days = sorted(datetime.fromtimestamp(time, UTC).date() for time in times if time is not None)
    if not days:
        reason = say("outside_undated", language, limits=limits)
        return Draft(reason=reason, silence=Silence("only undated" if kind == "outside dates" else kind))
    reason = say("outside_dated", language, limits=limits, when=describe_days(days[0], days[-1], language))
    return Draft(reason=reason, silence=Silence(kind, days[0], days[-1]))


def _search_outside(archive: Archive, free: Query, find: Find) -> Sequence[Scored]:
    """What answers with fewer limits."""
    return find(archive, free, archive.search(free.text, free.filter or None, k=OUTSIDE))


def _name_limits(filter: SearchFilter, language: str) -> str:
    chosen = [("limit_dates", filter.is_dated), *((f"limit_{name}", getattr(filter, name)) for name in ("sources", "languages", "genres"))]
    *others, last = [say(name, language) for name, given in chosen if given]
    return f"{', '.join(others)} {say('and', language)} {last}" if others else last
