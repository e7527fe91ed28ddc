"""What is remembered of pages that were fetched, so that a server need not send again what has not changed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select

from vectorstore.database import Database, put_row
from vectorstore.refusals import Refused
from vectorstore.schema import articles, fetches, refused_pages, versions

# asked of every page of every listing
FIND = (
    select(fetches, refused_pages.c.reader, refused_pages.c.is_fault, refused_pages.c.reason)
    .outerjoin(refused_pages, refused_pages.c.url == fetches.c.url)
    .where(fetches.c.url.in_(bindparam("urls", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Fetch:
    """One page, by the address that was asked for.

    Attributes:
        etag, modified: As the server wrote them; empty where it did not.
        stamp: When a sitemap said that the page had changed, as it wrote it; empty where none did.
        seconds: When the page was fetched, in Unix time.
    """

    url: str
    etag: str = ""
    modified: str = ""
    stamp: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class KnownFetch:
    """A fetch; where its page gave no article, why, and what version of the `reader` says so."""

    fetch: Fetch
    reader: str = ""
    refused: Refused | None = None


def forget_pages(connection: Connection, article_id: str) -> None:
    """Forgets the pages that an article was read from, else their servers would say that nothing has changed since."""
    stated = select(versions.c.url).where(versions.c.article_id == article_id, versions.c.url.is_not(None))
    read_from = select(articles.c.origin).where(articles.c.id == article_id, articles.c.origin.is_not(None))
    for table in (fetches, refused_pages):
        connection.execute(delete(table).where(table.c.url.in_(stated.union(read_from))))


def forget_listings(connection: Connection) -> None:
    """Forgets every address that no article here was read from: feeds, sitemaps, second addresses of pages.

    Their servers would say that nothing has changed since, and what they lead to would not be looked at.
    """
    stated = select(versions.c.url).where(versions.c.url.is_not(None))
    read_from = select(articles.c.origin).where(articles.c.origin.is_not(None))
    for table in (fetches, refused_pages):
        connection.execute(delete(table).where(table.c.url.not_in(stated.union(read_from))))


class Fetches:
    """The memory of an archive. To be written to once what was fetched is safe in the archive, or refused for good, never before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, url: str) -> KnownFetch | None:
        """What is remembered of an address; None when it was never fetched, or its article was deleted."""
        return self.get_many([url]).get(url)

    def get_many(self, urls: Sequence[str]) -> dict[str, KnownFetch]:
        """The same of many, without those of which nothing is remembered."""
        with self._database.transaction() as connection:
            rows = connection.execute(FIND, {"urls": urls}).all()
        return {row.url: _to_known(row) for row in rows}

    def remember(self, fetch: Fetch) -> None:
        """Takes the place of what was remembered of that address."""
        with self._database.write_transaction() as connection:
            put_row(connection, fetches, **asdict(fetch))
            connection.execute(delete(refused_pages).where(refused_pages.c.url == fetch.url))

    def remember_refused(self, fetch: Fetch, reader: str, refusal: Refused) -> None:
        """The same of a page that this version of the reading program refused."""
        with self._database.write_transaction() as connection:
            put_row(connection, fetches, **asdict(fetch))
            put_row(connection, refused_pages, url=fetch.url, reader=reader, is_fault=refusal.is_fault, reason=refusal.reason)


def _to_known(row: Row[Any]) -> KnownFetch:  # an outer join has no types
    refused = None if row.reader is None else Refused(row.reason, row.is_fault)
    return KnownFetch(Fetch(row.url, row.etag, row.modified, row.stamp, row.seconds), row.reader or "", refused)
