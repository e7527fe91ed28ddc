"""Jobs: known to every process that serves the archive, and told as ended when their process has died."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.item import Item
from ingest.report import IngestReport, Refusal
from serving.job_store import FILE, LOST, LOST_SECONDS, MOST_JOBS, Job, JobStore
from serving.jobs import Jobs, Order, TooManyJobs
from tests.doubles import HashEmbeddings
from tests.servers import PostgresServer
from vectorstore import open_archive

ROOT = Path(__file__).parent.parent
WORDS = "The council of Kelmouth voted on Tuesday for a tram line to the harbour, which opens in two years. " * 3
ORDER = Order(items=(Item("articles[0]", "record", json.dumps({"text": WORDS}).encode(), ""),))

WORKER = """
import sys, threading
from tests.doubles import HashEmbeddings
from tests.test_serving_jobs import ORDER
from serving.jobs import Jobs, Order
from vectorstore import open_archive
with open_archive(sys.argv[1], embeddings=HashEmbeddings()) as archive:
    jobs = Jobs(archive)
    held = threading.Event()
    class Held(tuple):
        def __iter__(self):
            held.wait()
            return super().__iter__()
    print(jobs.order(Order(items=Held(ORDER.items)), "ada").id, flush=True)
    while jobs.list()[0].state == "waiting":
        pass
    print("running", flush=True)
    held.wait()
"""


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_job_is_the_same_for_every_process(place: Path | str) -> None:
    one, other = JobStore(place), JobStore(place)
    assert not other.list() and other.get("abc") is None
    job = Job("ab12", "ada", "running", 5, report=IngestReport(2, 1, 0, [Refusal("a", "why")], [Refusal("\0b", "é")]))
    one.write([job, Job("cd34", "ada", "waiting", 6)])
    assert other.get("ab12") == job
    assert [each.id for each in other.list()] == ["cd34", "ab12"]
    done = replace(job, state="done", ended=9, error="a\0b")
    one.write([done])
    assert other.get("ab12") == replace(done, error="ab")
    for strange in ("", "../x", "a\0b", "ab12'; --", "x" * 1000):
        assert other.get(strange) is None
    one.close()
    other.close()


def test_a_job_whose_process_says_nothing_any_more_has_ended_and_says_so(place: Path | str) -> None:
    now = 1_000_000.0
    store = JobStore(place, clock=lambda: now)
    running = Job("ab12", "ada", "running", 5, report=IngestReport(new=3))
    done = Job("cd34", "ada", "done", 5, 9)
    store.write([running, done])
    now += LOST_SECONDS
    assert store.get("ab12") == running
    now += 1
    lost = store.get("ab12")
    assert lost is not None and (lost.state, lost.error, lost.ended, lost.report.new) == ("failed", LOST, 1_000_000, 3)
    assert store.get("cd34") == done
    # it was only slow
    store.write([running])
    assert store.get("ab12") == running
    # a clock that ran ahead
    now -= 10_000
    assert (store.get("ab12") or done).state == "failed"
    store.close()


def test_the_oldest_that_have_ended_are_forgotten(place: Path | str) -> None:
    now = 1_000_000.0
    store = JobStore(place, clock=lambda: now)
    store.write([Job("00", "ada", "running", 1)])
    store.write([Job(f"{number:x}", "ada", "done", 5, 9) for number in range(1, MOST_JOBS + 5)])
    assert len(store.list()) == MOST_JOBS + 1
    assert store.get("00") is not None and store.get("1") is None
    now += LOST_SECONDS + 1
    store.write([Job("ffff", "ada", "done", 5, 9)])
    assert store.get("00") is None and len(store.list()) == MOST_JOBS
    store.close()


def test_what_one_process_does_another_sees_until_it_is_killed(
    tmp_path: Path, postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = postgres.new_address()
    monkeypatch.setenv("NEWS_DATABASE_URL", address)
    command = [sys.executable, "-c", WORKER, str(tmp_path / "one")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        id = process.stdout.readline().strip()
        assert process.stdout.readline() == "running\n"
        store = JobStore(address)
        wait_until(lambda: (store.get(id) or Job("", "", "failed", 0)).state == "running")
        process.kill()
    later = JobStore(address, clock=lambda: time.time() + LOST_SECONDS + 1)
    lost = later.get(id)
    assert lost is not None and (lost.state, lost.error) == ("failed", LOST)
    # whoever comes next does what is ordered, and knows of both
    with open_archive(tmp_path / "other", embeddings=HashEmbeddings()) as archive:
        jobs = Jobs(archive, later)
        next_id = jobs.order(ORDER, "bob").id
        wait_until(lambda: (jobs.get(next_id) or lost).ended is not None)
        assert [(job.caller, job.state, job.report.new) for job in jobs.list()] == [("bob", "done", 1), ("ada", "failed", 0)]
    store.close()


def test_jobs_outlast_the_server_and_how_they_stand_is_written_when_it_can_be(tmp_path: Path) -> None:
    away = threading.Event()

    class Away(JobStore):
        def write(self, changed: object) -> None:
            from vectorstore import ArchiveReadOnly

            if away.is_set():
                raise ArchiveReadOnly("the disk is full")
            super().write(changed)  # type: ignore[arg-type]

    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        jobs = Jobs(archive, Away(tmp_path / FILE))
        away.set()
        with pytest.raises(Exception, match="the disk is full"):
            jobs.order(ORDER, "ada")
        assert jobs.list() == []
        away.clear()
        held, begun = threading.Event(), threading.Event()

        class Slow(tuple[Item, ...]):
            def __iter__(self):  # type: ignore[no-untyped-def]
                begun.set()
                assert held.wait(60)
                return super().__iter__()

        id = jobs.order(Order(items=Slow(ORDER.items)), "ada").id
        assert begun.wait(60)
        away.set()
        held.set()
        wait_until(lambda: (jobs.get(id) or pytest.fail("it is forgotten")).state == "done")
        away.clear()
        wait_until(lambda: (JobStore(tmp_path / FILE).get(id) or pytest.fail("it was not written")).state == "done")
        assert [job.report.new for job in jobs.list()] == [1]


def test_so_many_wait_and_no_more(tmp_path: Path) -> None:
    held = threading.Event()

    class Held(tuple[Item, ...]):
        def __iter__(self):  # type: ignore[no-untyped-def]
            held.wait(60)
            return super().__iter__()

    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        jobs = Jobs(archive)
        with pytest.raises(TooManyJobs):
            for _ in range(60):
                jobs.order(Order(items=Held(ORDER.items)), "ada")
        held.set()
        wait_until(lambda: all(job.ended is not None for job in jobs.list()))
