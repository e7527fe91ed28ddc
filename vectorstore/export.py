"""From a sentence-transformers model to files that run without torch; checked before they are used."""

import errno
import logging
import os
import shutil
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy

from vectorstore.exports import TRACED, Export, openvino_version
from vectorstore.hashes import hash_file
from vectorstore.runtime import NETWORK, TOKENIZER, WEIGHTS, ExportedEmbeddings, fastest_precision, import_openvino
from vectorstore.sentence import SentenceEmbeddings
from vectorstore.weights import OWN_NETWORKS, is_readable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

log = logging.getLogger(__name__)

POOLINGS = ("mean", "cls", "lasttoken")
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("last_hidden_state", "token_embeddings")
# largest difference of a coordinate in f32; smallest cosine in bf16
LARGEST_DIFFERENCE, SMALLEST_COSINE = 1e-4, 0.999
# with weights of half the size; rounding to bf16 takes ten times as much
SMALLEST_COSINE_OF_HALVES = 0.99999
# room for an export, in sizes of its weights
SPARE_SPACE = 1.7
# of several lengths and scripts, so that most are padded: an export that loses the mask is right for the longest only
PROBES = (
    "harbour",
    "",
    "  The ferry left\n\nlate, the port said.  ",
    "Der Hafen von Hamburg wird ausgebaut; die Arbeiten dauern bis März.",
    "Le maire a été réélu à Besançon avec 52,3 % des voix.",
    "El ayuntamiento aprobó el presupuesto.",
    "港口将于明年扩建，市长说。",
    "市長は予算を承認した。",
    "Мэр города объявил о строительстве нового моста.",
    "أعلن رئيس البلدية عن الميزانية الجديدة.",
    "महापौर ने नए पुल की घोषणा की।",
    "시장은 새 다리를 발표했다. 🚢",
    "The council met on Tuesday. " * 12,
    "A new line between the airport and the old town opens in spring, two years late and over its budget. " * 6,
)


class ExportRefused(Exception):
    """This model cannot be run without torch. Its message says why."""


def export_model(source: SentenceEmbeddings, folder: Path, model: Path) -> Export:
    """Writes network and tokenizer into the folder and compares their vectors with torch's.

    A network that the model brings along is taken where it passes; else it is traced. A model that cannot be exported yields an Export
    that says why, so that it is not tried again.

    Args:
        model: Folder of the model's own files.

    Raises:
        OSError: The folder cannot be written to.
    """
    refused = Export(source.identity, source.max_tokens, (), "", 0, (), "", openvino_version(), ())
    try:
        with quiet():
            for name, origin in OWN_NETWORKS.items():
                if is_readable(model / name) and (export := _try_own(source, folder, model / name, origin)):
                    return export
            return _make(source, folder, lambda: _trace(source), TRACED)
    except ExportRefused as error:
        reason = str(error)
    except OSError:  # tomorrow there may be room
        raise
    except Exception as error:  # tracing a network of any kind can fail in any way
        log.info("the export failed", exc_info=True)
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    _empty(folder)
    return replace(refused, refusal=reason)


def _try_own(source: SentenceEmbeddings, folder: Path, file: Path, origin: str) -> Export | None:
    """The export of a network that the model brings along; None where it is not as good as torch."""
    try:
        return _make(source, folder, lambda: import_openvino().Core().read_model(file), origin)
    except OSError:
        raise
    except Exception as error:  # it is a file like any other from outside
        log.info("%s is not taken: %s", file, (str(error).strip() or type(error).__name__).splitlines()[0][:200])
        _empty(folder)
        return None


def _make(source: SentenceEmbeddings, folder: Path, network: Callable[[], Any], origin: str) -> Export:
    draft = replace(_write(source, folder, network), network=origin)
    return _halve(source, folder, replace(draft, precisions=check_export(source, folder, draft)))


def _empty(folder: Path) -> None:
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()


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


def _halve(source: SentenceEmbeddings, folder: Path, export: Export) -> Export:
    """The export with weights in half precision, which take half the disk and less memory; as it was, where their vectors are worse."""
    openvino = import_openvino()
    halves = folder / "halves"
    halves.mkdir()
    openvino.save_model(openvino.Core().read_model(folder / NETWORK), halves / NETWORK, compress_to_fp16=True)
    shutil.copy(folder / TOKENIZER, halves)
    expected = source.embed_documents(list(PROBES))
    limits = {precision: SMALLEST_COSINE_OF_HALVES if precision == "f32" else SMALLEST_COSINE for precision in export.precisions}
    good = all(_smallest_cosine(halves, export, precision, expected) >= limit for precision, limit in limits.items())
    if good:
        for name in (NETWORK, WEIGHTS):
            os.replace(halves / name, folder / name)
    shutil.rmtree(halves)
    return replace(export, files=_hash(folder)) if good else export


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


def check_export(source: SentenceEmbeddings, folder: Path, export: Export) -> tuple[str, ...]:
    """The precisions that give torch's vectors, the fastest first. Raises ExportRefused when not even f32 does."""
    expected = source.embed_documents(list(PROBES))
    question = source.embed_query(PROBES[2])
    exact = ExportedEmbeddings(folder, export, "f32", keep=False)
    _check_tokens(source, exact)
    found = [*exact.embed_documents(list(PROBES)), exact.embed_query(PROBES[2])]
    difference = float(numpy.abs(numpy.array(found) - numpy.array([*expected, question])).max())
    # not below it: NaN
    if not difference <= LARGEST_DIFFERENCE:
        raise ExportRefused(f"its vectors differ from torch's by {difference:.2g}")
    fastest = fastest_precision()
    if fastest == "f32":
        return ("f32",)
    cosine = _smallest_cosine(folder, export, fastest, expected)
    if not cosine >= SMALLEST_COSINE:
        log.warning("the embedding model runs in f32: in %s a cosine with torch's vectors is %.4f", fastest, cosine)
        return ("f32",)
    return (fastest, "f32")


def _smallest_cosine(folder: Path, export: Export, precision: str, expected: Sequence[Sequence[float]]) -> float:
    """Between the vectors of a network in a precision and torch's."""
    found = ExportedEmbeddings(folder, export, precision, keep=False).embed_documents(list(PROBES))
    # NaN wherever there is one
    return float((numpy.array(found) * numpy.array(expected)).sum(axis=1).min())


def _check_tokens(source: SentenceEmbeddings, exported: ExportedEmbeddings) -> None:
    texts = [*PROBES, "Harbour news, überall. 港口 " * source.max_tokens]
    for text, tokens in zip(texts, exported.tokenize(texts), strict=True):
        if source.model.preprocess([text])["input_ids"][0].tolist() != tokens.ids:
            raise ExportRefused(f"its tokens differ from torch's for {text[:30]!r}")
    if source.count_tokens(texts) != exported.count_tokens(texts):
        raise ExportRefused("its tokens are counted differently")


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
