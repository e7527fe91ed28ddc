"""Folders that are watched: new and changed files are taken in until Ctrl+C."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from ingest.errors import IngestError
from ingest.folders import find_files
from ingest.formats import NAMED_ALREADY, stream_file
from ingest.item import Item
from ingest.pipeline import ingest_items
from ingest.plan import Plan
from ingest.report import IngestReport, Tally
from ingest.tables import Columns
from vectorstore import Archive, ArchiveBusy

# a look at ten thousand files takes a tenth of a second
POLL_SECONDS = 2.0

# when a file was last changed, how long it is, and which file it is
Stamp = tuple[int, int, int]


class Watch:
    """The files of the targets, of which those that lie there now are not new. A file that is removed is forgotten here; its article
    stays in the archive.
    """

    def __init__(self, targets: Iterable[str | Path], columns: Columns = NAMED_ALREADY) -> None:
        self._columns = columns
        self._targets = [Path(target) for target in targets if "://" not in str(target)]
        # as they were when they were taken in, and at the last look
        self._taken = self._last = self._stamp()

    def changes(self) -> dict[Path, Stamp]:
        """New and changed files that stayed as they are since the last look: what is being written is not read yet."""
        now = self._stamp()
        settled = {path: stamp for path, stamp in now.items() if self._taken.get(path) != stamp and self._last.get(path) == stamp}
        self._last = now
        # a file that comes back is new
        self._taken = {path: stamp for path, stamp in self._taken.items() if path in now}
        return settled

    def take(self, changes: dict[Path, Stamp]) -> None:
        """These have been taken in."""
        self._taken |= changes

    def read(self, changes: Iterable[Path]) -> Iterator[Item | IngestError]:
        """The items of these files."""
        for path in changes:
            yield from stream_file(path, self._columns)

    def _stamp(self) -> dict[Path, Stamp]:
        stamps: dict[Path, Stamp] = {}
        for target in self._targets:
            for found in find_files(target):
                if isinstance(found, Path):
                    try:
                        state = found.stat()
                    except OSError:
                        # just removed
                        continue
                    stamps[found] = state.st_mtime_ns, state.st_size, state.st_ino
        return stamps


def watch(watched: Watch, archive: Archive, plan: Plan, tally: Tally, tell: Callable[[IngestReport], None]) -> None:
    """Takes in what is new or changed, and tells after each time; returns when it is interrupted while it waits.

    Between two looks other processes may write to the archive; while one does, what is found waits.
    """
    untold: IngestReport | None = None
    while True:
        try:
            # nothing is under way any more: whoever sees this and interrupts loses nothing
            if untold is not None:
                tell(untold)
            untold = None
            time.sleep(POLL_SECONDS)
            changes = watched.changes()
        except KeyboardInterrupt:
            return
        if changes:
            try:
                untold = _take_in(watched.read(changes), archive, plan, tally)
            except ArchiveBusy:
                # found again at the next look
                continue
            watched.take(changes)


def _take_in(found: Iterable[Item | IngestError], archive: Archive, plan: Plan, tally: Tally) -> IngestReport:
    report = Tally()
    with closing(ingest_items(found, archive, plan.source, plan.engine)) as events:
        for event in events:
            report.add(event)
            tally.add(event)
    return report.report()
