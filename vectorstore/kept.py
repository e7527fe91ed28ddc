"""The exact index kept beside the catalogue: the next process maps it into memory instead of reading every passage."""

import json
import logging
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import select

from vectorstore.catalogue import Catalogue
from vectorstore.coded import CodedVectors
from vectorstore.columns import CODES, FACTS, PassageColumns
from vectorstore.exact import ExactIndex, Segment, read_exact
from vectorstore.passage import passage_id
from vectorstore.schema import SCHEMA_VERSION, passages
from vectorstore.seal import break_seal, read_seal, set_seal
from vectorstore.stored import StoredVectors

log = logging.getLogger(__name__)

# to be raised when what is kept, or what it is made of, changes
FORM = f"2/{SCHEMA_VERSION}"
# of fewer passages nothing is kept: they are read in a tenth of a second
LEAST = 10_000
# it takes 1.5 times its vectors; articles go first
SPARE = 10
# passages by which a catalogue is known again: the last ones, and as many spread over all
WITNESSES = 32
ARRAYS = (*CODES, *FACTS)
CODED = tuple(field.name for field in fields(CodedVectors))


class KeptIndex:
    """A sealed folder `exact-…` in the archive's own, never altered, replaced by another. Any thread and process may read and keep.

    What it holds is of one state of the catalogue; `ExactIndex.follow` brings it up to date. Where anything is wrong with it, it counts as
    not there.
    """

    def __init__(self, folder: Path, catalogue: Catalogue) -> None:
        self._folder = folder
        self._catalogue = catalogue

    def read(self, stored: StoredVectors) -> ExactIndex | None:
        """The index as it was kept; None when there is none of this catalogue and model."""
        for folder in self._folders():
            facts = read_seal(folder)
            if facts is None or (facts.get("form"), facts.get("model")) != (FORM, stored.model):
                continue
            try:
                if self._is_of_catalogue(facts):
                    return ExactIndex(stored.model, _load(folder))
            except (OSError, ValueError, KeyError) as error:  # another process takes it away at this moment
                log.info("%s cannot be read: %s", folder, error)
        return None

    @property
    def last_row(self) -> int:
        """Up to which row of the passages it reaches; 0 when there is none."""
        return max((int((read_seal(folder) or {}).get("last_row", 0)) for folder in self._folders()), default=0)

    def keep(self, index: ExactIndex, state: tuple[int, int]) -> None:
        """Keeps it in the place of the one before, where that is worth it and can be.

        Args:
            state: The catalogue's before it was read.
        """
        segment = index.whole
        if segment is None or len(segment.columns) < LEAST or shutil.disk_usage(self._folder).free < SPARE * segment.vectors.nbytes:
            return
        fresh = self._folder / f"exact-{os.urandom(4).hex()}"
        try:
            fresh.mkdir()
            _write(fresh, segment)
            rows = np.sort(segment.columns.row)
            chosen = [*rows[-WITNESSES:].tolist(), *rows[:: len(rows) // WITNESSES].tolist()]
            witnesses = json.dumps(self._read_witnesses(chosen))
            set_seal(fresh, {"form": FORM, "model": index.model, "last_row": str(rows[-1]), "witnesses": witnesses})
        except OSError as error:
            log.info("the exact index is not kept: %s", error)
            with suppress(OSError):
                _remove(fresh)
            return
        for other in self._folders():
            if other != fresh:
                _remove(other)
        # who deletes takes away what is kept; what was being written then must not stay
        if self._catalogue.state != state:
            _remove(fresh)

    def examine(self, stored: StoredVectors) -> str | None:
        """What is wrong with it beside the catalogue, None when nothing is; compares every number that is relied on."""
        index = self.read(stored)
        if index is None:
            return None
        kept, true = index.base, read_exact(stored).base
        _, ours, theirs = np.intersect1d(kept.columns.row, true.columns.row, assume_unique=True, return_indices=True)
        # of articles that have changed since, whoever searches reads all anew, see `ExactIndex.follow`
        changed = true.columns.article[true.columns.row > index.last_row]
        stands = ~np.isin(kept.columns.article[ours], changed)
        ours, theirs = ours[stands], theirs[stands]
        one, other = _arrays(kept), _arrays(true)
        # what the names are of is another number in each
        if all(np.array_equal(one[name][ours], other[name][theirs]) for name in one.keys() - CODES.keys()):
            return None
        return "it is not what the catalogue has"

    def forget(self) -> None:
        """Takes away what is kept, with all that was deleted since."""
        for folder in self._folders():
            _remove(folder)

    def _folders(self) -> list[Path]:
        # a seal may have lost its folder
        return sorted({found.with_suffix("") for found in self._folder.glob("exact-*")})

    def _read_witnesses(self, rows: Iterable[int]) -> list[tuple[int, str]]:
        """Those of the rows that are there, and the passage that each is of."""
        query = select(passages).where(passages.c.row.in_(set(rows)))
        with self._catalogue.database.transaction() as connection:
            return [
                (row.row, f"{passage_id(row.article_id, row.version, row.number)} {row.text_hash.hex()}")
                for row in connection.execute(query)
            ]

    def _is_of_catalogue(self, facts: dict[str, str]) -> bool:
        """Whether the catalogue is the one that it was made from, or what became of that: another copy may have used its rows for others.

        No row number is used twice. So of passages that are still there each has its row, and in an earlier copy the last are missing.
        """
        if int(facts["last_row"]) > self._catalogue.last_row:
            return False
        witnesses: dict[int, str] = dict(json.loads(facts["witnesses"]))
        there = self._read_witnesses(witnesses)
        return bool(there) and all(witnesses[row] == passage for row, passage in there)


def _arrays(segment: Segment) -> dict[str, np.ndarray[Any, Any]]:
    """One row for each passage in each, by the name of its file."""
    columns = {name: getattr(segment.columns, name) for name in ARRAYS}
    return columns | {name: getattr(segment.coded, name) for name in CODED} | {"vectors": segment.vectors}


def _write(folder: Path, segment: Segment) -> None:
    (folder / "names.json").write_text(json.dumps({name: getattr(segment.columns, name) for name in CODES.values()}))
    for name, array in _arrays(segment).items():
        np.save(folder / f"{name}.npy", array)
    for file in folder.iterdir():
        with file.open("rb") as written:
            os.fsync(written.fileno())


def _load(folder: Path) -> Segment:
    """The vectors stay on the disk until they are looked at, and all processes that do so share them."""
    names: dict[str, Any] = json.loads((folder / "names.json").read_text())
    columns: dict[str, Any] = {name: tuple(names[name]) for name in CODES.values()} | {
        name: np.load(folder / f"{name}.npy") for name in ARRAYS
    }
    coded = {name: np.load(folder / f"{name}.npy", mmap_mode="r" if name == "numbers" else None) for name in CODED}
    vectors = np.load(folder / "vectors.npy", mmap_mode="r")
    return Segment(PassageColumns(**columns), vectors, CodedVectors(**coded), np.ones(len(vectors), np.bool_))


def _remove(folder: Path) -> None:
    break_seal(folder)
    shutil.rmtree(folder, ignore_errors=True)
