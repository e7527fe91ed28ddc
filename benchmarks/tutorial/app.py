"""A store of articles and a chat over it, as tutorials write them: split, embed, `Chroma`, `similarity_search`, `gr.ChatInterface`."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings


class WordEmbeddings(Embeddings):
    """Vectors without a model, so that faults are compared and not models: each word turns one direction on."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        vector = [0.0] * 64
        for word in text.lower().split():
            vector[int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest(), "big") % 64] += 1.0
        length = sum(number * number for number in vector) ** 0.5 or 1.0
        return [number / length for number in vector]


def open_store(folder: Path) -> Chroma:
    return Chroma(collection_name="news", persist_directory=str(folder), embedding_function=WordEmbeddings())


def add_articles(store: Chroma, articles: Sequence[tuple[str, str]]) -> None:
    """Adds articles, each as id and text; one paragraph is one document."""
    documents = [(f"{id}-{place}", part) for id, text in articles for place, part in enumerate(text.split("\n"))]
    store.add_documents([Document(part, metadata={"article": id}) for id, part in documents], ids=[id for id, _ in documents])


def build_page(store: Chroma) -> Any:  # a gr.ChatInterface; Gradio is imported where it is used
    import gradio as gr

    def reply(message: str, history: list[Any]) -> str:
        found = store.similarity_search(message, k=3)
        return "\n\n".join(document.page_content for document in found)

    return gr.ChatInterface(reply, title="News")
