"""Passages: whole sentences, each in exactly one, within what the model reads."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.split import MOST_CHARACTERS, split_article
from tests.doubles import HashEmbeddings
from vectorstore import Article

SHORT = HashEmbeddings(max_tokens=30)  # leaves 24 words


def passages(text: str, embeddings: HashEmbeddings = SHORT) -> list[str]:
    return [text[span.start : span.end] for span in split_article(Article(text=text, language="en"), embeddings)]


def sentence(words: int) -> str:
    return "Word " + "word " * (words - 2) + "word."


def test_a_short_article_is_one_passage() -> None:
    assert passages("One sentence. Another one.\n\nA third.") == ["One sentence. Another one.\n\nA third."]


def test_sentences_are_never_cut_and_never_twice() -> None:
    text = " ".join(sentence(9) for _ in range(7))
    assert passages(text) == [" ".join([sentence(9)] * 2)] * 3 + [sentence(9)]


def test_a_passage_ends_with_a_paragraph_where_that_leaves_it_half_full() -> None:
    first, second = " ".join([sentence(7)] * 2), " ".join([sentence(7)] * 2)
    assert passages(first + "\n\n" + second) == [first, second]


def test_a_passage_is_full_where_the_paragraph_ends_too_early() -> None:
    text = sentence(5) + "\n\n" + " ".join([sentence(9)] * 3)
    assert passages(text) == [sentence(5) + "\n\n" + " ".join([sentence(9)] * 2), sentence(9)]


def test_a_sentence_beyond_the_budget_is_cut_between_words() -> None:
    cut = passages(sentence(100))
    assert " ".join(cut) == sentence(100)
    assert all(len(passage.split()) <= 24 for passage in cut)


def test_a_line_of_300_000_characters_is_cut_without_a_model_that_sees_it() -> None:
    cut = passages("x" * 300_000)
    assert "".join(cut) == "x" * 300_000
    assert max(map(len, cut)) <= MOST_CHARACTERS


def test_a_letter_is_not_parted_from_its_marks() -> None:
    text = "e\u0301\u0323" * 3000
    assert all(passage[0] == "e" for passage in passages(text))


def test_offsets_count_characters_not_bytes() -> None:
    text = "Straße 😀 gesperrt. " * 20 + "Ende 𝔘."
    assert all(passage.startswith(("Straße", "Ende")) for passage in passages(text.strip()))


def test_the_models_own_limit_counts() -> None:
    text = " ".join([sentence(10)] * 60)
    assert len(passages(text, HashEmbeddings(max_tokens=512))) == len(passages(text, HashEmbeddings(max_tokens=256)))
    assert len(passages(text, HashEmbeddings(max_tokens=64))) > len(passages(text, HashEmbeddings(max_tokens=128)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.sampled_from("ab .!?\n„“😀é国。"), max_size=200), min_size=1, max_size=5).map("\n\n".join))
def test_every_character_but_white_space_is_in_exactly_one_passage(text: str) -> None:
    if not text.strip():
        return
    article = Article(text=text)
    spans = split_article(article, SHORT)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    found = [text[span.start : span.end] for span in spans]
    assert all(passage == passage.strip() != "" for passage in found)
    assert "".join("".join(passage.split()) for passage in found) == "".join(text.split())


@pytest.mark.parametrize("text", ["x", "。", "…", "  x  "])
def test_next_to_nothing_is_one_passage(text: str) -> None:
    assert passages(text) == [text.strip()]
