"""A sentence-transformers model, run by torch."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vectorstore.embeddings import ModelIdentity
from vectorstore.errors import EmbeddingUnavailable

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 32


class SentenceEmbeddings:
    """Applies the model's own prompts for questions and for passages. Vectors have length 1."""

    runtime = "torch"

    def __init__(self, model: "SentenceTransformer", identity: ModelIdentity) -> None:
        self.identity = identity
        self.model = model
        self.max_tokens = int(model.get_max_seq_length() or 512)
        # on few cores two encodings at once are slower than one after the other
        self._lock = threading.Lock()

    @property
    def has_gpu(self) -> bool:
        return bool(self.model.device.type != "cpu")

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._encode(self.model.encode_document, texts)

    def embed_query(self, text: str) -> list[float]:
        return self._encode(self.model.encode_query, [text])[0]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        # not cut to the model's window: the splitter wants to know how much too long a sentence is
        counted = self.model.tokenizer(list(texts), add_special_tokens=False, truncation=False, return_attention_mask=False, verbose=False)
        return [len(tokens) for tokens in counted["input_ids"]]

    def _encode(self, encode: Any, texts: list[str]) -> list[list[float]]:
        with self._lock:
            vectors = encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return [[float(value) for value in vector] for vector in vectors]


def load_sentence_transformer(name: str, folder: Path | None) -> "SentenceTransformer":
    """The model in that folder; None downloads it by its name.

    Weights are read from safetensors only, and no code that comes with a model is run.

    Raises:
        EmbeddingUnavailable: It cannot be had now, or its files cannot be read.
    """
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        # a bar for a tenth of a second, in the midst of an answer
        transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        return _name_prompts(
            SentenceTransformer(
                str(folder or name), trust_remote_code=False, local_files_only=folder is not None, model_kwargs={"use_safetensors": True}
            )
        )
    except Exception as error:  # the libraries below raise anything from OSError to KeyError for a model they cannot read
        said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        remedy = "check the name and the network, or set NEWS_EMBEDDING=bundled for a new archive"
        raise EmbeddingUnavailable(f"the embedding model {name} cannot be loaded ({said}); {remedy}") from error


def _name_prompts(model: "SentenceTransformer") -> "SentenceTransformer":
    """The prompt for passages under the name that is looked for first.

    sentence-transformers 6 gives every model an empty prompt "document", and so never comes to "passage" and "corpus", as many
    multilingual models call theirs.
    """
    named = (model.prompts.get(name) for name in ("document", "passage", "corpus"))
    model.prompts["document"] = next((prompt for prompt in named if prompt), "")
    return model
