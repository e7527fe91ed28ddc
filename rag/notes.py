"""What a reader must know of the articles behind an answer: opinion, corrections, how many independent sources say it."""

from collections.abc import Sequence
from dataclasses import replace

from rag.messages import language_for, say
from rag.types import Citation, Draft, Note, Point, Query, Silence
from vectorstore import Archive, ArticleNotFound

NOTED: tuple[Note, ...] = ("opinion", "satire", "press release")
# no reports: what only these say is not known
UNSURE: frozenset[str | None] = frozenset(("opinion", "satire"))


def add_notes(archive: Archive, query: Query, draft: Draft) -> Draft:
    """The draft with notes and copies at its points; one that rests on doubtful articles alone says so."""
    points = tuple(_note(archive, draft.quotes, point) for point in draft.points)
    doubt = find_doubt(archive, query, draft.quotes) if draft.silence is None else None
    if doubt is None:
        return replace(draft, points=points)
    reason = say(doubt.kind.replace(" ", "_"), language_for(query.question))
    return replace(draft, points=points, reason=draft.reason or reason, silence=doubt)


def find_doubt(archive: Archive, query: Query, citations: Sequence[Citation]) -> Silence | None:
    """Why quotes do not answer, though they speak of it: all are opinion or satire, which the reader did not ask for, or what is the latest
    cannot be told; None when they may."""
    if not citations:
        return None
    genres = {_genre_of(archive, citation) for citation in citations}
    if genres <= UNSURE and not genres & set(query.filter.genres):
        return Silence("only opinion")
    asks_for_latest = query.period is not None and query.period.wants == "latest"
    return Silence("only undated") if asks_for_latest and all(citation.published is None for citation in citations) else None


def _genre_of(archive: Archive, citation: Citation) -> str | None:
    try:
        return archive.get_article(citation.article_id, citation.version).article.genre
    except ArticleNotFound:
        return None


def _note(archive: Archive, quotes: Sequence[Citation], point: Point) -> Point:
    citation = quotes[point.number - 1]
    try:
        article = archive.get_article(citation.article_id, citation.version).article
        cluster = archive.cluster_of(citation.article_id)
    except ArticleNotFound:
        return point
    notes: list[Note] = ["corrected"] if article.corrections else []
    notes += [note for note in NOTED if note == article.genre]
    return replace(point, notes=tuple(notes), copies=len(cluster.articles) - 1)
