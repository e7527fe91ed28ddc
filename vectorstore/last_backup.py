"""Which backup an archive was last written to: kept beside the catalogue, for the day when that cannot be read."""

from contextlib import suppress
from pathlib import Path
from typing import Final

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
