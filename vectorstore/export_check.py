"""Whether an export gives torch's vectors: on texts of many lengths that are padded together."""

import logging
from pathlib import Path
from typing import Any

import numpy

from vectorstore.embeddings import PassageEmbeddings
from vectorstore.exports import Export
from vectorstore.runtime import ExportedEmbeddings, fastest_precision
from vectorstore.sentence import SentenceEmbeddings

log = logging.getLogger(__name__)

Vectors = numpy.ndarray[Any, numpy.dtype[numpy.float64]]

# largest difference of a coordinate in f32; smallest cosine in bf16
LARGEST_DIFFERENCE, SMALLEST_COSINE = 1e-4, 0.999
# with weights of half the size; rounding to bf16 takes ten times as much
SMALLEST_COSINE_OF_HALVES = 0.99999
# with weights of one byte; that of the bundled model is .9990, of a text without words
SMALLEST_COSINE_OF_BYTES = 0.998
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


def embed_probes(model: PassageEmbeddings) -> Vectors:
    """Of all probes as passages, and of one as a question."""
    return numpy.array([*model.embed_documents(list(PROBES)), model.embed_query(PROBES[2])])


def check_export(source: SentenceEmbeddings, expected: Vectors, folder: Path, export: Export) -> tuple[str, ...]:
    """The precisions that give torch's vectors, which are expected, the fastest first. Raises ExportRefused when not even f32 does."""
    exact = ExportedEmbeddings(folder, export, "f32", keep=False)
    _check_tokens(source, exact)
    difference = float(numpy.abs(embed_probes(exact) - expected).max())
    # not below it: NaN
    if not difference <= LARGEST_DIFFERENCE:
        raise ExportRefused(f"its vectors differ from torch's by {difference:.2g}")
    fastest = fastest_precision()
    if fastest == "f32":
        return ("f32",)
    cosine = _smallest_cosine(expected, folder, export, fastest)
    if not cosine >= SMALLEST_COSINE:
        log.warning("the embedding model runs in f32: in %s a cosine with torch's vectors is %.4f", fastest, cosine)
        return ("f32",)
    return (fastest, "f32")


def check_halves(expected: Vectors, folder: Path, export: Export) -> bool:
    """Whether an export whose weights are halved gives torch's vectors in each of its precisions."""
    limits = {precision: SMALLEST_COSINE_OF_HALVES if precision == "f32" else SMALLEST_COSINE for precision in export.precisions}
    return all(_smallest_cosine(expected, folder, export, precision) >= limit for precision, limit in limits.items())


def check_bytes(expected: Vectors, folder: Path, export: Export) -> None:
    """Raises ExportRefused when an export whose weights are in one byte each is too far from torch in one of its precisions."""
    for precision in export.precisions:
        cosine = _smallest_cosine(expected, folder, export, precision)
        if not cosine >= SMALLEST_COSINE_OF_BYTES:
            raise ExportRefused(f"with weights in int8 a cosine with torch's vectors is {cosine:.4f}")


def _smallest_cosine(expected: Vectors, folder: Path, export: Export, precision: str) -> float:
    """Between the vectors of a network in a precision and torch's."""
    found = embed_probes(ExportedEmbeddings(folder, export, precision, keep=False))
    # NaN wherever there is one
    return float((found * expected).sum(axis=1).min())


def _check_tokens(source: SentenceEmbeddings, exported: ExportedEmbeddings) -> None:
    texts = [*PROBES, "Harbour news, überall. 港口 " * source.max_tokens]
    for text, tokens in zip(texts, exported.tokenize(texts), strict=True):
        if source.model.preprocess([text])["input_ids"][0].tolist() != tokens.ids:
            raise ExportRefused(f"its tokens differ from torch's for {text[:30]!r}")
    if source.count_tokens(texts) != exported.count_tokens(texts):
        raise ExportRefused("its tokens are counted differently")
