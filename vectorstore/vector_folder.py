"""The vector index of an embedded archive: read only when sealed, probed when it is not, built again in a new folder."""

import logging
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from vectorstore.catalogue import PURGE, Catalogue, IndexEntry
from vectorstore.errors import ArchiveError, ArchiveReadOnly
from vectorstore.lock import load_lock
from vectorstore.probe import probe
from vectorstore.rankings import Ranking
from vectorstore.seal import break_seal, has_seal, list_files, read_seal, seal_time, set_seal
from vectorstore.stored import Matrix, StoredVectors, batched
from vectorstore.vectors import VectorIndex
from vectorstore.waiting import WRITTEN, Waiting
from vectorstore.wiping import wipe_unused

log = logging.getLogger(__name__)

# name of the folder of the vector index, among the catalogue's facts
VECTOR_FOLDER = "vector_folder"
UNFINISHED = "being written, or left unfinished: exact search answers, and the next ingest puts it in order"
UNSEALED = "it was not closed in order, or has changed since; exact search stands in for it"
# entries in memory while an index is built, and articles whose entries are
AT_ONCE, ARTICLES_AT_ONCE = 5_000, 500


class VectorFolder:
    """Chroma's files beside the catalogue.

    Readers and the writer never share an open index: while it is written it has no seal, and without a seal exact search
    answers. What is under "writing" is for the one that holds the write lock. It opens the index only for more than a little:
    new passages of a large archive wait, and are searched exactly, until they are put into it together.

    Args:
        large: Passages that an archive has more of when its new ones wait.
        most_waiting: So many of them wait.
    """

    name = "Chroma in the archive's folder"

    def __init__(self, folder: Path, catalogue: Catalogue, large: int, most_waiting: int) -> None:
        self._large = large
        self._most_waiting = most_waiting
        self._waiting = Waiting(catalogue)
        self._folder = folder
        self._catalogue = catalogue
        self._guard = threading.Lock()
        self._reader: VectorIndex | None = None
        self._writer: VectorIndex | None = None
        # the writer's index was left by a kill, and passed the probe
        self._doubtful = False
        # when the seal was set that the reader was opened under
        self._sealed: int | None = None

    def nearest(self, vector: Sequence[float], k: int, stored: StoredVectors) -> Ranking | None:
        # first: what is put into the index meanwhile is then in both, which does no harm
        written = self._waiting.written
        with self._guard:
            reader = self._open_reader(stored)
        if reader is None:
            return None
        try:
            return self._waiting.search(lambda most: reader.search(vector, most), vector, k, stored, written)
        except Exception as error:  # Chroma's errors have no common base; exact search answers the same
            log.warning("the vector index does not answer (%s)", error)
            return None

    @property
    def folder(self) -> Path | None:
        """Where the index lies; None before the first article."""
        name = self._catalogue.get_fact(VECTOR_FOLDER)
        return None if name is None else self._folder / name

    @property
    def state(self) -> str:
        if not self._is_sealed:
            return UNFINISHED
        waiting = self._waiting.count()
        return f"ready; {waiting} new passages, found by exact search, are put into it with the next many" if waiting else "ready"

    @property
    def _is_sealed(self) -> bool:
        folder = self.folder
        return folder is None or read_seal(folder) is not None

    def close(self) -> None:
        with self._guard:
            self._close_reader()

    def look(self, stored: StoredVectors) -> str | None:
        return None if self._is_sealed else UNSEALED

    # --- writing

    def examine(self, stored: StoredVectors) -> str | None:
        if self.folder is None or not self._is_sealed:
            return self.look(stored)
        waiting = self.waiting
        # in a process of its own, which may die of it
        return probe(self.folder, self._catalogue.current_ids(skip=waiting), waiting)

    @property
    def is_open(self) -> bool:
        return self._writer is not None

    @property
    def waiting(self) -> list[str]:
        """Articles that wait to be put into the index, where they may be or not."""
        return self._waiting.article_ids()

    def prepare(self, stored: StoredVectors) -> None:
        if self._writer is None and not self._may_wait(stored):
            self._remove_leftovers()
            self._writer = self._open_writer(stored)
            self._put_waiting(stored)

    def replace(
        self, article_ids: Sequence[str], entries: Sequence[IndexEntry], vectors: Matrix, stored: StoredVectors
    ) -> Mapping[str, str]:
        # now that these wait with the others, they may be many enough
        self.prepare(stored)
        if self._writer is None:
            return {}
        self._put(article_ids, entries, vectors, stored)
        return {WRITTEN: str(self._catalogue.last_row)}

    def _may_wait(self, stored: StoredVectors) -> bool:
        """Whether the index can be left as it is: sound, large, without deleted text, and not much behind."""
        folder = self.folder
        if folder is None or not self._waiting.is_known or self._catalogue.size <= self._large or self._catalogue.get_fact(PURGE):
            return False
        return self._waiting.count() <= self._most_waiting and read_seal(folder) == {"model": stored.model}

    def _put_waiting(self, stored: StoredVectors) -> None:
        waiting = self.waiting
        for part in batched(waiting, ARTICLES_AT_ONCE):
            current = [entry for entry in self._catalogue.index_entries(part) if entry.version.current]
            self._put(part, current, stored.read([entry.text for entry in current]), stored)
        if waiting:
            self._catalogue.set_facts({WRITTEN: str(self._catalogue.last_row)})

    def _put(self, article_ids: Sequence[str], entries: Sequence[IndexEntry], vectors: Matrix, stored: StoredVectors) -> None:
        assert self._writer is not None, "it is opened first"
        try:
            self._writer.replace(article_ids, entries, vectors)
        except Exception as error:  # Chroma's errors have no common base; the catalogue has all it takes to begin anew
            log.warning("the vector index fails (%s) and is built again", error)
            self.rebuild(stored, {})

    def rebuild(self, stored: StoredVectors, facts: Mapping[str, str]) -> None:
        """Builds the index again in a new folder; then the catalogue learns of it, and of `facts`, at once.

        Raises ArchiveReadOnly when it cannot be written.
        """
        self.release(None)
        old = self.folder
        fresh = self._folder / _next_name(old)
        shutil.rmtree(fresh, ignore_errors=True)
        writer: VectorIndex | None = None
        try:
            writer = VectorIndex(fresh)
            current = (entry for entry in self._catalogue.index_entries() if entry.version.current)
            for part in in_parts(current):
                writer.replace([], part, stored.read([entry.text for entry in part]))
        except Exception as error:  # as above
            if writer is not None:
                # else Chroma would keep this folder open, and the next try would meet it
                writer.close()
            if isinstance(error, ArchiveError):
                raise
            problem = f"the vector index cannot be written to {fresh} ({error})"
            raise ArchiveReadOnly(f"{problem}; check the free space and run the same command again, nothing is lost") from error
        self._catalogue.set_facts({VECTOR_FOLDER: fresh.name, WRITTEN: str(self._catalogue.last_row), **facts})
        self._writer = writer
        if old is not None:
            break_seal(old)
            shutil.rmtree(old, ignore_errors=True)

    def purge(self, stored: StoredVectors, facts: Mapping[str, str]) -> None:
        self.rebuild(stored, facts)

    def release(self, stored: StoredVectors | None) -> None:
        if self._writer is None:
            return
        folder = self._close_writer()
        if stored is None or self._catalogue.pending_articles():
            return
        if self._doubtful and _changes_when_read(folder, stored):
            log.warning("the vector index %s does not stay as it is written and is built again", folder)
            self.rebuild(stored, {})
            folder = self._close_writer()
        self._doubtful = False
        wipe_unused(folder)
        set_seal(folder, {"model": stored.model})

    def _close_writer(self) -> Path:
        assert self._writer is not None
        # whatever happens in closing, nobody writes on through it
        writer, self._writer = self._writer, None
        writer.close()
        return writer.folder

    def _remove_leftovers(self) -> None:
        """Vector indexes that a killed rebuild left behind."""
        folder = self.folder
        for other in self._folder.glob("vectors-*"):
            if other.is_dir() and other != folder:
                break_seal(other)
                shutil.rmtree(other, ignore_errors=True)

    # --- opening

    def _open_reader(self, stored: StoredVectors) -> VectorIndex | None:
        """The index as a reader may use it; None while it has no unbroken seal."""
        folder = self.folder
        sealed = None if folder is None else seal_time(folder)
        if self._reader is not None and self._reader.folder == folder and self._sealed == sealed:
            return self._reader
        # an open client never sees what another process writes
        self._close_reader()
        if folder is None or sealed is None:
            return None
        try:
            with load_lock(self._folder):
                if read_seal(folder) != {"model": stored.model}:
                    return None
                self._reader = VectorIndex(folder)
                # the files are read at the first query, and must not change meanwhile
                self._reader.search([1.0] * stored.dimension, 1)
                wipe_unused(folder)
        except Exception as error:  # Chroma's errors have no common base; exact search answers the same
            log.warning("the vector index cannot be opened (%s)", error)
            self._close_reader()
            return None
        self._sealed = sealed
        return self._reader

    def _close_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _open_writer(self, stored: StoredVectors) -> VectorIndex:
        self.close()
        folder = self.folder
        fault = "there is none" if folder is None else self._examine(folder, stored)
        if folder is not None and fault is None:
            self._doubtful = not has_seal(folder)
            with load_lock(self._folder):
                break_seal(folder)
            try:
                return VectorIndex(folder)
            except Exception as error:  # Chroma's errors have no common base; the catalogue has all it takes to begin anew
                fault = f"it cannot be opened: {error}"
        if folder is not None:
            log.warning("the vector index %s is not sound (%s) and is built again", folder, fault)
        self.rebuild(stored, {})
        assert self._writer is not None
        return self._writer

    def _examine(self, folder: Path, stored: StoredVectors) -> str | None:
        """What is wrong with the index, None when nothing is."""
        if read_seal(folder) == {"model": stored.model}:
            return None
        pending = [*self._catalogue.pending_articles(), *self.waiting]
        return probe(folder, self._catalogue.current_ids(skip=pending), pending)


def in_parts(entries: Iterator[IndexEntry]) -> Iterator[list[IndexEntry]]:
    while part := list(islice(entries, AT_ONCE)):
        yield part


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
