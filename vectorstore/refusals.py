"""What was read already and gave no article, so that it need not be read again to be refused again."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, or_, select

from vectorstore.database import Database, put_row
from vectorstore.schema import refused, tombstones

_RECALLED = (
    select(refused.c.is_fault, refused.c.reason, refused.c.article_id, tombstones.c.deleted)
    .outerjoin(tombstones, tombstones.c.identity == refused.c.article_id)
    .where(refused.c.digest == bindparam("digest"), or_(refused.c.article_id.is_(None), tombstones.c.deleted.is_not(None)))
)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why no article came of something.

    Attributes:
        is_fault: Whether it should have given one.
        article_id: The article that came of it and was deleted; None when none came.
        deleted: When that was deleted, in Unix time.
    """

    reason: str
    is_fault: bool = False
    article_id: str | None = None
    deleted: int | None = None


class Refusals:
    """The memory of an archive, by digests of what was read and of what read it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def recall(self, digest: bytes) -> Refused | None:
        """Why what has this digest gave no article, if it would give none today; else None."""
        with self._database.transaction() as connection:
            row = connection.execute(_RECALLED, {"digest": digest}).first()
        return None if row is None else Refused(**row._mapping)

    def remember(self, reader: str, refusals: Iterable[tuple[bytes, Refused]]) -> None:
        """Keeps what this version of the reading program refused, and forgets what others did: it would be read anew."""
        with self._database.write_transaction() as connection:
            connection.execute(delete(refused).where(refused.c.reader != reader))
            for digest, refusal in refusals:
                facts = {"reason": refusal.reason, "is_fault": refusal.is_fault, "article_id": refusal.article_id}
                put_row(connection, refused, digest=digest, reader=reader, **facts)
