"""Embedding on the workers of a Ray cluster."""

from collections.abc import Sequence
from typing import Any, Self

from ingest.batches import MOST_PASSAGES
from ingest.crew import Vectors
from ingest.embedder import PART, part_texts
from ingest.errors import EngineUnavailable
from ingest.on_ray.tasks import embed_there, embed_with
from ingest.on_ray.waiting import wait_until
from vectorstore import EmbeddingUnavailable, PassageEmbeddings
from vectorstore.models import is_loadable

# a worker or its machine may die, and another one does the part again
RETRIES = 5


class FarEmbedder:
    """A context manager: at its end what is still being embedded is wanted no more."""

    def __init__(self, ray: Any, cores: int) -> None:
        self._ray = ray
        # all cores have a part, and one batch more fills up meanwhile
        self.at_once = 1 + -(-cores * PART // MOST_PASSAGES)
        self._by_name = ray.remote(num_cpus=1, max_retries=RETRIES)(embed_there)
        self._by_itself = ray.remote(num_cpus=1, max_retries=RETRIES)(embed_with)
        self._sent: dict[int, Any] = {}
        self._jobs: list[FarJob] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for job in self._jobs:
            job.cancel()

    def submit(self, texts: Sequence[str], model: PassageEmbeddings) -> "FarJob":
        """Parts of the texts go to whichever workers are free; a model of the caller's own goes with them.

        Raises EngineUnavailable when such a model cannot be sent.
        """
        parts = part_texts(texts)
        if is_loadable(model):
            made = [self._by_name.remote(part, model.identity.name, model.identity.fingerprint) for part in parts]
        else:
            made = [self._by_itself.remote(part, self._send(model)) for part in parts]
        job = FarJob(self._ray, list(zip(parts, made, strict=True)))
        self._jobs = [*(job for job in self._jobs if not job.is_done), job]
        return job

    def _send(self, model: PassageEmbeddings) -> Any:
        if id(model) not in self._sent:
            try:
                self._sent[id(model)] = self._ray.put(model)
            except Exception as error:  # whatever pickle meets in it
                raise EngineUnavailable(
                    f"the embedding model {model.identity.name} cannot be sent to other machines ({type(error).__name__}); "
                    "name one with NEWS_EMBEDDING instead"
                ) from error
        return self._sent[id(model)]


class FarJob:
    """Texts that are being embedded far away."""

    def __init__(self, ray: Any, parts: list[tuple[list[str], Any]]) -> None:
        self._ray = ray
        self._parts = parts
        self.is_done = False

    def wait(self) -> Vectors:
        """The vectors by text.

        Raises:
            EmbeddingUnavailable: The workers cannot embed, or died each time that they tried.
        """
        vectors: Vectors = {}
        try:
            for texts, made in self._parts:
                wait_until(self._ray, made, lambda: True)
                vectors |= zip(texts, self._ray.get(made), strict=True)
        except self._ray.exceptions.RayError as error:
            cause = getattr(error, "cause", None)
            said = str(cause) if isinstance(cause, EmbeddingUnavailable) else f"the workers that embed fail ({type(error).__name__})"
            raise EmbeddingUnavailable(said) from error
        self.is_done = True
        return vectors

    def cancel(self) -> None:
        for _, made in self._parts:
            self._ray.cancel(made)
