"""From a path to the files that it names."""

import os
from pathlib import Path

import pytest

from ingest.errors import NotAnArticle, Unreadable
from ingest.folders import find_files
from vectorstore.traces import CATALOGUE


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("text")
    return path


def test_a_folder_gives_its_files_to_the_bottom_in_order(tmp_path: Path) -> None:
    files = [write(tmp_path / name) for name in ("a.txt", "b/c.md", "b/d.HTML", "e.jsonl")]
    assert set(find_files(tmp_path)) == set(files)
    assert list(find_files(tmp_path)) == list(find_files(tmp_path))


def test_hidden_files_and_folders_are_passed_over_in_silence(tmp_path: Path) -> None:
    seen = write(tmp_path / "a.txt")
    write(tmp_path / ".b.txt")
    write(tmp_path / ".git" / "c.txt")
    assert list(find_files(tmp_path)) == [seen]


def test_an_archive_of_ours_inside_a_folder_is_passed_over_in_silence(tmp_path: Path) -> None:
    seen = write(tmp_path / "a.txt")
    write(tmp_path / "data" / CATALOGUE)
    write(tmp_path / "data" / "readers.txt")
    assert list(find_files(tmp_path)) == [seen]


def test_what_holds_no_article_is_skipped_with_a_reason(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "README.md")
    write(tmp_path / "photo.jpg")
    os.mkfifo(tmp_path / "pipe.txt")
    refused = [found for found in find_files(tmp_path) if not isinstance(found, Path)]
    assert all(isinstance(refusal, NotAnArticle) for refusal in refused)
    assert [Path(refusal.target).name for refusal in refused] == ["README.md", "photo.jpg", "pipe.txt"]


def test_a_readme_that_is_named_itself_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "README.md")
    assert list(find_files(path)) == [path]


def test_links_never_lead_out_of_the_folder_or_in_circles(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.txt")
    folder = tmp_path / "folder"
    inside = write(folder / "a.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "again.txt").symlink_to(inside)
    found = list(find_files(folder))
    assert {entry.resolve() for entry in found if isinstance(entry, Path)} == {inside}
    assert sum(isinstance(entry, NotAnArticle) for entry in found) == 3


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("missing.txt", "no such file or folder"),
        ("null\0byte", "not a path"),
    ],
)
def test_a_target_that_cannot_be_read_fails_with_one_line(
    tmp_path: Path, target: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    [error] = find_files(Path(target))
    assert isinstance(error, Unreadable)
    assert error.reason == reason


def test_a_folder_without_articles_fails(tmp_path: Path) -> None:
    write(tmp_path / "photo.jpg")
    *_, error = find_files(tmp_path)
    assert isinstance(error, Unreadable)
    assert "no articles in this folder" in error.reason


def test_a_file_of_an_unknown_kind_fails_when_it_is_named(tmp_path: Path) -> None:
    [error] = find_files(write(tmp_path / "photo.jpg"))
    assert isinstance(error, Unreadable)


def test_a_link_to_itself_fails_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    [error] = find_files(tmp_path / "loop.txt")
    assert isinstance(error, Unreadable)


def test_names_that_are_no_utf8_can_still_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.jpg")).write_text("x")
    for found in find_files(tmp_path):
        assert isinstance(found, NotAnArticle | Unreadable)
        found.target.encode()
