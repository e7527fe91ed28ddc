"""Clusters of near-duplicates in the catalogue: which articles are one text, whoever printed it.

Two articles are linked when the texts of their current versions meet in a band and are copies of one another; a cluster is
what is linked through any number of links. It follows from the texts alone, in whatever order they came.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select, update

from vectorstore.article import Timestamp
from vectorstore.database import upsert
from vectorstore.duplicates import Hashes, Wording, are_copies, bands_of, meet, read_signature, read_wording, sign
from vectorstore.records import read_list
from vectorstore.schema import CURRENT_VERSION, articles, bands, signatures, versions
from vectorstore.stored import batched
from vectorstore.terms import fold

# a text that so many share is found by any of them
MOST_CANDIDATES = 2_000


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that are one text; an article that nobody copied is alone in its cluster.

    Attributes:
        canonical: Id of the one to name first: that of the agency they credit where it is here, else the earliest. It
            stands for the cluster: articles of one cluster have the same.
        articles: Ids of all, the canonical one first, then by publication, undated last.
        sources: Names of the papers that printed it, in that order, each once.
        agencies: The agencies that any of them credits.
    """

    canonical: str
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    agencies: tuple[str, ...]


def place_article(connection: Connection, article_id: str, text: str) -> None:
    """Puts an article that has no signature among the others, by the text of its current version."""
    wording = read_wording(text)
    signature = sign(wording)
    if signature is None:
        return
    values = {"article_id": article_id, "signature": signature.tobytes(), "cluster": article_id}
    row = connection.execute(insert(signatures).returning(signatures.c.row), values).scalar_one()
    found = bands_of(signature).tolist()
    linked = _linked_clusters(connection, article_id, wording, found)
    connection.execute(upsert(connection, bands).on_conflict_do_nothing(), [{"band": band, "row": row} for band in found])
    if linked:
        _name_cluster(connection, signatures.c.cluster.in_([*linked, article_id]), min([*linked, article_id]))


def withdraw_article(connection: Connection, article_id: str) -> None:
    """Takes an article out of its cluster, which may fall apart without it."""
    row = connection.execute(select(signatures).where(signatures.c.article_id == article_id)).first()
    if row is None:
        return
    own = [{"hash": band, "of": row.row} for band in bands_of(read_signature(row.signature)).tolist()]
    connection.execute(delete(bands).where(bands.c.band == bindparam("hash"), bands.c.row == bindparam("of")), own)
    connection.execute(delete(signatures).where(signatures.c.article_id == article_id))
    rest = _texts(connection, signatures.c.cluster == row.cluster)
    for part in _find_components([(member.article_id, read_signature(member.signature), read_wording(member.text)) for member in rest]):
        _name_cluster(connection, signatures.c.article_id.in_(part), min(part))


def read_labels(connection: Connection, article_ids: Iterable[str]) -> dict[str, str]:
    """Under what name each of these articles' clusters is kept, of those that are in one."""
    query = select(signatures.c.article_id, signatures.c.cluster)
    found: dict[str, str] = {}
    for part in batched(list(dict.fromkeys(article_ids))):
        found.update((id, label) for id, label in connection.execute(query.where(signatures.c.article_id.in_(part))))
    return found


def read_clusters(connection: Connection, article_ids: Iterable[str]) -> dict[str, Cluster]:
    """The cluster of each of these articles that there is."""
    found: dict[str, Cluster] = {}
    for part in batched(list(dict.fromkeys(article_ids))):
        mine = select(articles.c.id, signatures.c.cluster).outerjoin(signatures, signatures.c.article_id == articles.c.id)
        labels = {row.id: row.cluster for row in connection.execute(mine.where(articles.c.id.in_(part)))}
        of_clusters = signatures.c.cluster.in_({label for label in labels.values() if label})
        members = connection.execute(_FACTS.add_columns(signatures.c.cluster).join(signatures, _OF_ARTICLE).where(of_clusters)).all()
        alone = [id for id, label in labels.items() if label is None]
        by_label: dict[str, list[Row[Any]]] = {}
        for member in members:
            by_label.setdefault(member.cluster, []).append(member)
        by_label |= {row.article_id: [row] for row in connection.execute(_FACTS.where(versions.c.article_id.in_(alone))).all()}
        made = {label: _make_cluster(rows) for label, rows in by_label.items()}
        found |= {id: made[label or id] for id, label in labels.items()}
    return found


_OF_ARTICLE = signatures.c.article_id == versions.c.article_id
_FACTS = select(versions.c.article_id, versions.c.source, versions.c.published, versions.c.published_precision, versions.c.agencies).join(
    articles, CURRENT_VERSION
)


def _make_cluster(rows: Sequence[Row[Any]]) -> Cluster:
    agencies = dict.fromkeys(agency for row in rows for agency in read_list(row.agencies))
    names = {fold(agency) for agency in agencies}
    ordered = sorted(rows, key=lambda row: (fold(row.source) not in names, *_publication(row), row.article_id))
    # after the first, by publication alone
    rest = sorted(ordered[1:], key=lambda row: (*_publication(row), row.article_id))
    sources = dict.fromkeys(row.source for row in [ordered[0], *rest] if row.source)
    return Cluster(ordered[0].article_id, (ordered[0].article_id, *(row.article_id for row in rest)), tuple(sources), tuple(agencies))


def _publication(row: Row[Any]) -> tuple[bool, str, bool, int]:
    """Earliest first, undated last; of one day, what names its hour before what does not."""
    if row.published is None:
        return True, "", True, 0
    day = str(Timestamp(row.published, "day", "given"))
    return False, day, row.published_precision != "second", row.published


def _linked_clusters(connection: Connection, article_id: str, wording: Wording, found: Sequence[int]) -> set[str]:
    """The clusters that have a copy of a text; one copy in each is enough."""
    near = select(bands.c.row).where(bands.c.band.in_(found)).distinct().limit(MOST_CANDIDATES)
    linked: set[str] = set()
    for row in _texts(connection, and_(signatures.c.row.in_(near), signatures.c.article_id != article_id)):
        if row.cluster not in linked and are_copies(wording, read_wording(row.text)):
            linked.add(row.cluster)
    return linked


def _find_components(members: Sequence[tuple[str, Hashes, Wording]]) -> Iterable[list[str]]:
    waiting = list(members)
    while waiting:
        reached = [waiting.pop()]
        for _, signature, wording in reached:
            near = [other for other in waiting if meet(signature, other[1]) and are_copies(wording, other[2])]
            taken = {id for id, _, _ in near}
            waiting = [other for other in waiting if other[0] not in taken]
            reached += near
        yield [id for id, _, _ in reached]


def _texts(connection: Connection, condition: Any) -> Sequence[Row[Any]]:  # a condition of SQLAlchemy, of several types
    query = select(signatures, versions.c.text).join(versions, _OF_ARTICLE).join(articles, CURRENT_VERSION)
    return connection.execute(query.where(condition).order_by(signatures.c.row)).all()


def _name_cluster(connection: Connection, members: Any, name: str) -> None:
    connection.execute(update(signatures).where(members).values(cluster=name))
