"""What is derived from the catalogue: words and vectors, each on an engine of its own, kept in step with it."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from vectorstore.catalogue import PURGE, Catalogue, IndexEntry
from vectorstore.exact import LATER, ExactIndex, read_exact
from vectorstore.filters import SearchFilter
from vectorstore.kept import KeptIndex
from vectorstore.lexical import LexicalHits
from vectorstore.rankings import Ranking
from vectorstore.stored import Matrix, StoredVectors
from vectorstore.wording import Wording


class Words(Protocol):
    """The lexical side: `LexicalFolder` with tantivy's files, `Postings` in PostgreSQL's tables.

    Attributes:
        name: What a status calls it.
    """

    name: str

    def match(self, wordings: Sequence[Wording], filter: SearchFilter, k: int) -> LexicalHits:
        """The best k passages by words and by 4-grams that the filter allows, each by the wording that it answers best."""

    def frequencies(self, field: str, terms: Iterable[str]) -> tuple[dict[str, int], int]:
        """In how many passages each term occurs, and how many passages there are."""

    @property
    def is_settled(self) -> bool:
        """Whether words are found where the catalogue has them."""

    def settle(self) -> None:
        """Makes the index sound and gives it what is pending. For the writer, as all below."""

    def update(self, article_ids: Sequence[str], entries: Iterable[IndexEntry]) -> None:
        """Brings the index in step with these articles, all of whose passages are in `entries`."""

    def purge(self) -> None:
        """Takes what was deleted out of its files."""

    def rebuild(self) -> None:
        """Makes it again from the catalogue."""

    def examine(self) -> str | None:
        """What is wrong with it beside the catalogue, None when nothing is; looks at all that can be looked at."""

    def close(self) -> None: ...


class Nearness(Protocol):
    """The index of vectors: `VectorFolder` with Chroma's files, `VectorServer` on a Chroma server.

    Attributes:
        name: What a status calls it.
    """

    name: str

    def nearest(self, vector: Sequence[float], k: int, stored: StoredVectors) -> Ranking | None:
        """The k nearest passages, by their cosine similarity; None when it cannot answer now."""

    @property
    def state(self) -> str:
        """ "ready", or what answers in its place and until when."""

    @property
    def is_open(self) -> bool:
        """Whether it is prepared for writing."""

    def look(self, stored: StoredVectors) -> str | None:
        """What is wrong with it, None when nothing is, as far as a quick look tells. Any thread may look."""

    def examine(self, stored: StoredVectors) -> str | None:
        """The same, at all that can be looked at. For the writer, as all below."""

    def prepare(self, stored: StoredVectors) -> None:
        """Makes it sound, by building it again where it is not."""

    def replace(
        self, article_ids: Sequence[str], entries: Sequence[IndexEntry], vectors: Matrix, stored: StoredVectors
    ) -> Mapping[str, str]:
        """Takes out the articles' passages and puts in the entries with their vectors; gives what the catalogue is to remember of it."""

    def rebuild(self, stored: StoredVectors, facts: Mapping[str, str]) -> None:
        """Builds it again; then the catalogue learns of it, and of `facts`, at once."""

    def purge(self, stored: StoredVectors, facts: Mapping[str, str]) -> None:
        """Takes what was deleted out of its files, and tells the catalogue `facts`."""

    def release(self, stored: StoredVectors | None) -> None:
        """Ends the writing; without `stored` it was broken off."""

    def close(self) -> None: ...


class Indexes:
    """Any thread may search; what is under "writing" is for the one that holds the write lock.

    Args:
        vectors: None for exact search alone.
        kept: Where the exact index is kept for other processes; None when nowhere.
        exact_passages: Up to so many passages every search is exact.
    """

    def __init__(self, catalogue: Catalogue, words: Words, vectors: Nearness | None, kept: KeptIndex | None, exact_passages: int) -> None:
        self._catalogue = catalogue
        self.words = words
        self.vectors = vectors
        self.kept = kept
        self._exact_passages = exact_passages
        # reading a hundred thousand vectors holds up nobody who needs none of them
        self._exact_guard = threading.Lock()
        self._exact: ExactIndex | None = None
        # what it was read at
        self._exact_state = -1, -1

    # --- searching

    def nearest(self, vector: Sequence[float], filter: SearchFilter, stored: StoredVectors, k: int) -> Ranking:
        """The k nearest passages that the filter allows, by their cosine similarity.

        From the vector index when it is sound, nothing is filtered and the archive is large; else exact from the stored
        vectors: a filter inside Chroma costs two hundred times the plain query.
        """
        if self.vectors is not None and not filter and self._catalogue.size > self._exact_passages:
            found = self.vectors.nearest(vector, k, stored)
            if found is not None:
                return found
        return self._open_exact(stored).search(vector, filter, k)

    def match(self, wordings: Sequence[Wording], filter: SearchFilter, k: int) -> LexicalHits:
        """The best k passages by words and by 4-grams that the filter allows, each by the wording that it answers best."""
        return self.words.match(wordings, filter, k)

    def frequencies(self, field: str, terms: Iterable[str]) -> tuple[dict[str, int], int]:
        """In how many passages each term occurs, and how many passages there are."""
        return self.words.frequencies(field, terms)

    @property
    def is_settled(self) -> bool:
        """Whether words are found where the catalogue has them: nothing pending, the lexical side sound."""
        return self.words.is_settled

    def vectors_are_sound(self, stored: StoredVectors) -> bool:
        return self.vectors is None or self.vectors.look(stored) is None

    def close(self) -> None:
        if self.vectors is not None:
            self.vectors.close()
        self.words.close()
        with self._exact_guard:
            self._exact = None

    # --- writing

    def settle(self) -> None:
        """Makes the lexical side sound and gives it what is pending."""
        self.words.settle()

    def prepare(self, stored: StoredVectors) -> None:
        """Makes both sound and finishes what a killed writer left pending."""
        if self.vectors is None or not self.vectors.is_open:
            self.words.settle()
        if self.vectors is not None:
            self.vectors.prepare(stored)
        # a killed writer's, or those of an earlier batch of this one that failed
        if pending := self._catalogue.pending_articles():
            self.update(pending, stored, known=pending)

    def update(self, article_ids: Sequence[str], stored: StoredVectors, known: Sequence[str]) -> None:
        """Brings both in step with the catalogue for these articles and marks them ready.

        Args:
            known: Those that the vector index may already hold passages of; looking for the others there costs time.
        """
        entries = list(self._catalogue.index_entries(article_ids))
        facts: Mapping[str, str] = {}
        if self.vectors is not None:
            current = [entry for entry in entries if entry.version.current]
            facts = self.vectors.replace(known, current, stored.read([entry.text for entry in current]), stored)
        self.words.update(article_ids, entries)
        self._catalogue.mark_ready(article_ids, facts)

    def rebuild(self, stored: StoredVectors, facts: Mapping[str, str]) -> None:
        """Builds the vector index again; then the catalogue learns of it, and of `facts`, at once.

        Raises ArchiveReadOnly when it cannot be written.
        """
        self.forget_kept()
        if self.vectors is None:
            self._catalogue.set_facts(facts)
        else:
            self.vectors.rebuild(stored, facts)

    def release(self, stored: StoredVectors | None) -> None:
        """Ends the writing; without `stored`, or with anything pending, the vector index is looked at anew before it is read."""
        if stored is not None and self._catalogue.get_fact(PURGE) and (self.vectors is None or self.vectors.is_open):
            self._purge(stored)
        if self.vectors is not None:
            self.vectors.release(stored)

    def _purge(self, stored: StoredVectors) -> None:
        """After a deletion: what is deleted stays in the files of the indexes until then."""
        self.words.purge()
        self.forget_kept()
        if self.vectors is None:
            self._catalogue.set_facts({PURGE: ""})
        else:
            self.vectors.purge(stored, {PURGE: ""})

    def forget_kept(self) -> None:
        """Takes away the exact index on the disk; who searches next keeps it anew."""
        if self.kept is not None:
            self.kept.forget()

    def keep_exact(self, stored: StoredVectors) -> None:
        """After much was written, which the next process to search would have to read."""
        behind = self.kept is not None and self._catalogue.last_row - self.kept.last_row > LATER
        if behind and self._catalogue.size <= self._exact_passages:
            self._open_exact(stored)

    def _open_exact(self, stored: StoredVectors) -> ExactIndex:
        with self._exact_guard:
            state = self._catalogue.state
            before = self._exact
            if before is not None and before.model == stored.model and (state == self._exact_state or state[0] < self._exact_state[0]):
                # a question that was begun before a write has ended need not undo what another has read since
                return before
            if self.kept is not None and (before is None or state[1] - before.last_row > LATER):
                before = self.kept.read(stored) or before
            index = None if before is None else before.follow(stored)
            is_new = index is None or before is None or index.base.vectors is not before.base.vectors
            # of what takes its place nothing need be held twice
            self._exact = before = None
            index = index or read_exact(stored)
            if is_new and self.kept is not None:
                self.kept.keep(index, state)
                # all processes share the memory of what is read from there
                index = self.kept.read(stored) or index
            self._exact, self._exact_state = index, state
            return index
