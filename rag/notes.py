"""What a reader must know of the articles behind an answer: opinion, corrections, how many independent sources say it."""

from collections.abc import Sequence
from dataclasses import replace

from rag.messages import language_for, say
from rag.types import Citation, Draft, Note, Point, Query, Silence
from vectorstore import Archive, ArticleNotFound

NOTED: tuple[Note, ...] = ("opinion", "satire", "press release")
# no reports: what only these say is not known
UNSURE: frozenset[Note] = frozenset(("opinion", "satire"))


def add_notes(archive: Archive, query: Query, draft: Draft) -> Draft:
    """The draft with notes and copies at its points; one that rests on opinion or satire alone says so."""
    points = tuple(_note(archive, draft.quotes, point) for point in draft.points)
    if points and draft.silence is None and all(UNSURE & set(point.notes) for point in points):
        reason = draft.reason or say("only_opinion", language_for(query.question))
        return replace(draft, points=points, reason=reason, silence=Silence("only opinion"))
    return replace(draft, points=points)


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
