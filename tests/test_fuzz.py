"""Whatever is done to an article, reading it gives articles or reasons of one line, and soon.

NEWS_FUZZ sets how many mutated articles are read, and a fifth as many random records; 5,000 are promised, the default
is a sample.
"""

import os
import time
from collections.abc import Iterable, Iterator

import pytest

from ingest.errors import IngestError
from ingest.item import Item
from ingest.read import read_item
from ingest.reader import Reader
from tests.fuzz import mutated_articles, random_records
from vectorstore import Article

COUNT = int(os.environ.get("NEWS_FUZZ", "150"))
# processor time of this process: a busy machine does not count
MOST_SECONDS = 5


@pytest.fixture
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


def read_all(items: Iterable[Item]) -> list[tuple[Item, list[Article | IngestError]]]:
    """Each with its readings; fails where an error comes out, or one takes too long."""
    read = []
    for item in items:
        started = time.process_time()
        read.append((item, list(read_item(item))))
        assert time.process_time() - started < MOST_SECONDS, item.target
    return read


def check(read: Iterable[tuple[Item, list[Article | IngestError]]]) -> None:
    for item, readings in read:
        assert readings, item.target
        for reading in readings:
            if isinstance(reading, IngestError):
                assert "\n" not in str(reading), item.target
                assert "fault in the program" not in reading.reason, (item.target, reading.reason)
            else:
                assert reading.text.strip(), item.target


def test_mutated_articles_are_read_or_refused() -> None:
    read = read_all(mutated_articles(COUNT, seed=1))
    check(read)
    # many mutations leave an article
    assert sum(isinstance(reading, Article) for _, readings in read for reading in readings) > COUNT // 4


def test_random_records_are_read_or_refused() -> None:
    check(read_all(random_records(max(100, COUNT // 5), seed=2)))


def test_a_reading_process_gives_the_same_and_survives(reader: Reader) -> None:
    for item in [*mutated_articles(COUNT // 5, seed=3), *random_records(COUNT // 5, seed=4)]:
        assert [str(reading) for reading in reader.read(item, "")] == [str(reading) for reading in read_item(item)], item.target
