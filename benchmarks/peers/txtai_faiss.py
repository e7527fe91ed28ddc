"""txtai's introduction: Embeddings with content, which is Faiss beside SQLite. It cuts nothing itself: passages are cut by words here."""

import sys
from pathlib import Path
from typing import Any

from txtai import Embeddings

from benchmarks.peers.measured import RESULTS, WORDS, Search, measure, read_articles


def load(model: str) -> Any:
    return model


def ingest(articles: Path, store: str, loaded: Any) -> int:
    passages = []
    for article in read_articles(articles):
        words = article["text"].split()
        for at in range(0, len(words), WORDS):
            text = " ".join(words[at : at + WORDS])
            passages.append({"text": text, "title": article["title"], "published": article["published"]})
    embeddings = Embeddings(path=loaded, content=True)
    embeddings.index(passages)
    embeddings.save(store)
    return len(passages)


def open(store: str, loaded: Any) -> Search:
    embeddings = Embeddings()
    embeddings.load(store)
    return lambda question: [found["text"] for found in embeddings.search(question, RESULTS)]


if __name__ == "__main__":
    measure(sys.modules[__name__])
