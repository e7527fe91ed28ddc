"""The exact index kept on the disk: the next process need not read every passage, and finds what the catalogue has."""

import os
import shutil
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests.doubles import open_with_hashes
from vectorstore import Article, SearchFilter, split_sentences
from vectorstore import indexes as indexes_module
from vectorstore import kept as kept_module
from vectorstore.archive import Archive
from vectorstore.exact import read_exact


def article(number: int, words: str = "left the harbour") -> tuple[Article, list]:
    text = " ".join(f"Ship {number * 10 + at} has {words}." for at in range(3))
    made = Article(text=text, title=f"Report {number}", url=f"https://x.example.org/{number}", source=f"Paper {number % 3}", language="en")
    return made, split_sentences(text, "en")


@pytest.fixture(autouse=True)
def reads(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Small archives are kept, too; counts how often every passage was read out of the catalogue."""
    monkeypatch.setattr(kept_module, "LEAST", 64)
    counted = Mock(side_effect=read_exact)
    monkeypatch.setattr(indexes_module, "read_exact", counted)
    return counted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_with_hashes(tmp_path / "archive") as archive:
        archive.add([article(number) for number in range(40)])
        ask(archive)
    return tmp_path / "archive"


def ask(archive: Archive, text: str = "Ship 12 has left the harbour", filter: SearchFilter | None = None) -> list[tuple[str, float]]:
    return archive.rankings(text, filter, 5)["vectors"]


def kept_in(folder: Path) -> list[Path]:
    return [kept for kept in folder.glob("exact-*") if kept.is_dir()]


def anew(folder: Path, *question: object) -> list[tuple[str, float]]:
    """What is found by reading every passage."""
    for kept in kept_in(folder):
        shutil.rmtree(kept)
    with open_with_hashes(folder) as archive:
        return ask(archive, *question)


@pytest.mark.parametrize("filter", [None, SearchFilter(sources=("Paper 2",))])
def test_the_next_process_finds_the_same_without_reading_every_passage(folder: Path, reads: Mock, filter: SearchFilter | None) -> None:
    assert reads.call_count == 1
    with open_with_hashes(folder) as archive:
        found = ask(archive, "Ship 71 has left the harbour", filter)
    assert reads.call_count == 1
    assert len(found) == 5 and found == anew(folder, "Ship 71 has left the harbour", filter)


def test_what_was_added_changed_and_deleted_since_is_followed(folder: Path, reads: Mock) -> None:
    with open_with_hashes(folder) as archive:
        archive.add([article(50), article(4, "sunk off the coast")])
        archive.delete(archive.search("Ship 12 has left the harbour", k=1)[0].metadata["article_id"])
    reads.reset_mock()
    for text in ("Ship 501 has left", "Ship 42 has sunk off the coast", "Ship 12 has left the harbour"):
        with open_with_hashes(folder) as archive:
            found = ask(archive, text)
        assert found == anew(folder, text)


def test_many_new_passages_are_put_among_those_that_are_kept(folder: Path, reads: Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vectorstore.exact.LATER", 10)
    first = kept_in(folder)
    with open_with_hashes(folder) as archive:
        archive.add([article(number) for number in (*range(60, 70), 3)] + [article(4, "sunk off the coast")])
    questions = [
        (text, filter) for text in ("Ship 651 has left", "Ship 42 has sunk") for filter in (None, SearchFilter(sources=("Paper 1",)))
    ]
    for _ in range(2):
        with open_with_hashes(folder) as archive:
            found = [ask(archive, *question) for question in questions]
    assert reads.call_count == 1
    assert len(kept_in(folder)) == 1 and kept_in(folder) != first
    assert found == [anew(folder, *question) for question in questions]


def test_who_writes_much_keeps_it_for_those_who_search_then(tmp_path: Path, reads: Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes_module, "LATER", 100)
    with open_with_hashes(tmp_path) as archive, open_with_hashes(tmp_path) as other:
        archive.add([article(number) for number in range(40)])
        assert reads.call_count == 1
        assert ask(other) and ask(archive)
        archive.add([article(number) for number in range(40, 80)])
        archive.add([article(80)])
        assert ask(other, "Ship 802 has left") == ask(archive, "Ship 802 has left")
    assert reads.call_count == 1


def test_after_a_deletion_nothing_that_was_deleted_is_kept(folder: Path) -> None:
    with open_with_hashes(folder) as archive:
        archive.delete(archive.search("Ship 12 has left the harbour", k=1)[0].metadata["article_id"])
        assert not kept_in(folder) and not list(folder.glob("exact-*.seal"))


def test_what_is_being_kept_while_an_article_is_deleted_does_not_stay(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anew(folder)
    shutil.rmtree(kept_in(folder)[0])
    write = kept_module._write

    def delete_meanwhile(*arguments: object) -> None:
        with open_with_hashes(folder) as other:
            other.delete(other.list_articles()[0].article_id)
        write(*arguments)

    monkeypatch.setattr(kept_module, "_write", delete_meanwhile)
    with open_with_hashes(folder) as archive:
        assert ask(archive)
    assert not kept_in(folder)


def test_the_index_of_a_later_copy_of_the_catalogue_is_not_taken(folder: Path, tmp_path: Path, reads: Mock) -> None:
    """The catalogue is put back, and other articles get the rows that the later ones had."""
    before = Path(shutil.copytree(folder, tmp_path / "before", copy_function=shutil.copy2))
    shutil.rmtree(kept_in(folder)[0])
    with open_with_hashes(folder) as archive:
        archive.add([article(number) for number in range(50, 55)])
        ask(archive)
    for name in ("catalogue.sqlite", "lexical"):
        at = folder / name
        shutil.rmtree(at) if at.is_dir() else at.unlink()
        copy = shutil.copytree if at.name == "lexical" else shutil.copy2
        copy(before / name, at)
    for log in folder.glob("catalogue.sqlite-*"):
        log.unlink()
    with open_with_hashes(folder) as archive:
        archive.add([article(number) for number in range(80, 86)])
    reads.reset_mock()
    with open_with_hashes(folder) as archive:
        found = ask(archive, "Ship 821 has left")
    assert reads.call_count == 1 and found == anew(folder, "Ship 821 has left")


@pytest.mark.parametrize("name", ["vectors.npy", "row.npy", "names.json", "numbers.npy"])
@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_bytes(file.read_bytes()[:-7])])
def test_a_damaged_one_is_not_used_and_made_again(folder: Path, reads: Mock, name: str, damage: object) -> None:
    damage(kept_in(folder)[0] / name)
    for _ in range(2):
        with open_with_hashes(folder) as archive:
            assert ask(archive)[0][1] == pytest.approx(1, abs=1e-3)
    assert reads.call_count == 2


def test_a_killed_keeper_leaves_nothing_that_the_next_does_not_clear(folder: Path, reads: Mock, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(kept_in(folder)[0])
    with monkeypatch.context() as patch:
        patch.setattr(kept_module, "_write", Mock(side_effect=SystemExit))
        with open_with_hashes(folder) as archive, pytest.raises(SystemExit):
            ask(archive)
    assert not (kept_in(folder)[0] / "vectors.npy").exists()
    with open_with_hashes(folder) as archive:
        ask(archive)
    assert [kept.name for kept in kept_in(folder)] == [seal.stem for seal in folder.glob("exact-*.seal")]


def test_on_a_full_disk_it_is_searched_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(kept_in(folder)[0])
    monkeypatch.setattr(kept_module, "_write", Mock(side_effect=OSError(28, "No space left on device")))
    with open_with_hashes(folder) as archive:
        assert ask(archive)
    assert not kept_in(folder)


def test_a_check_finds_nothing_wrong_where_articles_have_changed_since(folder: Path) -> None:
    with open_with_hashes(folder) as archive:
        archive.add([article(50), article(4, "sunk off the coast")])
        assert kept_in(folder) and not archive.check().faults


def test_a_check_finds_a_changed_number_and_mending_takes_it_away(folder: Path) -> None:
    vectors = kept_in(folder)[0] / "vectors.npy"
    state = vectors.stat()
    content = bytearray(vectors.read_bytes())
    content[-3] ^= 0x10
    vectors.write_bytes(content)
    os.utime(vectors, ns=(state.st_atime_ns, state.st_mtime_ns))
    with open_with_hashes(folder) as archive:
        checked = archive.check()
        assert [fault.text for fault in checked.faults] == ["exact index on the disk: it is not what the catalogue has"]
        archive.mend(checked)
        assert not archive.check().faults and not kept_in(folder)
