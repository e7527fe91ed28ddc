"""Questions -> answers with verified quotes. Never imports ingest."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rag.as_json import to_json
from rag.citations import preview
from rag.describe import describe_period
from rag.errors import ModelError
from rag.exports import export_csl, export_markdown, to_message
from rag.models import ChosenModel, choose_model
from rag.outlets import Outlets
from rag.period import Period
from rag.proof import Sentence, Usage, Verdict
from rag.quoted import Placed, place_quotes, write_date, write_origin
from rag.rerank import load_reranker
from rag.settings import AnswerSettings
from rag.types import Answer, Citation, Draft, Point, Query, Silence, Turn

if TYPE_CHECKING:
    from rag.chain import ask, build_chain, stream_answer
    from rag.retriever import NewsRetriever

# loaded when they are asked for: LangChain's runnables cost a third of a second, which a question on the command line does not need
_LATER = {"ask": "rag.chain", "build_chain": "rag.chain", "stream_answer": "rag.chain", "NewsRetriever": "rag.retriever"}

__all__ = [
    "Answer",
    "AnswerSettings",
    "ChosenModel",
    "Citation",
    "Draft",
    "ModelError",
    "NewsRetriever",
    "Outlets",
    "Period",
    "Placed",
    "Point",
    "Query",
    "Sentence",
    "Silence",
    "Turn",
    "Usage",
    "Verdict",
    "ask",
    "build_chain",
    "choose_model",
    "describe_period",
    "export_csl",
    "export_markdown",
    "load_reranker",
    "place_quotes",
    "preview",
    "stream_answer",
    "to_json",
    "to_message",
    "write_date",
    "write_origin",
]


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)
