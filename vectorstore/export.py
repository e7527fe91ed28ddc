"""From a sentence-transformers model to files that run without torch; checked before they are used."""

import errno
import logging
import os
import shutil
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vectorstore.export_check import ExportRefused, Vectors, check_bytes, check_export, check_halves, embed_probes
from vectorstore.exports import TRACED, Export, openvino_version
from vectorstore.hashes import hash_file
from vectorstore.int8 import shrink_weights
from vectorstore.runtime import NETWORK, TOKENIZER, WEIGHTS, import_openvino
from vectorstore.sentence import SentenceEmbeddings
from vectorstore.weights import OWN_NETWORKS, ModelFiles, is_readable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

log = logging.getLogger(__name__)

POOLINGS = ("mean", "cls", "lasttoken")
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("last_hidden_state", "token_embeddings")
# room for an export, in sizes of its weights
SPARE_SPACE = 1.7


def export_model(source: SentenceEmbeddings, folder: Path, files: ModelFiles) -> Export:
    """Writes network and tokenizer into the folder and compares their vectors with torch's.

    A network that the model brings along is taken where it passes; else it is traced. A model that cannot be exported yields an Export
    that says why, so that it is not tried again.

    Raises:
        OSError: The folder cannot be written to.
    """
    ways: dict[str, Callable[[], Any]] = {
        origin: partial(_read, files.folder / name) for name, origin in OWN_NETWORKS.items() if is_readable(files.folder / name)
    }
    reason = ""
    passed_over: tuple[str, ...] = ()
    with quiet():
        for origin, network in (ways | {TRACED: partial(_trace, source)}).items():
            try:
                return replace(_make(source, folder, network, files.int8), network=origin, passed_over=passed_over)
            except ExportRefused as error:
                reason = str(error)
                passed_over = (*passed_over, f"{origin}: {reason}")
                _empty(folder)
    # the last is why torch runs it
    return Export(source.identity, source.max_tokens, (), "", 0, (), reason, openvino_version(), (), passed_over=passed_over[:-1])


def _make(source: SentenceEmbeddings, folder: Path, network: Callable[[], Any], int8: bool) -> Export:
    """Raises ExportRefused when the network is not as good as torch; OSError when the folder cannot be written to."""
    try:
        draft = _write(source, folder, network)
        # now that torch, too, reckons in full precision
        expected = embed_probes(source)
        full = replace(draft, precisions=check_export(source, expected, folder, draft))
        return _shrink(expected, folder, full) if int8 else _halve(expected, folder, full)
    except (ExportRefused, OSError):  # tomorrow there may be room
        raise
    except Exception as error:  # reading and tracing a network of any kind can fail in any way
        log.info("the export failed", exc_info=True)
        raise ExportRefused(f"{type(error).__name__}: {error}".splitlines()[0][:200]) from error


def _empty(folder: Path) -> None:
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()


def _read(file: Path) -> Any:  # openvino.Model
    return import_openvino().Core().read_model(file)


def _trace(source: SentenceEmbeddings) -> Any:  # openvino.Model
    import_openvino()
    from openvino.tools.ovc import convert_model

    # of two lengths: of a batch that is not padded the mask may be traced as absent
    example = {name: value for name, value in source.model.preprocess(["one", "one two three four"]).items() if name in INPUTS}
    transformer: Any = source.model[0]
    return convert_model(transformer.auto_model, example_input=example)


def _write(source: SentenceEmbeddings, folder: Path, network: Callable[[], Any]) -> Export:
    model = source.model
    pooling = _pooling(model)
    tokenizer = _tokenizer(model)
    openvino = import_openvino()

    # weights kept in half precision are reckoned with in full: the processors at hand have nothing faster in torch
    transformer: Any = model[0]
    parameters = transformer.auto_model.float().parameters()
    if shutil.disk_usage(folder).free < SPARE_SPACE * sum(weights.nbytes for weights in parameters):
        # OpenVINO would not say why it cannot write
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    found = network()
    # whatever else the network gives, such as BERT's pooler, is not reckoned
    tokens = next((output for output in found.outputs if not output.get_names().isdisjoint(OUTPUTS)), None)
    inputs = [next((name for name in INPUTS if name in given.get_names()), "") for given in found.inputs]
    if tokens is None or not all(inputs):
        raise ExportRefused("its network has other inputs or outputs")
    slim = openvino.Model([tokens], found.get_parameters(), "newsdesk")
    openvino.save_model(slim, folder / NETWORK, compress_to_fp16=False)
    (folder / TOKENIZER).write_text(tokenizer, encoding="utf-8")
    return Export(
        identity=source.identity,
        max_tokens=source.max_tokens,
        inputs=tuple(inputs),
        pooling=pooling,
        padding=int(model.tokenizer.pad_token_id or 0),
        precisions=(),
        refusal="",
        openvino=openvino_version(),
        files=_hash(folder),
    )


def _halve(expected: Vectors, folder: Path, export: Export) -> Export:
    """The export with weights in half precision, which take half the disk and less memory; as it was, where their vectors are worse."""
    with _rewritten(folder, halved=True) as halves:
        return _take(halves, folder, export) if check_halves(expected, halves, export) else export


def _shrink(expected: Vectors, folder: Path, export: Export) -> Export:
    """The export with weights in one byte each. Raises ExportRefused where their vectors are too far from torch's."""
    with _rewritten(folder, shrink_weights, halved=False) as smaller:
        check_bytes(expected, smaller, export)
        return replace(_take(smaller, folder, export), int8=True)


@contextmanager
def _rewritten(folder: Path, change: Callable[[Any], None] = lambda network: None, *, halved: bool) -> Iterator[Path]:
    """A folder with the export's network as it is changed, gone afterwards."""
    openvino = import_openvino()
    draft = folder / "draft"
    draft.mkdir()
    network = openvino.Core().read_model(folder / NETWORK)
    change(network)
    openvino.save_model(network, draft / NETWORK, compress_to_fp16=halved)
    shutil.copy(folder / TOKENIZER, draft)
    try:
        yield draft
    finally:
        shutil.rmtree(draft)


def _take(draft: Path, folder: Path, export: Export) -> Export:
    for name in (NETWORK, WEIGHTS):
        os.replace(draft / name, folder / name)
    return replace(export, files=_hash(folder))


def _hash(folder: Path) -> tuple[tuple[str, str], ...]:
    return tuple((name, hash_file(folder / name)) for name in (NETWORK, WEIGHTS, TOKENIZER))


def _pooling(model: "SentenceTransformer") -> str:
    kinds = [type(module).__name__ for module in model]
    if kinds not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        raise ExportRefused(f"its modules are {', '.join(kinds)}")
    pooling: Any = model[1]
    if pooling.pooling_mode not in POOLINGS or not pooling.include_prompt:
        raise ExportRefused(f"its pooling is {pooling.pooling_mode}" + ("" if pooling.include_prompt else " without the prompt"))
    return str(pooling.pooling_mode)


def _tokenizer(model: "SentenceTransformer") -> str:
    """The tokenizer as it was set up, which the file beside the weights need not tell, without cutting and padding."""
    from tokenizers import Tokenizer

    backend = getattr(model.tokenizer, "backend_tokenizer", None)
    if backend is None:
        raise ExportRefused("its tokenizer is written in Python")
    tokenizer = Tokenizer.from_str(backend.to_str())
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return str(tokenizer.to_str())


@contextmanager
def quiet() -> Iterator[None]:
    """Tracing warns of what the check afterwards finds out."""
    from transformers.utils import logging as transformers_logging

    before = transformers_logging.get_verbosity()
    transformers_logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        transformers_logging.set_verbosity(before)
