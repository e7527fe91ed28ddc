"""What is remembered of pages that were fetched, so that a server need not send again what has not changed."""

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, select

from vectorstore.database import Database, upsert
from vectorstore.schema import articles, fetches, versions


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


def forget_pages(connection: Connection, article_id: str) -> None:
    """Forgets the pages that an article was read from, else their servers would say that nothing has changed since."""
    stated = select(versions.c.url).where(versions.c.article_id == article_id, versions.c.url.is_not(None))
    read_from = select(articles.c.origin).where(articles.c.id == article_id, articles.c.origin.is_not(None))
    connection.execute(delete(fetches).where(fetches.c.url.in_(stated.union(read_from))))


class Fetches:
    """The memory of an archive. To be written to once what was fetched is safe in the archive, never before."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, url: str) -> Fetch | None:
        """What is remembered of an address; None when it was never fetched, or its article was deleted."""
        with self._database.transaction() as connection:
            row = connection.execute(select(fetches).where(fetches.c.url == url)).first()
        return None if row is None else Fetch(**row._mapping)

    def remember(self, fetch: Fetch) -> None:
        """Takes the place of what was remembered of that address."""
        with self._database.write_transaction() as connection:
            new = upsert(connection, fetches).values(**asdict(fetch))
            changed = {name: new.excluded[name] for name in ("etag", "modified", "stamp", "seconds")}
            connection.execute(new.on_conflict_do_update(index_elements=[fetches.c.url], set_=changed))
