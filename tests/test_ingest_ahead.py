"""Reading ahead keeps the order, the bounds, and lets go at once."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import pytest

from ingest.ahead import MOST_BYTES, MOST_ITEMS, WORTH_A_PROCESS, ReadAhead
from ingest.engine import local_readers
from ingest.errors import IngestError, NotAnArticle
from ingest.item import Item
from ingest.reader import Reader
from vectorstore import Article, Timestamp

SENTENCE = "Two ports were shut on Monday as a storm moved in from the west, officials said."


def text(number: int, size: int = 0) -> Item:
    return Item(f"{number}.txt", "text", f"Report {number} says this. {SENTENCE}".encode().ljust(size), f"{number}.txt")


def page(number: int) -> Item:
    return Item(f"{number}.html", "html", f"<html lang=en><body><p>{SENTENCE * 5} {number}</p></body></html>".encode(), f"{number}.html")


def never(_: bytes) -> None:
    return None


def read_all(ahead: ReadAhead) -> list[tuple[str, list[str]]]:
    return [
        (entry.found.target, ["article" if isinstance(reading, Article) else reading.reason for reading in ahead.read(entry)])
        for entry in ahead
    ]


def test_everything_comes_once_and_in_order_whoever_reads_it() -> None:
    found: list[Item | IngestError] = [page(number) if number % 3 else text(number) for number in range(2 * WORTH_A_PROCESS)]
    found.insert(7, NotAnArticle("x", "nothing"))
    with ReadAhead(found, "", never, local_readers()) as ahead:
        read = read_all(ahead)
    assert [target for target, _ in read] == [entry.target for entry in found]
    assert read.pop(7) == ("x", ["nothing"])
    assert all(readings == ["article"] for _, readings in read)


def test_a_few_harmless_items_start_no_process() -> None:
    with ReadAhead([text(number) for number in range(5)], "", never, local_readers()) as ahead:
        assert len(read_all(ahead)) == 5
        assert not ahead._running


def test_a_page_is_read_in_a_process_however_few_there_are() -> None:
    with ReadAhead([page(1)], "", never, local_readers()) as ahead:
        assert read_all(ahead) == [("1.html", ["article"])]
        assert len(ahead._running) == 1


def test_a_process_ends_when_all_is_read_and_another_reads_what_is_wanted_after_all() -> None:
    found = [page(1), page(2)]
    known: list[str | None] = [None, "id"]
    with ReadAhead(found, "", lambda _: known.pop(0), local_readers()) as ahead:
        first, second = ahead
        assert len(list(ahead.read(first))) == 1
        for thread in ahead._threads:
            thread.join(30)
        assert not any(thread.is_alive() for thread in ahead._threads)
        assert len(list(ahead.read(second))) == 1
        assert len(ahead._running) == 2


@pytest.mark.parametrize(("patience", "readers"), [(0.0, 3), (1e9, 1)])
def test_more_processes_read_only_where_readings_are_waited_for(patience: float, readers: int) -> None:
    crew = replace(local_readers(), most=3, patience=patience)
    found = [page(number) for number in range(5 * crew.backlog)]
    with ReadAhead(found, "", never, crew) as ahead:
        assert [target for target, _ in read_all(ahead)] == [item.target for item in found]
        assert len(ahead._running) == readers


def test_a_fault_of_our_own_in_the_talk_with_a_process_is_a_line_and_the_next_item_is_read() -> None:
    untold = replace(page(1), fetched=Timestamp(cast(int, object()), "second", "given"))
    with ReadAhead([untold, page(2)], "", never, local_readers()) as ahead:
        read = read_all(ahead)
    fault = "could not be read, by a fault in the program (TypeError); please report it"
    assert read == [("1.html", [fault]), ("2.html", ["article"])]


class Unclosable(Reader):
    """A reader whose process cannot be ended."""

    def read(self, item: Item, source: str) -> Iterator[Article | IngestError]:
        raise RuntimeError("no process")

    def close(self) -> None:
        raise OSError("a pipe that is gone")


def no_reader() -> Reader:
    raise OSError("no more processes")


@pytest.mark.parametrize(("start", "said"), [(Unclosable, "a pipe that is gone"), (no_reader, "no more processes")])
def test_a_fault_that_ends_a_reading_thread_is_told_to_whoever_waits(start: Callable[[], Reader], said: str) -> None:
    with pytest.raises(OSError, match=said), ReadAhead([page(1), page(2)], "", never, replace(local_readers(), start=start)) as ahead:
        read_all(ahead)


def test_what_is_known_is_left_unread_until_someone_wants_it() -> None:
    with ReadAhead([page(1), page(2)], "", lambda _: "id", local_readers()) as ahead:
        entries = []
        for entry in ahead:
            entries.append(entry.known)
            if entry.found.target == "2.html":
                assert len(list(ahead.read(entry))) == 1
    assert entries == ["id", "id"]


@pytest.mark.parametrize(("size", "most"), [(0, MOST_ITEMS), (MOST_BYTES // 4, 4), (2 * MOST_BYTES, 1)])
def test_no_more_is_fetched_than_the_bounds_allow(size: int, most: int) -> None:
    fetched = 0

    def endless() -> Iterator[Item]:
        nonlocal fetched
        while True:
            yield text(fetched, size)
            fetched += 1

    with ReadAhead(endless(), "", lambda _: "id", replace(local_readers(), most=2)) as ahead:
        entries = iter(ahead)
        for taken in range(3):
            next(entries)
            time.sleep(0.2)
            # the one that waits at the door is made too
            assert fetched <= taken + most + 1


def test_an_error_of_a_source_is_raised_in_its_place() -> None:
    def broken() -> Iterator[Item]:
        yield text(1)
        raise RuntimeError("a fault")

    with pytest.raises(RuntimeError, match="a fault"), ReadAhead(broken(), "", never, local_readers()) as ahead:
        entries = iter(ahead)
        assert next(entries).found.target == "1.txt"
        next(entries)


def test_letting_go_ends_threads_and_processes_at_once() -> None:
    before = threading.active_count()
    with ReadAhead((page(number) for number in range(10_000)), "", never, local_readers()) as ahead:
        next(iter(ahead))
    for thread in ahead._threads:
        thread.join(timeout=10)
    assert threading.active_count() == before
    assert all(reader._process is None for reader in ahead._running)
