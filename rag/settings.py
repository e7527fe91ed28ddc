"""What answering can be told from the environment."""

import math

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class AnswerSettings(BaseSettings):
    """Which language model writes, and how long it may take.

    The deadlines are those at which most readers give up waiting; a stream has none of its own.
    """

    # the names begin with "model_", which pydantic keeps for itself unless told otherwise
    model_config = SettingsConfigDict(env_prefix="NEWS_", frozen=True, extra="ignore", protected_namespaces=())

    model: str | None = None
    """`provider:model`, such as `ollama:qwen3:4b`; `none`: quotes from the archive, no model; unset: an Ollama
    that runs on this machine, else none. A paid service is used only when it is named here."""

    model_url: str | None = None
    """Address of an OpenAI-compatible server, or of an Ollama elsewhere; None for the provider's own."""

    ollama_url: str = "http://127.0.0.1:11434"
    """Where an Ollama is looked for when no model is named."""

    ollama_wait_seconds: float = Field(default=0.5, gt=0)
    """How long that look may take."""

    model_context_tokens: int = Field(default=8192, ge=1024)
    """How much the model reads at once, prompt and answer together. Ollama cuts at 4,096 unless it is told."""

    model_first_token_seconds: float = Field(default=30.0, gt=0)
    """How long the model may think before its first word."""

    model_between_tokens_seconds: float = Field(default=15.0, gt=0)
    """How long the model may pause between two words."""

    model_total_seconds: float = Field(default=120.0, gt=0)
    """How long an answer may take in all."""

    model_retries: int = Field(default=2, ge=0, le=10)
    """How often a server that is busy or broken is asked again before its first word, with growing pauses."""

    strict: bool = False
    """Whether sentences of a model's answer that are not in the sources are left out, not only marked."""

    nli_model: str | None = None
    """A sentence-transformers cross-encoder for natural language inference, by name or folder, such as
    `cross-encoder/nli-deberta-v3-base`, that sharpens the verdicts; None for the code's comparisons alone."""

    model_judges: bool = False
    """Whether the language model is asked, too, if each quote proves its sentence: one more question to it for each answer."""

    model_translates: bool = False
    """Whether the language model translates quotes in another language than the question: one more question for each answer."""

    model_searches: bool = True
    """Whether the model writes a question in the archive's other main languages, to search by: one more question to it for each."""

    model_search_seconds: float = Field(default=6.0, gt=0)
    """How long that may take, and the rewriting of a follow-up; then the words as they were typed are searched by."""

    reranker: str | None = None
    """A cross-encoder of sentence-transformers, by name or folder, that puts what search finds in its own order; None for none."""

    passages: int = Field(default=8, ge=1, le=50)
    """How many passages an answer is made from."""

    caution: float = Field(default=0.0, lt=math.inf)
    """How much surer than calibrated an answer must be, in log odds: above 0 it is silent more often and wrong less often, below 0
    the other way round, and `-inf` quotes the best that there is. docs/evaluation.md has what each step refuses."""
