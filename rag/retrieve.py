"""A query -> the passages that an answer may quote."""

from collections import Counter
from collections.abc import Sequence

from langchain_core.documents import Document

from rag.recency import asks_for_now, newest_first, prefer_recent
from rag.rerank import Rerank
from rag.types import Query
from vectorstore import Archive, fold

# one long article must not fill the answer, and one that repeats the question's words must not either
PER_ARTICLE = 3
# enough that other articles follow when the first few passages come from one
SPARE = 3
# a source may have sent twenty near-copies, all of them nearer than the next one; and the newest need not be among the best
MORE_SPARE = 3


def find_passages(archive: Archive, query: Query, k: int, per_source: int | None = None, rerank: Rerank | None = None) -> list[Document]:
    """At most k passages, best first, at most three of one article.

    Args:
        per_source: At most so many of one source, when there is more than one; None for no limit. A source that repeats itself
            shall not crowd the others out of what a model reads.
        rerank: Puts what was found in its own order; without one, a question for the latest has the newest first of what is relevant,
            and one about how things stand now prefers the newer a little.
    """
    latest = query.period is not None and query.period.wants == "latest"
    spare = SPARE * (MORE_SPARE if latest or per_source is not None else 1)
    found = archive.search(query.text, query.filter or None, k * spare, query.wordings)
    if rerank is not None:
        found = rerank(query.text, found)
    elif latest:
        found = newest_first(found)
    elif asks_for_now(query):
        found = prefer_recent(found)
    kept: list[Document] = []
    taken: Counter[str] = Counter()
    for passage in found:
        article_id = passage.metadata["article_id"]
        if taken[article_id] < PER_ARTICLE:
            taken[article_id] += 1
            kept.append(passage)
    return (kept if per_source is None else _limit_sources(kept, per_source))[:k]


def _limit_sources(passages: Sequence[Document], most: int) -> list[Document]:
    """The first passages of each source; all when there is one source only. An article without a source is one of its own."""
    names = [fold(passage.metadata["source"]) or passage.metadata["article_id"] for passage in passages]
    if len(set(names)) < 2:
        return list(passages)
    taken: Counter[str] = Counter()
    kept: list[Document] = []
    for name, passage in zip(names, passages, strict=True):
        taken[name] += 1
        if taken[name] <= most:
            kept.append(passage)
    return kept
