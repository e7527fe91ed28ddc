"""Questions -> answers with verified quotes. Never imports ingest."""

from typing import TYPE_CHECKING

from vectorstore.later import find_later

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

if not TYPE_CHECKING:  # a type checker sees the imports above, and that there is nothing else
    # LangChain's runnables take a third of a second, which a question on the command line does not need
    __getattr__ = find_later(
        __name__,
        {
            "as_json": ("to_json",),
            "chain": ("ask", "build_chain", "stream_answer"),
            "citations": ("preview",),
            "describe": ("describe_period",),
            "errors": ("ModelError",),
            "exports": ("export_csl", "export_markdown", "to_message"),
            "models": ("ChosenModel", "choose_model"),
            "outlets": ("Outlets",),
            "period": ("Period",),
            "proof": ("Sentence", "Usage", "Verdict"),
            "quoted": ("Placed", "place_quotes", "write_date", "write_origin"),
            "rerank": ("load_reranker",),
            "retriever": ("NewsRetriever",),
            "settings": ("AnswerSettings",),
            "types": ("Answer", "Citation", "Draft", "Point", "Query", "Silence", "Turn"),
        },
    )
