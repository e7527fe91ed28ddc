"""Embedding beside the rest."""

import threading

import pytest

from ingest.embedder import PART, Embedder
from tests.doubles import HashEmbeddings


class Broken(HashEmbeddings):
    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        raise RuntimeError("no model")


class Slow(HashEmbeddings):
    def __init__(self) -> None:
        super().__init__()
        self.begun, self.go = threading.Event(), threading.Event()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.begun.set()
        self.go.wait(10)
        return super().embed_documents(texts)


def test_each_text_gets_its_vector_and_texts_of_like_length_go_together() -> None:
    texts = [f"{'x' * (number % 7)} {number}" for number in range(3 * PART)]
    model = HashEmbeddings()
    with Embedder() as embedder:
        vectors = embedder.submit(texts, model).wait()
    assert vectors == {text: model.embed_query(text) for text in texts}
    assert model.embedded == sorted(texts, key=len)


def test_an_error_is_raised_where_the_vectors_are_wanted_and_the_next_job_is_done() -> None:
    with Embedder() as embedder:
        broken, sound = embedder.submit(["a"], Broken()), embedder.submit(["a"], HashEmbeddings())
        with pytest.raises(RuntimeError, match="no model"):
            broken.wait()
        assert list(sound.wait()) == ["a"]


def test_nobody_waits_for_the_rest_of_a_job_that_is_not_wanted() -> None:
    model = Slow()
    with Embedder() as embedder:
        embedder.submit([str(number) for number in range(3 * PART)], model)
        assert model.begun.wait(10)
        embedder._stopped = True
        model.go.set()
    assert len(model.embedded) == PART
