"""Questions -> answers with verified quotes. Never imports ingest."""

from rag.chain import ask, build_chain, stream_answer
from rag.citations import preview
from rag.describe import describe_period
from rag.errors import ModelError
from rag.models import ChosenModel, choose_model
from rag.period import Period
from rag.proof import Sentence, Usage, Verdict
from rag.quoted import write_date, write_heads, write_origin
from rag.rerank import load_reranker
from rag.retrieve import NewsRetriever
from rag.settings import AnswerSettings
from rag.types import Answer, Citation, Draft, Point, Query, Silence, Turn

__all__ = [
    "Answer",
    "AnswerSettings",
    "ChosenModel",
    "Citation",
    "Draft",
    "ModelError",
    "NewsRetriever",
    "Period",
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
    "load_reranker",
    "preview",
    "stream_answer",
    "write_date",
    "write_heads",
    "write_origin",
]
