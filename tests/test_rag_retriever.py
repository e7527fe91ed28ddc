"""The retriever passes LangChain's own suite and holds to its filter."""

from pathlib import Path
from typing import Any

import pytest
from langchain_core.retrievers import BaseRetriever
from langchain_tests.integration_tests import RetrieversIntegrationTests

from rag import NewsRetriever
from tests.news import news_archive
from vectorstore import SearchFilter


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


def test_the_filter_holds(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        found = NewsRetriever(archive=archive, filter=SearchFilter(sources=("hafenblatt",))).invoke("bridge")
    assert {passage.metadata["source"] for passage in found} == {"Hafenblatt"}
