"""Web addresses: which can be fetched, and what they tell of an article."""

import re
from urllib.parse import urljoin, urlsplit

LONGEST_ADDRESS = 2048
# control characters, which parsers pass over each in its own way, a backslash, which browsers take for a slash, and
# characters that show other than they are
DECEPTIVE = re.compile(r"[\x00-\x1f\x7f\\\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]")


def host_name(url: str) -> str:
    """The host without `www.`, as a name for a source nobody named."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def names_article(url: str) -> bool:
    """Whether an address can be that of one article: a home page is not."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def fetchable_url(url: str, base: str = "") -> str:
    """An address as it is fetched: absolute, without fragment, its host in ASCII, what must be quoted quoted.

    `base` is the page that a relative address stands on. Whether the host may be reached is decided when it is.

    Raises ValueError, with the reason for the reader.
    """
    import httpx

    url = url.strip()
    if len(url) > LONGEST_ADDRESS:
        raise ValueError(f"an address of more than {LONGEST_ADDRESS} characters")
    if DECEPTIVE.search(url):
        raise ValueError("an address with characters that have no place in one")
    try:
        parsed = httpx.URL(urljoin(base, url) if base else url)
    except (httpx.InvalidURL, ValueError) as error:
        raise ValueError("not a web address") from error
    if parsed.scheme not in ("http", "https"):
        raise ValueError(f"{parsed.scheme[:20]}: is not fetched, only http: and https:" if parsed.scheme else "not a web address")
    if parsed.userinfo:
        raise ValueError("an address with a user name in it; give it without")
    host = parsed.host.rstrip(".")
    if not host:
        raise ValueError("an address without a host")
    if parsed.port is not None and not 0 < parsed.port < 65_536:
        raise ValueError(f"an address with port {parsed.port}, which there is not")
    return str(parsed.copy_with(host=host, fragment=None) if parsed.fragment or host != parsed.host else parsed)
