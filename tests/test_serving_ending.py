"""Asked to end by SIGTERM, the server first closes what it has open: the job in hand, the traces, the archive."""

import json
import signal
import threading
import time
from pathlib import Path

import httpx

from ingest.item import Item
from serving.job_store import FILE, JobStore
from serving.jobs import ENDED, Jobs, Order
from tests.doubles import HashEmbeddings
from tests.serve_process import ServeProcess, serving
from vectorstore import ArchiveSettings, open_archive

QUESTION = "Who reported from the harbour?"
# a machine may be busy
JOB_SECONDS = 600


def report(number: int) -> dict[str, str]:
    words = " ".join(f"Ship {number * 7 + at} of the line {number} came in." for at in range(3))
    return {"id": str(number), "title": f"Report {number}", "text": words}


def order(server: ServeProcess, numbers: range) -> str:
    told = server.call("POST", "/v1/ingest", json={"articles": [report(number) for number in numbers]})
    assert told.status_code == 202, told.text
    id: str = told.json()["id"]
    return id


def test_a_server_that_is_asked_to_end_tells_how_its_job_stands_sends_its_traces_and_closes_the_archive(tmp_path: Path) -> None:
    settings = {"NEWS_EMBEDDING": "bundled", "NEWS_MODEL": "none", "OTEL_TRACES_EXPORTER": "console"}
    outcomes: list[int | str] = []
    with serving((tmp_path, settings)) as (server,):
        ids = [order(server, range(first, first + 200)) for first in (0, 200, 400)]
        deadline = time.monotonic() + JOB_SECONDS
        while server.call("GET", f"/v1/jobs/{ids[0]}").json()["state"] == "waiting":
            assert time.monotonic() < deadline

        def ask() -> None:
            # until nobody answers
            while True:
                try:
                    outcomes.append(server.call("POST", "/v1/ask", json={"question": QUESTION}).status_code)
                except httpx.TransportError as error:
                    outcomes.append(type(error).__name__)
                    return

        askers = [threading.Thread(target=ask) for _ in range(4)]
        for asker in askers:
            asker.start()
        while len(outcomes) < 4:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        status = server.end()
        for asker in askers:
            asker.join()
    assert {outcome for outcome in outcomes if isinstance(outcome, int)} <= {200, 503}, outcomes
    log = server.log.read_text()
    assert "Traceback" not in log and "rror" not in log, log[-3000:]
    store = JobStore(tmp_path / "archive" / FILE)
    jobs = [job for id in ids if (job := store.get(id)) is not None]
    store.close()
    if status == -signal.SIGKILL:
        # where the machine was too busy for all of it
        assert "not everything could be closed" in log
    else:
        # by the very signal: whoever started it sees that it did as it was told
        assert status == -signal.SIGTERM
        # those of the last seconds are only sent when the traces are closed
        assert '"name": "POST /v1/ask"' in log
        assert {(job.state, job.error) for job in jobs} <= {("done", None), ("failed", ENDED)}
        assert len(jobs) == 3 and jobs[-1].error == ENDED
    with open_archive(ArchiveSettings(archive=tmp_path / "archive", embedding="bundled")) as archive:
        assert sum(job.report.new for job in jobs) <= archive.status().articles < 600
        # where the machine was too busy for the index to be closed in time, it is put in order as after a kill
        archive.repair()
        assert archive.check().faults == ()


def test_jobs_that_wait_when_the_server_ends_are_told_as_failed_and_what_was_uploaded_is_gone(tmp_path: Path) -> None:
    held, begun, cleaned = threading.Event(), threading.Event(), threading.Event()
    item = Item("articles[0]", "record", json.dumps(report(1)).encode(), "")

    class Held(tuple[Item, ...]):
        def __iter__(self):  # type: ignore[no-untyped-def]
            begun.set()
            assert held.wait(60)
            return super().__iter__()

    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        jobs = Jobs(archive)
        jobs.close()  # nothing was ordered: nothing is waited for
        jobs = Jobs(archive)
        first = jobs.order(Order(items=Held((item,))), "ada").id
        second = jobs.order(Order(items=(item,), cleanup=cleaned.set), "ada").id
        assert begun.wait(60)
        closing = threading.Thread(target=jobs.close, args=[JOB_SECONDS])
        closing.start()
        while not jobs.is_ending:
            time.sleep(0.01)
        held.set()
        closing.join()
        assert cleaned.wait(60)
        assert archive.status().articles == 1
    store = JobStore(tmp_path / FILE)
    told = [store.get(id) for id in (first, second)]
    assert [(job.state, job.error, job.report.new) for job in told if job] == [("failed", ENDED, 1), ("failed", ENDED, 0)]
    store.close()
