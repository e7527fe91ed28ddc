"""Any multilingual model by name: downloaded from a stand-in for the model hub, loaded, prompted, searched with; and without the hub."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.model_hub import ModelHub, model_hub
from tests.tiny_models import write_multilingual_model
from vectorstore.models import MULTILINGUAL, load_model
from vectorstore.weights import BUNDLED

ROOT = Path(__file__).parent.parent
NAME = "someone/tiny-multilingual"
NOWHERE = "http://127.0.0.1:9"
# the bundled model is exported for all tests together
MADE = {"NEWS_MODEL_CACHE": os.environ["NEWS_MODEL_CACHE"]}
PROMPTS = {"query": "query: ", "passage": "passage: "}
STRIKE = "---\ntitle: Lotsenstreik\nlanguage: de\n---\n\nDie Lotsen streiken seit Montag. Im Hafen warten vierzig Schiffe.\n"
CATS = "---\ntitle: Leuchtturm\nlanguage: de\n---\n\nDer Wärter hat am Leuchtturm nun vierzig Katzen.\n"
SEARCH = """
import json
from vectorstore import open_archive
archive = open_archive()
ranked = archive.rankings("Cats of the lighthouse keeper")["vectors"]
identity = archive.embeddings.identity
print(json.dumps([archive.get_article(ranked[0][0].split(":")[0]).article.title, identity.name, identity.document_prompt]))
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_multilingual_model(tmp_path_factory.mktemp("models") / "tiny", PROMPTS)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "strike.md").write_text(STRIKE)
    (folder / "cats.md").write_text(CATS)
    return folder


def run(home: Path, endpoint: str, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Python in a process of its own, with a hub, a cache and an archive of its own: the hub's address is read at import."""
    kept = {name: value for name, value in os.environ.items() if name not in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")}
    hub = {"HF_ENDPOINT": endpoint, "HF_HOME": str(home / "hub"), "HF_HUB_DISABLE_XET": "1", "HF_HUB_DOWNLOAD_TIMEOUT": "1"}
    own = {"NEWS_MODEL_CACHE": str(home / "models"), "NEWS_ARCHIVE": str(home / "archive"), "NEWS_MODEL": "none"}
    environment = {**kept, **hub, **own, "NEWS_EMBEDDING": NAME, **more}
    return subprocess.run([sys.executable, *arguments], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=240)


def test_prompts_are_applied_whatever_they_are_called(tiny: Path, tmp_path: Path) -> None:
    model = load_model(str(tiny), tmp_path)
    plain = write_multilingual_model(tmp_path / "plain", {})
    bare = load_model(str(plain), tmp_path)
    assert (model.identity.query_prompt, model.identity.document_prompt) == ("query: ", "passage: ")
    assert model.embed_documents(["Hafen"])[0] == pytest.approx(bare.embed_documents(["passage: Hafen"])[0], abs=0.01)
    assert model.embed_query("Hafen") == pytest.approx(bare.embed_query("query: Hafen"), abs=0.01)
    assert model.embed_query("Hafen") != pytest.approx(bare.embed_query("Hafen"), abs=0.01)


def test_a_model_is_downloaded_once_and_finds_across_languages_when_the_hub_is_gone(tiny: Path, stories: Path, tmp_path: Path) -> None:
    with model_hub(ModelHub(MULTILINGUAL, tiny)) as hub:
        taken = run(tmp_path, hub.address, "-m", "cli", "ingest", str(stories), NEWS_EMBEDDING="auto")
        assert taken.returncode == 0, taken.stderr
    assert sum(one.startswith("GET") and one.endswith("model.safetensors") for one in hub.asked) == 1
    # by name it is the same model
    found = run(tmp_path, NOWHERE, "-c", SEARCH, NEWS_EMBEDDING=MULTILINGUAL)
    assert json.loads(found.stdout) == ["Leuchtturm", MULTILINGUAL, "passage: "], found.stderr
    answer = run(tmp_path, NOWHERE, "-m", "cli", "ask", "Wie viele Katzen hat der Wärter?", NEWS_EMBEDDING="auto")
    assert "vierzig Katzen" in answer.stdout, answer.stdout + answer.stderr


def test_auto_takes_the_bundled_model_when_a_download_comes_to_a_standstill(tiny: Path, stories: Path, tmp_path: Path) -> None:
    with model_hub(ModelHub(MULTILINGUAL, tiny, stalls="model.safetensors")) as hub:
        taken = run(tmp_path, hub.address, "-m", "cli", "ingest", str(stories), NEWS_EMBEDDING="auto", **MADE)
        assert taken.returncode == 0, taken.stderr
    assert any("GET" in one and "model.safetensors" in one for one in hub.asked)
    status = run(tmp_path, NOWHERE, "-m", "cli", "status", NEWS_EMBEDDING="auto", **MADE)
    assert BUNDLED in status.stdout and MULTILINGUAL in taken.stderr


def test_a_hub_that_is_away_is_one_line_with_a_remedy(stories: Path, tmp_path: Path) -> None:
    done = run(tmp_path, NOWHERE, "-m", "cli", "ingest", str(stories))
    assert done.returncode != 0
    assert NAME in done.stderr and "NEWS_EMBEDDING=bundled" in done.stderr
    assert "Traceback" not in done.stderr
