"""The server reads followed sources when they are due, and a source that fails stops nothing."""

import threading
from dataclasses import replace
from pathlib import Path

from ingest.follow import make_follow
from serving.following import following, read_due
from tests.doubles import HashEmbeddings
from vectorstore import open_archive

# nobody answers there
NOWHERE = "http://127.0.0.1:9/feed.xml"


def test_what_is_due_is_read_and_how_it_went_is_kept(tmp_path: Path) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        archive.follows.put(replace(make_follow(NOWHERE, 3600, 900), next_run=1000))
        assert read_due(archive, 999) == 0
        assert read_due(archive, 1000) == 1
        (follow,) = archive.follows.all()
        assert (follow.last_run, follow.failing_since, follow.next_run) == (1000, 1000, 4600)
        assert follow.last_error
        assert read_due(archive, 1001) == 0


def test_another_writer_is_waited_for(tmp_path: Path) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive, open_archive(tmp_path, embeddings=HashEmbeddings()) as writer:
        archive.follows.put(make_follow(NOWHERE, 3600, 0))
        with writer.writing():
            assert read_due(archive, 10) == 0
        assert archive.follows.all()[0].last_run is None


def test_it_looks_again_and_again_until_the_end(tmp_path: Path) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        looked = threading.Event()
        times = iter([0.0, 0.0, 0.0])

        def clock() -> float:
            now = next(times, None)
            if now is None:
                looked.set()
            return now or 0.0

        with following(archive, 0.01, clock):
            assert looked.wait(20), "it has looked three times only"
