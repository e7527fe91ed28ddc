"""Stand-ins that the tests pass in."""

import hashlib
import math
from collections.abc import Sequence
from pathlib import Path

from langchain_core.embeddings import Embeddings

from vectorstore import Archive, ArchiveSettings, open_archive
from vectorstore.embeddings import ModelIdentity
from vectorstore.terms import gram_terms


class HashEmbeddings(Embeddings):
    """Deterministic vectors without a model: each character 4-gram is hashed to one of `dimension` places.

    Texts that share words are near each other, in any language; it loads in no time.
    """

    def __init__(self, dimension: int = 64, name: str = "hash", max_tokens: int = 128) -> None:
        self.identity = ModelIdentity(name, f"hash-{name}-{dimension}", dimension)
        self.max_tokens = max_tokens
        self.embedded: list[str] = []
        """Every document text embedded so far, so that a test can count the work."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded += texts
        return [self._vector(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self._vector(text)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def _vector(self, text: str) -> list[float]:
        vector = [0.0] * self.identity.dimension
        for term in gram_terms(text):
            place = int.from_bytes(hashlib.md5(term.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()[:4])
            vector[place % len(vector)] += 1.0
        # a text without words still needs a direction: cosine is undefined for the zero vector
        vector[0] += 0.01
        length = math.sqrt(sum(value * value for value in vector))
        return [value / length for value in vector]


def open_with_hashes(place: Path | ArchiveSettings) -> Archive:
    """An archive whose vectors cost nothing."""
    return open_archive(place, embeddings=HashEmbeddings())
