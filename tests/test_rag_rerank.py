"""A cross-encoder, really loaded from files that the test makes, puts passages in its own order."""

import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from langchain_core.documents import Document

from rag import AnswerSettings, ModelError, NewsRetriever, build_chain, load_reranker
from rag.commands import commands
from tests.news import news_archive
from tests.tiny_models import SIZES
from vectorstore.weights import BUNDLED, find_model

PASSAGES = [
    Document(id=text, page_content=text, metadata={"score": 1.0}) for text in ("The ferry left.", "Cats sleep.", "A bridge closed.")
]


def write_cross_encoder(folder: Path, labels: int = 1) -> Path:
    """A network of a few kilobytes with weights of chance, and the bundled model's tokenizer."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    bundled = find_model(BUNDLED, folder.parent / "hashes")
    assert bundled is not None
    torch.manual_seed(3)
    # large weights: scores that differ
    config = BertConfig(**SIZES, max_position_embeddings=64, num_labels=labels, initializer_range=0.5)
    BertForSequenceClassification(config).save_pretrained(folder)
    for name in ("tokenizer.json", "vocab.txt", "special_tokens_map.json"):
        shutil.copy(bundled.folder / name, folder)
    told = json.loads((bundled.folder / "tokenizer_config.json").read_text())
    (folder / "tokenizer_config.json").write_text(json.dumps({**told, "model_max_length": 64}))
    return folder


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_cross_encoder(tmp_path_factory.mktemp("models") / "cross")


def test_passages_come_in_the_order_of_the_models_own_scores(tiny: Path) -> None:
    from sentence_transformers import CrossEncoder

    ranked = load_reranker(str(tiny))("Why was the bridge closed?", PASSAGES)
    scores = CrossEncoder(str(tiny)).predict([("Why was the bridge closed?", passage.page_content) for passage in PASSAGES])
    expected = [passage.id for _, passage in sorted(zip(scores, PASSAGES, strict=True), key=lambda pair: -pair[0])]
    assert [passage.id for passage in ranked] == expected
    assert [passage.metadata["reranked"] for passage in ranked] == pytest.approx(sorted(map(float, scores), reverse=True), abs=1e-4)
    assert [passage.metadata["score"] for passage in ranked] == [1.0] * 3, "the search's own score is what nearness is told by"
    assert all("reranked" not in passage.metadata for passage in PASSAGES), "what was handed in stays as it was"


def test_nothing_found_stays_nothing(tiny: Path) -> None:
    assert load_reranker(str(tiny))("Why?", []) == []


def test_the_chain_and_the_retriever_use_it(tiny: Path, tmp_path: Path) -> None:
    with news_archive(tmp_path) as archive:
        chain = build_chain(archive, settings=AnswerSettings(reranker=str(tiny)))
        rerank = load_reranker(str(tiny))
        question = "Why was the Harbour Bridge closed?"
        found = chain.invoke({"question": question})["passages"]
        assert [passage.id for passage in found] == [passage.id for passage in rerank(question, found)]
        assert [passage.id for passage in NewsRetriever(archive=archive, rerank=rerank).invoke(question)] == [
            passage.id for passage in found
        ]
        plain = build_chain(archive).invoke({"question": question})["passages"]
    assert {passage.id for passage in plain} == {passage.id for passage in found}


@pytest.mark.parametrize("name", ["/no/such/folder", ""])
def test_a_reranker_that_cannot_be_loaded_is_one_line_with_a_remedy(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match="NEWS_RERANKER") as raised:
        load_reranker(name or str(tmp_path / "empty"))
    assert "\n" not in str(raised.value)


def test_a_classifier_of_two_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="2 scores"):
        load_reranker(str(write_cross_encoder(tmp_path / "cross", labels=2)))


def test_code_in_its_folder_is_not_run(tiny: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny, tmp_path / "evil")
    (folder / "evil.py").write_text(f"import os; os.mkdir({str(tmp_path / 'executed')!r})\nclass Evil: ...")
    told = json.loads((folder / "config.json").read_text())
    told["auto_map"] = {"AutoModelForSequenceClassification": "evil.Evil", "AutoConfig": "evil.Evil"}
    (folder / "config.json").write_text(json.dumps(told))
    # refusing is as good as loading the plain architecture
    with suppress(ModelError):
        load_reranker(str(folder))
    assert not (tmp_path / "executed").exists()


def test_a_reranker_that_cannot_be_had_is_one_line_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWS_RERANKER", "nobody/has-this")
    with news_archive(tmp_path):
        pass
    done = CliRunner().invoke(commands, ["ask", "--model", "none", "--archive", str(tmp_path), "Who leads the delegation?"])
    assert done.exit_code == 1 and isinstance(done.exception, SystemExit)
    assert "nobody/has-this" in done.output and "NEWS_RERANKER" in done.output
