"""The index of vectors on a Chroma server: a collection for each archive, looked at before it is written."""

import hashlib
import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np

from vectorstore.catalogue import Catalogue, IndexEntry
from vectorstore.chroma_client import ChromaAddress, open_client
from vectorstore.errors import ArchiveError
from vectorstore.passage import article_of, compare_ids
from vectorstore.probe import LOST, SAME
from vectorstore.rankings import Ranking
from vectorstore.stored import Matrix, StoredVectors
from vectorstore.vector_folder import in_parts
from vectorstore.vectors import BATCH, COLLECTION, find_nearest, replace_passages

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

log = logging.getLogger(__name__)
Value = TypeVar("Value")

# name of the collection, among the catalogue's facts; and of one that the server broke down over when a writer looked at it
VECTOR_COLLECTION, VECTOR_SUSPECT = "vector_collection", "vector_suspect"
# after a failure exact search answers for so long, before the server is asked again
PAUSE_SECONDS = 5.0
# passages added last that must be there and be found, before a writer trusts the collection
LOOKED_AT = 20
# passages from everywhere that a check looks for
SAMPLED = 200


class VectorServer:
    """A server that is down is an error for a writer; readers search exactly meanwhile, and ask it again a little later.

    The catalogue names the collection, so that one which is built again takes its place at once, for every process. A
    collection is trusted when it is of the archive's model, holds as many passages as are current, and finds those added last.
    One that a copy of a database names is the original's: it is neither asked nor written nor deleted.
    """

    def __init__(self, address: ChromaAddress, catalogue: Catalogue) -> None:
        self.name = f"Chroma at {address.url}"
        self._address = address
        address.parts  # noqa: B018  (a bad one is refused at opening)
        self._catalogue = catalogue
        place = catalogue.database.place()
        self._owner = hashlib.sha256(place.encode()).hexdigest()[:8] if place else ""
        self._guard = threading.Lock()
        self._client: ClientAPI | None = None
        self._reader: tuple[str, Collection] | None = None
        self._writer: Collection | None = None
        self._silent_until = 0.0
        # why it was silent last
        self._silence = ""

    def nearest(self, vector: Sequence[float], k: int, stored: StoredVectors) -> Ranking | None:
        name = self._find_name()
        if name is None or self._is_silent:
            return None
        try:
            collection = self._read(name)
            if (collection.metadata or {}).get("model") != stored.model:
                return None
            return find_nearest(collection, vector, k)
        except Exception as error:  # Chroma's errors, and those of its connection, have no common base
            log.warning("%s does not answer (%s); exact search does", self.name, _first_line(error))
            self._silence = _first_line(error)
            self._silent_until = time.monotonic() + PAUSE_SECONDS
            self._reader = None
            return None

    @property
    def state(self) -> str:
        name = self._find_name()
        if name is None:
            return "ready"
        # one that counts its passages need not find them: how the last question went says more
        silence = self._silence if self._is_silent else ""
        try:
            self._read(name).count()
        except Exception as error:  # as above
            self._reader = None
            silence = _first_line(error)
        return f"{self.name} does not answer ({silence}): exact search answers until it does" if silence else "ready"

    @property
    def _is_silent(self) -> bool:
        return time.monotonic() < self._silent_until

    def look(self, stored: StoredVectors) -> str | None:
        try:
            return self._find_fault(stored)
        except Exception as error:  # as above
            return f"{self.name} does not answer ({_first_line(error)})"

    def close(self) -> None:
        with self._guard:
            self._reader = self._writer = None
            if self._client is not None:
                cast(Any, self._client).close()  # the interface lacks it
                self._client = None

    # --- writing

    def examine(self, stored: StoredVectors) -> str | None:
        fault = self.look(stored)
        name = self._find_name()
        if fault is not None or name is None:
            return fault
        try:
            collection = self._connect().get_collection(name, embedding_function=None)
            return self._compare_ids(collection) or self._count_far(collection, stored.sample(SAMPLED), "passages looked at")
        except Exception as error:  # as above
            return _first_line(error)

    @property
    def is_open(self) -> bool:
        return self._writer is not None

    def prepare(self, stored: StoredVectors) -> None:
        if self._writer is not None:
            return
        fault = self._asked(lambda: self._find_fault(stored))
        name = self._find_name()
        if fault is None and name is not None:
            self._writer = self._asked(lambda: self._connect().get_collection(name, embedding_function=None))
            return
        if name is not None:
            log.warning("the collection on %s is not sound (%s) and is built again", self.name, fault)
        self.rebuild(stored, {})

    def replace(
        self, article_ids: Sequence[str], entries: Sequence[IndexEntry], vectors: Matrix, stored: StoredVectors
    ) -> Mapping[str, str]:
        collection = self._writer
        assert collection is not None, "prepare comes first"
        self._put(collection, article_ids, entries, vectors)
        return {}

    def rebuild(self, stored: StoredVectors, facts: Mapping[str, str]) -> None:
        """Builds it again beside the old one; then the catalogue learns of it, and of `facts`, at once.

        Raises ArchiveError when the server does not take it.
        """
        old = self._find_name()
        name = "-".join(filter(None, (COLLECTION, self._owner, secrets.token_hex(4))))
        fresh = self._asked(lambda: self._make(name, stored))
        current = (entry for entry in self._catalogue.index_entries() if entry.version.current)
        for part in in_parts(current):
            self._put(fresh, [], part, stored.read([entry.text for entry in part]))
        self._catalogue.set_facts({VECTOR_COLLECTION: name, **facts})
        self._writer = fresh
        if old is not None:
            self._drop(old)

    def purge(self, stored: StoredVectors, facts: Mapping[str, str]) -> None:
        """The server clears its files by itself; the passages have been taken out already."""
        self._catalogue.set_facts(facts)

    def release(self, stored: StoredVectors | None) -> None:
        self._writer = None

    def _find_name(self) -> str | None:
        """Of its collection; None when it has none yet."""
        name = self._catalogue.get_fact(VECTOR_COLLECTION)
        owner = (name or "").removeprefix(f"{COLLECTION}-").rpartition("-")[0]
        return name if owner in ("", self._owner) else None

    def _find_fault(self, stored: StoredVectors) -> str | None:
        """What is wrong with the collection, None when nothing is, or when there is nothing to be in it."""
        from chromadb.errors import InternalError, NotFoundError

        name = self._find_name()
        if name is None:
            return "it has not been made yet" if self._catalogue.size else None
        if name == self._catalogue.get_fact(VECTOR_SUSPECT):
            # started again it would do so again
            return "the server broke down when it was looked at"
        try:
            collection = self._connect().get_collection(name, embedding_function=None)
        except NotFoundError:
            return "it is gone"
        if (collection.metadata or {}).get("model") != stored.model:
            return "it is of another model"
        try:
            return self._compare(collection, stored)
        except InternalError as error:
            # a server that cannot read its own files: in a new collection it may
            return _first_line(error)

    def _compare(self, collection: "Collection", stored: StoredVectors) -> str | None:
        pending = set(self._catalogue.pending_articles())
        expected, held = self._catalogue.count_current(), collection.count()
        if not pending and held != expected:
            return f"it holds {held} passages, not {expected}"
        return self._find_lost(collection, stored, pending)

    def _find_lost(self, collection: "Collection", stored: StoredVectors, pending: set[str]) -> str | None:
        entries = [entry for entry in self._catalogue.latest_entries(LOOKED_AT) if entry.version.article_id not in pending]
        if not entries:
            return None
        ids = [entry.id for entry in entries]
        lost = len(ids) - len(collection.get(ids=ids, include=[])["ids"])
        if lost:
            return f"{lost} of the passages added last are missing"
        return self._count_far(collection, stored.read([entry.text for entry in entries]), "passages added last")

    def _compare_ids(self, collection: "Collection") -> str | None:
        """All that it holds beside all that is current; what is pending may be there or not."""
        pending = set(self._catalogue.pending_articles())
        expected, held = self._catalogue.current_ids(skip=pending), set[str]()
        while part := collection.get(limit=BATCH, offset=len(held), include=[])["ids"]:
            held.update(part)
        held = {id for id in held if article_of(id) not in pending}
        return compare_ids(expected, held)

    def _count_far(self, collection: "Collection", vectors: Matrix, what: str) -> str | None:
        """Whether it finds passages by their own vectors; None when it does, but for the few that a sound graph may miss."""
        from httpx import ReadError, RemoteProtocolError

        if not len(vectors):
            # an archive in which nothing is yet, or no longer; Chroma refuses to look for nothing
            return None
        try:
            found = collection.query(query_embeddings=vectors, n_results=1, include=["distances"])
        except (ReadError, RemoteProtocolError):
            self._catalogue.set_facts({VECTOR_SUSPECT: collection.name})
            raise
        nearest = [distances[0] if distances else np.inf for distances in found["distances"] or []]
        far = sum(distance > SAME for distance in nearest)
        return f"{far} of {len(nearest)} {what} are not found" if far > LOST * len(nearest) else None

    def _make(self, name: str, stored: StoredVectors) -> "Collection":
        metadata = {"model": stored.model}
        return self._connect().create_collection(
            name, configuration={"hnsw": {"space": "cosine"}}, metadata=metadata, embedding_function=None
        )

    def _put(self, collection: "Collection", article_ids: Sequence[str], entries: Sequence[IndexEntry], vectors: Matrix) -> None:
        batch = self._asked(lambda: min(BATCH, self._connect().get_max_batch_size()))
        self._asked(lambda: replace_passages(collection, article_ids, entries, vectors, batch))

    def _drop(self, name: str) -> None:
        try:
            self._connect().delete_collection(name)
        except Exception as error:  # it takes room on the server, nothing else
            log.warning("the old collection %s on %s cannot be deleted (%s)", name, self.name, _first_line(error))

    # --- the connection

    def _read(self, name: str) -> "Collection":
        with self._guard:
            held = self._reader
        if held is None or held[0] != name:
            held = name, self._connect().get_collection(name, embedding_function=None)
            self._reader = held
        return held[1]

    def _connect(self) -> "ClientAPI":
        with self._guard:
            if self._client is None:
                self._client = open_client(self._address)
            return self._client

    def _asked(self, ask: Callable[[], Value]) -> Value:
        """Raises ArchiveError in the place of whatever Chroma raises."""
        from httpx import ReadTimeout, TransportError

        try:
            try:
                return ask()
            except ReadTimeout:
                raise
            except TransportError:
                # a connection that was kept does not outlive the server's restart; whatever is asked may be asked twice
                return ask()
        except ArchiveError:
            raise
        except Exception as error:  # as above
            problem = f"{self.name} does not take what is written ({_first_line(error)})"
            raise ArchiveError(f"{problem}; see to the server or correct NEWS_CHROMA_URL, and run the same command again") from error


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)[:200]
