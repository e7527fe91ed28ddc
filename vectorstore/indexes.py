"""The two derived indexes: read only when sound, kept in step with the catalogue, built again from it when not."""

import logging
import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from vectorstore.catalogue import PURGE, Catalogue, IndexEntry
from vectorstore.errors import ArchiveError, ArchiveReadOnly
from vectorstore.exact import ExactIndex, read_exact
from vectorstore.filters import SearchFilter
from vectorstore.lexical import LexicalHits, LexicalIndex, open_lexical, rebuild_lexical
from vectorstore.lock import load_lock
from vectorstore.probe import probe
from vectorstore.seal import break_seal, has_seal, list_files, read_seal, set_seal
from vectorstore.stored import StoredVectors
from vectorstore.vectors import VectorIndex
from vectorstore.wording import Wording

log = logging.getLogger(__name__)

# name of the folder of the vector index, among the catalogue's facts
VECTOR_FOLDER = "vector_folder"
# entries in memory while an index is built
AT_ONCE = 5_000


class Indexes:
    """Any thread may search; what is under "writing" is for the one that holds the write lock.

    Readers and the writer never share an open vector index: while it is written it has no seal, and without a seal
    exact search answers.
    """

    def __init__(self, folder: Path, catalogue: Catalogue, exact_passages: int) -> None:
        self._folder = folder
        self._catalogue = catalogue
        self._exact_passages = exact_passages
        self._guard = threading.Lock()
        # of its own: reading a hundred thousand vectors holds up nobody who needs none of them
        self._exact_guard = threading.Lock()
        self._lexical: LexicalIndex | None = None
        self._reader: VectorIndex | None = None
        self._writer: VectorIndex | None = None
        self._exact: ExactIndex | None = None
        # the writer's index was left by a kill, and passed the probe
        self._doubtful = False
        # what each was read at
        self._lexical_generation = self._reader_generation = -1
        self._exact_state = -1, -1

    # --- searching

    def nearest(self, vector: Sequence[float], filter: SearchFilter, stored: StoredVectors, k: int) -> list[tuple[str, float]]:
        """Ids of the k nearest passages that the filter allows, with their cosine similarity, nearest first.

        From the vector index when it is sound, nothing is filtered and the archive is large; else exact from the stored
        vectors: a filter inside Chroma costs two hundred times the plain query.
        """
        if not filter and self._catalogue.count_passages() > self._exact_passages:
            with self._guard:
                reader = self._open_reader(stored)
            if reader is not None:
                try:
                    return reader.search(vector, k)
                except Exception as error:  # Chroma's errors have no common base; exact search answers the same
                    log.warning("the vector index does not answer (%s)", error)
        return self._open_exact(stored).search(vector, filter, k)

    def match(self, wordings: Sequence[Wording], filter: SearchFilter, k: int) -> LexicalHits:
        """The best k passages by words and by 4-grams that the filter allows, each by the wording that it answers best."""
        lexical = self._open_lexical()
        return LexicalHits([], []) if lexical is None else lexical.search(wordings, filter, k)

    def frequencies(self, field: str, terms: Iterable[str]) -> tuple[dict[str, int], int]:
        """In how many passages each term occurs, and how many passages there are."""
        lexical = self._open_lexical()
        if lexical is None:
            return dict.fromkeys(terms, 0), 0
        return lexical.count_passages_with(field, terms)

    @property
    def vector_folder(self) -> Path | None:
        """Where the vector index lies; None before the first article."""
        name = self._catalogue.get_fact(VECTOR_FOLDER)
        return None if name is None else self._folder / name

    @property
    def vectors_are_sound(self) -> bool:
        folder = self.vector_folder
        return folder is None or read_seal(folder) is not None

    @property
    def is_settled(self) -> bool:
        """Whether words are found where the catalogue has them: nothing pending, the lexical index sound."""
        empty = not self._catalogue.count_passages()
        return not self._catalogue.pending_articles(unsettled=True) and (empty or self._check_lexical() is not None)

    def close(self) -> None:
        with self._guard:
            self._close_reader()
            self._lexical = None
        with self._exact_guard:
            self._exact = None

    # --- writing

    def settle(self) -> None:
        """Makes the lexical index sound and gives it what is pending."""
        lexical = self._check_lexical() or rebuild_lexical(self._folder / "lexical", self._catalogue.index_entries())
        pending = self._catalogue.pending_articles(unsettled=True)
        if pending:
            lexical = self._write_lexical(lexical, pending, self._catalogue.index_entries(pending))
            self._catalogue.mark_settled(pending)
        self._lexical = lexical

    def prepare(self, stored: StoredVectors) -> None:
        """Makes both indexes sound and finishes what a killed writer left pending."""
        if self._writer is None:
            self.settle()
            self._remove_leftovers()
            self._writer = self._open_writer(stored)
        # a killed writer's, or those of an earlier batch of this one that failed
        if pending := self._catalogue.pending_articles():
            self.update(pending, stored, known=pending)

    def update(self, article_ids: Sequence[str], stored: StoredVectors, known: Sequence[str]) -> None:
        """Brings both indexes in step with the catalogue for these articles and marks them ready.

        Args:
            known: Those that the vector index may already hold passages of; looking for the others there costs time.
        """
        entries = list(self._catalogue.index_entries(article_ids))
        current = [entry for entry in entries if entry.version.current]
        vectors = stored.read([entry.text for entry in current])
        assert self._writer is not None and self._lexical is not None, "prepare comes first"
        try:
            self._writer.replace(known, current, vectors)
        except Exception as error:  # Chroma's errors have no common base; the catalogue has all it takes to begin anew
            log.warning("the vector index fails (%s) and is built again", error)
            self.rebuild(stored, {})
        self._lexical = self._write_lexical(self._lexical, article_ids, entries)
        self._catalogue.mark_ready(article_ids)

    def rebuild(self, stored: StoredVectors, facts: Mapping[str, str]) -> None:
        """Builds the vector index again in a new folder; then the catalogue learns of it, and of `facts`, at once.

        Raises ArchiveReadOnly when it cannot be written.
        """
        self.release(None)
        old = self.vector_folder
        fresh = self._folder / _next_name(old)
        shutil.rmtree(fresh, ignore_errors=True)
        writer: VectorIndex | None = None
        try:
            writer = VectorIndex(fresh)
            current = (entry for entry in self._catalogue.index_entries() if entry.version.current)
            for part in _parts(current):
                writer.replace([], part, stored.read([entry.text for entry in part]))
        except Exception as error:  # as above
            if writer is not None:
                # else Chroma would keep this folder open, and the next try would meet it
                writer.close()
            if isinstance(error, ArchiveError):
                raise
            problem = f"the vector index cannot be written to {fresh} ({error})"
            raise ArchiveReadOnly(f"{problem}; check the free space and run the same command again, nothing is lost") from error
        self._catalogue.set_facts({VECTOR_FOLDER: fresh.name, **facts})
        self._writer = writer
        if old is not None:
            break_seal(old)
            shutil.rmtree(old, ignore_errors=True)

    def release(self, stored: StoredVectors | None) -> None:
        """Closes the vector index and seals it; without `stored`, or with anything pending, it stays unsealed."""
        if self._writer is None:
            return
        if stored is not None and self._catalogue.get_fact(PURGE):
            self._purge(stored)
        folder = self._close_writer()
        if stored is None or self._catalogue.pending_articles():
            return
        if self._doubtful and _changes_when_read(folder, stored):
            log.warning("the vector index %s does not stay as it is written and is built again", folder)
            self.rebuild(stored, {})
            folder = self._close_writer()
        self._doubtful = False
        set_seal(folder, {"model": stored.model})

    def _write_lexical(self, lexical: LexicalIndex, article_ids: Sequence[str], entries: Iterable[IndexEntry]) -> LexicalIndex:
        """Brings the lexical index in step with these articles; the one that is in step may be a new one."""
        try:
            lexical.replace(article_ids, entries)
        except ArchiveReadOnly as error:
            # a writer killed between its last file and its commit: tantivy names the next one's files alike, and refuses
            if "AlreadyExists" not in str(error):
                raise
            log.warning("the lexical index meets what a killed writer left (%s) and is built again", error)
            return rebuild_lexical(self._folder / "lexical", self._catalogue.index_entries())
        return lexical

    def _close_writer(self) -> Path:
        assert self._writer is not None
        # whatever happens in closing, nobody writes on through it
        writer, self._writer = self._writer, None
        writer.close()
        return writer.folder

    def _purge(self, stored: StoredVectors) -> None:
        """Builds both indexes again after a deletion: what is deleted stays in their files until then."""
        self._lexical = rebuild_lexical(self._folder / "lexical", self._catalogue.index_entries())
        self.rebuild(stored, {PURGE: ""})

    def _remove_leftovers(self) -> None:
        """Vector indexes that a killed rebuild left behind."""
        folder = self.vector_folder
        for other in self._folder.glob("vectors-*"):
            if other.is_dir() and other != folder:
                break_seal(other)
                shutil.rmtree(other, ignore_errors=True)

    # --- opening

    def _open_lexical(self) -> LexicalIndex | None:
        """The index as a reader may use it; None when there is none, or none that can be read."""
        with self._guard:
            generation = self._catalogue.generation
            folder = self._folder / "lexical"
            if self._lexical is None:
                self._lexical = open_lexical(folder, None) if folder.exists() else None
            elif generation != self._lexical_generation:
                self._lexical.reload()
            self._lexical_generation = generation
            return self._lexical

    def _check_lexical(self) -> LexicalIndex | None:
        """The index if it holds what the catalogue has, as far as that can be known; else None."""
        # what is not settled may be in the index or not
        unsettled = self._catalogue.pending_articles(unsettled=True)
        lexical = open_lexical(self._folder / "lexical", None if unsettled else self._catalogue.count_passages())
        if lexical is not None and lexical.size < self._catalogue.count_passages(but=unsettled):
            return None
        return lexical

    def _open_exact(self, stored: StoredVectors) -> ExactIndex:
        with self._exact_guard:
            state = self._catalogue.state
            if self._exact is None:
                self._exact = read_exact(stored)
            elif state != self._exact_state or stored.model != self._exact.model:
                self._exact = self._exact.follow(stored)
            self._exact_state = state
            return self._exact

    def _open_reader(self, stored: StoredVectors) -> VectorIndex | None:
        """The vector index as a reader may use it; None while it has no unbroken seal."""
        folder, generation = self.vector_folder, self._catalogue.generation
        same = self._reader is not None and self._reader.folder == folder and self._reader_generation == generation
        if same and folder is not None and has_seal(folder):
            return self._reader
        # an open client never sees what another process writes
        self._close_reader()
        if folder is None or not has_seal(folder):
            return None
        try:
            with load_lock(self._folder):
                if read_seal(folder) != {"model": stored.model}:
                    return None
                self._reader = VectorIndex(folder)
                # the files are read at the first query, and must not change meanwhile
                self._reader.search([1.0] * stored.dimension, 1)
        except Exception as error:  # Chroma's errors have no common base; exact search answers the same
            log.warning("the vector index cannot be opened (%s)", error)
            self._close_reader()
            return None
        self._reader_generation = generation
        return self._reader

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _open_writer(self, stored: StoredVectors) -> VectorIndex:
        with self._guard:
            self._close_reader()
        folder = self.vector_folder
        if folder is None or (fault := self._examine(folder, stored)) is not None:
            if folder is not None:
                log.warning("the vector index %s is not sound (%s) and is built again", folder, fault)
            self.rebuild(stored, {})
            assert self._writer is not None
            return self._writer
        self._doubtful = not has_seal(folder)
        with load_lock(self._folder):
            break_seal(folder)
        return VectorIndex(folder)

    def _examine(self, folder: Path, stored: StoredVectors) -> str | None:
        """What is wrong with the vector index, None when nothing is."""
        if read_seal(folder) == {"model": stored.model}:
            return None
        pending = self._catalogue.pending_articles()
        return probe(folder, self._catalogue.current_ids(skip=pending), pending)


def _changes_when_read(folder: Path, stored: StoredVectors) -> bool:
    """Whether reading the index rewrites its files.

    After a kill between two of them, Chroma may answer a child process, take new passages, and then begin the graph anew.
    """
    before = list_files(folder)
    index = VectorIndex(folder)
    index.search([1.0] * stored.dimension, 1)
    index.close()
    return list_files(folder) != before


def _next_name(old: Path | None) -> str:
    number = 0 if old is None else int(old.name.rpartition("-")[2])
    return f"vectors-{number + 1}"


def _parts(entries: Iterator[IndexEntry]) -> Iterator[list[IndexEntry]]:
    while part := list(islice(entries, AT_ONCE)):
        yield part
