"""What a reader must know of the articles behind an answer: opinion, corrections, how many independent sources say it."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from rag.messages import language_for, say
from rag.types import Citation, Draft, Note, Point, Query, Silence
from vectorstore import Archive, Article, ArticleNotFound

# by article and version
Cited = Mapping[tuple[str, int], Article]

NOTED: tuple[Note, ...] = ("opinion", "satire", "press release")
# no reports: what only these say is not known
UNSURE: frozenset[str | None] = frozenset(("opinion", "satire"))


def add_notes(archive: Archive, query: Query, draft: Draft) -> Draft:
    """The draft with notes and copies at its points; one that rests on doubtful articles alone says so."""
    articles = read_articles(archive, draft.quotes)
    points = tuple(_note(archive, draft.quotes[point.number - 1], articles, point) for point in draft.points)
    doubt = find_doubt(query, draft.quotes, articles) if draft.silence is None else None
    if doubt is None:
        return replace(draft, points=points)
    reason = say(doubt.kind.replace(" ", "_"), language_for(query.question))
    return replace(draft, points=points, reason=draft.reason or reason, silence=doubt)


def read_articles(archive: Archive, citations: Sequence[Citation]) -> Cited:
    """The article of each version that is cited, read once; those that were deleted meanwhile are left out."""
    found = {}
    for key in dict.fromkeys((citation.article_id, citation.version) for citation in citations):
        with suppress(ArticleNotFound):
            found[key] = archive.get_article(*key).article
    return found


def find_doubt(query: Query, citations: Sequence[Citation], articles: Cited) -> Silence | None:
    """Why quotes do not answer, though they speak of it: all are opinion or satire, which the reader did not ask for, or what is the latest
    cannot be told; None when they may. `articles` are those of the citations, as `read_articles` gives them."""
    if not citations:
        return None
    cited = (articles.get((citation.article_id, citation.version)) for citation in citations)
    genres = {None if article is None else article.genre for article in cited}
    if genres <= UNSURE and not genres & set(query.filter.genres):
        return Silence("only opinion")
    asks_for_latest = query.period is not None and query.period.wants == "latest"
    return Silence("only undated") if asks_for_latest and all(citation.published is None for citation in citations) else None


def _note(archive: Archive, citation: Citation, articles: Cited, point: Point) -> Point:
    article = articles.get((citation.article_id, citation.version))
    if article is None:
        return point
    try:
        cluster = archive.cluster_of(citation.article_id)
    except ArticleNotFound:
        return point
    notes: list[Note] = ["corrected"] if article.corrections else []
    notes += [note for note in NOTED if note == article.genre]
    return replace(point, notes=tuple(notes), copies=len(cluster.articles) - 1)
