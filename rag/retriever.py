"""The search of the archive as a retriever of LangChain."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from rag.rerank import Rerank
from rag.retrieve import find_passages
from rag.types import Query
from vectorstore import Archive, SearchFilter


class NewsRetriever(BaseRetriever):
    """The archive as a LangChain retriever; `invoke(question, k=3)` overrides k. `rerank` is what `load_reranker` gives, None for none."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    archive: Archive
    k: int = 8
    filter: SearchFilter | None = None
    rerank: Rerank | None = None

    # LangChain passes on what invoke was given
    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None) -> list[Document]:
        asked = Query(question=query, text=query, filter=self.filter or SearchFilter())
        return find_passages(self.archive, asked, k or self.k, rerank=self.rerank)
