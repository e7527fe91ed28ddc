"""A reading process that hangs, dies or eats memory costs one line, and the next item is read."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import Unreadable
from ingest.item import Item
from ingest.read import read_item
from ingest.reader import TOO_SLOW, Reader
from vectorstore import Article

ROOT = Path(__file__).parent.parent
SENTENCE = "Two ports were shut on Monday as a storm moved in from the west, officials said on 13 February 2025. "
GOOD = Item("a.txt", "text", SENTENCE.encode(), "a.txt")


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


def test_a_process_reads_as_this_one_does(reader: Reader) -> None:
    page = f"<html lang=en><head><title>Storm</title></head><body><article><p>{SENTENCE * 5}</p></article></body></html>"
    for item in (GOOD, Item("b.html", "html", page.encode(), "b.html"), Item("c.txt", "text", b"", "c.txt")):
        here, there = list(read_item(item)), list(reader.read(item, ""))
        assert [str(reading) for reading in here] == [str(reading) for reading in there]


def test_many_records_of_one_file_come_one_by_one(reader: Reader) -> None:
    records = ",".join('{"text": "%s %d"}' % (SENTENCE, number) for number in range(50))  # noqa: UP031
    assert len(list(reader.read(Item("a.json", "json", f"[{records}, 5]".encode(), "a.json"), ""))) == 51


def test_a_process_that_is_killed_is_replaced(reader: Reader) -> None:
    list(reader.read(GOOD, ""))
    assert reader._process is not None
    os.kill(reader._process.pid, signal.SIGKILL)
    reader._process.wait()
    [article] = reader.read(GOOD, "")
    assert isinstance(article, Article)


def test_a_process_that_is_ended_in_its_work_is_one_line(reader: Reader) -> None:
    readings = reader.read(Item("a.json", "json", b"[" + b'{"text": "a"},' * 100_000 + b"5]", "a.json"), "")
    next(readings)
    reader.kill()
    *_, last = readings
    assert isinstance(last, Unreadable)
    assert "SIGKILL" in last.reason
    assert isinstance(next(iter(reader.read(GOOD, ""))), Article)


# what a parser does on a bomb, without waiting 20 seconds for it: with small limits
BOMB = """
import ctypes
from ingest.read import read_item
from ingest.worker import serve

def read(item, source):
    if item.target == "time":
        while True:
            pass
    if item.target == "memory":
        kept = []
        while True:
            kept.append(bytearray(1_000_000))
    if item.target == "crash":
        ctypes.string_at(0)
    return read_item(item, source)

serve(read, memory_bytes=400_000_000, cpu_seconds=1)
"""


class SmallReader(Reader):
    """Its process has small limits, and goes wrong by the item's name."""

    command = ("-c", BOMB)


@pytest.mark.parametrize(("name", "reason"), [("time", TOO_SLOW), ("memory", "memory"), ("crash", "SIGSEGV")])
def test_what_breaks_the_process_is_one_line_and_the_next_item_is_read(name: str, reason: str) -> None:
    reader = SmallReader()
    try:
        [error] = reader.read(Item(name, "text", b"x", name), "")
        assert isinstance(error, Unreadable)
        assert (error.target, "\n" in error.reason) == (name, False)
        assert reason in error.reason
        [article] = reader.read(GOOD, "")
        assert isinstance(article, Article)
    finally:
        reader.close()


PARENT = """
import os, sys, time
from ingest.item import Item
from ingest.reader import Reader
reader = Reader()
list(reader.read(Item("a", "text", b"x", "a"), ""))
print(reader._process.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems end it at its next message")
def test_a_process_dies_with_the_one_that_started_it() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
        parent.wait()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{child}").exists() and time.monotonic() < deadline:
        if "Z" in Path(f"/proc/{child}/stat").read_text().split(")")[1].split()[0]:
            break
        time.sleep(0.05)
    else:
        assert not Path(f"/proc/{child}").exists()


def test_closing_leaves_no_process_behind(reader: Reader) -> None:
    list(reader.read(GOOD, ""))
    assert reader._process is not None
    pid = reader._process.pid
    reader.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
