"""Batches of articles on their way into the archive: one fills, one is embedded (many, on many machines), one is written."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.crew import EmbeddingJob, PassageEmbedder, Vectors
from ingest.report import Event
from ingest.split import split_article
from vectorstore import Archive, ArchiveError, Article, ArticleNotFound, Span

# a batch is one write to the catalogue and the indexes: large enough to embed and write well, small enough to lose
# little when it is stopped
MOST_ARTICLES = 128
MOST_PASSAGES = 256
# of items whose articles were in already
MOST_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article that waits; `digest` is of the item that gave it and nothing else, None when it gave more."""

    target: str
    article: Article
    spans: list[Span]
    was_known: bool
    digest: bytes | None


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
        self._read: list[tuple[bytes, Article]] = []
        self.has_begun = False
        """Whether anything was put: what was known of the archive before may have changed."""

    def concerns(self, article: Article) -> bool:
        """Whether another version of the article, or what is known by the same origin, waits."""
        is_nameless = article.url is None and article.key is None
        return self.concerns_id(article.article_id) or (is_nameless and self.concerns_id(article.origin or ""))

    def concerns_id(self, name: str) -> bool:
        return name in self._filling.names or any(name in batch.names for batch, _ in self._embedding)

    def put(self, target: str, article: Article, digest: bytes | None) -> Iterator[Event]:
        """Adds an article to what waits, and tells what became of a batch that this completes."""
        self.has_begun = True
        spans = split_article(article, self._archive.embeddings)
        self._filling.put(Waiting(target, article, spans, _is_in(self._archive, article), digest))
        if self._filling.is_full:
            yield from self._advance()

    def note(self, article: Article, digest: bytes | None) -> None:
        """Remembers, with what is written next, an item whose article is in."""
        if digest is not None:
            self._read.append((digest, article))
        if len(self._read) >= MOST_REMEMBERED:
            self._remember()

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
        self._read += [(entry.digest, entry.article) for entry in batch if entry.digest is not None]
        self._remember()
        for entry, outcome in zip(batch, outcomes, strict=True):
            # deleted while it was on its way, by the same process
            yield Event(entry.target, "skipped", "deleted") if outcome == "deleted" else Event(entry.target, outcome)

    def _remember(self) -> None:
        if self._read:
            self._archive.remember(self._read)
            self._read = []

    def _stored(self, batch: list[Waiting]) -> Iterator[Event]:
        """What is in of a batch whose adding was broken off."""
        for entry in batch:
            if self._archive.holds(entry.article):
                # what is known by its origin stands under an older id
                is_new = not entry.was_known and _is_in(self._archive, entry.article)
                yield Event(entry.target, "new" if is_new else "updated")


def _is_in(archive: Archive, article: Article) -> bool:
    try:
        archive.get_article(article.article_id)
    except ArticleNotFound:
        return False
    return True
