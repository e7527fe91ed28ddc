"""Whether an article that was just read is older than what the archive has of it."""

from enum import Enum

from vectorstore import Archive, Article, ArticleNotFound, Timestamp

DAY_SECONDS = 86_400


class Earlier(Enum):
    """How an article stands to the archive's current version of it."""

    NO = "new to the archive, or newer, or it cannot be told"
    KNOWN = "older, and kept as an earlier version"
    UNKNOWN = "older, and not in the archive"
    SAME_AGE = "kept as an earlier version, with nothing that says it is older"


def find_earlier(archive: Archive, article: Article) -> Earlier:
    """How an article that the archive does not hold as current stands to the version that is.

    Folders are read by file name, so an old version may well come after the new one, and does so again each time.
    """
    try:
        current = archive.get_article(article.article_id)
    except ArticleNotFound:
        return Earlier.NO
    is_known = any(
        archive.get_article(article.article_id, number).article.content_hash == article.content_hash for number in range(1, current.number)
    )
    if is_older(article, current.article):
        return Earlier.KNOWN if is_known else Earlier.UNKNOWN
    return Earlier.SAME_AGE if is_known and not is_older(current.article, article) else Earlier.NO


def is_older(article: Article, other: Article) -> bool:
    """Whether an article's own dates say that it was written before the other; False when they do not tell."""
    one, two = article.updated or article.published, other.updated or other.published
    if one is None or two is None:
        return False
    if one.precision == two.precision == "second":
        return one.seconds < two.seconds
    return _day(one) < _day(two)


def _day(time: Timestamp) -> int:
    return time.seconds // DAY_SECONDS
