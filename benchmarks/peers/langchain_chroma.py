"""LangChain's tutorial of retrieval: a recursive splitter, HuggingFaceEmbeddings, Chroma on the disk."""

import sys
from pathlib import Path
from typing import Any

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from benchmarks.peers.measured import CHARACTERS, RESULTS, Search, measure, read_articles

# Chroma takes no more at once
AT_ONCE = 5_000


def load(model: str) -> Any:
    return HuggingFaceEmbeddings(model_name=model)


def ingest(articles: Path, store: str, loaded: Any) -> int:
    documents = [
        Document(article["text"], metadata={"title": article["title"], "published": article["published"]})
        for article in read_articles(articles)
    ]
    passages = RecursiveCharacterTextSplitter(chunk_size=CHARACTERS, chunk_overlap=0).split_documents(documents)
    chroma = Chroma("articles", embedding_function=loaded, persist_directory=store)
    for at in range(0, len(passages), AT_ONCE):
        chroma.add_documents(passages[at : at + AT_ONCE])
    return len(passages)


def open(store: str, loaded: Any) -> Search:
    chroma = Chroma("articles", embedding_function=loaded, persist_directory=store)
    return lambda question: [found.page_content for found in chroma.similarity_search(question, k=RESULTS)]


if __name__ == "__main__":
    measure(sys.modules[__name__])
