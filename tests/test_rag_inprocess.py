"""A causal model in this process: real files, real loading, real generation, with weights of chance."""

import threading
import time
from pathlib import Path

import pytest
from langchain_core.messages import HumanMessage, SystemMessage

from rag import AnswerSettings, ModelError, ask, build_chain
from rag.inprocess import InProcessChat, load_in_process
from rag.models import load_model
from tests.news import news_archive
from tests.tiny_models import write_tiny_causal

ASKED = [SystemMessage("You answer."), HumanMessage("Why is the bridge closed?")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_causal(tmp_path_factory.mktemp("models") / "tiny")


def test_it_streams_without_the_prompt_and_counts_tokens(folder: Path) -> None:
    model = load_in_process(str(folder), 512)
    chunks = list(model.stream(ASKED))
    text = "".join(str(chunk.text) for chunk in chunks)
    assert len(chunks) > 2 and text.strip()
    assert "Why is the bridge closed" not in text and "You answer" not in text
    usage = [chunk.usage_metadata for chunk in chunks if chunk.usage_metadata]
    assert usage and usage[-1]["input_tokens"] > 5 and usage[-1]["output_tokens"] == model.most_new_tokens
    assert model.invoke(ASKED).text == text


def test_a_reader_who_leaves_stops_the_generation(folder: Path) -> None:
    model = load_in_process(str(folder), 512)
    stream = model.stream(ASKED)
    next(stream)
    stream.close()  # type: ignore[attr-defined]  # a generator
    end = time.monotonic() + 10
    while any(thread.name == "model generation" for thread in threading.enumerate()) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(thread.name == "model generation" for thread in threading.enumerate())


def test_a_prompt_that_is_too_long_keeps_its_end(folder: Path) -> None:
    model = load_in_process(str(folder), 64)
    ids = model._encode([HumanMessage("word " * 500 + "end")])
    assert ids.shape[1] == 64 - model.most_new_tokens


def test_it_answers_in_the_chain_with_quotes_when_it_writes_nonsense(folder: Path, tmp_path: Path) -> None:
    with news_archive(tmp_path / "archive") as archive:
        answer = ask(
            build_chain(archive, f"huggingface:{folder}", AnswerSettings(model_context_tokens=1024)), "Why was the Harbour Bridge closed?"
        )
    assert answer.citations and "crack" in answer.text and answer.reason


def test_its_name_leads_to_it_and_a_wrong_one_is_a_line(folder: Path, tmp_path: Path) -> None:
    assert isinstance(load_model(f"huggingface:{folder}", AnswerSettings()), InProcessChat)
    with pytest.raises(ModelError, match="NEWS_MODEL") as raised:
        load_model(f"huggingface:{tmp_path / 'none'}", AnswerSettings())
    assert "\n" not in str(raised.value)
