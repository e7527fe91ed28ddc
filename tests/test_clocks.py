"""A clock that ran ahead and was set right: what it stamped in its future must not hold up what comes after.

NEWS_KILLS also lets the clock of a whole server jump.
"""

import os
import sqlite3
import time
from pathlib import Path

import pytest

from ingest.follow import is_due
from serving.users import FILE as USERS_FILE
from serving.users import SESSION_SECONDS, Users
from tests.clock_jumps import count_jumps, find_libfaketime
from tests.doubles import HashEmbeddings
from vectorstore import Article, Follow, Timestamp, open_archive, split_sentences

NOW = int(time.time())
YEAR = 365 * 86_400


def fetched(text: str, seconds: int) -> Article:
    return Article(text, url="https://x.example.org/1", language="en", fetched=Timestamp(seconds, "second", "given"))


@pytest.mark.parametrize(
    ("first", "then", "stands"),
    [(NOW + YEAR, NOW, "then"), (NOW + 3600, NOW, "then"), (NOW - 60, NOW - YEAR, "first")],
    ids=["a year ahead", "an hour ahead", "a minute old"],
)
def test_a_page_that_was_fetched_in_the_future_gives_way_to_one_fetched_now(tmp_path: Path, first: int, then: int, stands: str) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        for text, seconds in (("The bridge is open, said first.", first), ("The bridge is closed, said then.", then)):
            archive.add([(fetched(text, seconds), split_sentences(text, "en"))])
        assert archive.list_articles()[0].article.text.endswith(f"said {stands}.")
        assert archive.search("bridge", k=5)[0].page_content.endswith(f"said {stands}.")


def test_a_source_that_was_read_in_the_future_is_due() -> None:
    follow = Follow("https://x.example.org/feed", 900, added=NOW - 10, last_run=NOW + YEAR, next_run=NOW + YEAR + 900)
    assert is_due(follow, NOW)
    assert is_due(Follow("https://x.example.org/feed", 900, added=NOW + YEAR, next_run=NOW + YEAR), NOW)
    assert not is_due(Follow("https://x.example.org/feed", 900, added=NOW - 10, last_run=NOW - 5, next_run=NOW + 895), NOW)


def test_a_session_that_was_begun_in_the_future_has_ended(tmp_path: Path) -> None:
    users = Users(tmp_path / USERS_FILE)
    users.add("ada", "reader", "correct horse battery")
    secret = users.open_session("ada")
    assert users.of_session(secret) is not None
    (file,) = [file for file in tmp_path.iterdir() if file.suffix == ".sqlite"]
    with sqlite3.connect(file) as database:
        database.execute("UPDATE sessions SET ends = ends + ?", (YEAR,))
    assert SESSION_SECONDS < YEAR
    assert users.of_session(secret) is None


@pytest.mark.skipif(find_libfaketime() is None, reason="`apt-get install faketime` brings what moves a clock")
@pytest.mark.skipif("NEWS_KILLS" not in os.environ, reason="takes minutes")
def test_a_server_whose_clock_jumps_says_what_came_last(tmp_path: Path) -> None:
    counts = count_jumps(tmp_path)
    assert counts.pop("clock jumps") == 5
    assert not any(counts.values()), counts
