"""Older archives: what their catalogue lacks is added when they are opened."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, inspect, select, update

from vectorstore.clusters import place_article
from vectorstore.database import Database
from vectorstore.errors import ArchiveDamaged, ArchiveReadOnly
from vectorstore.records import select_versions, to_version
from vectorstore.schema import CURRENT_VERSION, SCHEMA_VERSION, articles, facts, metadata, versions
from vectorstore.tallies import count_all

log = logging.getLogger(__name__)

Step = Callable[[Connection], None]
Item = TypeVar("Item")
# between two lines about a step that takes long
TOLD_SECONDS = 3.0


def prepare_tables(database: Database) -> None:
    """Makes the tables of a new catalogue, and brings an older one to SCHEMA_VERSION: all or nothing.

    Raises:
        ArchiveDamaged: A newer Newsdesk made it.
        ArchiveReadOnly: It has to be changed and cannot be.
    """
    with database.transaction() as connection:
        if _is_up_to_date(connection):
            return
    try:
        # another process may be first: what is missing is asked again when it is our turn
        with database.write_transaction() as connection:
            _upgrade(connection, database.name)
    except ArchiveReadOnly as error:
        problem = f"{database.name} must be made or brought up to date, and cannot be written to"
        raise ArchiveReadOnly(f"{problem}; open it once where it can, or name another folder with --archive") from error


def _is_up_to_date(connection: Connection) -> bool:
    held = set(inspect(connection).get_table_names())
    return held >= set(metadata.tables) and _read_version(connection) == SCHEMA_VERSION


def _upgrade(connection: Connection, name: str) -> None:
    is_new = not inspect(connection).has_table(facts.name)
    found = SCHEMA_VERSION if is_new else _read_version(connection)
    if not found.isdigit() or int(found) > int(SCHEMA_VERSION):
        raise ArchiveDamaged(f"{name} has schema {found}, this program knows {SCHEMA_VERSION}; use the Newsdesk that made it")
    # a table that is missing needs no step of its own
    metadata.create_all(connection)
    if steps := STEPS[int(found) - 1 :]:
        log.warning("%s has schema %s and is brought to %s; this happens once", name, found, SCHEMA_VERSION)
        for step in steps:
            step(connection)
        if int(found) < HASHED:
            _derive(connection)
    connection.execute(facts.delete().where(facts.c.name == "schema"))
    connection.execute(facts.insert().values(name="schema", value=SCHEMA_VERSION))


def _read_version(connection: Connection) -> str:
    return connection.execute(select(facts.c.value).where(facts.c.name == "schema")).scalar_one_or_none() or "unknown"


def _derive(connection: Connection) -> None:
    """Reckons again what follows from a version's other columns, so that what is read next time is known for unchanged."""
    keys = connection.execute(select(versions.c.article_id, versions.c.number)).all()
    for article_id, number in _counted(keys, "versions reckoned again"):
        of_version = versions.c.article_id == article_id, versions.c.number == number
        article = to_version(connection.execute(select_versions().where(*of_version)).one()).article
        hashes = {"content_hash": article.content_hash, "record_hash": article.record_hash}
        connection.execute(update(versions).where(*of_version).values(**hashes))


def _counted(items: Sequence[Item], what: str, clock: Callable[[], float] = time.monotonic) -> Iterator[Item]:
    """The items; every few seconds a line says how far it is, for a large archive takes minutes."""
    said = clock()
    for number, item in enumerate(items, start=1):
        if clock() - said >= TOLD_SECONDS:
            said = clock()
            log.warning("%s: %s of %s", what, f"{number:,}", f"{len(items):,}")
        yield item


def _add_marks(connection: Connection) -> None:
    """2: what kind of text an article is, how much of it is there, whose it is, what it corrects, and other dates."""
    for column in ("genre VARCHAR", "access VARCHAR", *(f"{name} TEXT NOT NULL DEFAULT '[]'" for name in LISTS)):
        connection.exec_driver_sql(f"ALTER TABLE versions ADD COLUMN {column}")


def _sign_articles(connection: Connection) -> None:
    """3: clusters of near-duplicates."""
    ids = connection.execute(select(articles.c.id).order_by(articles.c.id)).scalars().all()
    for id in _counted(ids, "articles compared for copies"):
        text = connection.execute(select(versions.c.text).join(articles, CURRENT_VERSION).where(articles.c.id == id)).scalar_one()
        place_article(connection, id, text)


def _index_genres(connection: Connection) -> None:
    """4: genres can be read without reading past the texts."""
    names = "versions_by_genre ON versions (article_id, number, genre)"
    connection.exec_driver_sql(f"CREATE INDEX IF NOT EXISTS {names} WHERE genre IS NOT NULL")


def _count_articles(connection: Connection) -> None:
    """5: how many articles there are of each source and language is kept."""
    count_all(connection)


# the last step that touched what hashes are made of
HASHED = 3
LISTS = ("agencies", "corrections", "published_otherwise")

STEPS: tuple[Step, ...] = (_add_marks, _sign_articles, _index_genres, _count_articles)
"""The first leads from schema 1 to 2, and so on. A new column is declared in `schema`, added by a step here, and raises
SCHEMA_VERSION; a new table is only declared there."""
