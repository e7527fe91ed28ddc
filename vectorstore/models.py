"""Which embedding model, and how it is loaded."""

import logging
import os
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from vectorstore.embeddings import ModelIdentity, PassageEmbeddings
from vectorstore.errors import EmbeddingUnavailable
from vectorstore.prepared import describe_runtime, load_prepared
from vectorstore.runtime import ExportedEmbeddings
from vectorstore.sentence import SentenceEmbeddings, load_sentence_transformer
from vectorstore.settings import ArchiveSettings, read_settings
from vectorstore.weights import BUNDLED, INT8, ModelFiles, find_model, is_cached

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

log = logging.getLogger(__name__)

# small, multilingual, Apache-2.0, no prompts
MULTILINGUAL = "ibm-granite/granite-embedding-97m-multilingual-r2"

# how long a hub that is asked for a model by its name may be silent
HUB_SECONDS = 10.0


def choose_model(setting: str, hub_timeout_seconds: float) -> str:
    """The model's name for a new archive.

    `auto` takes the multilingual model when it is in the local cache or the hub answers in time, else the bundled one.
    """
    if setting != "auto":
        return _full_name(setting)
    return MULTILINGUAL if is_cached(MULTILINGUAL) or _answers(MULTILINGUAL, hub_timeout_seconds) else BUNDLED


def load_chosen(settings: ArchiveSettings) -> PassageEmbeddings:
    """The model for a new archive. What `auto` cannot load, a download that breaks off, gives way to the bundled one.

    Raises:
        EmbeddingUnavailable: A model that was named cannot be loaded.
    """
    name = choose_model(settings.embedding, settings.hub_timeout_seconds)
    try:
        return load_model(name, settings.model_cache)
    except EmbeddingUnavailable as error:
        if settings.embedding != "auto" or name == BUNDLED:
            raise
        log.warning("%s; the bundled model is taken instead", error)
        return load_model(BUNDLED, settings.model_cache)


def is_same_model(setting: str, recorded: str) -> bool:
    """Whether a setting asks for the model that an archive was made with."""
    return setting == "auto" or _full_name(setting) == recorded


def _full_name(setting: str) -> str:
    return setting.replace("bundled", BUNDLED) if setting in ("bundled", f"bundled{INT8}") else setting


def load_model(name: str, cache: Path | None = None) -> PassageEmbeddings:
    """The model of that name: the bundled one, a folder, or one of the hub's; with `:int8` behind it, its weights in one byte each.

    It is run without torch where that gives the same vectors, see `prepared.load_prepared`.

    Args:
        cache: Folder for what is made of models; None takes that of NEWS_MODEL_CACHE.

    Raises:
        EmbeddingUnavailable: There is no such model, it cannot be had now, or its files are not what they should be.
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    cache = model_cache(cache)
    files = find_model(name, hashes_in(cache))
    # None: to be downloaded, which tells where its files come to lie
    downloaded = _download(name.removesuffix(INT8)) if files is None else None
    files = files or find_model(name, hashes_in(cache))
    if files is None:
        raise EmbeddingUnavailable(f"the embedding model {name} was loaded, but its files are not found; name their folder instead")
    return load_prepared(files, cache, partial(_load_with_torch, files, downloaded))


def is_loadable(model: PassageEmbeddings) -> bool:
    """Whether another process comes to the same model by its name; a model of a caller's own it cannot know."""
    return isinstance(model, SentenceEmbeddings | ExportedEmbeddings)


def find_runtime(name: str, cache: Path | None = None) -> str:
    """What runs a model, without loading it, such as `openvino bf16`; empty when that is decided at its first use."""
    cache = model_cache(cache)
    try:
        files = find_model(name, hashes_in(cache))
    except EmbeddingUnavailable:
        return ""
    return describe_runtime(files, cache) if files else ""


def model_cache(given: Path | None) -> Path:
    """Folder for what is made of models: that one, else that of NEWS_MODEL_CACHE, else in the user's cache folder."""
    chosen = given or read_settings(ArchiveSettings).model_cache
    if chosen is not None:
        return chosen
    caches = os.environ.get("XDG_CACHE_HOME")
    return (Path(caches) if caches else Path.home() / ".cache") / "newsdesk" / "models"


def hashes_in(cache: Path) -> Path:
    """Where the cache remembers the hashes of weights."""
    return cache / "hashes"


def _download(name: str) -> "SentenceTransformer":
    from huggingface_hub import constants

    # the hub's library would try for more than a minute, with a line for each time
    if not constants.HF_HUB_OFFLINE and _ask_hub(name, HUB_SECONDS) is None:
        reason = f"it is not on this machine, and the model hub does not answer at {constants.ENDPOINT}"
        remedy = "check the network, or set NEWS_EMBEDDING=bundled for a new archive"
        raise EmbeddingUnavailable(f"the embedding model {name} cannot be loaded ({reason}); {remedy}")
    return load_sentence_transformer(name, None)


def _load_with_torch(files: ModelFiles, downloaded: "SentenceTransformer | None") -> SentenceEmbeddings:
    model = downloaded or load_sentence_transformer(files.name, files.folder)
    identity = ModelIdentity(
        name=files.name,
        fingerprint=files.fingerprint,
        dimension=int(model.get_embedding_dimension() or 0),
        query_prompt=model.prompts.get("query") or "",
        document_prompt=model.prompts.get("document") or "",
        languages=files.languages,
    )
    return SentenceEmbeddings(model, identity)


def _answers(name: str, timeout_seconds: float) -> bool:
    """Whether the hub has the model and says so in time; no request is made when HF_HUB_OFFLINE is set."""
    from huggingface_hub import constants

    return not constants.HF_HUB_OFFLINE and (_ask_hub(name, timeout_seconds) or 404) < 400


def _ask_hub(name: str, timeout_seconds: float) -> int | None:
    """The status with which the hub answers for a model; None when it does not answer in time."""
    from huggingface_hub import constants

    address = f"{constants.ENDPOINT}/{quote(name)}/resolve/main/modules.json"
    answered: list[int] = []

    def ask() -> None:
        try:
            with urlopen(Request(address, method="HEAD"), timeout=timeout_seconds) as response:
                answered.append(response.status)
        except HTTPError as error:
            answered.append(error.code)
        except (OSError, ValueError):
            log.info("the model hub does not answer at %s", address)

    # a name server that is silent is bound by no time-out of urlopen's
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(timeout_seconds)
    return next(iter(answered), None)
