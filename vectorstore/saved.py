"""Saved answers: kept as plain data, flagged when what they cite has changed or gone."""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, select, update

from vectorstore.database import Database
from vectorstore.errors import AnswerNotFound
from vectorstore.schema import CURRENT_VERSION, articles, cited, saved, versions

# superseded: another version answers now, and the quote stands in it no more or the article was not corrected by name;
# corrected: the newest version carries a note of correction; deleted: the article is gone, and its quotes with it
Flag = Literal["superseded", "corrected", "deleted"]
REMOVED = "[deleted]"
# an answer with its quotes is a page or two
LONGEST_ANSWER = 1_000_000


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """An answer that was kept.

    Attributes:
        id: Eight hexadecimal digits.
        record: The answer as JSON has it, with `question`, `answer` and `citations`.
        saved: When, as Unix time in UTC.
        flags: By place of the citation from 0, what became of the version that it quotes; only those of which something did.
    """

    id: str
    record: dict[str, Any]
    saved: int
    flags: Mapping[int, Flag]


def save(database: Database, record: Mapping[str, Any]) -> str:
    """Keeps an answer; gives its id. Raises ValueError when the record is no answer as `SavedAnswer` says."""
    citations = _check(record)
    id = secrets.token_hex(4)
    with database.write_transaction() as connection:
        now = int(datetime.now(UTC).timestamp())
        connection.execute(saved.insert().values(id=id, record=json.dumps(record, ensure_ascii=False), saved=now))
        for place, citation in enumerate(citations):
            row = {"answer": id, "place": place, "article_id": str(citation["article_id"]), "version": int(citation["version"])}
            connection.execute(cited.insert().values(**row, deleted=False))
    return id


def read_saved(database: Database) -> list[SavedAnswer]:
    """All, newest first."""
    with database.transaction() as connection:
        rows = connection.execute(select(saved).order_by(saved.c.saved.desc(), saved.c.id)).all()
        return [_to_saved(connection, row) for row in rows]


def read_one(database: Database, id: str) -> SavedAnswer:
    """Raises AnswerNotFound."""
    with database.transaction() as connection:
        row = connection.execute(select(saved).where(saved.c.id == id)).one_or_none()
        if row is None:
            raise AnswerNotFound(f"there is no saved answer {id}; `newsdesk answers list` names those there are")
        return _to_saved(connection, row)


def forget(database: Database, id: str) -> None:
    """Raises AnswerNotFound."""
    read_one(database, id)
    with database.write_transaction() as connection:
        connection.execute(delete(cited).where(cited.c.answer == id))
        connection.execute(delete(saved).where(saved.c.id == id))


def strike_article(connection: Connection, article_id: str) -> None:
    """Takes an article's words out of every saved answer that cites it, and leaves a flag: no trace of a deleted text stays.

    The answer's own text goes, too, as a whole: in quotes it repeats the article's, and written by a model it may.
    """
    answers = set(connection.execute(select(cited.c.answer).where(cited.c.article_id == article_id)).scalars())
    for id in answers:
        record = json.loads(connection.execute(select(saved.c.record).where(saved.c.id == id)).scalar_one())
        struck = json.dumps(_strike(record, article_id), ensure_ascii=False)
        connection.execute(update(saved).where(saved.c.id == id).values(record=struck))
    connection.execute(update(cited).where(cited.c.article_id == article_id).values(deleted=True))


def _strike(record: dict[str, Any], article_id: str) -> dict[str, Any]:
    kept = ("article_id", "version", "start", "end")
    citations = [
        {name: (value if name in kept else None) for name, value in citation.items()} | {"quote": REMOVED}
        if citation.get("article_id") == article_id
        else citation
        for citation in record["citations"]
    ]
    bare: dict[str, Any] = {"answer": REMOVED, "reason": None, "sentences": [], "points": [], "direct": [], "citations": citations}
    return {**record, **{name: value for name, value in bare.items() if name in record}}


def _check(record: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    citations = record.get("citations")
    if not isinstance(record.get("question"), str) or not isinstance(record.get("answer"), str) or not isinstance(citations, list):
        raise ValueError("an answer to be saved has question, answer and citations; pass what rag.to_json gives")
    if len(json.dumps(record)) > LONGEST_ANSWER:
        raise ValueError(f"an answer to be saved has at most {LONGEST_ANSWER:,} characters as JSON; save a shorter one")
    for citation in citations:
        if not isinstance(citation, Mapping) or not {"article_id", "version"} <= citation.keys():
            raise ValueError("each citation names its article_id and version; pass what rag.to_json gives")
    return citations


def _to_saved(connection: Connection, row: Row[Any]) -> SavedAnswer:
    of_answer = select(cited).where(cited.c.answer == row.id).order_by(cited.c.place)
    flags: dict[int, Flag] = {}
    for citation in connection.execute(of_answer):
        if flag := _flag(connection, citation):
            flags[citation.place] = flag
    return SavedAnswer(row.id, json.loads(row.record), row.saved, flags)


def _flag(connection: Connection, citation: Row[Any]) -> Flag | None:
    if citation.deleted:
        return "deleted"
    current = select(versions.c.number, versions.c.corrections).join(articles, CURRENT_VERSION)
    row = connection.execute(current.where(versions.c.article_id == citation.article_id)).one_or_none()
    if row is None:
        return "deleted"
    if row.number == citation.version:
        return None
    cited_corrections = connection.execute(
        select(versions.c.corrections).where(versions.c.article_id == citation.article_id, versions.c.number == citation.version)
    ).scalar_one_or_none()
    return "corrected" if json.loads(row.corrections) and row.corrections != cited_corrections else "superseded"
