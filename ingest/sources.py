"""From targets to items: the one place where it is told what a target is."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ingest.errors import IngestError, Unreadable
from ingest.folders import find_files
from ingest.formats import NAMED_ALREADY, stream_file
from ingest.item import Item
from ingest.tables import Columns

# gives the items of addresses one by one, in bounded memory; never raises an IngestError
WebSource = Callable[[list[str]], Iterator[Item | IngestError]]


def find_items(targets: Iterable[str | Path], visit: WebSource, columns: Columns = NAMED_ALREADY) -> Iterator[Item | IngestError]:
    """What the targets deliver, as it is asked for, or why they deliver nothing: files in their order, then addresses.

    A target that is named twice comes once. `columns` says which columns of tables hold which fields.
    """
    seen: set[Path] = set()
    addresses: list[str] = []
    for target in targets:
        if "://" in str(target):
            addresses.append(str(target))
        elif target == "":
            yield Unreadable("''", "no such file or folder")
        else:
            yield from _stream_path(Path(target), seen, columns)
    # side by side: while one server thinks, another is asked
    yield from visit(list(dict.fromkeys(addresses)))


def _stream_path(path: Path, seen: set[Path], columns: Columns) -> Iterator[Item | IngestError]:
    for found in find_files(path):
        if isinstance(found, IngestError):
            yield found
            continue
        real = found.resolve()
        if real not in seen:
            seen.add(real)
            yield from stream_file(found, columns)
