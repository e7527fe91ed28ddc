"""What an index finds stands in numbers until it leaves the search."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.rankings import NOTHING, PLACES, Ranking, join_rankings, rank_ids

IDS = st.builds(
    lambda article, version, index: f"{article:016x}:{version}:{index}",
    st.integers(0, 2**64 - 1),
    st.integers(1, PLACES - 1),
    st.integers(0, PLACES - 1),
)
SCORED = st.lists(st.tuples(IDS, st.floats(-1, 50)), max_size=9)


@given(SCORED)
def test_ids_and_scores_come_back_as_they_were(found: list[tuple[str, float]]) -> None:
    ranking = rank_ids(found)
    assert (len(ranking), ranking.pairs()) == (len(found), found)
    assert ranking.ids(2, 4) == [id for id, _ in found[2:4]]


@given(SCORED, SCORED)
def test_joined_and_taken_apart_again_they_are_the_same(one: list[tuple[str, float]], other: list[tuple[str, float]]) -> None:
    both = join_rankings(rank_ids(one), rank_ids(other))
    assert both.pairs() == [*one, *other]
    assert both.take(np.arange(len(one))).pairs() == one
    assert both.take(np.arange(len(both))[::-1]).pairs() == [*one, *other][::-1]


def test_languages_follow_their_passages_and_are_unknown_where_those_of_one_side_are() -> None:
    known = Ranking(np.array([1, 2], np.uint64), np.array([0, 0], np.uint64), np.array([0.9, 0.8]), ["de", "en"])
    assert join_rankings(known, known).take(np.array([3, 0])).languages == ["en", "de"]
    assert join_rankings(known, NOTHING).languages is None
