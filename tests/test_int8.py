"""Weights in one byte each: a model of its own name and fingerprint, checked against torch, or refused."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from safetensors.numpy import load_file, save_file

from cli import main
from tests.tiny_models import write_tiny_model
from vectorstore import ArchiveSettings, Article, EmbeddingMismatch, EmbeddingUnavailable, open_archive, split_sentences
from vectorstore.int8 import shrink_weights
from vectorstore.models import find_runtime, is_same_model, load_model
from vectorstore.runtime import WEIGHTS, ExportedEmbeddings, import_openvino
from vectorstore.sentence import load_sentence_transformer

TEXTS = ["harbour", "The ferry left two hours late, the port said.", "Der Hafen von Hamburg", ""]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model; beside it a cache in which it is ready, in full and in int8."""
    model = write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")
    for name in (f"{model}", f"{model}:int8"):
        load_model(name, model.parent / "cache")
    return model


def test_the_vectors_are_close_to_torchs_and_the_weights_half_as_large(tiny: Path) -> None:
    full, small = (load_model(f"{tiny}{end}", tiny.parent / "cache") for end in ("", ":int8"))
    assert isinstance(full, ExportedEmbeddings) and isinstance(small, ExportedEmbeddings)
    assert small.runtime == f"{full.runtime} with weights in int8" == find_runtime(f"{tiny}:int8", tiny.parent / "cache")
    expected = load_sentence_transformer("tiny", tiny).encode(TEXTS, normalize_embeddings=True)
    found = np.array(small.embed_documents(TEXTS))
    assert 0.998 < (found * np.array(expected)).sum(axis=1).min() < 0.9999999
    sizes = sorted(file.stat().st_size for file in (tiny.parent / "cache").glob(f"*/{WEIGHTS}"))
    assert len(sizes) == 2 and sizes[0] < 0.65 * sizes[1]


def test_an_archive_never_holds_vectors_of_both(tiny: Path, tmp_path: Path) -> None:
    def settings(model: str) -> ArchiveSettings:
        return ArchiveSettings(archive=tmp_path, embedding=model, model_cache=tiny.parent / "cache")

    with open_archive(settings(f"{tiny}:int8")) as archive:
        archive.add([(Article("The ferry has left.", url="https://x.example.org/1"), split_sentences("The ferry has left."))])
        status = archive.status()
        assert (status.embedding, status.runtime.partition(" with ")[2]) == (f"{tiny}:int8", "weights in int8")
    with pytest.raises(EmbeddingMismatch, match=r"was made with the embedding model .*tiny:int8, not .*tiny; unset NEWS_EMBEDDING"):
        open_archive(settings(str(tiny)))
    with open_archive(settings("auto")) as archive:
        archive.reindex(str(tiny))
        assert archive.status().embedding == str(tiny)


def test_a_model_that_int8_spoils_is_refused_and_torch_does_not_step_in(tmp_path: Path) -> None:
    model = write_tiny_model(tmp_path / "model")
    weights = load_file(model / "model.safetensors")
    # two that cancel each other out cost the others of their rows all steps
    weights["embeddings.word_embeddings.weight"][:, 0] = 1_000
    weights["embeddings.position_embeddings.weight"][:, 0] = -1_000
    weights["embeddings.token_type_embeddings.weight"][:, 0] = 0
    save_file(weights, model / "model.safetensors", {"format": "pt"})
    with pytest.raises(EmbeddingUnavailable, match=r"there is no .*:int8: with weights in int8 a cosine with torch's .*; take .*model$"):
        load_model(f"{model}:int8", tmp_path / "cache")
    done = CliRunner().invoke(main, ["models", "prepare", f"{model}:int8", "--cache", str(tmp_path / "cache")])
    assert done.exit_code == 1 and "with weights in int8 a cosine" in done.output
    assert load_model(str(model), tmp_path / "cache").identity.name == str(model)


def test_what_is_prepared_says_that_it_is_in_int8(tiny: Path) -> None:
    done = CliRunner().invoke(main, ["models", "list", "--json", "--cache", str(tiny.parent / "cache")])
    told = {each["name"]: each["runtime"] for each in json.loads(done.output)}
    assert told[f"{tiny}:int8"] == f"{told[str(tiny)]} with weights in int8"


def test_bundled_has_its_int8_too() -> None:
    assert is_same_model("bundled:int8", "all-MiniLM-L6-v2:int8") and not is_same_model("bundled", "all-MiniLM-L6-v2:int8")
    assert is_same_model("bundled", "all-MiniLM-L6-v2") and is_same_model("auto", "all-MiniLM-L6-v2:int8")


def test_weights_in_columns_and_rows_of_nothing_are_kept_as_they_are() -> None:
    import_openvino()
    from openvino import Model
    from openvino import opset13 as ops

    values = np.random.default_rng(1).normal(size=(64, 96)).astype(np.float32)
    values[:, 3] = 0
    for transposed in (False, True):
        given = ops.parameter([2, 64], np.float32)
        weights = ops.constant(np.ascontiguousarray(values.T) if transposed else values)
        network = Model([ops.matmul(given, weights, False, transposed)], [given], "one")
        shrink_weights(network)
        steps = [node for node in network.get_ops() if node.get_type_name() == "Multiply"]
        assert len(steps) == 1
        assert (
            sorted(node.get_element_type().get_type_name() for node in network.get_ops() if node.get_type_name() == "Constant")[-1] == "u8"
        )
        asked = np.ones((2, 64), np.float32)
        found = import_openvino().Core().compile_model(network, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})(asked)[0]
        assert np.abs(found - asked @ values).max() < 0.4
        assert found[0, 3] == 0
