"""What is known of an archive's backups when it cannot be opened: which was the last, and whether a restore was broken off."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from vectorstore.errors import ArchiveDamaged

FILE: Final = "backup.last"
LONGEST: Final = 4096


def remember_backup(folder: Path, target: Path) -> None:
    """A folder that cannot be written to remembers nothing."""
    with suppress(OSError):
        (folder / FILE).write_text(str(target.resolve()), encoding="utf-8")


def say_restore(folder: Path) -> str:
    """What to do about a damaged archive in that folder, for an error's end."""
    try:
        target = Path((folder / FILE).read_text(encoding="utf-8")[:LONGEST].strip())
        if target.is_file():
            return f"`newsdesk restore {target} --archive {folder} --replace` brings back its last backup"
    except (OSError, UnicodeDecodeError):
        pass
    return "restore it from a backup, or ingest into a new folder with --archive"


def replaced_by_restore(folder: Path) -> Path:
    """Where what a restore replaces lies for the moment between two renamings."""
    return folder.with_name(f".{folder.name}.replaced")


def refuse_half_restored(folder: Path) -> None:
    """Between those two there is no archive in that folder: it must not be taken for a new one. Raises ArchiveDamaged."""
    old = replaced_by_restore(folder)
    if old.is_dir() and not folder.exists():
        raise ArchiveDamaged(
            f"restoring {folder} was broken off; restore it again, or rename {old} to {folder} for what stood there before"
        )
