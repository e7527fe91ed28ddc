"""Three rankings become one: order, ties, empty lists, and what each may weigh."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.fusion import GRAMS_PER_WORD, weigh_whole
from vectorstore.fusion import fuse as fuse_numbers
from vectorstore.rankings import rank_ids

Scored = list[tuple[str, float]]

TRUST = 0.3
SCORES = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 20))
RANKINGS = SCORES.map(lambda scores: sorted(scores.items(), key=lambda pair: -pair[1]))


def fuse(words: Scored, grams: Scored, vectors: Scored, whole: float, trust: float, named: dict[str, str] | None = None) -> Scored:
    """With letters for passages, each of an article of its own; two letters are an article and a passage of it."""
    rankings = [rank_ids((to_id(name), score) for name, score in each) for each in (words, grams, vectors)]
    fused = fuse_numbers(*rankings, whole, trust, {to_id(name): source for name, source in (named or {}).items()})
    return [(to_name(id), score) for id, score in fused.pairs()]


def to_id(name: str) -> str:
    return f"{ord(name[0]):016x}:1:{ord(name[1:]) if name[1:] else 0}"


def to_name(id: str) -> str:
    article, _, index = id.split(":")
    return chr(int(article, 16)) + (chr(int(index)) if int(index) else "")


def order(words: Scored, grams: Scored, vectors: Scored) -> list[str]:
    return [id for id, _ in fuse(words, grams, vectors, 30.0, TRUST)]


@given(RANKINGS, RANKINGS, RANKINGS)
def test_every_passage_comes_once_and_the_best_first(words: Scored, grams: Scored, vectors: Scored) -> None:
    fused = fuse(words, grams, vectors, 30.0, TRUST)
    assert sorted(id for id, _ in fused) == sorted({id for id, _ in (*words, *grams, *vectors)})
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)


@given(RANKINGS)
def test_one_ranking_alone_keeps_its_order(ranking: Scored) -> None:
    ids = [id for id, _ in ranking]
    assert order(ranking, [], []) == order([], ranking, []) == order([], [], ranking) == ids


@given(RANKINGS, RANKINGS, RANKINGS, st.sampled_from("abcdefgh"))
def test_a_better_score_never_costs_a_passage_its_place(words: Scored, grams: Scored, vectors: Scored, id: str) -> None:
    raised = sorted([(other, score + 5 * (other == id)) for other, score in words], key=lambda pair: -pair[1])
    before, after = order(words, grams, vectors), order(raised, grams, vectors)
    assert id not in before or after.index(id) <= before.index(id)


@given(RANKINGS, RANKINGS, RANKINGS)
def test_the_scale_of_a_models_cosines_does_not_matter(words: Scored, grams: Scored, vectors: Scored) -> None:
    # powers of two, so that nothing is rounded
    crowded = [(id, score / 1024) for id, score in vectors]
    assert order(words, grams, crowded) == order(words, grams, vectors)


def test_equal_scores_keep_the_order_of_words_grams_vectors() -> None:
    fused = fuse([("a", 2.0), ("b", 2.0)], [("c", 2.0 * GRAMS_PER_WORD)], [("d", 0.5)], 10.0, 0.2)
    assert [id for id, _ in fused] == ["a", "b", "c", "d"]


def test_no_rankings_give_nothing() -> None:
    assert fuse([], [], [], 1.0, TRUST) == []


def test_passages_that_are_equally_near_are_all_near() -> None:
    assert fuse([], [], [("a", 0.5), ("b", 0.5)], 1.0, 0.3) == [("a", 0.3), ("b", 0.3)]


def test_words_decide_where_most_of_the_question_is_found_and_vectors_where_hardly_any_is() -> None:
    vectors = [("n", 0.8), ("o", 0.1)]
    found = fuse([("o", 25.0)], [], vectors, 30.0, TRUST)
    hardly = fuse([("o", 5.0)], [], vectors, 30.0, TRUST)
    assert [id for id, _ in found] == ["o", "n"]
    assert [id for id, _ in hardly] == ["n", "o"]


def test_a_question_without_terms_weighs_one() -> None:
    assert weigh_whole(0.0, 0.0) == 1.0
    assert weigh_whole(4.0, 2 * GRAMS_PER_WORD) == pytest.approx(6.0)


def test_a_named_source_lifts_what_was_found_and_brings_in_nothing_else() -> None:
    fused = fuse([("a", 5.0), ("b", 4.0)], [], [], 30.0, TRUST, named={"b": "courier", "z": "courier"})
    assert [id for id, _ in fused] == ["b", "a"]


def test_a_passage_is_drawn_towards_the_best_of_its_article() -> None:
    fused = fuse([("xa", 9.0), ("ya", 3.2), ("xb", 3.0)], [], [], 10.0, TRUST)
    assert [id for id, _ in fused] == ["xa", "xb", "ya"]
    assert fused[0][1] == 0.9


def test_of_several_named_sources_each_has_its_best_passage_near_the_top() -> None:
    words = [("a", 9.0), ("b", 8.0), ("c", 5.0), ("d", 4.0)]
    named = {"a": "courier", "b": "courier", "c": "post", "d": "post"}
    assert [id for id, _ in fuse(words, [], [], 10.0, TRUST, named)] == ["a", "b", "c", "d"]
    assert [id for id, _ in fuse(words, [], [], 20.0, TRUST, named)] == ["a", "c", "b", "d"]
