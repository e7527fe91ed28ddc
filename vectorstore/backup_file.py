"""A backup as a file: a compressed tar of the archive's own files, behind a list of what they are."""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Final

from vectorstore.errors import BackupUnusable

FORMAT: Final = 1
CONTENTS: Final = "contents.json"
LARGEST_CONTENTS: Final = 1_000_000
# texts become a third, vectors hardly anything; more effort takes three times as long for a few percent
EFFORT: Final = 3
AT_ONCE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """One file of a backup: its size in bytes and its SHA-256 in hexadecimal digits."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds.

    Attributes:
        made: Unix time.
        schema: Of the catalogue.
        articles: How many the catalogue has.
        files: By name; plain names, without folders.
    """

    made: int
    schema: str
    articles: int
    files: Mapping[str, Kept]

    @property
    def size(self) -> int:
        """Bytes that the files take when they are laid out."""
        return sum(kept.size for kept in self.files.values())


def describe_file(file: Path) -> Kept:
    with file.open("rb") as opened:
        return Kept(file.stat().st_size, hashlib.file_digest(opened, "sha256").hexdigest())


def write_backup(target: Path, folder: Path, contents: Contents) -> None:
    """Packs the named files of a folder."""
    listed = json.dumps({"format": FORMAT, **asdict(contents)}, indent=1).encode()
    with tarfile.open(target, "w:gz", compresslevel=EFFORT) as packed:
        head = tarfile.TarInfo(CONTENTS)
        head.size, head.mtime, head.mode = len(listed), contents.made, 0o600
        packed.addfile(head, io.BytesIO(listed))
        for name in contents.files:
            # nobody's name and rights travel along
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime, entry.mode = (folder / name).stat().st_size, contents.made, 0o600
            with (folder / name).open("rb") as file:
                packed.addfile(entry, file)


@contextmanager
def reading(file: Path) -> Iterator[tuple[Contents, Iterator[tuple[str, IO[bytes]]]]]:
    """What a backup holds, and its files one after the other, to be read to their ends.

    Raises:
        BackupUnusable: It is no backup, of a later Newsdesk, or cut off; also from the iterator, which checks each file's
            size and digest as far as it was read.
    """
    try:
        with tarfile.open(file, "r:gz") as packed:
            contents = _read_contents(file, packed)
            yield contents, _read_files(file, packed, contents)
    except FileNotFoundError:
        raise BackupUnusable(f"there is no file {file}; name the backup that `newsdesk backup FILE` wrote") from None
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise BackupUnusable(f"{file} cannot be read as a backup ({error}); take another one") from error


def verify_backup(file: Path) -> Contents:
    """Reads a backup to its end. Raises BackupUnusable when anything in it is not as it was written."""
    with reading(file) as (contents, files):
        for name, stream in files:
            copy_checked(file, name, contents.files[name], stream, None)
    return contents


def copy_checked(file: Path, name: str, expected: Kept, stream: IO[bytes], target: IO[bytes] | None) -> None:
    """Copies one file of a backup; nowhere when the target is None. Raises BackupUnusable when it is not what was packed."""
    digest = hashlib.sha256()
    while part := stream.read(AT_ONCE):
        digest.update(part)
        if target is not None:
            target.write(part)
    if digest.hexdigest() != expected.sha256:
        raise BackupUnusable(f"{file} is damaged: {name} is not what was backed up; take another backup")


def _read_contents(file: Path, packed: tarfile.TarFile) -> Contents:
    head = packed.next()
    stream = packed.extractfile(head) if head is not None and head.name == CONTENTS and head.size <= LARGEST_CONTENTS else None
    if stream is None:
        raise BackupUnusable(f"{file} is no backup of an archive; name the file that `newsdesk backup FILE` wrote")
    listed = json.loads(stream.read())
    if not isinstance(listed, dict) or listed.get("format") != FORMAT:
        raise BackupUnusable(f"{file} is a backup of a kind that this program does not know; use the Newsdesk that made it")
    try:
        files = {name: Kept(int(kept["size"]), str(kept["sha256"])) for name, kept in listed["files"].items()}
        contents = Contents(int(listed["made"]), str(listed["schema"]), int(listed["articles"]), files)
    except (KeyError, TypeError, AttributeError) as error:
        raise BackupUnusable(f"{file} has a list of contents that cannot be read; take another backup") from error
    # a name is all that decides where a file is laid
    if any(Path(name).name != name or name.startswith(".") for name in files):
        raise BackupUnusable(f"{file} names files outside of an archive; take another backup")
    return contents


def _read_files(file: Path, packed: tarfile.TarFile, contents: Contents) -> Iterator[tuple[str, IO[bytes]]]:
    left = dict(contents.files)
    while (entry := packed.next()) is not None:
        expected = left.pop(entry.name, None)
        stream = packed.extractfile(entry) if expected is not None and entry.isreg() and entry.size == expected.size else None
        if stream is None:
            raise BackupUnusable(f"{file} is damaged: {entry.name!r} is not what was backed up; take another backup")
        yield entry.name, stream
    if left:
        raise BackupUnusable(f"{file} is damaged: it lacks {', '.join(sorted(left))}; take another backup")
