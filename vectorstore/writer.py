"""Writing: the lock of one writer at a time, and each change made in the catalogue and both indexes."""

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Literal

from vectorstore.article import Article, Span
from vectorstore.catalogue import Catalogue
from vectorstore.embeddings import PassageEmbeddings
from vectorstore.errors import ArchiveBusy, ArchiveError, ArchiveReadOnly
from vectorstore.indexes import Indexes
from vectorstore.model import ArchiveModel, embed_missing
from vectorstore.stored import StoredVectors

log = logging.getLogger(__name__)

Outcome = Literal["new", "updated", "unchanged", "deleted"]


class ArchiveWriter:
    """Writes one archive; `Archive` says what its methods do and raise."""

    def __init__(self, catalogue: Catalogue, indexes: Indexes, model: ArchiveModel) -> None:
        self._catalogue = catalogue
        self._indexes = indexes
        self._model = model
        self._write_turn = threading.RLock()
        self._write_depth = 0
        self._ended = False

    def end(self, seconds: float) -> None:
        """Nothing more is begun; waits so long for what another thread is writing, which then puts the index in order and lets it go."""
        self._ended = True
        if self._write_turn.acquire(timeout=seconds):
            self._write_turn.release()

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._write_turn:
            if self._ended:
                raise ArchiveError(f"the archive {self._catalogue.database.name} is closed; open it again")
            if self._write_depth:
                yield
                return
            with self._catalogue.database.write_lock():
                self._write_depth = 1
                try:
                    yield
                finally:
                    self._write_depth = 0
                    self._release()
            # others may write again
            if self._model.recorded:
                self._indexes.keep_exact(self._model.stored())

    def add(self, batch: Sequence[tuple[Article, Sequence[Span]]], vectors: Mapping[str, Sequence[float]] | None = None) -> list[Outcome]:
        for article, spans in batch:
            _check_spans(article, spans)
        with self.writing():
            buried = self._catalogue.deleted_times(article.article_id for article, _ in batch)
            outcomes = iter(self._add([entry for entry in batch if entry[0].article_id not in buried], vectors))
            return ["deleted" if article.article_id in buried else next(outcomes) for article, _ in batch]

    def _add(self, batch: Sequence[tuple[Article, Sequence[Span]]], vectors: Mapping[str, Sequence[float]] | None) -> list[Outcome]:
        fresh = [(article, spans) for article, spans in batch if not self._catalogue.holds(article)]
        if not fresh:
            return ["unchanged"] * len(batch)
        # first, since it takes whatever is pending for a killed writer's
        self._indexes.prepare(self._model.stored())
        passages = (article.text[span.start : span.end] for article, spans in fresh for span in spans)
        embed_missing(passages, self._model.load(), self._model.stored(), vectors or {})
        stored = self._catalogue.store_articles(batch)
        touched: dict[str, bool] = {}
        for article_id, was_there in filter(None, stored):
            # one that comes twice was there the second time only
            touched.setdefault(article_id, was_there)
        if touched:
            known = [article_id for article_id, was_there in touched.items() if was_there]
            self._indexes.update(list(touched), self._model.stored(), known)
        return ["unchanged" if outcome is None else "updated" if outcome[1] else "new" for outcome in stored]

    def delete(self, article_id: str) -> None:
        self._catalogue.read_version(article_id)
        with self.writing():
            self._indexes.prepare(self._model.stored())
            self._catalogue.remove_article(article_id)
            self._indexes.update([article_id], self._model.stored(), known=[article_id])

    def reindex(self, model: str | PassageEmbeddings) -> None:
        def take_over(stored: StoredVectors, facts: Mapping[str, str]) -> None:
            self._indexes.rebuild(stored, facts)
            stored.forget_others()
            self._catalogue.mark_ready([])

        with self.writing():
            self._indexes.settle()
            self._model.change(model, take_over)

    def repair(self) -> None:
        if self._model.recorded is None:
            return
        stored = self._model.stored()
        # a writer killed at its very end leaves both indexes sound, and its mark
        is_settled = self._indexes.is_settled and not self._catalogue.pending_articles()
        if is_settled and self._indexes.vectors_are_sound(stored):
            return
        with self.writing():
            self._indexes.prepare(stored)

    def settle(self) -> None:
        """What a killed writer left is finished by whoever opens the archive next, if nobody else is at it.

        Only as far as answers need it: the vector index can wait for the next writer, exact search stands in for it.
        """
        if self._indexes.is_settled:
            return
        try:
            with self.writing():
                self._indexes.settle()
        except (ArchiveBusy, ArchiveReadOnly) as error:
            log.info("not settled yet: %s", error)

    def _release(self) -> None:
        try:
            stored = self._model.stored() if self._model.recorded else None
        except BaseException:
            # the lock must not be let go while the index is open for writing
            self._indexes.release(None)
            raise
        self._indexes.release(stored)


def _check_spans(article: Article, spans: Sequence[Span]) -> None:
    if not spans:
        raise ValueError(f"no passages for the article {article.title!r}")
    for start, end in spans:
        if not 0 <= start < end <= len(article.text):
            raise ValueError(f"the span {start}–{end} is not within a text of {len(article.text)} characters")
