"""Batches of articles on their way into the archive: one fills, one is embedded (many, on many machines), one is written."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.crew import EmbeddingJob, PassageEmbedder, Vectors
from ingest.entries import digest_place
from ingest.known import program
from ingest.report import Event
from ingest.split import split_article
from vectorstore import Archive, ArchiveError, Article, ArticleNotFound, Refused, Span

# a batch is one write to the catalogue and the indexes: large enough to embed and write well, small enough to lose
# little when it is stopped
MOST_ARTICLES = 128
MOST_PASSAGES = 256
# of items whose articles were in already, or that gave none
MOST_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article, and what it came by.

    Attributes:
        target: What the reader calls it.
        digest: Of the item that gave it and nothing else; None when it gave more.
        entry: Digest of the feed's entry that led to it; empty when none did.
    """

    target: str
    article: Article
    digest: bytes | None = None
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that waits to be added."""

    arrival: Arrival
    spans: list[Span]
    was_known: bool

    @property
    def article(self) -> Article:
        return self.arrival.article


@dataclass(slots=True)
class Batch:
    """What is added together. `names` are what another version of one of its articles may be known by."""

    waiting: list[Waiting] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    passages: int = 0

    @property
    def is_full(self) -> bool:
        return len(self.waiting) >= MOST_ARTICLES or self.passages >= MOST_PASSAGES

    def put(self, entry: Waiting) -> None:
        self.waiting.append(entry)
        self.names |= {entry.article.article_id, entry.article.origin or ""}
        self.passages += len(entry.spans)


class Batches:
    """Articles are added in the order in which they are put."""

    def __init__(self, archive: Archive, embedder: PassageEmbedder) -> None:
        self._archive = archive
        self._embedder = embedder
        self._filling = Batch()
        self._embedding: deque[tuple[Batch, EmbeddingJob]] = deque()
        self._read: list[Arrival] = []
        self._refused: list[tuple[bytes, Refused]] = []
        self.has_begun = False
        """Whether anything was put: what was known of the archive before may have changed."""

    def concerns(self, article: Article) -> bool:
        """Whether another version of the article, or what is known by the same origin, waits."""
        is_nameless = article.url is None and article.key is None
        return self.concerns_id(article.article_id) or (is_nameless and self.concerns_id(article.origin or ""))

    def concerns_id(self, name: str) -> bool:
        return name in self._filling.names or any(name in batch.names for batch, _ in self._embedding)

    def put(self, arrival: Arrival) -> Iterator[Event]:
        """Adds an article to what waits, and tells what became of a batch that this completes."""
        self.has_begun = True
        spans = split_article(arrival.article, self._archive.embeddings)
        self._filling.put(Waiting(arrival, spans, _is_in(self._archive, arrival.article)))
        if self._filling.is_full:
            yield from self._advance()

    def note(self, arrival: Arrival) -> None:
        """Remembers, with what is written next, an item whose article is in."""
        self._read.append(arrival)
        self._remember_many()

    def note_refusal(self, digest: bytes, refusal: Refused) -> None:
        """The same of an item that gave no article."""
        self._refused.append((digest, refusal))
        self._remember_many()

    def flush(self) -> Iterator[Event]:
        """Adds all that waits."""
        while self._filling.waiting or self._embedding:
            yield from self._advance()
        self._remember()

    def _advance(self) -> Iterator[Event]:
        """The batch that is embedded is written, and while that is done the one that was filled is embedded."""
        is_due = len(self._embedding) >= self._embedder.at_once or not self._filling.waiting
        embedded = self._embedding.popleft() if is_due else None
        vectors = embedded[1].wait() if embedded else {}
        if self._filling.waiting:
            filled, self._filling = self._filling, Batch()
            texts = [entry.article.text[span.start : span.end] for entry in filled.waiting for span in entry.spans]
            self._embedding.append((filled, self._embedder.submit(self._archive.unembedded(texts), self._archive.embeddings)))
        if embedded:
            yield from self._write(embedded[0].waiting, vectors)

    def _write(self, batch: list[Waiting], vectors: Vectors) -> Iterator[Event]:
        try:
            outcomes = self._archive.add([(entry.article, entry.spans) for entry in batch], vectors)
        except (KeyboardInterrupt, ArchiveError):
            yield from self._stored(batch)
            raise
        self._read += [entry.arrival for entry in batch]
        self._remember()
        for entry, outcome in zip(batch, outcomes, strict=True):
            # deleted while it was on its way, by the same process
            target = entry.arrival.target
            yield Event(target, "skipped", "deleted") if outcome == "deleted" else Event(target, outcome)

    def _remember_many(self) -> None:
        if len(self._read) + len(self._refused) >= MOST_REMEMBERED:
            self._remember()

    def _remember(self) -> None:
        if digests := [(each.digest, each.article) for each in self._read if each.digest is not None]:
            self._archive.remember(digests)
        if entries := [(each.entry, each.article, digest_place(each.article)) for each in self._read if each.entry]:
            self._archive.entries.remember(entries)
        if self._refused:
            self._archive.refusals.remember(program(), self._refused)
        self._read, self._refused = [], []

    def _stored(self, batch: list[Waiting]) -> Iterator[Event]:
        """What is in of a batch whose adding was broken off."""
        for entry in batch:
            if self._archive.holds(entry.article):
                # what is known by its origin stands under an older id
                is_new = not entry.was_known and _is_in(self._archive, entry.article)
                yield Event(entry.arrival.target, "new" if is_new else "updated")


def _is_in(archive: Archive, article: Article) -> bool:
    try:
        archive.get_article(article.article_id)
    except ArticleNotFound:
        return False
    return True
