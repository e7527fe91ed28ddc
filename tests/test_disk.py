"""A disk that is full and a folder that cannot be written: one line that says what to do, and nothing lost."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from tests.full_disks import fill
from tests.full_disks import small_disk as small_disk_on
from vectorstore import Archive, ArchiveReadOnly, Article, open_archive, split_sentences
from vectorstore.vectors import open_collection


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of six megabytes."""
    with small_disk_on(tmp_path, 6 << 20) as made:
        if not made:
            pytest.skip("mounting a small disk takes root")
        yield tmp_path


def article(number: int) -> Article:
    text = " ".join(f"Sentence {at} of report{number} tells of crate{number * 50 + at} in the harbour." for at in range(50))
    return Article(text, url=f"https://x.example.org/{number}", language="en")


def add(archive: Archive, number: int) -> None:
    archive.add([(article(number), split_sentences(article(number).text, "en"))])


def test_a_full_disk_loses_nothing_and_the_work_goes_on_when_there_is_room(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    done = 0
    with open_archive(small_disk / "archive", embeddings=HashEmbeddings()) as archive:
        with pytest.raises(ArchiveReadOnly, match=r"free some space|free space"):
            for number in range(400):
                if number == 3:
                    ballast.write_bytes(b"x" * 1_500_000)
                add(archive, number)
                done = number + 1
        assert 3 <= done < 400
        assert archive.search(f"crate{(done - 1) * 50 + 7}", k=1)[0].page_content.endswith(f"crate{(done - 1) * 50 + 7} in the harbour.")
    ballast.unlink()
    with open_archive(small_disk / "archive", embeddings=HashEmbeddings()) as archive:
        assert archive.status().articles >= done
        for number in range(done):
            assert archive.holds(article(number))
        add(archive, done)
        assert archive.search(f"crate{done * 50 + 3}", k=1)[0].page_content.endswith(f"crate{done * 50 + 3} in the harbour.")


@pytest.mark.parametrize("free", [0, 300_000, 2_500_000])
def test_wherever_the_disk_fills_up_nothing_is_lost_and_the_message_is_clear(free: int, tmp_path: Path) -> None:
    with small_disk_on(tmp_path / "disk") as made:
        if not made:
            pytest.skip("mounting a small disk takes root")
        faults, _ = fill(tmp_path / "disk", free)
    assert faults == []


def test_an_index_that_could_not_be_opened_for_want_of_room_can_be_when_there_is_some(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    space = os.statvfs(small_disk)
    ballast.write_bytes(b"x" * space.f_bavail * space.f_frsize)
    with pytest.raises(Exception, match=r"full|No space"):
        open_collection(small_disk / "index")
    ballast.unlink()
    client, collection = open_collection(small_disk / "index")
    assert collection.count() == 0
    client.close()


def test_an_archive_on_a_disk_that_cannot_be_written_answers_and_refuses_articles(small_disk: Path) -> None:
    folder = small_disk / "archive"
    with open_archive(folder, embeddings=HashEmbeddings()) as archive:
        add(archive, 0)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    try:
        with open_archive(folder, embeddings=HashEmbeddings()) as archive:
            assert "crate7 " in archive.search("What of crate7?", k=1)[0].page_content
            with pytest.raises(ArchiveReadOnly, match="--archive"):
                add(archive, 1)
    finally:
        subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a note")
    with pytest.raises(ArchiveReadOnly, match="is a file"):
        open_archive(tmp_path / "taken", embeddings=HashEmbeddings())
