"""A model's name -> a LangChain chat model with time limits, or one line that says what is missing."""

import json
import os
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.request import ProxyHandler, build_opener

from rag.errors import ModelError
from rag.settings import AnswerSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

NO_MODEL = "none"
# runs here, by transformers
IN_PROCESS = "huggingface"
QUOTES_ONLY = "no language model: quotes from the archive"
# what an Ollama on this machine answers is small; a stranger on its port could send anything
LARGEST_LIST = 1_000_000
# families that embed texts and cannot chat
EMBEDDING_FAMILIES = ("bert", "nomic-bert", "embed")


@dataclass(frozen=True, slots=True)
class Provider:
    """A LangChain integration. `extra` is ours that installs it; `key` is the variable that holds its key; None where none is needed."""

    package: str
    extra: str | None = None
    key: str | None = None


PROVIDERS = {
    "ollama": Provider("langchain_ollama"),
    "openai": Provider("langchain_openai", "openai", "OPENAI_API_KEY"),
    "anthropic": Provider("langchain_anthropic", "anthropic", "ANTHROPIC_API_KEY"),
    "google_genai": Provider("langchain_google_genai", "google", "GOOGLE_API_KEY"),
}


@dataclass(frozen=True, slots=True)
class ChosenModel:
    """What writes the answers: None for quotes only. `label` names it for the reader; `reason` says why, when it was not asked for."""

    model: "BaseChatModel | None"
    label: str
    reason: str | None = None


def choose_model(settings: AnswerSettings) -> ChosenModel:
    """The model that the settings name; unnamed, an Ollama that runs on this machine; else none. Never raises, never pays unasked."""
    name = (settings.model or "").strip()
    if _is_none(name):
        return ChosenModel(None, QUOTES_ONLY)
    if not name:
        found = find_local_model(settings)
        if found is None:
            return ChosenModel(None, QUOTES_ONLY)
        settings = settings.model_copy(update={"model_url": settings.ollama_url})
        return ChosenModel(
            load_model(found, settings), found, f"{found} was found running on this machine; set NEWS_MODEL=none for quotes only."
        )
    try:
        return ChosenModel(load_model(name, settings), name)
    except ModelError as error:
        return ChosenModel(None, QUOTES_ONLY, f"{error} Quotes from the archive are shown instead.")


def open_model(model: "str | BaseChatModel | None", settings: AnswerSettings) -> "BaseChatModel | None":
    """What a caller passed as the model: `provider:model` is loaded; None and `none` stand for quotes only.

    Raises:
        ModelError: The model that was named cannot be loaded.
    """
    if not isinstance(model, str):
        return model
    return None if _is_none(model) else load_model(model, settings)


def find_local_model(settings: AnswerSettings) -> str | None:
    """The chat model used last in an Ollama on this machine, as `ollama:NAME`; None when there is none."""
    # a proxy named in the environment is not this machine
    opener = build_opener(ProxyHandler({}))
    try:
        with opener.open(f"{settings.ollama_url.rstrip('/')}/api/tags", timeout=settings.ollama_wait_seconds) as response:
            listed = json.loads(response.read(LARGEST_LIST))["models"]
        names = [entry["name"] for entry in listed if _can_chat(entry)]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return f"ollama:{names[0]}" if names else None


def load_model(name: str, settings: AnswerSettings) -> "BaseChatModel":
    """The chat model `provider:model`, with the settings' time limits.

    Raises:
        ModelError: The provider is unknown, or its package or key is missing.
    """
    provider, _, model = name.strip().partition(":")
    if provider == IN_PROCESS and model:
        from rag.inprocess import load_in_process

        return load_in_process(model, settings.model_context_tokens)
    known = PROVIDERS.get(provider)
    if known is None or not model:
        raise ModelError(f"{name[:80]!r} names no known model; write provider:model with one of {', '.join((*PROVIDERS, IN_PROCESS))}.")
    if find_spec(known.package) is None:
        wanted = f"'newsdesk[{known.extra}]'" if known.extra else known.package.replace("_", "-")
        raise ModelError(f"{provider} needs a package that is not installed; run: pip install {wanted}")
    if known.key and not os.environ.get(known.key) and not (provider == "openai" and settings.model_url):
        raise ModelError(f"{provider} needs a key; set {known.key}.")

    from langchain.chat_models import init_chat_model

    try:
        loaded: BaseChatModel = init_chat_model(model, model_provider=provider, **_options(provider, settings))
    except Exception as error:  # whatever the provider's own checks raise; their words may hold the key
        raise ModelError(
            f"{provider} refused the model's settings ({type(error).__name__}); check NEWS_MODEL and NEWS_MODEL_URL."
        ) from None
    return loaded


def _is_none(name: str) -> bool:
    return name.strip().lower() == NO_MODEL


def _options(provider: str, settings: AnswerSettings) -> dict[str, Any]:
    """Keyword arguments of the provider's class; each has names of its own."""
    # of one read from the network; the deadlines of the whole answer are kept by generate.py
    timeout = max(settings.model_first_token_seconds, settings.model_between_tokens_seconds)
    address = {"base_url": settings.model_url} if settings.model_url else {}
    if provider == "ollama":
        # without num_ctx Ollama cuts the prompt at 4,096 tokens and says nothing; thinking aloud costs minutes on a CPU
        return {
            "num_ctx": settings.model_context_tokens,
            "temperature": 0,
            "reasoning": False,
            "client_kwargs": {"timeout": timeout},
            **address,
        }
    # generate.py asks again itself, within its deadlines
    options: dict[str, Any] = {"timeout": timeout, "max_retries": 0, **address}
    if provider == "openai":
        # with an address of one's own it is off; every server of today that speaks the protocol counts tokens
        options["stream_usage"] = True
    if provider == "openai" and not os.environ.get("OPENAI_API_KEY"):
        # servers of one's own mostly want none, and the client refuses to start without
        options["api_key"] = "none"
    return options


def _can_chat(entry: dict[str, Any]) -> bool:
    families = [*(entry.get("details", {}).get("families") or []), entry.get("name", "")]
    return not any(mark in str(family).lower() for family in families for mark in EMBEDDING_FAMILIES)
