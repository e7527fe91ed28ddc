"""A backup of a live archive is whole, small and checked; what comes out of it equals what went in."""

import io
import json
import shutil
import sqlite3
import tarfile
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from chat.conversation import Exchange, Talk
from chat.store import FILE, Conversations
from rag import ask, build_chain, to_json
from tests.doubles import HashEmbeddings
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive, whole_text
from vectorstore import ArchiveBusy, ArchiveDamaged, ArchiveError, ArchiveReadOnly, ArchiveSettings, Article, BackupUnusable, open_archive
from vectorstore.backup import back_up, restore
from vectorstore.backup_file import verify_backup
from vectorstore.command_line import check_place
from vectorstore.last_backup import replaced_by_restore, say_restore

QUESTION = "Wer leitet die US-Delegation?"
CHANGED = replace(BRIDGE, text=BRIDGE.text.replace("nine weeks", "six months"), updated=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An archive with versions, a deletion, a saved answer and a conversation."""
    folder = tmp_path / "archive"
    with news_archive(folder) as archive:
        archive.add([(CHANGED, [whole_text(CHANGED)])])
        archive.delete(FESTIVAL.article_id)
        archive.save_answer(to_json(QUESTION, ask(build_chain(archive), QUESTION)))
    conversations = Conversations(folder / FILE)
    conversations.save(Talk("reader", exchanges=(Exchange("Who?", note="stopped", ended=True),)))
    conversations.close()
    (folder / "readers.key").write_bytes(b"k" * 32)
    return folder


def elsewhere(tmp_path: Path) -> ArchiveSettings:
    return ArchiveSettings(archive=tmp_path / "other machine" / "archive")


def rows_of(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that the catalogue says, save where its index lies and how often it was written."""
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
        tables = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        ]
        rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    rows["facts"] = [row for row in rows["facts"] if row[0] not in ("vector_folder", "generation", "purge")]
    return {table: sorted(found, key=repr) for table, found in rows.items()}


def test_what_is_restored_on_another_machine_equals_what_was_backed_up(folder: Path, tmp_path: Path) -> None:
    contents = back_up(folder, tmp_path / "a.newsdesk")
    settings = elsewhere(tmp_path)
    restored = restore(tmp_path / "a.newsdesk", settings)
    assert restored == contents
    assert (contents.articles, sorted(contents.files)) == (2, ["catalogue.sqlite", "conversations.sqlite", "readers.key"])
    assert rows_of(settings.archive) == rows_of(folder)
    assert Conversations(settings.archive / FILE).list("reader")[0].exchanges[0].question == "Who?"
    assert (settings.archive / "readers.key").read_bytes() == b"k" * 32
    with open_archive(folder, embeddings=HashEmbeddings()) as old, open_archive(settings, embeddings=HashEmbeddings()) as new:
        assert new.check().faults == ()
        assert new.status().vectors == "ready"
        for question in (QUESTION, "Why was the Harbour Bridge closed?"):
            assert ask(build_chain(new), question) == ask(build_chain(old), question)
        deleted = [archive.deleted_times([FESTIVAL.article_id]) for archive in (old, new)]
        assert deleted[0] == deleted[1] != {}


def test_a_backup_is_no_larger_than_what_cannot_be_derived(folder: Path, tmp_path: Path) -> None:
    back_up(folder, tmp_path / "a.newsdesk")
    kept = sum(file.stat().st_size for file in folder.iterdir() if file.suffix in (".sqlite", ".key"))
    assert (tmp_path / "a.newsdesk").stat().st_size <= 1.2 * kept
    assert (tmp_path / "a.newsdesk").stat().st_mode & 0o077 == 0


def test_an_archive_is_backed_up_while_it_is_written(tmp_path: Path) -> None:
    """Every backup has all articles up to some moment, and is in order."""
    folder, stop = tmp_path / "archive", threading.Event()
    told: list[int] = []

    def write() -> None:
        with open_archive(folder, embeddings=HashEmbeddings()) as archive:
            while not stop.is_set():
                article = Article(
                    text=f"Ship number {len(told)} has left the harbour.", url=f"https://x.example.org/{len(told)}", language="en"
                )
                archive.add([(article, [whole_text(article)])])
                told.append(1)

    with news_archive(folder, BRIDGE):
        pass
    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            while len(told) < 3 * (number + 1):
                stop.wait(0.01)
            before = len(told)
            back_up(folder, tmp_path / f"{number}.newsdesk")
            after = len(told) + 1
            settings = ArchiveSettings(archive=tmp_path / f"restored {number}")
            restore(tmp_path / f"{number}.newsdesk", settings)
            with open_archive(settings, embeddings=HashEmbeddings()) as archive:
                assert archive.check().faults == ()
                assert before <= archive.status().articles - 1 <= after
    finally:
        stop.set()
        writer.join()


def test_an_earlier_backup_brings_the_earlier_archive_back(folder: Path, tmp_path: Path) -> None:
    back_up(folder, tmp_path / "a.newsdesk")
    before = rows_of(folder)
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        archive.delete(DELEGATION.article_id)
    restore(tmp_path / "a.newsdesk", ArchiveSettings(archive=folder), replace=True)
    assert rows_of(folder) == before
    assert [file.name for file in folder.parent.iterdir() if file.name.startswith(".")] == []


def test_a_backup_of_schema_1_is_brought_up_to_date(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    with closing(sqlite3.connect(old / "catalogue.sqlite")) as connection:
        connection.executescript(Path(__file__).with_name("catalogue_1.sql").read_text())
    assert back_up(old, tmp_path / "a.newsdesk").schema == "1"
    settings = elsewhere(tmp_path)
    restore(tmp_path / "a.newsdesk", settings)
    with open_archive(settings, embeddings=HashEmbeddings()) as archive:
        assert archive.check().faults == ()
        assert archive.search("crack in the northern pylon", k=1)[0].metadata["article_id"] == BRIDGE.article_id


def test_nothing_is_overwritten_unasked(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.newsdesk"
    back_up(folder, target)
    with pytest.raises(ArchiveReadOnly, match="--replace"):
        back_up(folder, target)
    back_up(folder, target, replace=True)
    with pytest.raises(ArchiveReadOnly, match="--replace"):
        restore(target, ArchiveSettings(archive=folder))
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to.txt").write_text("Dear")
    for replacing in (False, True):
        with pytest.raises(ArchiveReadOnly, match="another folder"):
            restore(target, ArchiveSettings(archive=tmp_path / "letters"), replace=replacing)
    assert (tmp_path / "letters" / "to.txt").read_text() == "Dear"


def test_a_backup_does_not_lie_in_the_archive_that_it_is_of(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").symlink_to(folder)
    for target in (folder / "a.newsdesk", tmp_path / "elsewhere" / "a.newsdesk", folder / "chroma" / "a.newsdesk"):
        with pytest.raises(ArchiveReadOnly, match="own folder"):
            back_up(folder, target)


def test_what_a_backup_that_was_killed_has_left_is_cleared_by_the_next(folder: Path, tmp_path: Path) -> None:
    (tmp_path / ".a.newsdesk.copied").mkdir()
    (tmp_path / ".a.newsdesk.copied" / "letters.sqlite").write_text("left")
    (tmp_path / "a.newsdesk.partial").write_text("left")
    contents = back_up(folder, tmp_path / "a.newsdesk")
    assert "letters.sqlite" not in contents.files
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.newsdesk", "archive"]


def test_a_restore_that_was_killed_between_its_renamings_leaves_no_empty_archive(folder: Path, tmp_path: Path) -> None:
    back_up(folder, tmp_path / "a.newsdesk")
    before = rows_of(folder)
    folder.rename(replaced_by_restore(folder))
    with pytest.raises(ArchiveDamaged, match=f"restore it again, or rename {replaced_by_restore(folder)} to {folder}"):
        open_archive(folder, embeddings=HashEmbeddings())
    for makes in (False, True):
        with pytest.raises(ArchiveDamaged, match="was broken off"):
            check_place(ArchiveSettings(archive=folder), makes=makes)
    assert not folder.exists()
    restore(tmp_path / "a.newsdesk", ArchiveSettings(archive=folder))
    assert rows_of(folder) == before and not replaced_by_restore(folder).exists()


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        (sqlite3.SQLITE_FULL, ArchiveReadOnly, "cannot be written \\(No space left on device\\); name another place"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ArchiveBusy, "another program holds"),
        (sqlite3.SQLITE_CANTOPEN, ArchiveReadOnly, "see to its rights and its disk"),
        (sqlite3.SQLITE_IOERR_READ, ArchiveReadOnly, "see to its rights and its disk"),
        (sqlite3.SQLITE_NOTADB, ArchiveDamaged, "is damaged"),
    ],
)
def test_only_a_damaged_archive_is_called_damaged(
    folder: Path, tmp_path: Path, code: int, kind: type[ArchiveError], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = sqlite3.DatabaseError("no")
    error.sqlite_errorcode = code

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sqlite3, "connect", fail)
    with pytest.raises(kind, match=said):
        back_up(folder, tmp_path / "a.newsdesk")
    assert [file.name for file in tmp_path.iterdir()] == ["archive"]


def test_an_archive_that_is_being_written_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    back_up(folder, tmp_path / "a.newsdesk")
    before = rows_of(folder)
    with open_archive(folder, embeddings=HashEmbeddings()) as archive, archive.writing(), pytest.raises(ArchiveBusy, match="pid"):
        restore(tmp_path / "a.newsdesk", ArchiveSettings(archive=folder), replace=True)
    assert rows_of(folder) == before


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(bytes(content))


def repacked(file: Path, change: Callable[[str, bytes], list[tuple[str, bytes]]]) -> None:
    with tarfile.open(file) as packed:
        members = [(entry.name, packed.extractfile(entry).read()) for entry in packed]  # type: ignore[union-attr]
    with tarfile.open(file, "w:gz") as packed:
        for name, content in (one for member in members for one in change(*member)):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            packed.addfile(entry, io.BytesIO(content))


def alter(name: str, content: bytes) -> list[tuple[str, bytes]]:
    return [(name, content if name != "readers.key" else b"x" * len(content))]


def drop(name: str, content: bytes) -> list[tuple[str, bytes]]:
    return [] if name == "readers.key" else [(name, content)]


def escape(name: str, content: bytes) -> list[tuple[str, bytes]]:
    if name != "contents.json":
        return [(name, content)]
    contents = json.loads(content)
    contents["files"]["../../escaped"] = contents["files"].pop("readers.key")
    return [(name, json.dumps(contents).encode())]


@pytest.mark.parametrize(
    "harm",
    [cut, flip, lambda file: file.write_text("hello"), *(lambda file, c=change: repacked(file, c) for change in (alter, drop, escape))],
    ids=["cut", "flip", "text", "alter", "drop", "escape"],
)
def test_a_damaged_backup_is_refused_and_changes_nothing(folder: Path, tmp_path: Path, harm: Callable[[Path], object]) -> None:
    target = tmp_path / "a.newsdesk"
    back_up(folder, target)
    harm(target)
    before = rows_of(folder)
    with pytest.raises(BackupUnusable):
        verify_backup(target)
    with pytest.raises(BackupUnusable):
        restore(target, ArchiveSettings(archive=folder), replace=True)
    assert rows_of(folder) == before
    assert not (tmp_path / "escaped").exists()


def test_a_damaged_catalogue_is_not_backed_up_and_names_its_last_backup(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.newsdesk"
    back_up(folder, target)
    kept = rows_of(folder)
    catalogue = folder / "catalogue.sqlite"
    content = bytearray(catalogue.read_bytes())
    content[4096 : len(content)] = b"\x13" * (len(content) - 4096)
    catalogue.write_bytes(bytes(content))
    with pytest.raises(ArchiveDamaged):
        back_up(folder, tmp_path / "b.newsdesk")
    assert not (tmp_path / "b.newsdesk").exists()
    with pytest.raises(ArchiveError, match=f"newsdesk restore {target}"):
        open_archive(folder, embeddings=HashEmbeddings()).status()
    restore(target, ArchiveSettings(archive=folder), replace=True)
    assert rows_of(folder) == kept


def test_a_backup_that_is_gone_is_not_named(folder: Path, tmp_path: Path) -> None:
    back_up(folder, tmp_path / "a.newsdesk")
    shutil.move(tmp_path / "a.newsdesk", tmp_path / "b.newsdesk")
    assert say_restore(folder) == "restore it from a backup, or ingest into a new folder with --archive"


def test_a_folder_without_an_archive_is_not_backed_up(tmp_path: Path) -> None:
    with pytest.raises(ArchiveDamaged, match="--archive"):
        back_up(tmp_path, tmp_path / "a.newsdesk")
    with pytest.raises(BackupUnusable, match="there is no file"):
        restore(tmp_path / "none", elsewhere(tmp_path))
