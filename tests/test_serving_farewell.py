"""A server that is asked to end: whom it cuts is told so and is no error, and it is gone in time whatever holds it up."""

import asyncio
import logging
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from prometheus_client import generate_latest
from starlette.types import Message, Receive, Scope, Send

from serving.farewell import QuietFarewell, end_quietly, ending_in_order
from serving.observing import Metrics, Observer

ROOT = Path(__file__).parent.parent
# a machine may be busy
LONG_SECONDS = 600
CONTAINER = ("unshare", "--pid", "--fork")


def record(message: str, error: BaseException | None = None) -> logging.LogRecord:
    facts = (type(error), error, None) if error is not None else None
    return logging.LogRecord("uvicorn.error", logging.ERROR, __file__, 1, message, None, facts)


def test_cut_connections_are_no_errors() -> None:
    quiet = QuietFarewell()
    assert not quiet.filter(record("Exception in ASGI application", asyncio.CancelledError("Task cancelled")))
    assert not quiet.filter(record("Cancel 3 running task(s), timeout graceful shutdown exceeded"))
    assert quiet.filter(record("Exception in ASGI application", ValueError("a fault")))
    assert quiet.filter(record("address already in use"))


def test_it_is_put_in_once() -> None:
    end_quietly()
    end_quietly()
    filters = [each for each in logging.getLogger("uvicorn.error").filters if isinstance(each, QuietFarewell)]
    assert len(filters) == 1


async def test_who_is_cut_before_the_answer_began_is_told_that_the_server_ends() -> None:
    async def cut(scope: Scope, receive: Receive, send: Send) -> None:
        raise asyncio.CancelledError("Task cancelled")

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    metrics = Metrics()
    with pytest.raises(asyncio.CancelledError):
        await Observer(cut, metrics, logs=False)({"type": "http", "method": "POST", "path": "/v1/ask", "headers": []}, receive, send)
    assert sent[0]["status"] == 503 and b"the server is ending" in sent[1]["body"]
    assert b'status="503"' in generate_latest(metrics.registry)


PROGRAM = """
import runpy, signal
with runpy.run_path("serving/farewell.py")["ending_in_order"]():
    try:
        try:
            signal.raise_signal(signal.SIGTERM)
        except Exception:
            print("caught")
    finally:
        print("closed", flush=True)
        if {again}:
            signal.raise_signal(signal.SIGTERM)
        print("in order", flush=True)
print("went on")
"""


def run_program(program: str, *within: str) -> tuple[str, int, str]:
    done = subprocess.run([*within, sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout, done.returncode, done.stderr


@pytest.mark.parametrize(("again", "said"), [(False, "closed\nin order\n"), (True, "closed\n")])
def test_the_signal_closes_what_is_open_and_then_ends_the_program_and_a_second_one_does_not_wait(again: bool, said: str) -> None:
    assert run_program(PROGRAM.format(again=again)) == (said, -signal.SIGTERM, "")


HELD_UP = """
import logging, runpy, signal, time

def close_in_vain():
    time.sleep(600)

logging.basicConfig(format="%(message)s")
with runpy.run_path("serving/farewell.py")["ending_in_order"](0.1):
    try:
        signal.raise_signal(signal.SIGTERM)
    finally:
        close_in_vain()
"""


def test_what_cannot_be_closed_in_time_is_left_as_a_kill_leaves_it_and_the_log_tells_what_it_was() -> None:
    said, status, log = run_program(HELD_UP)
    assert (said, status) == ("", -signal.SIGKILL)
    assert log.startswith("not everything could be closed within 0.1 s (") and "close_in_vain)" in log and log.count("\n") == 1


def can_contain() -> bool:
    return shutil.which(CONTAINER[0]) is not None and subprocess.run([*CONTAINER, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_contain(), reason="a process number of one's own takes Linux and root")
@pytest.mark.parametrize(
    ("program", "status", "said"),
    [(PROGRAM.format(again=False), 128 + signal.SIGTERM, "closed\nin order\n"), (HELD_UP, 128 + signal.SIGKILL, "")],
)
def test_the_first_process_of_a_container_which_no_signal_of_its_own_ends_is_gone_as_well(program: str, status: int, said: str) -> None:
    assert run_program(program, *CONTAINER)[:2] == (said, status)


SERVER = """
import asyncio, runpy, socket

program = runpy.run_path("serving/farewell.py")

holder = socket.socket()
holder.bind(("127.0.0.1", 0))

async def never_ends(scope, receive, send):
    if scope["type"] == "lifespan":
        return
    print("begun", flush=True)
    while True:
        try:
            await asyncio.sleep(600)
        except asyncio.CancelledError:
            print("cut", flush=True)

with program["ending_in_order"]({seconds}) as farewell:
    print(holder.getsockname()[1], flush=True)
    program["run"](never_ends, holder, farewell)
"""


@pytest.mark.parametrize(("seconds", "signals"), [(3.0, 1), (600.0, 2)])
def test_a_request_that_does_not_let_itself_be_cut_holds_nobody_up_nor_does_a_second_signal_wait(seconds: float, signals: int) -> None:
    with subprocess.Popen([sys.executable, "-c", SERVER.format(seconds=seconds)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        with socket.socket() as asker:
            port = int(server.stdout.readline())
            while asker.connect_ex(("127.0.0.1", port)):
                time.sleep(0.05)
            asker.sendall(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n")
            assert server.stdout.readline() == "begun\n"
            server.send_signal(signal.SIGTERM)
            if signals == 2:
                assert server.stdout.readline() == "cut\n"
                server.send_signal(signal.SIGTERM)
            assert server.wait(LONG_SECONDS) == (-signal.SIGKILL if signals == 1 else -signal.SIGTERM)


def test_what_the_signal_did_before_it_does_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with ending_in_order():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
    elsewhere: list[object] = []

    def beside() -> None:
        with ending_in_order():
            elsewhere.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=beside)
    thread.start()
    thread.join()
    assert elsewhere == [before]
