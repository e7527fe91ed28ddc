"""Nothing is downloaded and nothing calls home in a test."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.servers import ChromaServer, PostgresServer, running_postgres

if TYPE_CHECKING:
    from tests.hostile_server import Server
    from vectorstore import Archive

# read when huggingface_hub is imported, so before any test is
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
# a developer's own settings must not change what the tests see
# but for those that say how much is tested
MEANT_FOR_TESTS = ("NEWS_FUZZ", "NEWS_KILLS", "NEWS_LEAVERS", "NEWS_MALFORMED")
of_controller = os.environ.get("NEWS_MODEL_CACHE") if "PYTEST_XDIST_WORKER" in os.environ else None
for name in [name for name in os.environ if name.startswith("NEWS_") and name not in MEANT_FOR_TESTS]:
    del os.environ[name]

# one export of the bundled model serves every test, every worker and every process that a test starts; nothing goes into the home folder
models = None if of_controller else tempfile.TemporaryDirectory(prefix="newsdesk-models-")
os.environ["NEWS_MODEL_CACHE"] = of_controller or models.name  # type: ignore[union-attr]  # one of the two is there

# tests start a Python hundreds of times: our modules are compiled once for all of them, whatever this machine is set to
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator["Archive"]:
    """An empty archive, with vectors that cost nothing."""
    from tests.doubles import HashEmbeddings
    from vectorstore import open_archive

    with open_archive(tmp_path / "archive", embeddings=HashEmbeddings()) as opened:
        yield opened


@pytest.fixture
def server() -> Iterator["Server"]:
    """A web server that has nothing yet, on loopback."""
    from tests.hostile_server import web_server

    with web_server() as running:
        yield running


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """Debian's PostgreSQL, started once."""
    with running_postgres() as server:
        if server is None:
            pytest.skip("PostgreSQL is not installed; `apt-get install postgresql` brings it")
        yield server


@pytest.fixture(params=["embedded", "servers"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where tables may be: in a file, and on a server. A test that uses it runs twice."""
    if request.param == "embedded":
        return tmp_path / "tables.sqlite"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_address()


@pytest.fixture(scope="session")
def chroma() -> Iterator[ChromaServer]:
    """`chroma run`, started once."""
    server = ChromaServer()
    yield server
    server.close()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes go by their place: compressed ones hold the second they were made in, and each of several workers makes its own."""
    return argname if isinstance(val, bytes) else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is marked as embedded looks at the archive's own files."""
    without = [item for item in items if item.get_closest_marker("embedded") and "servers" in item.name]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in without]


@pytest.fixture(params=["embedded", "servers"])
def engines(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A test that uses it runs twice: on an archive in a folder, and on one of PostgreSQL and a Chroma server, new for the test."""
    if request.param == "servers":
        server: PostgresServer = request.getfixturevalue("postgres")
        chroma: ChromaServer = request.getfixturevalue("chroma")
        monkeypatch.setenv("NEWS_DATABASE_URL", server.new_address())
        monkeypatch.setenv("NEWS_CHROMA_URL", chroma.url)
        # else no archive of a test would be large enough for the server to be asked
        monkeypatch.setenv("NEWS_EXACT_PASSAGES", "0")
    return str(request.param)
