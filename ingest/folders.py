"""From a path to the files that it names."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from ingest.errors import IngestError, NotAnArticle, Unreadable
from ingest.formats import SHOWN_FORMATS, is_known
from ingest.paths import shown_path
from vectorstore.traces import CATALOGUE


def find_files(path: Path) -> Iterator[Path | IngestError]:
    """The file, or a folder's files in the order of their names; or why there is none.

    Folders are searched to the bottom, without hidden files, archives of ours, and following links to folders.
    A link to a file counts only where it leads to is inside the folder.
    """
    name = shown_path(path)
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield Unreadable(name, _explain(error))
        return
    if stat.S_ISDIR(mode):
        yield from _search_folder(path)
    elif not stat.S_ISREG(mode):
        yield Unreadable(name, "not a file or a folder")
    elif not is_known(path):
        yield Unreadable(name, f"no kind of file that can be read; these can: {SHOWN_FORMATS}")
    else:
        yield path


def _search_folder(root: Path) -> Iterator[Path | IngestError]:
    real_root = root.resolve()
    found_any = False
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield Unreadable(shown_path(folder), _explain(error))
            continue
        inner: list[Path] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                # an archive of ours, such as the one that is written to, holds articles that were read already
                if not (path / CATALOGUE).is_file():
                    inner.append(path)
                continue
            found = _judge(entry, path, real_root)
            found_any = found_any or isinstance(found, Path)
            yield found
        # a stack gives the last first
        folders += reversed(inner)
    if not found_any:
        yield Unreadable(shown_path(root), f"no articles in this folder; it needs files of these kinds: {SHOWN_FORMATS}")


def _judge(entry: "os.DirEntry[str]", path: Path, root: Path) -> Path | IngestError:
    name = shown_path(path)
    if entry.is_symlink():
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError):
            return NotAnArticle(name, "a link that leads nowhere or to itself")
        if not real.is_relative_to(root):
            return NotAnArticle(name, "a link that leads outside the folder; name the file itself to ingest it")
        if real.is_dir():
            return NotAnArticle(name, "a link to a folder, which is not followed")
    try:
        regular = entry.is_file()
    except OSError as error:
        return Unreadable(name, _explain(error))
    if not regular:
        return NotAnArticle(name, "not a regular file")
    if not is_known(path):
        return NotAnArticle(name, f"no kind of file that can be read; these can: {SHOWN_FORMATS}")
    if path.stem.lower() == "readme":
        return NotAnArticle(name, "a README; name the file itself to ingest it")
    return path


def _explain(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read; check its permissions"
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else "not a path"
