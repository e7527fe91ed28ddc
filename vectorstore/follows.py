"""Sources that are followed: feeds, sitemaps and sites that are read again and again, and how it went."""

from dataclasses import asdict, dataclass

from sqlalchemy import delete, select

from vectorstore.database import Database, put_row
from vectorstore.schema import follows


@dataclass(frozen=True, slots=True)
class Follow:
    """One source. Times are Unix time.

    Attributes:
        url: As it was given, with a form such as `site:` before it where one was.
        source: Name of the paper, for articles that do not tell theirs; empty when none was given.
        allow_private: Whether the source lies in one's own network.
        next_run: When it is due.
        last_run: None before the first.
        last_result: What the last run that reached the source brought.
        last_error: Why the last run failed; empty when it did not.
        failing_since: When the first of the runs failed that have failed in a row; None when the last one did not.
    """

    url: str
    every_seconds: int
    source: str = ""
    allow_private: bool = False
    added: int = 0
    next_run: int = 0
    last_run: int | None = None
    last_result: str = ""
    last_error: str = ""
    failing_since: int | None = None


class Follows:
    """The followed sources of an archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Follow]:
        """In the order in which they were added."""
        with self._database.transaction() as connection:
            rows = connection.execute(select(follows).order_by(follows.c.added, follows.c.url)).all()
        return [Follow(**row._mapping) for row in rows]

    def put(self, follow: Follow) -> None:
        """Adds a source, or takes the place of what was known of it."""
        with self._database.write_transaction() as connection:
            put_row(connection, follows, **asdict(follow))

    def remove(self, url: str) -> bool:
        """Whether it was there. Its articles stay."""
        with self._database.write_transaction() as connection:
            return connection.execute(delete(follows).where(follows.c.url == url)).rowcount > 0
