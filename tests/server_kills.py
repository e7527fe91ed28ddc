"""`newsdesk serve` ended while it answers and takes articles in: `python -m tests.server_kills kill|term|turns KILLS FOLDER [FIRST]`.

Server and clients are forked; each server starts on what the kill before it left. `kill` is SIGKILL; `term` is what asks it to end, which
has to be soon; `turns` are both. Each report is a line of JSON; FIRST numbers the first kill. Run by test_server_kills.py.
"""

import asyncio
import importlib
import logging
import os
import random
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.processes import free_port
from rag import AnswerSettings
from serving import ServingSettings
from serving.start import serve
from tests.evidence import copy_archive, decide, gather, last_line
from tests.forked import Child
from tests.inspection import Report, inspect
from tests.ledger import Fault, Ledger, numbered
from tests.rounds import read_rounds, tell
from tests.serve_process import wait_until_ready
from tests.server_clients import DEADLINE_SECONDS, use
from vectorstore import ArchiveSettings
from vectorstore.models import load_model
from vectorstore.runtime import import_openvino
from vectorstore.weights import BUNDLED

# what the children would else import, each of them
LOADED = (
    "gradio", "serving.api", "serving.application", "serving.health", "serving.mcp", "chromadb_rust_bindings", "datasketch",
    "scipy.integrate", "Stemmer", "sentencex", "tokenizers", "numkong",
)  # fmt: skip
# asked to end, it is given so long
MOST_SECONDS = 10.0
KILLS_PER_ARCHIVE = 25
HOWS = {"kill": [signal.SIGKILL], "term": [signal.SIGTERM], "turns": [signal.SIGKILL, signal.SIGTERM]}
# what may come of a question; only a server that was asked to end says that it ends
FINE = {signal.SIGKILL: {"whole", "cut"}, signal.SIGTERM: {"whole", "cut", "ending"}}


def run_server(folder: Path, port: int) -> None:
    """What `newsdesk serve` does, on the bundled model and without a language model."""
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    archive = ArchiveSettings(archive=folder, embedding="bundled")
    serve(archive, AnswerSettings(model="none"), ServingSettings(port=port, log_requests=True), None)


def kill_many(hows: Sequence[signal.Signals], rounds: range, folder: Path) -> Iterator[Report]:
    ledger = Ledger()
    for round in rounds:
        place = folder / str(round // KILLS_PER_ARCHIVE)
        ledger = ledger if round % KILLS_PER_ARCHIVE and round != rounds.start else Ledger()
        gathered = gather(folder, round, place)
        report = kill_once(hows[round % len(hows)], place, ledger, round, gathered)
        if round % 2 or round == rounds[-1]:
            # else the next server is the first to see what is left
            copy_archive(place, gathered / "killed")
            look(place, ledger, report, gathered / "reader.log")
        decide(gathered, report, place)
        yield report


def kill_once(how: signal.Signals, folder: Path, ledger: Ledger, round: int, gathered: Path) -> Report:
    port = free_port()
    address, started = f"http://127.0.0.1:{port}", time.monotonic()
    server = Child(lambda say: run_server(folder, port), gathered / "server.log")
    if not wait_until_ready(address, lambda: server.ended, DEADLINE_SECONDS):
        state = "it ended" if server.ended else f"not ready in {DEADLINE_SECONDS} s"
        server.kill()
        return _with_faults({}, Fault("unreadable", f"the server does not start, {state}: {last_line(gathered / 'server.log')}"))
    opened = time.monotonic() - started
    client = Child(lambda say: asyncio.run(use(address, ledger, round, say)), gathered / "client.log")
    chance = random.Random(round)
    # it has compared what is there, and made some changes
    client.hear("standings", 1, DEADLINE_SECONDS)
    client.hear("done", chance.randrange(4), DEADLINE_SECONDS)
    time.sleep(chance.uniform(0, 2.0))
    is_up = not server.ended
    ended = _end(server, how)
    report = read_client(client, ledger, how, gathered / "client.log") | {"opened": opened, "ended": ended}
    if not is_up:
        _with_faults(report, Fault("unreadable", f"the server had ended by itself: {last_line(gathered / 'server.log')}"))
    if ended > MOST_SECONDS:
        _with_faults(report, Fault("other", f"it ended after {ended:.1f} s"))
    return report


def _end(server: Child, how: signal.Signals) -> float:
    """The seconds until it is gone. Who does not go is killed in the end."""
    started = time.monotonic()
    os.kill(server.pid, how)
    while not server.ended and time.monotonic() - started < DEADLINE_SECONDS:
        time.sleep(0.01)
    server.kill()
    return time.monotonic() - started


def _with_faults(report: Report, *faults: Fault) -> Report:
    report["faults"] = [*report.get("faults", ()), *map(asdict, faults)]
    return report


def read_client(client: Child, ledger: Ledger, how: signal.Signals, log: Path) -> Report:
    """What a client was told until the server was gone, which the ledger learns of."""
    status, said = client.wait()
    faults = [fault for line in said for fault in line.get("faults", ())]
    if said and "standings" in said[0]:
        ledger.done, ledger.begun = numbered(said[0]["standings"]), {}
    ledger.follow(said)
    asked = [line["asked"] for line in said if "asked" in line]
    wrong = [Fault("unreadable", f"an answer: {outcome}") for outcome in asked if outcome not in FINE[how]]
    wrong += [Fault("other", f"the client ended with {status}: {last_line(log)}")] if status else []
    report = {
        "faults": faults,
        "answers": asked.count("whole"),
        "cut": asked.count("cut"),
        "ending": asked.count("ending"),
        "changes": sum("done" in line for line in said),
        "acknowledged": len(ledger.done),
    }
    return _with_faults(report, *wrong)


def look(folder: Path, ledger: Ledger, report: Report, log: Path) -> None:
    """Adds to the report what is wrong with the archive of a server that is gone."""
    settings = ArchiveSettings(archive=folder, embedding="bundled", exact_passages=0, waiting_passages=0)
    status, said = Child(lambda say: say(inspect(settings, ledger)), log).wait()
    if status or not said:
        _with_faults(report, Fault("unreadable", f"the reader ended with {status}: {last_line(log)}"))
    else:
        report["faults"] += said[0]["faults"]
        ledger.done, ledger.begun = numbered(said[0]["standings"]), {}


def main() -> None:
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import_openvino()
    for name in LOADED:
        importlib.import_module(name)
    # else the first server would make it ready to run, which takes a busy machine minutes
    status, _ = Child(lambda say: say({"model": load_model(BUNDLED).identity.name})).wait()
    if status:
        sys.exit("the bundled model cannot be loaded")

    rounds, folder = read_rounds(sys.argv[2:])
    tell(kill_many(HOWS[sys.argv[1]], rounds, folder))


if __name__ == "__main__":
    main()
