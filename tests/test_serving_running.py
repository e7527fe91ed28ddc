"""The chain run for a request: what fails after a question was understood is no fault of the question."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from langchain_core.runnables import RunnableGenerator

from rag import AnswerSettings, Query, choose_model
from serving.api.errors import to_refusal
from serving.api.running import Failed, run_whole
from serving.service import Service, open_service
from tests.news import news_archive


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with news_archive(tmp_path) as archive:
        yield open_service(archive, choose_model(AnswerSettings(model="none")))


def failing(*parts: dict[str, Any]) -> RunnableGenerator[dict[str, Any], dict[str, Any]]:
    """A chain that gives these parts and then fails as libraries do, with a ValueError."""

    def run(_: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        yield from parts
        raise ValueError("/srv/data/lexical/meta.json does not exist")

    return RunnableGenerator(run)


async def test_what_is_wrong_with_a_question_is_told_to_who_asks(service: Service) -> None:
    with pytest.raises(ValueError, match="does not exist") as raised:
        await run_whole(replace(service, chain=failing()), {}, {"question": "Who?"})
    assert to_refusal(raised.value).status == 400


async def test_what_fails_once_it_is_understood_is_a_fault_of_ours(service: Service) -> None:
    query = Query(question="Who?", text="Who?")
    with pytest.raises(Failed) as raised:
        await run_whole(replace(service, chain=failing({"query": query})), {}, {"question": "Who?"})
    assert isinstance(raised.value.__cause__, ValueError)
    with pytest.raises(Failed):
        to_refusal(raised.value)
