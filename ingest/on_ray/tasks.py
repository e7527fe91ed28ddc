"""What the workers of a Ray cluster do: plain functions, which Ray runs there, and runs again when a worker dies."""

import socket
from collections.abc import Iterator
from functools import lru_cache

from ingest.ahead import is_harmless
from ingest.item import Item
from ingest.known import program
from ingest.read import read_item
from ingest.reader import Reader
from ingest.wire import pack_reading
from vectorstore import EmbeddingUnavailable, PassageEmbeddings
from vectorstore.models import load_model

# readings that travel together
TOGETHER = 32


def tell_program() -> str:
    """The digest of the code that reads on this worker."""
    return program()


def read_there(item: Item, source: str, expected: str) -> Iterator[list[bytes]]:
    """The packed readings of an item, some at a time; what could do harm is read in a process of its own, as at home.

    Raises RuntimeError when this worker's program is not the `expected` one: it might read the item differently.
    """
    if program() != expected:
        raise RuntimeError(f"{socket.gethostname()} has another version of Newsdesk; install the same one on all machines")
    together: list[bytes] = []
    for reading in read_item(item, source) if is_harmless(item) else _reader().read(item, source):
        together.append(pack_reading(reading))
        if len(together) == TOGETHER:
            yield together
            together = []
    if together:
        yield together


def embed_there(texts: list[str], name: str, fingerprint: str) -> list[list[float]]:
    """The vectors of texts by the model of that name, which a worker loads once.

    Raises EmbeddingUnavailable when it cannot be loaded, or has other weights than the archive's model.
    """
    model = _model(name)
    if model.identity.fingerprint != fingerprint:
        raise EmbeddingUnavailable(f"{name} has other weights on {socket.gethostname()} than here; copy the model's files there")
    return model.embed_documents(texts)


def embed_with(texts: list[str], model: PassageEmbeddings) -> list[list[float]]:
    """The same by a model that was sent."""
    return model.embed_documents(texts)


@lru_cache(maxsize=1)
def _reader() -> Reader:
    # a worker runs its tasks one after the other, in its main thread, which lives as long as it does
    return Reader()


@lru_cache(maxsize=1)
def _model(name: str) -> PassageEmbeddings:
    return load_model(name)
