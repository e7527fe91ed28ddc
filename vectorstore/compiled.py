"""A network as OpenVINO has compiled it, kept beside it: to compile it again takes a tenth of a second."""

import hashlib
import json
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from vectorstore.hashes import hash_file

log = logging.getLogger(__name__)

SEAL = "seal.json"
# the weights stay in the network's own file, whose hash is known: a hundredth is left to read, prove and keep
WEIGHTLESS = {"CACHE_MODE": "OPTIMIZE_SIZE"}
# what nobody has used for so long is of another processor or of options that are no longer asked for
UNUSED_SECONDS = 30 * 86_400


def compile_kept(core: Any, network: Path, options: Mapping[str, str]) -> Any:  # openvino.Core -> openvino.CompiledModel
    """The network compiled with these options for this processor: as it was kept, if that is whole, else anew.

    Beside the network lies a folder for each set of options, without the weights. A byte that is not as it was written is found, since
    nothing else would tell. Where nothing can be written, nothing is kept. What was not used for a month is taken away.
    """
    processor = core.get_property("CPU", "FULL_DEVICE_NAME")
    options = {**options, **WEIGHTLESS}
    named = hashlib.sha256(json.dumps([processor, sorted(options.items())]).encode()).hexdigest()[:16]
    kept = network.parent / f"compiled-{named}"
    with suppress(OSError):
        # its time is that of its last use
        os.utime(kept)
    _sweep(network.parent)
    if _is_whole(kept):
        return _compile(core, network, options, kept)
    try:
        # made apart and named when it is whole: another process may do the same
        draft = Path(tempfile.mkdtemp(prefix=f".{kept.name}-", dir=network.parent))
    except OSError as error:
        log.debug("what was compiled is not kept: %s", error)
        return _compile(core, network, options, None)
    try:
        compiled = _compile(core, network, options, draft)
        _keep(draft, kept)
        return compiled
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _compile(core: Any, network: Path, options: Mapping[str, str], folder: Path | None) -> Any:
    return core.compile_model(network, "CPU", {**options, **({} if folder is None else {"CACHE_DIR": str(folder)})})


def _keep(draft: Path, kept: Path) -> None:
    try:
        hashes = {file.name: hash_file(file) for file in draft.iterdir()}
        if hashes:
            (draft / SEAL).write_text(json.dumps(hashes), encoding="utf-8")
            shutil.rmtree(kept, ignore_errors=True)
            os.replace(draft, kept)
    except OSError as error:
        # another process was first, or the disk is full
        log.debug("what was compiled is not kept: %s", error)


def _sweep(folder: Path) -> None:
    """Takes away what was not used for long, and what a killed process left; one that still runs has it open, and misses nothing."""
    for left in folder.glob("*compiled-*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > UNUSED_SECONDS:
                shutil.rmtree(left)


def _is_whole(folder: Path) -> bool:
    try:
        hashes = json.loads((folder / SEAL).read_text(encoding="utf-8"))
        held = {file.name for file in folder.iterdir()} - {SEAL}
        return isinstance(hashes, dict) and held == hashes.keys() and all(hash_file(folder / name) == hashes[name] for name in held)
    except (OSError, ValueError):
        return False
