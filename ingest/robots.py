"""What a site allows robots, by its robots.txt."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.errors import IngestError, NotAnArticle
from ingest.fetch import BadStatus, Caller, OutOfReach, Redirect, request_page

if TYPE_CHECKING:
    from protego import Protego

# RFC 9309 has crawlers read at least 500 kB
LARGEST_ROBOTS_BYTES = 500_000
LONGEST_DELAY_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for one host.

    Attributes:
        parsed: None where there are none.
        closed: Why nothing of the host may be fetched now; empty when some may.
    """

    parsed: "Protego | None" = None
    closed: str = ""

    def why_not(self, url: str, user_agent: str) -> str:
        """Why a page may not be fetched; "" when it may."""
        if self.closed or self.parsed is None:
            return self.closed
        return "" if self.parsed.can_fetch(url, user_agent) else "the site's robots.txt forbids it to robots"

    def delay(self, user_agent: str) -> float:
        """Seconds that the site wants between two requests, at most a minute; 0 when it does not say."""
        asked = self.parsed.crawl_delay(user_agent) if self.parsed else None
        return min(asked or 0.0, LONGEST_DELAY_SECONDS)

    @property
    def sitemaps(self) -> list[str]:
        return list(self.parsed.sitemaps)[:20] if self.parsed else []


async def read_robots(caller: Caller, origin: str) -> Rules:
    """The rules of a host, by RFC 9309: none when it has no robots.txt, closed while it cannot be read.

    `origin` is scheme and host, as in `https://paper.example`.

    Raises OutOfReach when nothing may be fetched from the host.
    """
    url = f"{origin}/robots.txt"
    limits = replace(caller.limits, raw_bytes=LARGEST_ROBOTS_BYTES, decoded_bytes=LARGEST_ROBOTS_BYTES, page_bytes=LARGEST_ROBOTS_BYTES)
    caller = replace(caller, limits=limits)
    try:
        for _ in range(limits.redirects + 1):
            found = await request_page(caller, url, limits.read_seconds)
            if not isinstance(found, Redirect):
                return Rules(_parse(found.data))
            url = found.url
    except BadStatus as error:
        # no such file, or not for us: then nothing is forbidden; a server in trouble is left alone
        return (
            Rules() if 400 <= error.status < 500 and error.status != 429 else Rules(closed=f"its robots.txt cannot be read: {error.reason}")
        )
    except NotAnArticle:
        return Rules()
    except OutOfReach as error:
        raise OutOfReach(origin, error.reason) from error
    except IngestError as error:
        return Rules(closed=error.reason)
    return Rules()


def _parse(data: bytes) -> "Protego":
    from protego import Protego

    return Protego.parse(data.decode("utf-8", "replace").removeprefix("\ufeff"))
