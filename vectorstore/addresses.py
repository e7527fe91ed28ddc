"""Web addresses: which may be kept and followed, and what names an article in them."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

LONGEST_ADDRESS = 2048
UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\"<>\\^`{|}\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]")
# parameters that say where a reader came from, not which article it is
TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign")


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


def canonical_url(url: str) -> str:
    """The address without what does not name the article: scheme, fragment, tracking, default port.

    >>> canonical_url("https://Example.org:443/a?utm_source=x&id=7#top")
    'example.org/a?id=7'
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not name.lower().startswith(TRACKING)]
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}"
