"""From targets to items: the one place where it is told what a target is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from ingest.errors import IngestError, Unreadable
from ingest.folders import find_files
from ingest.formats import NAMED_ALREADY, stream_file
from ingest.item import Item
from ingest.paths import shown_path
from ingest.tables import Columns

# gives the items of an address one by one, in bounded memory; never raises an IngestError
WebSource = Callable[[str], Iterator[Item | IngestError]]


def find_items(targets: Iterable[str | Path], columns: Columns = NAMED_ALREADY) -> Iterator[Item | IngestError]:
    """What the targets deliver, in their order, as it is asked for; or why they deliver nothing.

    A file that is named twice comes once. `columns` says which columns of tables hold which fields.
    """
    seen: set[Path] = set()
    for target in targets:
        scheme, parted, _ = str(target).partition("://")
        if parted:
            yield from SCHEMES.get(scheme.lower(), _refuse)(str(target))
        elif target == "":
            yield Unreadable("''", "no such file or folder")
        else:
            yield from _stream_path(Path(target), seen, columns)


def _stream_path(path: Path, seen: set[Path], columns: Columns) -> Iterator[Item | IngestError]:
    for found in find_files(path):
        if isinstance(found, IngestError):
            yield found
            continue
        real = found.resolve()
        if real not in seen:
            seen.add(real)
            yield from stream_file(found, columns)


def _refuse(address: str) -> Iterator[IngestError]:
    yield Unreadable(shown_path(address), "fetching from the web is not built in yet: save the page and ingest the file")


# what reads addresses of a scheme, `https` for example
SCHEMES: Mapping[str, WebSource] = {}
