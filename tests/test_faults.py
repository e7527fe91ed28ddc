"""The tutorial's app, with which faults are compared: what it stores it finds, and a kill of it is told in a word."""

import random
from pathlib import Path

import pytest

from benchmarks.tutorial.app import WordEmbeddings, add_articles, open_store
from benchmarks.tutorial.kills import inspect


def test_the_tutorials_store_finds_what_it_holds(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    add_articles(store, [("a", "The bridge is closed.\nFerries run."), ("b", "The festival opens.")])
    assert store.similarity_search("festival opens", k=1)[0].page_content == "The festival opens."
    assert len(store.get(include=[])["ids"]) == 3


def test_what_a_store_lacks_of_what_was_told_is_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_articles(open_store(tmp_path), [("0", "One.")])
    inspect(tmp_path, 2)
    assert capsys.readouterr().out == "lost\n"


def test_vectors_without_a_model_have_one_length() -> None:
    vector = WordEmbeddings().embed_query("bridge " * random.Random(1).randint(1, 9))
    assert abs(sum(number * number for number in vector) - 1) < 1e-9
