"""Haystack's first pipelines: DocumentSplitter, the embedders of sentence-transformers, the store in memory, kept as a file."""

import sys
from pathlib import Path
from typing import Any

from haystack import Document, Pipeline
from haystack.components.preprocessors import DocumentSplitter
from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
from haystack.components.writers import DocumentWriter
from haystack.document_stores.in_memory import InMemoryDocumentStore

from benchmarks.peers.measured import RESULTS, WORDS, Search, measure, read_articles

try:
    from haystack.components.embedders import SentenceTransformersDocumentEmbedder, SentenceTransformersTextEmbedder
except ImportError:
    from haystack_integrations.components.embedders.sentence_transformers import (
        SentenceTransformersDocumentEmbedder,
        SentenceTransformersTextEmbedder,
    )


def load(model: str) -> Any:
    return model


def ingest(articles: Path, store: str, loaded: Any) -> int:
    documents = [
        Document(content=article["text"], meta={"title": article["title"], "published": article["published"]})
        for article in read_articles(articles)
    ]
    target = InMemoryDocumentStore(embedding_similarity_function="cosine")
    pipeline = Pipeline()
    pipeline.add_component("split", DocumentSplitter(split_by="word", split_length=WORDS))
    pipeline.add_component("embed", SentenceTransformersDocumentEmbedder(model=loaded, progress_bar=False))
    pipeline.add_component("write", DocumentWriter(target))
    pipeline.connect("split", "embed")
    pipeline.connect("embed", "write")
    pipeline.run({"split": {"documents": documents}})
    Path(store).mkdir(parents=True, exist_ok=True)
    target.save_to_disk(str(Path(store) / "documents.json"))
    return int(target.count_documents())


def open(store: str, loaded: Any) -> Search:
    documents = InMemoryDocumentStore.load_from_disk(str(Path(store) / "documents.json"))
    pipeline = Pipeline()
    pipeline.add_component("embed", SentenceTransformersTextEmbedder(model=loaded, progress_bar=False))
    pipeline.add_component("retrieve", InMemoryEmbeddingRetriever(documents, top_k=RESULTS))
    pipeline.connect("embed.embedding", "retrieve.query_embedding")
    return lambda question: [found.content for found in pipeline.run({"embed": {"text": question}})["retrieve"]["documents"]]


if __name__ == "__main__":
    measure(sys.modules[__name__])
