"""Web addresses that articles name: what they tell."""

from urllib.parse import urlsplit


def host_name(url: str) -> str:
    """The host without `www.`, as a name for a source nobody named."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def names_article(url: str) -> bool:
    """Whether an address can be that of one article: a home page is not."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)
