"""How many articles each source has in each language: counted as they are written, since to count them all reads the whole catalogue."""

from collections import Counter
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from vectorstore.database import upsert
from vectorstore.schema import CURRENT_VERSION, articles, tallies, versions
from vectorstore.stored import text_hash

# what a source is called, and a language
Origin = tuple[str, str]


def recount_article(connection: Connection, former: Origin | None, origin: Origin) -> None:
    """An article is of this origin now; in the transaction that makes it so. `former` is None for one that is new."""
    if former != origin:
        if former is not None:
            _count(connection, former, -1)
        _count(connection, origin, 1)


def forget_article(connection: Connection, article_id: str) -> None:
    """An article is no longer; before its rows go."""
    current = select(versions.c.source, versions.c.language).join(articles, CURRENT_VERSION).where(articles.c.id == article_id)
    if row := connection.execute(current).first():
        _count(connection, (row.source, row.language), -1)


def count_all(connection: Connection) -> None:
    """Counts them all, whatever was known."""
    connection.execute(delete(tallies))
    if counted := _read(connection, _COUNTED):
        connection.execute(insert(tallies), [_values(origin, number) for origin, number in counted.items()])


def are_right(connection: Connection) -> bool:
    """Whether to count them all would give the same."""
    return read_tallies(connection) == _read(connection, _COUNTED)


def read_tallies(connection: Connection) -> Counter[Origin]:
    """Of current versions."""
    return _read(connection, select(tallies.c.source, tallies.c.language, tallies.c.articles))


def _count(connection: Connection, origin: Origin, more: int) -> None:
    row = upsert(connection, tallies).values(_values(origin, more))
    summed = {"articles": tallies.c.articles + row.excluded.articles}
    connection.execute(row.on_conflict_do_update(index_elements=["digest"], set_=summed))
    if more < 0:
        # the name of a source goes with its last article
        connection.execute(delete(tallies).where(tallies.c.digest == _digest(origin), tallies.c.articles <= 0))


_COUNTED = (
    select(versions.c.source, versions.c.language, func.count())
    .join(articles, CURRENT_VERSION)
    .group_by(versions.c.source, versions.c.language)
)


def _read(connection: Connection, query: Select[Any]) -> Counter[Origin]:
    return Counter({(source, language): number for source, language, number in connection.execute(query)})


def _values(origin: Origin, number: int) -> dict[str, Any]:
    return {"digest": _digest(origin), "source": origin[0], "language": origin[1], "articles": number}


def _digest(origin: Origin) -> bytes:
    return text_hash("\n".join(origin))
