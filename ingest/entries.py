"""Entries of feeds by the feeds' own ids of them (`guid`, `id`): an article whose link has changed is still the same one."""

import hashlib
import json
from dataclasses import replace
from urllib.parse import urlsplit

from ingest.pagedates import DAY_SECONDS
from ingest.sites import same_site, site_of
from vectorstore import Archive, Article, ArticleNotFound, fold, word_terms
from vectorstore.addresses import canonical_url

# of the words of the shorter text, so many are in the other too, when they are two texts of one article. Of half a of the pairs of
# `evaluation duplicates`, cut and rewritten texts share .73 and more, follow-ups and other events in nine of ten .70 and less
SHARED_WORDS = 0.7


def digest_entry(feed: str, key: str) -> str:
    """Of a feed, by the address that it was asked for at, and its own id of an entry."""
    return hashlib.sha256(json.dumps([canonical_url(feed), key]).encode()).hexdigest()[:32]


def keep_address(archive: Archive, article: Article, entry: str) -> Article:
    """The article under the address that it was first found at, when the feed leads to it by another one now.

    It stays apart where the archive has it by its new address too; and where an id was given to something else: on another site, or
    in other words.
    """
    known = archive.entries.get(entry) if entry and article.url else None
    if known is None or known.article_id == article.article_id or archive.current_numbers([article.article_id]):
        return article
    try:
        former = archive.get_article(known.article_id).article
    except ArticleNotFound:
        return article
    assert article.url is not None
    is_moved = former.url is not None and same_site(former.url, article.url) and _is_same_text(former, article)
    return replace(article, url=former.url) if is_moved else article


def find_deleted(archive: Archive, article: Article, entry: str) -> tuple[str, int] | None:
    """The deleted article that this is, and when it was deleted: by its own name, or as an entry with other parameters now."""
    names = [article.article_id]
    known = archive.entries.get(entry) if entry else None
    if known is not None and known.place == digest_place(article):
        names.append(known.article_id)
    return next(iter(archive.deleted_times(names).items()), None)


def digest_place(article: Article) -> str:
    """Of the site and the path where an article lies: what is left of its address when it is deleted."""
    parts = urlsplit(article.url or "")
    return hashlib.sha256(f"{site_of(article.url or '')}{parts.path.rstrip('/')}".encode()).hexdigest()[:16]


def _is_same_text(one: Article, other: Article) -> bool:
    if one.published and other.published and abs(one.published.seconds - other.published.seconds) >= DAY_SECONDS:
        # tomorrow's weather comes in the words of today's
        return False
    if other.metadata.get("text_from") == "feed" and fold(one.title) == fold(other.title):
        # what a feed tells of a text need not be in its words
        return True
    ours, theirs = (set(word_terms(article.text, article.language)) for article in (one, other))
    return len(ours & theirs) >= SHARED_WORDS * min(len(ours), len(theirs))
