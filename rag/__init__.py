"""Questions -> answers with verified quotes. Never imports ingest."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rag.as_json import to_json
    from rag.chain import ask, build_chain, stream_answer
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
    from rag.retriever import NewsRetriever
    from rag.settings import AnswerSettings
    from rag.types import Answer, Citation, Draft, Point, Query, Silence, Turn

# loaded when they are asked for: a command need not wait for what it does not use, LangChain's runnables least of all
_PARTS = {
    "rag.as_json": ("to_json",),
    "rag.chain": ("ask", "build_chain", "stream_answer"),
    "rag.citations": ("preview",),
    "rag.describe": ("describe_period",),
    "rag.errors": ("ModelError",),
    "rag.exports": ("export_csl", "export_markdown", "to_message"),
    "rag.models": ("ChosenModel", "choose_model"),
    "rag.outlets": ("Outlets",),
    "rag.period": ("Period",),
    "rag.proof": ("Sentence", "Usage", "Verdict"),
    "rag.quoted": ("Placed", "place_quotes", "write_date", "write_origin"),
    "rag.rerank": ("load_reranker",),
    "rag.retriever": ("NewsRetriever",),
    "rag.settings": ("AnswerSettings",),
    "rag.types": ("Answer", "Citation", "Draft", "Point", "Query", "Silence", "Turn"),
}
_PART_OF = {name: part for part, names in _PARTS.items() for name in names}

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
    if name not in _PART_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PART_OF[name]), name)
