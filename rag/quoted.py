"""Quotes and what each is there for -> the answer's text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from rag.inert import inert
from rag.messages import ENGLISH, say, say_day, say_month
from rag.types import Citation, Note, Point, Standing
from vectorstore import Timestamp
from vectorstore.plain import one_line

# the direct answer, and what a model thinks weighty
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
FOREIGN_MARK = re.compile(r"[\[【]\s*(\d+)\s*[\]】]")


@dataclass(frozen=True, slots=True)
class Placed:
    """A quote where it stands in an answer.

    Attributes:
        heads: The lines above it, what it is there for and the direct answer in bold; none where they would repeat those before.
        point: What it is there for first.
    """

    heads: tuple[str, ...]
    point: Point


def place_quotes(quotes: Sequence[Citation], points: Sequence[Point] = (), language: str | None = None) -> Iterator[Placed]:
    """The quotes in the order of their points; points in a row with one quote share it.

    Args:
        points: What each is there for; empty for quotes that only answer.
        language: ISO 639-1 code of the question, in which the labels are; None is English.
    """
    points = points or [Point(number) for number in range(1, len(quotes) + 1)]
    headed = zip(points, write_heads(quotes, points, language), strict=True)
    for _, together in groupby(headed, key=lambda pair: pair[0].number):
        pairs = list(together)
        yield Placed(tuple(head for _, head in pairs if head), pairs[0][0])


def write_quotes(quotes: Sequence[Citation], points: Sequence[Point] = (), language: str | None = None) -> str:
    """A paragraph for each quote, as `place_quotes` has them: its heads, the quote, source, date and mark."""
    paragraphs: list[str] = []
    for placed in place_quotes(quotes, points, language):
        number = placed.point.number
        citation = quotes[number - 1]
        line = f"{in_marks(citation.quote)} — {write_origin(citation, placed.point, language)} [{number}]"
        paragraphs.append("\n".join([*placed.heads, line]))
    return "\n\n".join(paragraphs)


def write_heads(quotes: Sequence[Citation], points: Sequence[Point], language: str | None = None) -> list[str]:
    """The line above each quote: what it is there for and the direct answer in bold; empty where it would say what the one before did."""
    heads: list[str] = []
    before: Point | None = None
    for point in points:
        same = before is not None and (before.standing, before.direct) == (point.standing, point.direct)
        heads.append("" if same else _head(point, quotes[point.number - 1], language))
        before = point
    return heads


def _head(point: Point, citation: Citation, language: str | None) -> str:
    label = label_standing(point.standing, language)
    if point.standing in ("holds", "newest") and citation.published is not None:
        label = f"{label} ({say('as_of_day', language or ENGLISH, day=write_date(citation.published, language))})"
    bold = ", ".join(f"**{_harmless(part)}**" for part in point.direct)
    return ": ".join(part for part in (label, bold) if part)


def write_origin(citation: Citation, point: Point, language: str | None = None) -> str:
    """Source and date, how many independent sources say the same, and what must be known of the article."""
    parts = [_harmless(citation.source) or say("unknown_source", language or ENGLISH), write_date(citation.published, language)]
    if point.sources > 1:
        parts.append(say("independent_sources", language or ENGLISH, count=point.sources))
    if point.copies:
        parts.append(say("copies", language or ENGLISH, count=point.copies))
    return ", ".join([*parts, *(label_note(note, language) for note in point.notes)])


def write_version(citation: Citation, language: str | None = None) -> str:
    """Which text it is that was quoted: `article 3f2a, version 2`."""
    return say("article_version", language or ENGLISH, article=citation.article_id, number=citation.version)


def label_standing(standing: Standing, language: str | None = None) -> str:
    """What stands before a quote; empty for one that only answers, and for an event, whose date tells enough."""
    return "" if standing in ("says", "event") else say(f"standing_{standing}", language or ENGLISH)


def label_note(note: Note, language: str | None = None) -> str:
    """What must be known of an article, such as `press release`."""
    return say(f"note_{note.replace(' ', '_')}", language or ENGLISH)


def in_marks(quote: str) -> str:
    """A quote as it stands in an answer: harmless, in quotation marks."""
    return f"“{_harmless(quote)}”"


def _harmless(text: str) -> str:
    # [1] is ours: a footnote of the article's would point at one of our quotes
    return FOREIGN_MARK.sub(r"(\1)", one_line(inert(text)))


def write_date(time: Timestamp | None, language: str | None = None) -> str:
    """A publication date for people, no finer than it is known: `13 February 2025`, `February 2025`, `2025`, `undated`."""
    if time is None:
        return say("undated", language or ENGLISH)
    year, month, *_ = (*str(time).split("-"), "1")
    if time.precision == "year":
        return year
    if time.precision == "month":
        return say_month(int(year), int(month), language or ENGLISH)
    return say_day(datetime.fromtimestamp(time.seconds, UTC).date(), language or ENGLISH)
