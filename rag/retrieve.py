"""A query -> the passages that an answer may quote."""

from collections import Counter

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from rag.types import Query
from vectorstore import Archive, SearchFilter

# one long article must not fill the answer, and one that repeats the question's words must not either
PER_ARTICLE = 3
# enough that other articles follow when the first few passages come from one
SPARE = 3


def find_passages(archive: Archive, query: Query, k: int) -> list[Document]:
    """At most k passages, best first, at most three of one article."""
    kept: list[Document] = []
    taken: Counter[str] = Counter()
    for passage in archive.search(query.text, query.filter or None, k=k * SPARE):
        article_id = passage.metadata["article_id"]
        if taken[article_id] < PER_ARTICLE:
            taken[article_id] += 1
            kept.append(passage)
    return kept[:k]


class NewsRetriever(BaseRetriever):
    """The archive as a LangChain retriever; `invoke(question, k=3)` overrides k."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    archive: Archive
    k: int = 8
    filter: SearchFilter | None = None

    # LangChain passes on what invoke was given
    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None) -> list[Document]:
        asked = Query(question=query, text=query, filter=self.filter or SearchFilter())
        return find_passages(self.archive, asked, k or self.k)
