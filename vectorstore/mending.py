"""What a check found wrong -> put right, as far as the catalogue has what it takes."""

from collections.abc import Collection

from sqlalchemy import Connection, delete, exists, func, select

from vectorstore.catalogue import Catalogue
from vectorstore.checking import Cure
from vectorstore.indexes import Indexes
from vectorstore.model import ArchiveModel, embed_missing
from vectorstore.schema import articles, bands, cited, passages, saved, signatures, vectors, versions
from vectorstore.stored import StoredVectors, batched
from vectorstore.tallies import count_all

# texts that are embedded between two looks at what is there
AT_ONCE = 1_000


def mend(catalogue: Catalogue, indexes: Indexes, model: ArchiveModel, cures: Collection[Cure]) -> None:
    """To be called by the one that holds the write lock.

    Raises:
        EmbeddingUnavailable: Vectors are missing and the model cannot be loaded.
        ArchiveReadOnly: The disk is full.
    """
    stored = model.stored()
    if "orphans" in cures:
        with catalogue.database.write_transaction() as connection:
            _drop_orphans(connection)
    if "count" in cures:
        with catalogue.database.write_transaction() as connection:
            count_all(connection)
    if "embed" in cures:
        _embed(catalogue, model, stored)
    if {"words", "orphans"} & set(cures):
        indexes.words.settle()
        indexes.words.rebuild()
    if {"vectors", "orphans", "embed"} & set(cures):
        indexes.rebuild(stored, {})
    if "kept" in cures:
        indexes.forget_kept()
    indexes.prepare(stored)
    catalogue.mark_ready([])


def _embed(catalogue: Catalogue, model: ArchiveModel, stored: StoredVectors) -> None:
    with catalogue.database.write_transaction() as connection:
        connection.execute(delete(vectors).where(vectors.c.model == stored.model, func.length(vectors.c.vector) != 2 * stored.dimension))
    texts = [entry.text for entry in catalogue.index_entries()]
    for part in batched(texts, AT_ONCE):
        embed_missing(part, model.load(), stored)


def _drop_orphans(connection: Connection) -> None:
    """Rows that say something of an article or an answer that there is not."""
    of_passage = select(versions.c.number).where(versions.c.article_id == passages.c.article_id, versions.c.number == passages.c.version)
    connection.execute(delete(passages).where(~exists(of_passage)))
    connection.execute(delete(signatures).where(~exists(select(articles.c.id).where(articles.c.id == signatures.c.article_id))))
    connection.execute(delete(bands).where(~exists(select(signatures.c.row).where(signatures.c.row == bands.c.row))))
    connection.execute(delete(cited).where(~exists(select(saved.c.id).where(saved.c.id == cited.c.answer))))
