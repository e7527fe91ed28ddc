"""A passage: a LangChain Document with one fixed set of metadata."""

from collections.abc import Set
from typing import Any

from langchain_core.documents import Document

from vectorstore.article import Span, Version
from vectorstore.later import compile_later

# `published`, `genre` and `access` are absent when unknown; `score` is there on what a search returns
PASSAGE_KEYS = (
    *("article_id", "version", "index", "start", "end", "url", "title", "source", "language"),
    *("published", "genre", "access", "score"),
)
_ID = compile_later("[0-9a-f]{16}:[0-9]{1,9}:[0-9]{1,9}")


def passage_id(article_id: str, version: int, index: int) -> str:
    """The id of a passage in every index: `article:version:index`."""
    return f"{article_id}:{version}:{index}"


def is_passage_id(id: str) -> bool:
    """Whether a passage may have it: in an index that others write to, too, there may be other ids."""
    return _ID.fullmatch(id) is not None


def article_of(passage_id: str) -> str:
    """The id of the article that a passage is of."""
    return passage_id.partition(":")[0]


def compare_ids(expected: Set[str], held: Set[str]) -> str | None:
    """What is wrong with an index that holds these passages, in a few words; None when they are those that are expected."""
    return None if held == expected else f"{len(expected - held)} passages missing, {len(held - expected)} too many"


def make_passage(version: Version, index: int, span: Span) -> Document:
    """The stretch `span` of a version's text.

    `start` and `end` count characters of that text, so that `text[start:end] == page_content`;
    `published` is Unix time in UTC; `genre` and `access` are those of `Article`.
    A search adds `score`, comparable within one search only, higher is better.
    """
    article = version.article
    metadata: dict[str, Any] = {
        "article_id": version.article_id,
        "version": version.number,
        "index": index,
        "start": span.start,
        "end": span.end,
        "url": article.url or "",
        "title": article.title,
        "source": article.source,
        "language": article.language,
    }
    if article.published is not None:
        metadata["published"] = article.published.seconds
    if article.genre is not None:
        metadata["genre"] = article.genre
    if article.access is not None:
        metadata["access"] = article.access
    return Document(
        id=passage_id(version.article_id, version.number, index),
        page_content=article.text[span.start : span.end],
        metadata=metadata,
    )
