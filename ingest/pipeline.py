"""From targets into the archive."""

from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from ingest.errors import IngestError, NotAnArticle
from ingest.item import Item
from ingest.read import read_item
from ingest.report import Event, IngestReport, Tally
from ingest.sources import find_items
from ingest.split import split_article
from vectorstore import Archive, ArchiveError, Article, ArticleNotFound, Span

# a batch is one write to the indexes: large enough to embed well, small enough to lose little when it is stopped
MOST_ARTICLES = 32
MOST_PASSAGES = 256


def ingest(targets: Iterable[str | Path], archive: Archive, *, source: str = "") -> IngestReport:
    """Takes the articles of files and folders into the archive.

    What the archive holds already costs no embedding; what cannot be read is in the report, and the rest goes on.

    Args:
        targets: Paths; folders are searched to the bottom.
        archive: Written to; no other process may write to it at the time.
        source: The name of the paper, for articles that do not tell theirs.

    Raises:
        ArchiveError: The archive cannot be written to; what was added before is kept.
    """
    # a path alone is an iterable too, of its letters
    chosen = [targets] if isinstance(targets, str | Path) else targets
    tally = Tally()
    for event in ingest_items(find_items(chosen), archive, source):
        tally.add(event)
    return tally.report()


def ingest_items(found: Iterable[Item | IngestError], archive: Archive, source: str = "") -> Generator[Event, None, None]:
    """As `ingest`, step by step: what became of each article, once it is safe in the archive.

    Interrupted, or when the archive fails, it first tells what of the batch in hand is in already, then raises.
    """
    with archive.writing():
        yield from _ingest_articles(_read_all(found, source), archive)


def _read_all(found: Iterable[Item | IngestError], source: str) -> Iterator[tuple[str, Article | IngestError]]:
    for entry in found:
        if isinstance(entry, IngestError):
            yield entry.target, entry
        else:
            for reading in read_item(entry, source):
                yield entry.target, reading


def _ingest_articles(readings: Iterable[tuple[str, Article | IngestError]], archive: Archive) -> Iterator[Event]:
    batch = Batch(archive)
    # words of an earlier version: an old copy if the current text, or a new one, is read in this run too
    former: dict[str, tuple[str, Article]] = {}
    for target, reading in readings:
        if isinstance(reading, IngestError):
            yield Event(reading.target, "skipped" if isinstance(reading, NotAnArticle) else "failed", reading.reason)
            continue
        if batch.concerns(reading):
            # the order of an article's versions is the order in which they are added
            yield from batch.flush()
        if archive.may_be_former(reading):
            if reading.article_id in former:
                yield Event(former[reading.article_id][0], "unchanged")
            former[reading.article_id] = target, reading
            continue
        if reading.article_id in former:
            yield Event(former.pop(reading.article_id)[0], "unchanged")
        if archive.holds(reading):
            yield Event(target, "unchanged")
            continue
        batch.put(target, reading)
        if batch.is_full:
            yield from batch.flush()
    for target, article in former.values():
        batch.put(target, article)
    yield from batch.flush()


class Batch:
    """Articles that wait to be added together."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._entries: list[tuple[Article, list[Span]]] = []
        self._targets: list[str] = []
        self._known: list[bool] = []
        self._ids: set[str] = set()
        self._passages = 0

    @property
    def is_full(self) -> bool:
        return len(self._entries) >= MOST_ARTICLES or self._passages >= MOST_PASSAGES

    def concerns(self, article: Article) -> bool:
        """Whether another version of the article, or what is known by the same origin, waits."""
        return article.article_id in self._ids or (article.url is None and article.key is None and article.origin in self._ids)

    def put(self, target: str, article: Article) -> None:
        spans = split_article(article, self._archive.embeddings)
        self._entries.append((article, spans))
        self._targets.append(target)
        self._known.append(_is_in(self._archive, article))
        self._ids |= {article.article_id, article.origin or ""}
        self._passages += len(spans)

    def flush(self) -> Iterator[Event]:
        """Adds what waits and empties the batch."""
        try:
            outcomes = self._archive.add(self._entries) if self._entries else []
        except (KeyboardInterrupt, ArchiveError):
            yield from self._stored()
            raise
        yield from (Event(target, outcome) for target, outcome in zip(self._targets, outcomes, strict=True))
        self._entries, self._targets, self._known, self._ids, self._passages = [], [], [], set(), 0

    def _stored(self) -> Iterator[Event]:
        """What is in of a batch whose adding was broken off: each article is stored whole, by itself."""
        for (article, _), target, was_known in zip(self._entries, self._targets, self._known, strict=True):
            if self._archive.holds(article):
                # what is known by its origin stands under an older id
                yield Event(target, "new" if not was_known and _is_in(self._archive, article) else "updated")


def _is_in(archive: Archive, article: Article) -> bool:
    try:
        archive.get_article(article.article_id)
    except ArticleNotFound:
        return False
    return True
