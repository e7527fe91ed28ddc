"""LangChain's Chroma with Chroma's own filter of dates: `python -m benchmarks.peers.langchain_dated store|ask STORE FILE`.

Vectors are given, so that neither side waits for a model. Runs in LangChain's environment, with nothing of Newsdesk's.
"""

import json
import sys
import time
from typing import Any

import numpy as np
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings

from benchmarks.peers.measured import RESULTS, WARM

# Chroma takes no more at once
AT_ONCE = 5_000


class Given(Embeddings):
    """Vectors that were worked out before."""

    def __init__(self, texts: list[str], vectors: Any) -> None:
        self._vectors = dict(zip(texts, vectors.tolist(), strict=True))

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self._vectors[text] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        vector: list[float] = self._vectors[text]
        return vector


def store(folder: str, texts: list[str], vectors: Any, published: list[int | None]) -> None:
    chroma = Chroma("articles", embedding_function=Given(texts, vectors), persist_directory=folder)
    # no metadata at all is refused
    about = [{"number": number} | ({} if instant is None else {"published": instant}) for number, instant in enumerate(published)]
    for at in range(0, len(texts), AT_ONCE):
        part = slice(at, at + AT_ONCE)
        chroma.add_texts(texts[part], about[part], ids=[str(entry["number"]) for entry in about[part]])


def ask(folder: str, texts: list[str], vectors: Any, periods: dict[str, tuple[int, int]]) -> dict[str, Any]:
    """For each period the milliseconds of every question, and the numbers of the passages found."""
    chroma = Chroma("articles", embedding_function=Given(texts, vectors), persist_directory=folder)
    results = {}
    for name, (since, until) in periods.items():
        filter: Any = {"$and": [{"published": {"$gte": since}}, {"published": {"$lt": until}}]}
        milliseconds, found = [], []
        for text in texts[:WARM] + texts:
            started = time.perf_counter()
            passages = chroma.similarity_search(text, k=RESULTS, filter=filter)
            milliseconds.append(1000 * (time.perf_counter() - started))
            found.append([passage.metadata["number"] for passage in passages])
        results[name] = {"milliseconds": milliseconds[WARM:], "found": found[WARM:]}
    return results


def main(task: str, folder: str, file: str) -> None:
    with np.load(file) as data:
        given = json.loads(str(data["about"]))
        side = given["passages" if task == "store" else "questions"]
        vectors = data[task]
    if task == "store":
        store(folder, side, vectors, given["published"])
    else:
        print(json.dumps(ask(folder, side, vectors, given["periods"])), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
