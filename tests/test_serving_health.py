"""What the server says of itself to whoever runs it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rag import AnswerSettings, choose_model
from serving.health import read_state
from serving.service import Service, open_service
from tests.news import news_archive

QUOTES = choose_model(AnswerSettings(model="none"))


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with news_archive(tmp_path) as archive:
        yield open_service(archive, QUOTES)


def test_it_is_ready_with_names_and_counts_alone(service: Service) -> None:
    state = read_state(service)
    assert (state["status"], state["articles"], state["embedding"], state["model"]) == ("ready", 3, "hash", None)
    assert "Harbour" not in str(state), "no word of an article"


def test_while_the_model_is_loaded_it_says_so(tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        assert read_state(open_service(archive, QUOTES, is_ready=lambda: False))["status"] == "loading the embedding model"


def test_an_index_that_is_being_written_is_told(service: Service) -> None:
    with service.archive.writing():
        service.archive.path.joinpath("vectors-1.seal").unlink()
        assert read_state(service)["vectors"] == "exact search stands in"


def test_an_archive_that_cannot_be_read_is_a_state_and_no_error(service: Service) -> None:
    service.archive.close()
    assert read_state(service) == {"status": "archive unreadable"}
