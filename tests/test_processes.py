"""Two processes on one archive: one writes, the others read or are refused."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.doubles import HashEmbeddings
from vectorstore import Archive, ArchiveBusy, Article, open_archive, split_sentences

pytestmark = pytest.mark.usefixtures("engines")

ROOT = Path(__file__).parent.parent

WRITER = """
import sys
from tests.doubles import HashEmbeddings
from vectorstore import Article, open_archive, split_sentences
with open_archive(sys.argv[1], embeddings=HashEmbeddings()) as archive, archive.writing():
    print("writing", flush=True)
    for line in sys.stdin:
        text = f"The ferry {line.strip()} has left the harbour."
        archive.add([(Article(text, url=f"https://x.example.org/{line.strip()}", language="en"), split_sentences(text, "en"))])
        print("added", flush=True)
"""


# opens each archive that it is told of, as the others do in that moment, and writes until it is its turn
RACER = """
import sys, time
from tests.doubles import HashEmbeddings
from vectorstore import ArchiveBusy, Article, open_archive, split_sentences
print("there", flush=True)
for folder in sys.stdin:
    name = f"{sys.argv[1]} {folder.strip().rpartition('/')[2]}"
    text = f"The ferry {name} has left the harbour."
    article = Article(text, url=f"https://x.example.org/{name.replace(' ', '/')}", language="en")
    with open_archive(folder.strip(), embeddings=HashEmbeddings()) as archive:
        while True:
            try:
                archive.add([(article, split_sentences(text, "en"))])
                break
            except ArchiveBusy:
                time.sleep(0.01)
    print("added", flush=True)
"""
RACERS, RACES = ("Aurora", "Borealis", "Calypso", "Dolores"), 5


class Writer:
    """Another process that holds the write lock and adds an article for each name it is told."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", WRITER, str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        self._expect("writing")

    @property
    def pid(self) -> int:
        return self._process.pid

    def add(self, name: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{name}\n")
        self._process.stdin.flush()
        self._expect("added")

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(60) == 0

    def _expect(self, word: str) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == word


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as opened:
        add(opened, "Aurora")
        yield opened


def add(archive: Archive, name: str) -> None:
    text = f"The ferry {name} has left the harbour."
    archive.add([(Article(text, url=f"https://x.example.org/{name}", language="en"), split_sentences(text, "en"))])


def first(archive: Archive, question: str) -> str:
    return archive.search(question, k=1)[0].page_content


def test_a_reader_sees_what_another_process_writes_during_and_after(archive: Archive) -> None:
    assert "Aurora" in first(archive, "ferry Aurora")
    writer = Writer(archive.path)
    writer.add("Borealis")
    assert "Borealis" in first(archive, "ferry Borealis"), "while the other still writes"
    writer.add("Calypso")
    assert "Calypso" in first(archive, "ferry Calypso")
    writer.end()
    assert "Calypso" in first(archive, "ferry Calypso"), "after it has closed"
    assert archive.status().vectors == "ready"


def test_a_second_writer_is_refused_with_the_pid_and_can_write_later(archive: Archive) -> None:
    writer = Writer(archive.path)
    with pytest.raises(ArchiveBusy, match=f"pid {writer.pid}"):
        add(archive, "Dolores")
    writer.end()
    add(archive, "Dolores")
    assert "Dolores" in first(archive, "ferry Dolores")


def test_opening_for_reading_works_while_another_process_writes(archive: Archive, engines: str) -> None:
    writer = Writer(archive.path)
    writer.add("Borealis")
    with open_archive(archive.path, embeddings=HashEmbeddings()) as reader:
        assert "Borealis" in first(reader, "ferry Borealis")
        # a server's readers see what is there; files are left alone while they are written
        assert reader.status().vectors.startswith("ready" if engines == "servers" else "being written")
    writer.end()


def test_processes_that_begin_an_archive_in_the_same_moment_all_get_in(tmp_path: Path) -> None:
    with ExitStack() as running:
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "cwd": ROOT}
        racers = [running.enter_context(subprocess.Popen([sys.executable, "-c", RACER, name], **pipes)) for name in RACERS]  # type: ignore[call-overload]
        # whatever goes wrong, nobody waits for one that waits for us
        running.callback(lambda: [racer.kill() for racer in racers])
        assert [racer.stdout.readline() for racer in racers] == ["there\n"] * len(racers)
        for race in range(RACES):
            for racer in racers:
                racer.stdin.write(f"{tmp_path / f'race{race}'}\n")
                racer.stdin.flush()
            assert [racer.stdout.readline() for racer in racers] == ["added\n"] * len(racers)
            with open_archive(tmp_path / f"race{race}", embeddings=HashEmbeddings()) as archive:
                assert all(f"{name} race{race}" in first(archive, f"ferry {name} race{race}") for name in RACERS)
                archive.repair()
                assert archive.check().faults == ()
