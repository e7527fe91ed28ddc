"""The retriever passes LangChain's own suite and lets no article fill the answer."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from langchain_core.retrievers import BaseRetriever
from langchain_tests.integration_tests import RetrieversIntegrationTests

from rag import NewsRetriever
from tests.news import BRIDGE, DELEGATION, FESTIVAL, news_archive
from vectorstore import SearchFilter, split_sentences


class TestNewsRetriever(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def fill(self, tmp_path: Path) -> None:
        self.archive = news_archive(tmp_path)

    @property
    def retriever_constructor(self) -> type[BaseRetriever]:
        return NewsRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"archive": self.archive}

    @property
    def retriever_query_example(self) -> str:
        return "bridge festival delegation"


def test_at_most_three_passages_come_from_one_article(tmp_path: Path) -> None:
    with news_archive(tmp_path, DELEGATION, FESTIVAL) as archive:
        long = replace(BRIDGE, text=f"{BRIDGE.text} The bridge is old. Nobody built another bridge.")
        archive.add([(long, split_sentences(long.text, "en"))])
        found = NewsRetriever(archive=archive, k=5).invoke("bridge")
    taken = Counter(passage.metadata["article_id"] for passage in found)
    assert taken[BRIDGE.article_id] == 3 and len(taken) > 1


def test_the_filter_holds(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        found = NewsRetriever(archive=archive, filter=SearchFilter(sources=("hafenblatt",))).invoke("bridge")
    assert {passage.metadata["source"] for passage in found} == {"Hafenblatt"}
