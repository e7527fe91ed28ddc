"""The cache of exported models: a folder for each, whole or not there."""

import json
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from filelock import FileLock

from vectorstore.embeddings import ModelIdentity
from vectorstore.hashes import hash_file
from vectorstore.weights import ModelFiles

log = logging.getLogger(__name__)

# grows when what an export holds changes
FORMAT = 2
MANIFEST = "manifest.json"
TRACED = "traced"
# an export takes seconds; a process that takes longer is stuck
WAIT_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Export:
    """What is known of an export.

    Attributes:
        identity: Of the model it was made from.
        max_tokens: Longest input, special tokens included.
        inputs: Names of the network's inputs.
        pooling: How the tokens' vectors become one: "mean", "cls" or "lasttoken".
        padding: Token that fills up the shorter texts of a batch.
        precisions: Those in which it passed its check, the fastest first; none when the model is not fit for export.
        refusal: Why it is not.
        openvino: Version that made and checked it.
        files: SHA-256 of each file beside the manifest.
        network: Where the network came from: "traced" from torch, or from a file of the model, such as "its own ONNX file".
        int8: Whether its weights are kept in one byte each.
        passed_over: Files of the model that hold a network which was not taken, each with the reason.
    """

    identity: ModelIdentity
    max_tokens: int
    inputs: tuple[str, ...]
    pooling: str
    padding: int
    precisions: tuple[str, ...]
    refusal: str
    openvino: str
    files: tuple[tuple[str, str], ...]
    network: str = TRACED
    int8: bool = False
    passed_over: tuple[str, ...] = ()

    def runtime(self, precision: str) -> str:
        """What a status calls it in one of its precisions: "openvino bf16", "openvino f32 with weights in int8"."""
        return f"openvino {precision}{' with weights in int8' if self.int8 else ''}"


def openvino_version() -> str:
    """Version of OpenVINO, empty when it is not installed; found without importing it."""
    try:
        return version("openvino")
    except PackageNotFoundError:
        return ""


def export_folder(cache: Path, files: ModelFiles) -> Path:
    # prompts and tokenizer are not in the weights' hash, and decide as much
    return cache / f"{files.fingerprint[:24]}-{files.configuration[:16]}-{FORMAT}"


def read_manifest(folder: Path) -> Export | None:
    """The manifest of an export that the installed OpenVINO made; None when there is none that can be read."""
    export = read_any_manifest(folder)
    return export if export is not None and export.openvino == openvino_version() else None


def read_any_manifest(folder: Path) -> Export | None:
    """The manifest of an export, whichever OpenVINO made it; None when there is none that can be read."""
    try:
        values = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        identity = ModelIdentity(**{**values["identity"], "languages": tuple(values["identity"]["languages"])})
        lists = {name: tuple(values.get(name, ())) for name in ("inputs", "precisions", "passed_over")}
        return Export(**{**values, **lists, "identity": identity, "files": tuple((name, digest) for name, digest in values["files"])})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        log.info("%s cannot be read (%s)", folder / MANIFEST, error)
        return None


def is_whole(folder: Path, export: Export) -> bool:
    """Whether every file is what it was when it was written."""
    try:
        return all(hash_file(folder / name) == digest for name, digest in export.files)
    except OSError:
        return False


@contextmanager
def exporting(folder: Path) -> Iterator[None]:
    """One process at a time makes an export. What a killed one left is swept away.

    Raises:
        OSError: The cache cannot be written, or another process does not come to an end (filelock.Timeout).
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_suffix(".lock"), timeout=WAIT_SECONDS):
        for left in folder.parent.glob(f".{folder.name}-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def publish(folder: Path, fill: Callable[[Path], Export]) -> Export:
    """Lets `fill` write an export's files into an empty folder and gives it its name only when it is whole.

    Call it while `exporting`.
    """
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        export = fill(draft)
        write_manifest(draft, export)
        # a folder cannot take the place of one that is not empty
        if folder.exists():
            os.replace(folder, Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent)))
        os.replace(draft, folder)
        return export
    finally:
        for left in folder.parent.glob(f".{folder.name}-*"):
            shutil.rmtree(left, ignore_errors=True)


def write_manifest(folder: Path, export: Export) -> None:
    (folder / MANIFEST).write_text(json.dumps(asdict(export), indent=2), encoding="utf-8")
