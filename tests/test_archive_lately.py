"""Vectors of texts that were needed lately."""

import threading

import numpy as np

from vectorstore.lately import Lately


class Counting:
    """Embeds a text as its length, and counts the texts."""

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def __call__(self, texts: list[str]) -> list[list[float]]:
        self.embedded += texts
        return [[float(len(text)), 1.0] for text in texts]


def test_a_text_is_embedded_once_and_comes_in_its_place() -> None:
    lately, embed = Lately(), Counting()
    first = lately.get("sentence", "m", ["aa", "b", "aa"], embed)
    again = lately.get("sentence", "m", ["b", "ccc"], embed)
    assert embed.embedded == ["aa", "b", "ccc"]
    assert [vector[0] for vector in (*first, *again)] == [2, 1, 2, 1, 3]
    assert first[0].dtype == np.float32


def test_questions_and_sentences_of_the_same_words_differ() -> None:
    lately, embed = Lately(), Counting()
    lately.get("sentence", "m", ["a"], embed)
    lately.get("question", "m", ["a"], embed)
    assert embed.embedded == ["a", "a"]


def test_another_model_forgets_everything() -> None:
    lately, embed = Lately(), Counting()
    for model in ("one", "other", "one"):
        lately.get("sentence", model, ["a"], embed)
    assert len(embed.embedded) == 3


def test_who_was_not_asked_for_longest_is_forgotten() -> None:
    lately, embed = Lately(most=2), Counting()
    for text in ("a", "b", "a", "c", "a", "b"):
        lately.get("sentence", "m", [text], embed)
    assert embed.embedded == ["a", "b", "c", "b"]


def test_many_threads_get_their_own() -> None:
    lately, embed, wrong = Lately(most=50), Counting(), []

    def ask(seed: int) -> None:
        for number in range(300):
            texts = ["x" * ((seed * 7 + number + place) % 90 + 1) for place in range(3)]
            vectors = lately.get("sentence", "m", texts, embed)
            wrong.extend(text for text, vector in zip(texts, vectors, strict=True) if vector[0] != len(text))

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
