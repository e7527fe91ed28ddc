"""Opening an archive: what is made, what stands in the way, and which engines its settings name."""

from pathlib import Path

import pytest

from vectorstore import ArchiveDamaged, ArchiveError, ArchiveReadOnly, ArchiveSettings
from vectorstore.kept import KeptIndex
from vectorstore.lexical_folder import LexicalFolder
from vectorstore.opening import choose_engines, open_catalogue
from vectorstore.vector_folder import VectorFolder
from vectorstore.vector_server import VectorServer


def settings(folder: Path, **more: str) -> ArchiveSettings:
    return ArchiveSettings(archive=folder, **more)


def test_a_folder_that_is_not_there_is_made_with_an_empty_catalogue(tmp_path: Path) -> None:
    catalogue = open_catalogue(settings(tmp_path / "deep" / "data"))
    assert catalogue.size == 0
    assert (tmp_path / "deep" / "data" / "catalogue.sqlite").stat().st_size
    catalogue.close()


def test_a_file_in_its_place_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(ArchiveReadOnly, match=r"is a file, not a folder; .*--archive"):
        open_catalogue(settings(tmp_path / "data"))
    with pytest.raises(ArchiveReadOnly, match=r"cannot be made .*--archive"):
        open_catalogue(settings(tmp_path / "data" / "below"))


@pytest.mark.parametrize("index", ["lexical", "vectors-1"])
@pytest.mark.parametrize("is_empty", [True, False], ids=["empty", "missing"])
def test_indexes_without_their_catalogue_are_never_taken_for_an_empty_archive(tmp_path: Path, index: str, is_empty: bool) -> None:
    (tmp_path / index).mkdir()
    if is_empty:
        (tmp_path / "catalogue.sqlite").touch()
    with pytest.raises(ArchiveDamaged, match="is missing or empty"):
        open_catalogue(settings(tmp_path))
    assert not (tmp_path / "catalogue.sqlite").exists() or not (tmp_path / "catalogue.sqlite").stat().st_size, "nothing was written"


def test_what_is_no_database_is_told_and_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"A letter, and no catalogue at all. " * 200)
    with pytest.raises(ArchiveError, match=r"catalogue\.sqlite is damaged"):
        open_catalogue(settings(tmp_path))
    assert (tmp_path / "catalogue.sqlite").read_bytes().startswith(b"A letter")


def test_an_archive_in_a_folder_has_its_indexes_there_and_its_vectors_on_a_server_only_where_one_is_named(tmp_path: Path) -> None:
    catalogue = open_catalogue(settings(tmp_path))
    words, vectors, kept = choose_engines(settings(tmp_path), catalogue)
    assert isinstance(words, LexicalFolder) and isinstance(vectors, VectorFolder) and isinstance(kept, KeptIndex)
    words.close()
    # nobody is asked before the first search
    words, vectors, _ = choose_engines(settings(tmp_path, chroma_url="http://127.0.0.1:9"), catalogue)
    assert isinstance(words, LexicalFolder) and isinstance(vectors, VectorServer)
    words.close()
    catalogue.close()
