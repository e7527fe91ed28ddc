"""Texts to vectors, by any sentence-transformers model."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

# name of the model's identity among the catalogue's facts
FACT = "embedding"


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """What must be the same for two vectors to be comparable.

    `fingerprint` is a hash of the weights; `languages` are the ISO 639-1 codes that the model was
    trained on, empty when it is multilingual or unknown.
    """

    name: str
    fingerprint: str
    dimension: int
    query_prompt: str = ""
    document_prompt: str = ""
    languages: tuple[str, ...] = ()


class PassageEmbeddings(Protocol):
    """What the archive asks of an embedding model: what LangChain's Embeddings have, and a tokenizer."""

    identity: ModelIdentity
    max_tokens: int
    """Longest text, in tokens of this model, special ones included, that is embedded whole."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]: ...

    def embed_query(self, text: str) -> list[float]: ...

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, without the special ones."""
        ...
