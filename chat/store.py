"""Conversations and ratings that survive a restart, each seen by its reader alone."""

import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text, delete, select

from chat.conversation import Conversation, Exchange, Rating, Talk, cited_versions
from vectorstore.database import Database, put_row, upsert

FILE = "conversations.sqlite"
# a reader's older ones are forgotten
MOST_CONVERSATIONS = 200
LONGEST_REASON = 2000

metadata = MetaData()
conversations = Table(
    "conversations", metadata,
    Column("key", String, primary_key=True),
    Column("reader", String, nullable=False, index=True),
    Column("updated", BigInteger, nullable=False),
    Column("exchanges", Text, nullable=False),
)  # fmt: skip
ratings = Table(
    "ratings", metadata,
    Column("key", String, primary_key=True),  # of the conversation
    Column("place", Integer, primary_key=True),  # of the exchange in it, from 1
    Column("reader", String, nullable=False),
    Column("rating", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("rated", BigInteger, nullable=False),
    Column("exchange", Text, nullable=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rated:
    """What a reader thought of an answer. `rated` is Unix time."""

    exchange: Exchange
    rating: Rating
    reason: str
    rated: int


class Conversations:
    """Beside the archive: in the file FILE of its folder, or on its server. Raises ArchiveError as `Database` does."""

    def __init__(self, place: Path | str, clock: Callable[[], float] = time.time) -> None:
        self._database = Database(place)
        self._clock = clock
        with self._database.write_transaction() as connection:
            metadata.create_all(connection)

    def close(self) -> None:
        self._database.close()

    def save(self, talk: Talk) -> Talk:
        """Stores a conversation under its key, or under a new one."""
        kept = replace(talk, key=talk.key or secrets.token_urlsafe(12))
        values = {"key": kept.key, "reader": kept.reader, "updated": int(self._clock()), "exchanges": _dump(kept.exchanges)}
        with self._database.write_transaction() as connection:
            statement = upsert(connection, conversations).values(values)
            update = {name: statement.excluded[name] for name in ("updated", "exchanges")}
            # another reader's key is nobody's to write to
            mine = conversations.c.reader == kept.reader
            connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=update, where=mine))
            newest = select(conversations.c.key).where(mine).order_by(conversations.c.updated.desc()).limit(MOST_CONVERSATIONS)
            connection.execute(delete(conversations).where(mine, conversations.c.key.not_in(newest)))
        return kept

    def read(self, reader: str, key: str) -> Talk | None:
        """A conversation of that reader's; None when there is none."""
        query = select(conversations).where(conversations.c.key == key, conversations.c.reader == reader)
        with self._database.transaction() as connection:
            row = connection.execute(query).first()
        return None if row is None else Talk(reader, key, _load(row.exchanges))

    def list(self, reader: str, limit: int = 20) -> list[Talk]:
        """A reader's conversations, the last one first."""
        query = select(conversations).where(conversations.c.reader == reader).order_by(conversations.c.updated.desc()).limit(limit)
        with self._database.transaction() as connection:
            talks = [Talk(reader, row.key, _load(row.exchanges)) for row in connection.execute(query)]
        return [talk for talk in talks if talk.exchanges]

    def forget(self, reader: str, key: str) -> None:
        with self._database.write_transaction() as connection:
            connection.execute(delete(conversations).where(conversations.c.key == key, conversations.c.reader == reader))
        self._database.empty_log()

    def rate(self, talk: Talk, place: int, rating: Rating) -> None:
        """Stores what its reader thinks of the exchange at `place`, from 1; a later rating replaces an earlier one."""
        values = {
            "key": talk.key, "place": place, "reader": talk.reader, "rating": rating, "reason": "",
            "rated": int(self._clock()), "exchange": _dump(talk.exchanges[place - 1 : place]),
        }  # fmt: skip
        with self._database.write_transaction() as connection:
            put_row(connection, ratings, **values)

    def explain(self, talk: Talk, place: int, reason: str) -> None:
        """Adds the reader's reason to a rating."""
        mine = ratings.c.key == talk.key, ratings.c.place == place, ratings.c.reader == talk.reader
        with self._database.write_transaction() as connection:
            connection.execute(ratings.update().where(*mine).values(reason=reason[:LONGEST_REASON]))

    def rated(self) -> Iterator[Rated]:
        """All ratings of all readers, the oldest first."""
        with self._database.transaction() as connection:
            rows = connection.execute(select(ratings).order_by(ratings.c.rated, ratings.c.key, ratings.c.place)).all()
        for row in rows:
            for exchange in _load(row.exchange):
                yield Rated(exchange, row.rating, row.reason, row.rated)

    def withdraw(self, find_gone: Callable[[Iterable[str]], set[str]]) -> None:
        """Takes out the words of articles that are gone: deletion leaves no trace here either.

        Args:
            find_gone: Which of these articles the archive no longer has.
        """
        with self._database.write_transaction() as connection:
            for table, column in ((conversations, "exchanges"), (ratings, "exchange")):
                stored = [(row, _load(getattr(row, column))) for row in connection.execute(select(table)).all()]
                gone = find_gone({article for _, exchanges in stored for each in exchanges for article in articles_of(each)})
                for row, exchanges in stored:
                    kept = tuple(without_articles(each, gone) for each in exchanges)
                    if kept != exchanges:
                        at = [own == row._mapping[own.name] for own in table.primary_key.columns]
                        connection.execute(table.update().values({column: _dump(kept)}).where(*at))
        self._database.empty_log()


def articles_of(exchange: Exchange) -> set[str]:
    """Whose words an exchange may hold."""
    return {article for article, _ in cited_versions(exchange)} | {found.article_id for found in exchange.found}


def without_articles(exchange: Exchange, gone: set[str]) -> Exchange:
    """The exchange without the words of these articles; the reader's own question stays."""
    if gone.isdisjoint(articles_of(exchange)):
        return exchange
    left = tuple(found for found in exchange.found if found.article_id not in gone)
    if gone.isdisjoint(article for article, _ in cited_versions(exchange)):
        return replace(exchange, found=left, next=())
    return replace(exchange, answer=None, found=left, next=(), note="withdrawn", ended=True)


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(tuple[Exchange, ...])


def _dump(exchanges: Conversation) -> str:
    return _adapter().dump_json(exchanges).decode()


def _load(text: str) -> Conversation:
    try:
        loaded: Conversation = _adapter().validate_json(text)
    except ValidationError:
        # a later or earlier Newsdesk wrote it
        return ()
    return loaded
