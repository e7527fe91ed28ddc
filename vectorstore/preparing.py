"""Embedding models made ready ahead of time, and those that are."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vectorstore.exports import MANIFEST, export_folder, read_any_manifest, read_manifest
from vectorstore.models import choose_model, hashes_in, load_model, model_cache
from vectorstore.settings import ArchiveSettings, read_settings
from vectorstore.weights import find_model


@dataclass(frozen=True, slots=True)
class PreparedModel:
    """A model that was tried.

    Attributes:
        runtime: What runs it: as `ArchiveStatus.runtime`; "" when that is decided anew at its next use.
        reason: Why torch runs it; "" when it does not.
        folder: Where its export lies; None when there is none.
        precisions: Those in which its export gave torch's vectors, the fastest first.
        network: Where its export's network came from, as `Export.network`; "" when there is none.
        passed_over: As `Export.passed_over`.
    """

    name: str
    runtime: str
    reason: str
    folder: Path | None
    precisions: tuple[str, ...]
    dimension: int
    max_tokens: int
    size_bytes: int
    network: str
    passed_over: tuple[str, ...]


def prepare_model(name: str, cache: Path | None = None) -> PreparedModel:
    """Exports the model and checks it against torch, if that was not done yet, and loads it: what the first question would wait for.

    Args:
        name: As NEWS_EMBEDDING; a model that is not on this machine is downloaded.
        cache: As `load_model`.

    Raises:
        EmbeddingUnavailable: By `load_model`.
    """
    cache = model_cache(cache)
    model = load_model(choose_model(name, read_settings(ArchiveSettings).hub_timeout_seconds), cache)
    runtime = str(getattr(model, "runtime", ""))
    files = find_model(model.identity.name, hashes_in(cache))
    folder = export_folder(cache, files) if files is not None else None
    export = read_manifest(folder) if folder is not None else None
    return PreparedModel(
        name=model.identity.name,
        runtime=runtime,
        reason=export.refusal if export is not None else "",
        folder=folder if export is not None and export.precisions else None,
        precisions=export.precisions if export is not None else (),
        dimension=model.identity.dimension,
        max_tokens=model.max_tokens,
        size_bytes=_size(folder) if folder is not None else 0,
        network=export.network if export is not None and export.precisions else "",
        passed_over=export.passed_over if export is not None else (),
    )


def list_prepared(cache: Path | None = None) -> Iterator[PreparedModel]:
    """Every export in the cache, by folder, without loading any. One that another OpenVINO made has no runtime yet."""
    for manifest in sorted(model_cache(cache).glob(f"*/{MANIFEST}")):
        export = read_any_manifest(manifest.parent)
        if export is None:
            continue
        usable = read_manifest(manifest.parent) is not None
        runtime = ("torch" if export.refusal else export.runtime(export.precisions[0])) if usable else ""
        yield PreparedModel(
            name=export.identity.name,
            runtime=runtime,
            reason=export.refusal,
            folder=manifest.parent,
            precisions=export.precisions,
            dimension=export.identity.dimension,
            max_tokens=export.max_tokens,
            size_bytes=_size(manifest.parent),
            network=export.network if export.precisions else "",
            passed_over=export.passed_over,
        )


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
