"""LlamaIndex's starter tutorial: SentenceSplitter, HuggingFaceEmbedding, the index of vectors that it brings, kept on the disk."""

import sys
from pathlib import Path
from typing import Any

from llama_index.core import Document, StorageContext, VectorStoreIndex, load_index_from_storage
from llama_index.core.node_parser import SentenceSplitter
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

from benchmarks.peers.measured import RESULTS, TOKENS, Search, measure, read_articles


def load(model: str) -> Any:
    return HuggingFaceEmbedding(model_name=model)


def ingest(articles: Path, store: str, loaded: Any) -> int:
    documents = [
        Document(
            text=article["text"],
            metadata={"title": article["title"], "published": article["published"]},
            # else it would embed them with each passage, and leave less room for the text
            excluded_embed_metadata_keys=["title", "published"],
            excluded_llm_metadata_keys=["title", "published"],
        )
        for article in read_articles(articles)
    ]
    splitter = SentenceSplitter(chunk_size=TOKENS, chunk_overlap=0, include_metadata=False)
    passages = splitter.get_nodes_from_documents(documents)
    index = VectorStoreIndex(passages, embed_model=loaded)
    index.storage_context.persist(persist_dir=store)
    return len(passages)


def open(store: str, loaded: Any) -> Search:
    index = load_index_from_storage(StorageContext.from_defaults(persist_dir=store), embed_model=loaded)
    retriever = index.as_retriever(similarity_top_k=RESULTS)
    return lambda question: [found.node.get_content() for found in retriever.retrieve(question)]


if __name__ == "__main__":
    measure(sys.modules[__name__])
