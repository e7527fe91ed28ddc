"""Web addresses that articles name: which of them may be kept."""

import re
from urllib.parse import urlsplit

LONGEST_ADDRESS = 2048
UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


def clean_url(value: object) -> str | None:
    """The address, when it is http or https, names a host and carries no user name; else None.

    >>> clean_url("javascript:alert(1)"), clean_url("https://a.example@b.example/")
    (None, None)
    """
    if not isinstance(value, str):
        return None
    url = value.strip()
    if len(url) > LONGEST_ADDRESS or UNSAFE.search(url):
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port  # reading it is what checks it
    except ValueError:
        return None
    is_web = parts.scheme in ("http", "https") and parts.hostname and "." in parts.hostname
    return url if is_web and "@" not in parts.netloc else None


def host_name(url: str) -> str:
    """The host without `www.`, as a name for a source nobody named."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def names_article(url: str) -> bool:
    """Whether an address can be that of one article: a home page is not."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)
