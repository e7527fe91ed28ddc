"""Torch or OpenVINO: what runs an embedding model on this machine."""

import logging
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from vectorstore.embeddings import PassageEmbeddings
from vectorstore.errors import EmbeddingUnavailable
from vectorstore.exports import Export, export_folder, exporting, is_whole, openvino_version, publish, read_manifest
from vectorstore.runtime import ExportedEmbeddings, fastest_precision, telemetry_is_on
from vectorstore.sentence import SentenceEmbeddings
from vectorstore.weights import INT8, ModelFiles

log = logging.getLogger(__name__)

# what the drivers of NVIDIA and AMD put there
GPU_DEVICES = (Path("/dev/nvidiactl"), Path("/dev/kfd"))


def load_prepared(files: ModelFiles, cache: Path, load: Callable[[], SentenceEmbeddings]) -> PassageEmbeddings:
    """The model, run by OpenVINO; exported first when it was not yet, a matter of seconds.

    Torch runs it where OpenVINO is missing, where there is a graphics card, and when its export is not as good.

    Args:
        load: Loads it with torch; called only when need be.

    Raises:
        EmbeddingUnavailable: By `load`; or its weights are to be in int8, which torch does not do, and OpenVINO cannot run them.
    """
    model = _load(files, cache, load)
    if files.int8 and not isinstance(model, ExportedEmbeddings):
        export = read_manifest(export_folder(cache, files)) if openvino_version() else None
        reason = (export.refusal if export is not None else "") or "only OpenVINO runs it, on a processor"
        raise EmbeddingUnavailable(f"there is no {files.name}: {reason}; take {files.name.removesuffix(INT8)}")
    return model


def _load(files: ModelFiles, cache: Path, load: Callable[[], SentenceEmbeddings]) -> PassageEmbeddings:
    if not openvino_version():
        log.info("OpenVINO is not installed, so torch runs %s, three times slower; run `pip install openvino`", files.name)
        return load()
    if may_have_gpu():
        model = load()
        return model if model.has_gpu else _export(files, cache, lambda: model)
    folder = export_folder(cache, files)
    export = read_manifest(folder)
    if export is None or not is_whole(folder, export):
        return _export(files, cache, load)
    return _open(files, folder, export) or load()


def describe_runtime(files: ModelFiles, cache: Path) -> str:
    """What would run a model, such as `openvino bf16`; empty when that is decided at its first use."""
    if not openvino_version():
        return "torch"
    export = None if may_have_gpu() else read_manifest(export_folder(cache, files))
    if export is None:
        return ""
    return "torch" if export.refusal else export.runtime(export.precisions[0])


def may_have_gpu() -> bool:
    """Whether torch, which takes seconds to import, has to be asked for a graphics card."""
    return os.environ.get("CUDA_VISIBLE_DEVICES") != "" and any(device.exists() for device in GPU_DEVICES)


def _export(files: ModelFiles, cache: Path, load: Callable[[], SentenceEmbeddings]) -> PassageEmbeddings:
    if telemetry_is_on():
        log.warning("torch runs the embedding model %s, slower: another library of this process would report its export", files.name)
        return load()
    folder = export_folder(cache, files)
    model: SentenceEmbeddings | None = None
    try:
        with exporting(folder):
            # another process may have made it meanwhile
            export = read_manifest(folder)
            if export is None or not is_whole(folder, export):
                model = load()
                if model.has_gpu:
                    return model
                export = _make(model, folder, files)
                if export.refusal:
                    log.warning("torch runs the embedding model %s, slower: it cannot be exported, for %s", files.name, export.refusal)
        exported = _open(files, folder, export)
    except OSError as error:
        reason = error.strerror or error
        log.warning(
            "torch runs the embedding model %s, slower: %s (%s); set NEWS_MODEL_CACHE to a folder for it", files.name, cache, reason
        )
        exported = None
    return exported or model or load()


def _make(model: SentenceEmbeddings, folder: Path, files: ModelFiles) -> Export:
    from vectorstore.export import export_model

    return publish(folder, lambda draft: export_model(model, draft, files))


def _open(files: ModelFiles, folder: Path, export: Export) -> ExportedEmbeddings | None:
    """The exported model in the fastest precision that it passed in and this processor has; None when torch is to run it."""
    if export.refusal:
        log.info("torch runs %s: it cannot be exported, for %s", files.name, export.refusal)
        return None
    # the same weights may go by the name of a folder and of the hub
    identity = replace(export.identity, name=files.name, languages=files.languages)
    try:
        fastest = fastest_precision()
        precision = fastest if fastest in export.precisions else "f32"
        return ExportedEmbeddings(folder, replace(export, identity=identity), precision)
    except Exception as error:  # OpenVINO and tokenizers raise whatever they like when they are not installed as a whole
        said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        log.warning("torch runs the embedding model %s, slower: %s; run `pip install --force-reinstall openvino`", files.name, said)
        return None
