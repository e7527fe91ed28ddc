"""Newsdesk, as its README shows it: catalogue, versions, copies, both indexes included; search fuses words and vectors."""

import sys
from pathlib import Path
from typing import Any

from benchmarks.peers.measured import RESULTS, Search, measure
from ingest import ingest as take_in
from vectorstore import open_archive
from vectorstore.models import load_model
from vectorstore.weights import BUNDLED


def load(model: str) -> Any:
    # the same weights as in the folder `model`
    return load_model(BUNDLED)


def ingest(articles: Path, store: str, loaded: Any) -> int:
    with open_archive(store, embeddings=loaded) as archive:
        report = take_in([articles], archive)
        assert not report.failed, report
        return archive.status().passages


def open(store: str, loaded: Any) -> Search:
    archive = open_archive(store, embeddings=loaded)
    return lambda question: [found.page_content for found in archive.search(question, k=RESULTS)]


if __name__ == "__main__":
    measure(sys.modules[__name__])
