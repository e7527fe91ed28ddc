"""Three rankings become one: order, ties, empty lists, and what each may weigh."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.fusion import GRAMS_PER_WORD, Ranking, fuse, weigh_whole

TRUST = dict.fromkeys("abcdefgh", 0.3)
SCORES = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 20))
RANKINGS = SCORES.map(lambda scores: sorted(scores.items(), key=lambda pair: -pair[1]))


def order(words: Ranking, grams: Ranking, vectors: Ranking) -> list[str]:
    return [id for id, _ in fuse(words, grams, vectors, 30.0, TRUST)]


@given(RANKINGS, RANKINGS, RANKINGS)
def test_every_passage_comes_once_and_the_best_first(words: Ranking, grams: Ranking, vectors: Ranking) -> None:
    fused = fuse(words, grams, vectors, 30.0, TRUST)
    assert sorted(id for id, _ in fused) == sorted({id for id, _ in (*words, *grams, *vectors)})
    assert [score for _, score in fused] == sorted((score for _, score in fused), reverse=True)


@given(RANKINGS)
def test_one_ranking_alone_keeps_its_order(ranking: Ranking) -> None:
    ids = [id for id, _ in ranking]
    assert order(ranking, [], []) == order([], ranking, []) == order([], [], ranking) == ids


@given(RANKINGS, RANKINGS, RANKINGS, st.sampled_from("abcdefgh"))
def test_a_better_score_never_costs_a_passage_its_place(words: Ranking, grams: Ranking, vectors: Ranking, id: str) -> None:
    raised = sorted([(other, score + 5 * (other == id)) for other, score in words], key=lambda pair: -pair[1])
    before, after = order(words, grams, vectors), order(raised, grams, vectors)
    assert id not in before or after.index(id) <= before.index(id)


@given(RANKINGS, RANKINGS, RANKINGS)
def test_the_scale_of_a_models_cosines_does_not_matter(words: Ranking, grams: Ranking, vectors: Ranking) -> None:
    # powers of two, so that nothing is rounded
    crowded = [(id, score / 1024) for id, score in vectors]
    assert order(words, grams, crowded) == order(words, grams, vectors)


def test_equal_scores_keep_the_order_of_words_grams_vectors() -> None:
    fused = fuse([("a", 2.0), ("b", 2.0)], [("c", 2.0 * GRAMS_PER_WORD)], [("d", 0.5)], 10.0, {"d": 0.2})
    assert [id for id, _ in fused] == ["a", "b", "c", "d"]


def test_no_rankings_give_nothing() -> None:
    assert fuse([], [], [], 1.0, {}) == []


def test_passages_that_are_equally_near_are_all_near() -> None:
    assert fuse([], [], [("a", 0.5), ("b", 0.5)], 1.0, {"a": 0.3, "b": 0.3}) == [("a", 0.3), ("b", 0.3)]


def test_words_decide_where_most_of_the_question_is_found_and_vectors_where_hardly_any_is() -> None:
    vectors = [("near", 0.8), ("other", 0.1)]
    trust = {"near": 0.3, "other": 0.3}
    found = fuse([("other", 25.0)], [], vectors, 30.0, trust)
    hardly = fuse([("other", 5.0)], [], vectors, 30.0, trust)
    assert [id for id, _ in found] == ["other", "near"]
    assert [id for id, _ in hardly] == ["near", "other"]


def test_a_question_without_terms_weighs_one() -> None:
    assert weigh_whole(0.0, 0.0) == 1.0
    assert weigh_whole(4.0, 2 * GRAMS_PER_WORD) == pytest.approx(6.0)


def test_a_named_source_lifts_what_was_found_and_brings_in_nothing_else() -> None:
    fused = fuse([("a", 5.0), ("b", 4.0)], [], [], 30.0, {}, named={"b": "courier", "never found": "courier"})
    assert [id for id, _ in fused] == ["b", "a"]


def test_a_passage_is_drawn_towards_the_best_of_its_article() -> None:
    fused = fuse([("x:1:0", 9.0), ("y:1:0", 3.2), ("x:1:1", 3.0)], [], [], 10.0, {})
    assert [id for id, _ in fused] == ["x:1:0", "x:1:1", "y:1:0"]
    assert fused[0][1] == 0.9


def test_of_several_named_sources_each_has_its_best_passage_near_the_top() -> None:
    words = [("a", 9.0), ("b", 8.0), ("c", 5.0), ("d", 4.0)]
    named = {"a": "courier", "b": "courier", "c": "post", "d": "post"}
    assert [id for id, _ in fuse(words, [], [], 10.0, {}, named)] == ["a", "b", "c", "d"]
    assert [id for id, _ in fuse(words, [], [], 20.0, {}, named)] == ["a", "c", "b", "d"]
