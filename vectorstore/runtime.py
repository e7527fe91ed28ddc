"""An exported embedding model, run by OpenVINO. Neither torch nor transformers is imported."""

import os
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from vectorstore.compiled import compile_kept
from vectorstore.exports import Export
from vectorstore.pages import give_back_pages

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from tokenizers import Encoding

    Floats = NDArray[numpy.float32]

NETWORK = "network.xml"
WEIGHTS = "network.bin"
TOKENIZER = "tokenizer.json"
# Batches that run beside each other, each on its share of the cores. On two cores that nothing else needs they are done in .96 of the time
# that one of twice the size takes on both, three sentences in .82, beside other work in .85; many who ask at once take .83 of the processor
# for an answer. The price: a question alone takes 1.5 ms more.
BESIDE = 2
# Of a batch, and for each thread that runs it. On two cores half as many again are as fast and take 15 MB more, three times as many 50 MB;
# six times as many are slower; of sentences, which are short, 16 are as fast as 8.
BATCH_TEXTS, BATCH_TOKENS = 16, 512
# OpenVINO keeps what it made for each shape of input, half a megabyte that it never gives back: few shapes are asked for. Up to how
# many tokens, or texts, their number is a multiple of what
TOKEN_STEPS = ((64, 8), (256, 16), (1 << 20, 32))
# A text alone, mostly a question, waits for every token that fills it up: each takes a thirtieth of the time. Of less than eight OpenVINO
# would keep all weights once more, in another order.
ALONE_STEPS = ((8, 8), (32, 4), *TOKEN_STEPS)
TEXT_STEPS = ((4, 1), (8, 2), (BATCH_TEXTS, 4))
_IMPORTING = threading.Lock()
# texts that are tokenized, and sorted by length, together
CHUNK = 1_024


class ExportedEmbeddings:
    """Gives the vectors that sentence-transformers gives with the same model. Vectors have length 1.

    What LangChain asks of embeddings, without its base class: that loads its messages, callbacks and an HTTP client.

    Args:
        folder: Of the export.
        keep: Whether what is compiled is kept there for the next time.
    """

    def __init__(self, folder: Path, export: Export, precision: str, *, keep: bool = True) -> None:
        from tokenizers import Tokenizer

        self.identity = export.identity
        self.max_tokens = export.max_tokens
        self.runtime = export.runtime(precision)
        self._export = export
        self._weights = folder / WEIGHTS
        self._shapes: set[tuple[int, ...]] = set()
        # one for counting and embedding: that of a multilingual model takes 100 MB
        self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        network = compile_network(folder / NETWORK, precision, keep=keep)
        self._most_tokens = BATCH_TOKENS * max(1, network.get_property("INFERENCE_NUM_THREADS") // BESIDE)
        # taken for a batch only: a question need not wait until a long article is done
        self._idle: SimpleQueue[Any] = SimpleQueue()
        for _ in range(BESIDE):
            self._idle.put(network.create_infer_request())

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        prompt = self.identity.document_prompt
        return [vector for start in range(0, len(texts), CHUNK) for vector in self._embed(prompt, texts[start : start + CHUNK])]

    def embed_query(self, text: str) -> list[float]:
        return self._embed(self.identity.query_prompt, [text])[0]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(found.ids) for found in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]

    def tokenize(self, texts: Sequence[str]) -> list["Encoding"]:
        """Tokens of each text, special ones included, cut to the model's window."""
        found = self._tokenizer.encode_batch_fast(list(texts))
        return [self._cut(text) if len(tokens.ids) > self.max_tokens else tokens for text, tokens in zip(texts, found, strict=True)]

    def _cut(self, text: str) -> "Encoding":
        # the tokenizer could cut by itself, but then it could not count what is longer
        tokens = self._tokenizer.encode(text, add_special_tokens=False)
        tokens.truncate(self.max_tokens - self._tokenizer.num_special_tokens_to_add(False))
        return self._tokenizer.post_process(tokens)

    def _embed(self, prompt: str, texts: list[str]) -> list[list[float]]:
        tokens = self.tokenize([prompt + text for text in texts])
        vectors: list[list[float]] = [[]] * len(texts)
        running: deque[_Run] = deque()
        try:
            for batch in batches([len(text.ids) for text in tokens], self._most_tokens):
                values, mask = self._fill([tokens[position] for position in batch])
                # who holds a request does not wait for another one: they would wait for each other
                while (request := self._take(may_wait=not running)) is None:
                    self._finish(running.popleft(), vectors)
                running.append(_Run(request, batch, mask))
                request.start_async(values)
            while running:
                self._finish(running.popleft(), vectors)
        finally:
            # when one fails, those beside it run on
            for run in running:
                with suppress(RuntimeError):
                    run.request.wait()
                self._idle.put(run.request)
        return vectors

    def _take(self, may_wait: bool) -> Any | None:  # openvino.InferRequest
        with suppress(Empty):
            return self._idle.get(block=may_wait)
        return None

    def _fill(self, batch: Sequence["Encoding"]) -> tuple[dict[str, "NDArray[numpy.int64]"], "NDArray[numpy.int64]"]:
        """What the network takes, and which tokens count, a row each; rows that only fill up the shape come last."""
        import numpy

        # what fills up the shape is a text, too: of one without a token, no model says anything
        filled = [*batch, *([batch[0]] * (round_up(len(batch), TEXT_STEPS) - len(batch)))]
        lengths = [len(tokens.ids) for tokens in filled]
        longest = min(round_up(max(lengths), TOKEN_STEPS if len(filled) > 1 else ALONE_STEPS), max(self.max_tokens, max(lengths)))
        mask = (numpy.arange(longest) < numpy.array(lengths)[:, None]).astype(numpy.int64)
        ids, kinds = numpy.full_like(mask, self._export.padding), numpy.zeros_like(mask)
        for row, tokens in enumerate(filled):
            ids[row, : lengths[row]] = tokens.ids
            kinds[row, : lengths[row]] = tokens.type_ids
        values = {"input_ids": ids, "attention_mask": mask, "token_type_ids": kinds}
        return {name: values[name] for name in self._export.inputs}, mask

    def _finish(self, run: "_Run", vectors: list[list[float]]) -> None:
        """Waits for a run, puts its vectors where they belong, and gives its request back."""
        try:
            run.request.wait()
            if run.mask.shape not in self._shapes:
                # at the first of some shapes OpenVINO reads all weights to keep them in another order, and never again as they are
                self._shapes.add(run.mask.shape)
                give_back_pages(self._weights)
            # the next run writes over what this one has found
            found = pool(run.request.get_output_tensor(0).data, run.mask, self._export.pooling).tolist()
        finally:
            self._idle.put(run.request)
        for position, vector in zip(run.positions, found, strict=False):
            vectors[position] = vector


@dataclass(frozen=True, slots=True)
class _Run:
    """A batch that is being embedded: its texts' positions, and for each row which tokens count, as `_fill` gives it."""

    request: Any  # openvino.InferRequest
    positions: Sequence[int]
    mask: "NDArray[numpy.int64]"


def round_up(number: int, steps: Sequence[tuple[int, int]]) -> int:
    """The next multiple of the step that holds for numbers of that size."""
    step = next(step for most, step in steps if number <= most)
    return -(-number // step) * step


def batches(lengths: Sequence[int], most_tokens: int) -> Iterator[list[int]]:
    """Positions of the texts that are run together: of like length, so that little is padded, and not too many tokens.

    As many batches as go on beside each other, or a multiple of that, of as many texts each.
    """
    rounds = -(-len(lengths) // (BESIDE * BATCH_TEXTS))
    most = -(-len(lengths) // (BESIDE * rounds)) if rounds else 0
    batch: list[int] = []
    for position in sorted(range(len(lengths)), key=lengths.__getitem__):
        # sorted, so this one is the longest
        if batch and (len(batch) == most or (len(batch) + 1) * lengths[position] > most_tokens):
            yield batch
            batch = []
        batch.append(position)
    if batch:
        yield batch


def pool(tokens: "Floats", mask: "NDArray[numpy.int64]", pooling: str) -> "Floats":
    """One vector of length 1 for each text, from those of its tokens (text × token × dimension).

    The same as sentence_transformers' Pooling and Normalize, for texts padded at the end.
    """
    import numpy

    rows = numpy.arange(len(tokens))
    lengths = mask.sum(axis=1)
    if pooling == "cls":
        vectors = tokens[:, 0]
    elif pooling == "lasttoken":
        vectors = tokens[rows, numpy.maximum(lengths, 1) - 1]
    else:
        # a product of matrices is faster than a sum over masked values
        summed = (mask[:, None, :].astype(tokens.dtype) @ tokens)[:, 0]
        vectors = summed / numpy.maximum(lengths, 1)[:, None].astype(tokens.dtype)
    norms = numpy.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = vectors / numpy.maximum(norms, numpy.float32(1e-12))
    return unit


def compile_network(network: Path, precision: str, *, keep: bool) -> Any:  # openvino.CompiledModel
    core = import_openvino().Core()
    options = {"NUM_STREAMS": str(BESIDE), "INFERENCE_PRECISION_HINT": precision}
    # as torch does: whoever shares out the cores among processes, as Ray does, says so there
    threads = os.environ.get("OMP_NUM_THREADS", "")
    if threads.isdecimal():
        options["INFERENCE_NUM_THREADS"] = threads
    return compile_kept(core, network, options) if keep else core.compile_model(network, "CPU", options)


def fastest_precision() -> str:
    """bf16 where the processor reckons in it; elsewhere it would be emulated, slower than f32."""
    preferred = import_openvino().Core().get_property("CPU", "INFERENCE_PRECISION_HINT")
    return "bf16" if preferred.get_type_name() == "bf16" else "f32"


def import_openvino() -> Any:  # a module without types
    """OpenVINO without openvino-telemetry, which tells its makers of every import and conversion, unasked."""
    with _IMPORTING:
        # None makes importing a package fail, and OpenVINO goes on as where it is not installed: telemetry for good, what converts models
        # (a tenth of a second) until somebody imports it by its own name
        sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
        if "openvino" not in sys.modules:
            sys.modules.setdefault("openvino.tools.ovc", None)  # type: ignore[arg-type]
        import openvino

        if sys.modules.get("openvino.tools.ovc") is None:
            sys.modules.pop("openvino.tools.ovc", None)
        # what it needs of numpy is made ready at the first look into a tensor: two threads that come first wait for each other for ever
        _ = openvino.Tensor(openvino.Type.i64, openvino.Shape([1])).data
        return openvino


def telemetry_is_on() -> bool:
    """Whether someone else has imported OpenVINO with its telemetry: a conversion would be reported."""
    return sys.modules.get("openvino_telemetry") is not None
