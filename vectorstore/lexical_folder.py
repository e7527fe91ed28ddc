"""The lexical index of an embedded archive: read as it was last written, checked and mended against the catalogue."""

import logging
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from vectorstore.catalogue import Catalogue, IndexEntry
from vectorstore.errors import ArchiveReadOnly
from vectorstore.filters import SearchFilter
from vectorstore.lexical import LexicalHits, LexicalIndex, open_lexical, rebuild_lexical
from vectorstore.passage import compare_ids
from vectorstore.rankings import NOTHING
from vectorstore.seal import has_seal
from vectorstore.wording import Wording

log = logging.getLogger(__name__)


class LexicalFolder:
    """Tantivy's files beside the catalogue. Any thread may search; what is under "writing" is for the one that holds the write lock."""

    name = "tantivy in the archive's folder"

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self._folder = folder
        self._catalogue = catalogue
        self._guard = threading.Lock()
        self._index: LexicalIndex | None = None
        self._generation = -1

    def match(self, wordings: Sequence[Wording], filter: SearchFilter, k: int) -> LexicalHits:
        index = self._open()
        return LexicalHits(NOTHING, NOTHING) if index is None else index.search(wordings, filter, k)

    def frequencies(self, field: str, terms: Iterable[str]) -> tuple[dict[str, int], int]:
        index = self._open()
        return (dict.fromkeys(terms, 0), 0) if index is None else index.count_passages_with(field, terms)

    @property
    def is_settled(self) -> bool:
        empty = not self._catalogue.count_passages()
        return not self._catalogue.pending_articles(unsettled=True) and (empty or self._check() is not None)

    def close(self) -> None:
        with self._guard:
            self._index = None

    # --- writing

    def settle(self) -> None:
        index = self._check()
        if index is None:
            # a writer that was killed leaves none
            if has_seal(self._folder):
                log.warning("%s is not as it was left, copied perhaps or damaged, and is built again; this happens once", self._folder)
            index = self._rebuild()
        self._index = index
        if pending := self._catalogue.pending_articles(unsettled=True):
            self.update(pending, self._catalogue.index_entries(pending))
            self._catalogue.mark_settled(pending)

    def update(self, article_ids: Sequence[str], entries: Iterable[IndexEntry]) -> None:
        assert self._index is not None, "settle comes first"
        try:
            self._index.replace(article_ids, entries)
        except ArchiveReadOnly as error:
            # a writer killed between its last file and its commit: tantivy names the next one's files alike, and refuses
            if "AlreadyExists" not in str(error):
                raise
            log.warning("the lexical index meets what a killed writer left (%s) and is built again", error)
            self._index = self._rebuild()

    def purge(self) -> None:
        self.rebuild()

    def rebuild(self) -> None:
        self._index = self._rebuild()

    def examine(self) -> str | None:
        index = open_lexical(self._folder, None) if self._folder.exists() and has_seal(self._folder) else None
        expected = {entry.id for entry in self._catalogue.index_entries()}
        if index is None:
            # a kill in the very first write leaves none, and the next one begins it anew
            return "it cannot be read, or was not closed in order" if expected else None
        return compare_ids(expected, index.ids())

    def _rebuild(self) -> LexicalIndex:
        return rebuild_lexical(self._folder, self._catalogue.index_entries())

    def _open(self) -> LexicalIndex | None:
        """The index as a reader may use it; None when there is none, or none that can be read."""
        with self._guard:
            generation = self._catalogue.generation
            if self._index is None:
                self._index = open_lexical(self._folder, None) if self._folder.exists() else None
            elif generation != self._generation:
                try:
                    self._index.reload()
                except (ValueError, OSError) as error:
                    # another one takes its place at this moment: what was there answers this question
                    log.info("%s cannot be read anew yet: %s", self._folder, error)
                    return self._index
            self._generation = generation
            return self._index

    def _check(self) -> LexicalIndex | None:
        """The index if it holds what the catalogue has, as far as that can be known; else None."""
        # what is not settled may be in the index or not
        unsettled = self._catalogue.pending_articles(unsettled=True)
        index = open_lexical(self._folder, None if unsettled else self._catalogue.count_passages())
        if index is not None and index.size < self._catalogue.count_passages(but=unsettled):
            return None
        return index
