"""The embedding model of one archive: recorded with its first article, loaded when first needed, never changed silently."""

import json
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import islice

from vectorstore.catalogue import Catalogue
from vectorstore.early import load
from vectorstore.embeddings import FACT, ModelIdentity, PassageEmbeddings
from vectorstore.errors import EmbeddingMismatch
from vectorstore.lately import Lately, Vector
from vectorstore.models import find_runtime, is_same_model, load_chosen
from vectorstore.settings import ArchiveSettings
from vectorstore.stored import StoredVectors

# texts that are embedded between two looks at what is there already
AT_ONCE = 1_000


class ArchiveModel:
    """Any thread may use it.

    Raises:
        EmbeddingMismatch: Another model is given, or asked for by the settings, than the archive was made with.
    """

    def __init__(self, catalogue: Catalogue, settings: ArchiveSettings, given: PassageEmbeddings | None) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._given = given
        self._loaded = given
        self._guard = threading.Lock()
        self._lately = Lately()
        recorded = self.recorded
        if recorded is None:
            return
        if given is not None and given.identity.fingerprint != recorded.fingerprint:
            raise self._mismatch(recorded, given.identity.name)
        if given is None and not is_same_model(settings.embedding, recorded.name):
            raise self._mismatch(recorded, settings.embedding)

    @property
    def recorded(self) -> ModelIdentity | None:
        """The model that the archive was made with; None before the first article."""
        fact = self._catalogue.get_fact(FACT)
        if fact is None:
            return None
        values = json.loads(fact)
        return ModelIdentity(**{**values, "languages": tuple(values["languages"])})

    @property
    def name(self) -> str:
        """Empty before the first article."""
        recorded = self.recorded
        return recorded.name if recorded else ""

    @property
    def runtime(self) -> str:
        """What runs the model; empty when that is not known yet."""
        if self._loaded is not None:
            # a caller's own model need not say what runs it
            return str(getattr(self._loaded, "runtime", ""))
        return find_runtime(self.name, self._settings.model_cache) if self.name else ""

    def load(self) -> PassageEmbeddings:
        """The model; a new archive's is chosen by the settings.

        Raises:
            EmbeddingUnavailable: It cannot be loaded.
            EmbeddingMismatch: Its weights are not those that the archive was made with.
        """
        recorded = self.recorded
        with self._guard:
            loaded = self._loaded
            # another process may have changed the archive's model since
            if loaded is None or (recorded is not None and self._given is None and loaded.identity.fingerprint != recorded.fingerprint):
                loaded = load(recorded.name, self._settings.model_cache) if recorded else load_chosen(self._settings)
            if recorded is not None and recorded.fingerprint != loaded.identity.fingerprint:
                raise self._mismatch(recorded, loaded.identity.name)
            self._loaded = loaded
        return loaded

    def embed_question(self, text: str) -> Vector:
        """The vector that a question is searched by. Raises as `load`."""
        model = self.load()
        return self._lately.get("question", model.identity.fingerprint, [text], lambda texts: [model.embed_query(each) for each in texts])[
            0
        ]

    def embed_sentences(self, texts: Sequence[str]) -> list[Vector]:
        """The vectors of texts as passages have them. Raises as `load`."""
        model = self.load()
        return self._lately.get("sentence", model.identity.fingerprint, texts, model.embed_documents)

    def stored(self) -> StoredVectors:
        """The vectors of the archive's model. Records the model if this is a new archive, which takes the write lock."""
        recorded = self.recorded
        if recorded is None:
            recorded = self.load().identity
            self._catalogue.set_facts({FACT: json.dumps(asdict(recorded))})
        return StoredVectors(self._catalogue.database, recorded.fingerprint, recorded.dimension)

    def change(self, model: str | PassageEmbeddings, take_over: Callable[[StoredVectors, Mapping[str, str]], None]) -> None:
        """Embeds every passage with another model.

        Args:
            take_over: Called with the new vectors when all are there, and with the facts by which the catalogue, in the same
                transaction as what depends on the vectors, learns of the model.

        Raises:
            EmbeddingUnavailable: The model cannot be loaded.
        """
        loaded = load_chosen(self._settings.model_copy(update={"embedding": model})) if isinstance(model, str) else model
        stored = StoredVectors(self._catalogue.database, loaded.identity.fingerprint, loaded.identity.dimension)
        texts = (entry.text for entry in self._catalogue.index_entries())
        while part := list(islice(texts, AT_ONCE)):
            embed_missing(part, loaded, stored)
        take_over(stored, {FACT: json.dumps(asdict(loaded.identity))})
        with self._guard:
            self._loaded = loaded
            self._given = None if isinstance(model, str) else model

    def _mismatch(self, recorded: ModelIdentity, asked: str) -> EmbeddingMismatch:
        return EmbeddingMismatch(
            f"{self._settings.archive} was made with the embedding model {recorded.name}, not {asked}; "
            f"unset NEWS_EMBEDDING to use it, or change the archive with `newsdesk reindex --model {asked}`"
        )


def embed_missing(
    texts: Iterable[str], model: PassageEmbeddings, stored: StoredVectors, made: Mapping[str, Sequence[float]] | None = None
) -> None:
    """Embeds the texts that have no vector yet, each once; `made` are vectors by text that need not be made again."""
    vectors = {text: (made or {}).get(text) for text in stored.missing(texts)}
    missing = [text for text, vector in vectors.items() if vector is None]
    embedded = dict(zip(missing, model.embed_documents(missing), strict=True)) if missing else {}
    stored.store({text: vector if vector is not None else embedded[text] for text, vector in vectors.items()})
