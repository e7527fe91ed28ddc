"""From targets to items: what a target is."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import IngestError, Unreadable
from ingest.item import Item
from ingest.sources import find_items

TEXT = "Two ports were shut on Monday as a storm moved in."


def write(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def unvisited(targets: list[str]) -> Iterator[Item | IngestError]:
    assert targets == []
    return iter(())


def test_files_and_folders_deliver_their_documents_in_order(tmp_path: Path) -> None:
    last = write(tmp_path / "z.txt")
    write(tmp_path / "folder" / "b.md")
    write(tmp_path / "folder" / "a.html")
    found = [item for item in find_items([str(tmp_path / "folder"), last], unvisited) if isinstance(item, Item)]
    assert [(Path(item.target).name, item.kind) for item in found] == [("a.html", "html"), ("b.md", "markdown"), ("z.txt", "text")]
    assert all(item.origin == item.target and item.data == TEXT.encode() for item in found)


def test_a_file_named_twice_comes_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to(path)
    assert len(list(find_items([path, tmp_path, str(path)], unvisited))) == 1


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    first = write(tmp_path / "a.jsonl", "\n".join(json.dumps({"text": f"{TEXT} {number}"}) for number in range(3)))
    second = write(tmp_path / "b.txt")
    found = find_items([first, second], unvisited)
    assert isinstance(next(found), Item)
    second.unlink()
    *records, gone = found
    assert len(records) == 2
    assert isinstance(gone, Unreadable)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("", "no such file or folder"),
        ("missing.txt", "no such file or folder"),
    ],
)
def test_a_target_that_cannot_be_read_fails_with_one_line(
    tmp_path: Path, target: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    [error] = find_items([target], unvisited)
    assert isinstance(error, Unreadable)
    assert error.reason == reason


def test_addresses_are_visited_together_after_the_files_each_once(tmp_path: Path) -> None:
    visited: list[str] = []

    def visit(targets: list[str]) -> Iterator[Item | IngestError]:
        visited.extend(targets)
        yield Unreadable("there", "no page")

    path = write(tmp_path / "a.txt")
    addresses = ["https://a.example/", "site:https://b.example/", "ftp://c.example/"]
    first, second = find_items([addresses[0], path, *addresses], visit)
    assert (first.target, second.target) == (str(path), "there")
    assert visited == addresses
