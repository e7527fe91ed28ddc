"""Who reads items and embeds passages for a run, here or far away."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ingest.errors import IngestError
from ingest.item import Item
from vectorstore import Article, PassageEmbeddings

Vectors = dict[str, Sequence[float]]


class ItemReader(Protocol):
    """Reads one item at a time, for one thread."""

    def read(self, item: Item, source: str) -> Iterator[Article | IngestError]:
        """As `read.read_item`. Whatever the item does, the next one can be read."""
        ...

    def kill(self) -> None:
        """From any thread: what is being read is wanted no more, and nothing else will be."""
        ...

    def close(self) -> None: ...


class EmbeddingJob(Protocol):
    """Texts that are being embedded."""

    def wait(self) -> Vectors:
        """The vectors by text. Raises what embedding raised."""
        ...


class PassageEmbedder(Protocol):
    """Embeds while its caller does something else.

    Attributes:
        at_once: So many jobs are worth handing over before the first one is waited for.
    """

    at_once: int

    def submit(self, texts: Sequence[str], model: PassageEmbeddings) -> EmbeddingJob: ...


@dataclass(frozen=True, slots=True)
class Readers:
    """Attributes:
    start: Gives one.
    most: So many work at the same time.
    backlog: Items that wait for each before one more is started.
    patience: Seconds that must have been waited for readings, for each that works, before one more is started; 0 asks for no wait.
    """

    start: Callable[[], ItemReader]
    most: int
    backlog: int
    patience: float = 0.0


@dataclass(frozen=True, slots=True)
class Crew:
    """Of one run."""

    readers: Readers
    embedder: PassageEmbedder
