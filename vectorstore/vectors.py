"""The vector index: a Chroma collection that any LangChain program can open."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from vectorstore.article import Version
from vectorstore.catalogue import IndexEntry
from vectorstore.errors import ArchiveDamaged
from vectorstore.passage import is_passage_id
from vectorstore.rankings import NOTHING, Ranking, rank_ids
from vectorstore.stored import Matrix

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection
    from chromadb.api.types import Where

COLLECTION = "passages"
# Chroma 1.5.9 refuses more than 5,461 in one call
BATCH = 5_000


def open_collection(folder: Path) -> tuple["Client", "Collection"]:
    """A client of its own on that folder and the collection in it, made when missing.

    Raises:
        ValueError: The collection measures another distance than cosine.
    """
    # imported late: it takes a second
    os.environ.setdefault("ANONYMIZED_TELEMETRY", "False")
    import chromadb
    from chromadb.config import Settings

    def open_client() -> "Client":
        # typed as an interface that lacks close
        return cast("Client", chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False)))

    try:
        client = open_client()
    except Exception:
        # chromadb 1.5.9 keeps what failed to start, a full disk being enough, and gives it to the next who opens the folder; who fails
        # on that clears it away
        with suppress(Exception):
            open_client().close()
        raise
    try:
        collection = client.get_or_create_collection(COLLECTION, configuration={"hnsw": {"space": "cosine"}}, embedding_function=None)
    except Exception:
        client.close()
        raise
    # an existing collection keeps its distance silently, whatever was asked for
    space = (collection.configuration.get("hnsw") or {}).get("space")
    if space != "cosine":
        client.close()
        raise ValueError(f"{folder} measures {space}, not cosine")
    return client, collection


class VectorIndex:
    """An open collection. Ids and scores are all that is ever read from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._client, self._collection = open_collection(folder)

    def close(self) -> None:
        self._client.close()

    def replace(self, article_ids: Sequence[str], entries: Sequence[IndexEntry], vectors: Matrix) -> None:
        """Takes out the articles' passages and puts in the entries with their vectors."""
        replace_passages(self._collection, article_ids, entries, vectors, BATCH)

    def search(self, vector: Sequence[float], k: int) -> Ranking:
        """The k nearest passages, by their cosine similarity."""
        return find_nearest(self._collection, vector, k)


def replace_passages(
    collection: "Collection", article_ids: Sequence[str], entries: Sequence[IndexEntry], vectors: Matrix, batch: int
) -> None:
    """Takes out the articles' passages and puts in the entries with their vectors, at most `batch` in one call."""
    if len(entries) != len(vectors):
        raise ValueError(f"{len(vectors)} vectors for {len(entries)} passages")
    # an upsert alone would keep what the old metadata had and the new has not
    if article_ids and collection.count():
        where = cast("Where", {"article_id": {"$in": list(article_ids)}})
        collection.delete(where=where)
    for at in range(0, len(entries), batch):
        part = entries[at : at + batch]
        collection.upsert(
            ids=[entry.id for entry in part],
            embeddings=vectors[at : at + batch],
            documents=[entry.text for entry in part],
            metadatas=[_metadata(entry.version) for entry in part],
        )


def find_nearest(collection: "Collection", vector: Sequence[float], k: int) -> Ranking:
    """The k nearest passages, by their cosine similarity, without what another program has put among them.

    Raises ArchiveDamaged when it finds less than half of what it counts: so does one whose files are spoilt, without an error.
    """
    count = collection.count()
    if not count:
        return NOTHING
    wanted = np.asarray([vector], np.float32)
    found = collection.query(query_embeddings=wanted, n_results=min(k, count), include=["distances"])
    distances = found["distances"] or [[]]
    if 2 * len(found["ids"][0]) < min(k, count):
        raise ArchiveDamaged(f"of {count} passages it finds {len(found['ids'][0])}")
    nearest = zip(found["ids"][0], distances[0], strict=True)
    return rank_ids((id, 1.0 - distance) for id, distance in nearest if is_passage_id(id))


def _metadata(version: Version) -> dict[str, str | int | float | bool | None]:
    article = version.article
    metadata: dict[str, str | int | float | bool | None] = {
        "article_id": version.article_id,
        "source": article.source,
        "language": article.language,
    }
    if article.published is not None:
        metadata["published"] = article.published.seconds
    return metadata
