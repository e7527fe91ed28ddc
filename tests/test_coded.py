"""Vectors in bytes: whatever they lose, none of the nearest is lost."""

import numpy as np
import pytest

from vectorstore.coded import STRETCH, code

DIMENSION = 24


def vectors(count: int, seed: int = 0) -> np.ndarray:
    # close to one another, as passages on one topic are: then the rounding could change their order
    random = np.random.default_rng(seed)
    whole = 1 + 0.05 * random.standard_normal((count, DIMENSION))
    return (whole / np.linalg.norm(whole, axis=1, keepdims=True)).astype(np.float16)


@pytest.mark.parametrize("share", [1.0, 0.7, 0.1])
@pytest.mark.parametrize("seed", range(5))
def test_the_nearest_are_always_on_the_shortlist(seed: int, share: float) -> None:
    stored = vectors(3_000, seed)
    query = vectors(1, seed + 100)[0].astype(np.float32)
    allowed = np.random.default_rng(seed).random(len(stored)) < share
    scores = np.where(allowed, stored.astype(np.float64) @ query, -np.inf)
    shortlist = code(stored).shortlist(query, allowed, 10)
    assert set(np.argsort(-scores)[:10]) <= set(shortlist)
    assert allowed[shortlist].all()


def test_of_many_vectors_too_whose_stretches_are_allowed_in_all_sorts_of_ways() -> None:
    stored = vectors(5 * STRETCH + 7, 1)
    random = np.random.default_rng(1)
    shares = np.repeat([1.0, 0.0, 0.5, 0.05, 1.0, 1.0], STRETCH)[: len(stored)]
    allowed = random.random(len(stored)) < shares
    for seed in range(5):
        query = vectors(1, seed + 100)[0].astype(np.float32)
        scores = np.where(allowed, stored.astype(np.float64) @ query, -np.inf)
        shortlist = code(stored).shortlist(query, allowed, 400)
        assert set(np.argsort(-scores)[:400]) <= set(shortlist)
        assert allowed[shortlist].all()
        assert sorted(shortlist) == shortlist.tolist()


def test_a_shortlist_is_short_where_vectors_differ() -> None:
    random = np.random.default_rng(3)
    stored = random.standard_normal((3_000, DIMENSION)).astype(np.float16)
    assert len(code(stored).shortlist(stored[7].astype(np.float32), np.ones(3_000, np.bool_), 10)) < 60


def test_no_more_than_are_wanted_are_not_scored_at_all() -> None:
    allowed = np.zeros(50, np.bool_)
    assert code(vectors(50)).shortlist(np.ones(DIMENSION, np.float32), allowed, 3).tolist() == []
    allowed[[4, 9]] = True
    assert code(vectors(50)).shortlist(np.ones(DIMENSION, np.float32), allowed, 3).tolist() == [4, 9]


def test_vectors_of_zeros_and_no_vectors_are_coded_too() -> None:
    coded = code(np.zeros((2, DIMENSION), np.float16))
    assert coded.numbers.tolist() == [[0] * DIMENSION] * 2 and coded.lost.tolist() == [0, 0]
    assert len(code(np.zeros((0, DIMENSION), np.float16)).numbers) == 0


def test_what_is_lost_is_said() -> None:
    stored = vectors(100)
    coded = code(stored)
    rest = stored.astype(np.float32) - coded.step[:, None] * coded.numbers
    assert np.linalg.norm(rest, axis=1) == pytest.approx(coded.lost, abs=1e-6)
    assert coded.lost.max() < 0.02
