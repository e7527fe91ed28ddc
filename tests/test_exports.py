"""Exports of models of several kinds: checked, whole or not there, made once, and nobody is told."""

import logging
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from tests.tiny_models import write_tiny_model
from vectorstore.exports import MANIFEST, Export, is_whole, read_manifest
from vectorstore.models import find_runtime, load_model
from vectorstore.runtime import NETWORK, TOKENIZER, WEIGHTS, import_openvino
from vectorstore.sentence import load_sentence_transformer

ROOT = Path(__file__).parent.parent
LOAD = "import sys; from vectorstore.models import load_model; model = load_model(sys.argv[1])"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def exports(cache: Path) -> list[Path]:
    """Every folder of the cache but that of the hashes, drafts included."""
    return sorted(folder for folder in cache.iterdir() if folder.is_dir() and folder.name != "hashes")


def runtime(model: object) -> str:
    return str(getattr(model, "runtime", ""))


def start(code: str, model: Path, cache: Path, **environment: str) -> "subprocess.Popen[str]":
    set_ = {**os.environ, "NEWS_MODEL_CACHE": str(cache), **environment}
    command = [sys.executable, "-c", code, str(model)]
    return subprocess.Popen(command, cwd=ROOT, env=set_, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def end(process: "subprocess.Popen[str]") -> str:
    told, complaints = process.communicate(timeout=120)
    assert process.returncode == 0, complaints
    return told


@pytest.mark.parametrize(
    ("architecture", "pooling"), [("xlm-roberta", "cls"), ("modernbert", "cls"), ("mpnet", "mean"), ("qwen2", "lasttoken")]
)
def test_a_model_of_any_usual_kind_runs_without_torch(tmp_path: Path, architecture: str, pooling: str) -> None:
    model = write_tiny_model(tmp_path / "model", architecture, pooling)
    assert runtime(load_model(str(model), tmp_path / "cache")).startswith("openvino")


@pytest.mark.parametrize(("pooling", "last", "said"), [("max", "Normalize", "pooling is max"), ("mean", "Dense", "Dense")])
def test_a_model_with_other_steps_is_left_to_torch_and_not_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, pooling: str, last: str, said: str
) -> None:
    model = str(write_tiny_model(tmp_path / "model", pooling=pooling, last=last))
    with caplog.at_level(logging.INFO, "vectorstore"):
        assert runtime(load_model(model, tmp_path / "cache")) == "torch"
        assert said in caplog.text and "WARNING" in caplog.text
        caplog.clear()
        assert runtime(load_model(model, tmp_path / "cache")) == "torch"
        assert said in caplog.text and "WARNING" not in caplog.text
    assert find_runtime(model, tmp_path / "cache") == "torch"
    assert [file.name for file in exports(tmp_path / "cache")[0].iterdir()] == [MANIFEST]


@pytest.fixture(scope="module")
def made(tiny: Path) -> Path:
    """A cache with an export of the tiny model, which nobody touches."""
    load_model(str(tiny), tiny.parent / "cache")
    return tiny.parent / "cache"


@pytest.fixture
def exported(made: Path, tmp_path: Path) -> Path:
    """The folder of an export of its own."""
    shutil.copytree(made, tmp_path / "cache")
    (folder,) = exports(tmp_path / "cache")
    return folder


def read(folder: Path) -> Export:
    export = read_manifest(folder)
    assert export is not None
    return export


def test_weights_take_half_their_size_and_give_the_same_vectors(tiny: Path, exported: Path) -> None:
    # beside what was compiled of them
    assert sorted(file.name for file in exported.iterdir() if file.is_file()) == sorted([MANIFEST, NETWORK, WEIGHTS, TOKENIZER])
    assert (exported / WEIGHTS).stat().st_size < 0.6 * (tiny / "model.safetensors").stat().st_size
    assert smallest_cosine(tiny, exported.parent) > 0.999


def test_weights_too_large_for_half_precision_are_kept_whole(tmp_path: Path) -> None:
    model = write_tiny_model(tmp_path / "model")
    weights = load_file(model / "model.safetensors")
    # a layer that makes all of one length comes after them, so that the vectors stay the same
    large = {name: value * 1e7 if name.startswith("embeddings.") and "LayerNorm" not in name else value for name, value in weights.items()}
    save_file(large, model / "model.safetensors", {"format": "pt"})
    assert smallest_cosine(model, tmp_path / "cache") > 0.999
    (folder,) = exports(tmp_path / "cache")
    assert (folder / WEIGHTS).stat().st_size > 0.9 * (model / "model.safetensors").stat().st_size


def smallest_cosine(model: Path, cache: Path) -> float:
    """Between the vectors of an export and torch's."""
    found = load_model(str(model), cache)
    assert runtime(found).startswith("openvino")
    texts = ["harbour", "The ferry left two hours late, the port said.", "Der Hafen von Hamburg"]
    expected = load_sentence_transformer("tiny", model).encode(texts, normalize_embeddings=True)
    return float((np.array(found.embed_documents(texts)) * np.array(expected)).sum(axis=1).min())


def test_a_damaged_export_is_made_again(tiny: Path, exported: Path) -> None:
    before = read(exported)
    content = bytearray((exported / WEIGHTS).read_bytes())
    content[len(content) // 2] ^= 1
    (exported / WEIGHTS).write_bytes(content)
    assert not is_whole(exported, before)
    assert runtime(load_model(str(tiny), exported.parent)).startswith("openvino")
    assert is_whole(exported, read(exported))
    assert exports(exported.parent) == [exported]


@pytest.mark.parametrize("manifest", ['{"identity": ', "[]", "{}", "\x00", '{"identity": {"languages": 3}}'])
def test_a_manifest_that_cannot_be_read_is_none(exported: Path, manifest: str) -> None:
    (exported / MANIFEST).write_text(manifest)
    assert read_manifest(exported) is None


def test_an_export_of_another_openvino_is_checked_anew(exported: Path) -> None:
    (exported / MANIFEST).write_text((exported / MANIFEST).read_text().replace(read(exported).openvino, "2025.0.0"))
    assert read_manifest(exported) is None


def test_the_name_is_the_one_asked_for(tiny: Path, exported: Path, tmp_path: Path) -> None:
    (tmp_path / "other").symlink_to(tiny)
    model = load_model(str(tmp_path / "other"), exported.parent)
    assert model.identity.name == str(tmp_path / "other")
    assert exports(exported.parent) == [exported], "the same files are exported once"


def refusal(tiny: Path, folder: Path, export: Export) -> str:
    from vectorstore.export_check import ExportRefused, check_export, embed_probes
    from vectorstore.sentence import SentenceEmbeddings, load_sentence_transformer

    source = SentenceEmbeddings(load_sentence_transformer("tiny", tiny), export.identity)
    with pytest.raises(ExportRefused) as raised:
        check_export(source, embed_probes(source), folder, export)
    return str(raised.value)


def test_an_export_that_lost_the_padding_mask_is_refused(tiny: Path, exported: Path, tmp_path: Path) -> None:
    import_openvino()
    from openvino import Core, Model, opset13, save_model

    network = Core().read_model(exported / NETWORK)
    ids, mask = (network.input(name) for name in ("input_ids", "attention_mask"))
    ones = opset13.broadcast(opset13.constant(1, dtype="int64"), opset13.shape_of(ids))
    for reader in list(mask.get_target_inputs()):
        reader.replace_source_output(ones.output(0))
    (tmp_path / "blind").mkdir()
    blind = Model(network.outputs, [ids.get_node()], "blind")
    save_model(blind, tmp_path / "blind" / NETWORK, compress_to_fp16=False)
    (tmp_path / "blind" / TOKENIZER).write_text((exported / TOKENIZER).read_text())
    assert "differ from torch's by" in refusal(tiny, tmp_path / "blind", replace(read(exported), inputs=("input_ids",)))


def test_an_export_with_another_pooling_or_tokenizer_is_refused(tiny: Path, exported: Path) -> None:
    assert "differ from torch's by" in refusal(tiny, exported, replace(read(exported), pooling="cls"))
    (exported / TOKENIZER).write_text((exported / TOKENIZER).read_text().replace('"harbour"', '"Harbour"'))
    assert "tokens differ" in refusal(tiny, exported, read(exported))


def bring_along(model: Path, network: Path) -> None:
    (model / "openvino").mkdir()
    shutil.copy(network / NETWORK, model / "openvino" / "openvino_model.xml")
    shutil.copy(network / WEIGHTS, model / "openvino" / "openvino_model.bin")


def export_anew(model: Path, cache: Path) -> Export:
    """That of a model whose files have changed since it was exported into this cache, if it was."""
    before = exports(cache) if cache.exists() else []
    assert runtime(load_model(str(model), cache)).startswith("openvino")
    (new,) = set(exports(cache)) - set(before)
    return read(new)


def full_network(model: Path, folder: Path) -> Path:
    """The network in full precision, as it is traced."""
    import_openvino()
    from openvino import save_model

    from vectorstore.export import _trace, quiet
    from vectorstore.sentence import SentenceEmbeddings, load_sentence_transformer

    folder.mkdir()
    load_model(str(model), folder / "cache")
    identity = read(exports(folder / "cache")[0]).identity
    with quiet():
        traced = _trace(SentenceEmbeddings(load_sentence_transformer("tiny", model), identity))
    save_model(traced, folder / NETWORK, compress_to_fp16=False)
    return folder


def test_a_network_that_the_model_brings_along_is_taken_when_it_gives_torchs_vectors(tmp_path: Path) -> None:
    model = write_tiny_model(tmp_path / "model")
    network = full_network(model, tmp_path / "own")
    bring_along(model, network)
    assert export_anew(model, network / "cache").network == "its own OpenVINO file"
    assert smallest_cosine(model, network / "cache") > 0.999


def bring_onnx(model: Path, monkeypatch: pytest.MonkeyPatch, *, with_mask: bool = True) -> None:
    """The model's own network as an ONNX file; without its mask, as exporters have lost it, it is right for the longest text only."""
    import torch
    from torch.onnx._internal.torchscript_exporter import onnx_proto_utils
    from transformers import AutoModel

    network = AutoModel.from_pretrained(model, attn_implementation="eager").requires_grad_(False)

    class Tokens(torch.nn.Module):
        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            # all that count, by whatever the mask says
            mask = attention_mask if with_mask else attention_mask * 0 + 1
            found: torch.Tensor = network(input_ids=input_ids, attention_mask=mask).last_hidden_state
            return found

    # torch writes the file by itself, and wants the package onnx only to look for functions that this network has none of
    monkeypatch.setattr(onnx_proto_utils, "_add_onnxscript_fn", lambda written, opsets: written)
    names = ["input_ids", "attention_mask"]
    padded = torch.tensor([[101, 7592, 102, 0], [101, 7592, 2088, 102]]), torch.tensor([[1, 1, 1, 0], [1, 1, 1, 1]])
    axes = {name: {0: "texts", 1: "tokens"} for name in [*names, "last_hidden_state"]}
    (model / "onnx").mkdir()
    torch.onnx.export(
        Tokens(),
        padded,
        str(model / "onnx" / "model.onnx"),
        input_names=names,
        output_names=["last_hidden_state"],
        dynamic_axes=axes,
        dynamo=False,
    )


def test_an_onnx_file_of_the_model_is_taken_and_gives_torchs_vectors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = write_tiny_model(tmp_path / "model")
    bring_onnx(model, monkeypatch)
    export = export_anew(model, tmp_path / "cache")
    assert (export.network, export.inputs, export.passed_over) == ("its own ONNX file", ("input_ids", "attention_mask"), ())
    assert smallest_cosine(model, tmp_path / "cache") > 0.99999


def test_an_onnx_file_that_lost_its_mask_is_passed_over_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = write_tiny_model(tmp_path / "model")
    bring_onnx(model, monkeypatch, with_mask=False)
    export = export_anew(model, tmp_path / "cache")
    (reason,) = export.passed_over
    assert export.network == "traced" and reason.startswith("its own ONNX file: its vectors differ from torch's by ")
    assert smallest_cosine(model, tmp_path / "cache") > 0.99999


def test_a_network_of_other_weights_or_none_at_all_is_not_taken(tmp_path: Path) -> None:
    model = write_tiny_model(tmp_path / "model")
    network = full_network(model, tmp_path / "own")
    weights = np.fromfile(network / WEIGHTS, dtype=np.uint8)
    weights[: weights.size // 2] = weights[: weights.size // 2][::-1]
    weights.tofile(network / WEIGHTS)
    bring_along(model, network)
    (model / "onnx").mkdir()
    (model / "onnx" / "model.onnx").write_bytes(b"\x08\x07no network")
    export = export_anew(model, network / "cache")
    assert export.network == "traced"
    assert [each.split(": ")[0] for each in export.passed_over] == ["its own OpenVINO file", "its own ONNX file"]
    assert smallest_cosine(model, network / "cache") > 0.999
    (model / "openvino" / "openvino_model.xml").write_text("<net")
    assert export_anew(model, network / "cache").network == "traced"


def test_a_cache_that_cannot_be_written_leaves_the_model_to_torch(tiny: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("in the way")
    assert runtime(load_model(str(tiny), tmp_path / "file" / "cache")) == "torch"
    assert "NEWS_MODEL_CACHE" in caplog.text


def test_two_processes_at_once_make_one_export(tiny: Path, tmp_path: Path) -> None:
    code = LOAD + "; print(model.runtime, model.embed_query('harbour')[:3])"
    first, second = (start(code, tiny, tmp_path / "cache") for _ in range(2))
    told = end(first)
    assert told.startswith("openvino") and end(second) == told
    (folder,) = exports(tmp_path / "cache")
    assert is_whole(folder, read(folder))


# ends its own process at the first sign of life after something lies in the draft: who looks from outside may come too late
DYING = """
import os, signal, sys
drafts = []
def watch(event, args):
    if event == "tempfile.mkdtemp" and os.path.dirname(args[0]) == os.environ["NEWS_MODEL_CACHE"]:
        drafts.append(args[0])
    elif any(os.path.exists(os.path.join(draft, os.environ["MOMENT"])) for draft in drafts):
        drafts.clear()  # a kill is an event, too
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
"""


# the draft is empty; the network lies in it; it is whole but for its name
@pytest.mark.parametrize("moment", ["", NETWORK, MANIFEST])
def test_a_kill_in_the_export_leaves_nothing_half(tiny: Path, tmp_path: Path, moment: str) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    killed = start(DYING + LOAD, tiny, cache, MOMENT=moment)
    _, complaints = killed.communicate(timeout=120)
    assert killed.returncode == -signal.SIGKILL, complaints
    (draft,) = exports(cache)
    assert draft.name.startswith(".") and (draft / moment).exists(), "no export has its name yet"
    assert runtime(load_model(str(tiny), cache)).startswith("openvino")
    (folder,) = exports(cache)
    assert is_whole(folder, read(folder))


# audit hooks see what any library does, in forked children too: openvino-telemetry sends from one
WATCHED = """
import os, socket, sys
log = os.open(os.environ["LOG"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        os.write(log, f"{event} {args}\\n".encode())
sys.addaudithook(watch)
"""


def test_nobody_is_told_of_an_import_or_an_export(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    log = tmp_path / "log"
    # the makers' own switch, which a developer's machine may have set, must not be what makes this pass
    away = {name: "" for name in ("CI", "TF_BUILD", "JENKINS_URL")}
    code = WATCHED + LOAD + "; assert model.runtime.startswith('openvino')"
    end(start(code, tiny, tmp_path / "cache", HOME=str(tmp_path / "home"), LOG=str(log), **away))
    assert log.read_text() == ""
    # where its client's id would lie
    assert not (tmp_path / "home" / "intel").exists() and not any((tmp_path / "home").rglob("*openvino*"))
    end(start(WATCHED + "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect(('127.0.0.1', 9))", tiny, tmp_path, LOG=str(log)))
    assert "127.0.0.1" in log.read_text(), "the watch sees a connection"
