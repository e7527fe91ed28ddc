"""Several rankings made one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

# Cormack, Clarke and Büttcher, SIGIR 2009: the constant hardly matters between 30 and 100
K = 60


def fuse(rankings: Iterable[Sequence[str]]) -> list[tuple[str, float]]:
    """Reciprocal rank fusion: ids with the sum of 1/(60 + rank) over the rankings, best first.

    Equal sums stay in the order of the first ranking that has them.

    >>> [id for id, score in fuse([["a", "b"], ["b", "c"]])]
    ['b', 'a', 'c']
    """
    scores: defaultdict[str, float] = defaultdict(float)
    for ranking in rankings:
        for rank, id in enumerate(ranking, start=1):
            scores[id] += 1 / (K + rank)
    return sorted(scores.items(), key=lambda pair: -pair[1])
