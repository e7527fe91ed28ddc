"""What one index finds: passages by numbers, since to name four hundred of them takes longer than to find them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from vectorstore.passage import passage_id
from vectorstore.stored import Rows

Numbers = np.ndarray[Any, np.dtype[np.uint64]]
Scores = np.ndarray[Any, np.dtype[np.float64]]

# the number of a version and that of a passage in it are kept as one
PLACES = 2**32


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Passages with their scores, best first: a number for each in every array.

    Attributes:
        articles: Ids of their articles, as the numbers that they are in base 16.
        places: The version times 2**32, and the passage's index in it.
        languages: In what each is written, where the index knows it; None where it does not.
    """

    articles: Numbers
    places: Numbers
    scores: Scores
    languages: Sequence[str] | None = None

    def __len__(self) -> int:
        return len(self.scores)

    def ids(self, start: int = 0, stop: int | None = None) -> list[str]:
        """Of the passages from `start` on and before `stop`."""
        numbers = zip(self.articles[start:stop].tolist(), self.places[start:stop].tolist(), strict=True)
        return [passage_id(f"{article:016x}", *divmod(place, PLACES)) for article, place in numbers]

    def take(self, positions: Rows) -> "Ranking":
        """What stands at these positions, in their order."""
        languages = None if self.languages is None else [self.languages[position] for position in positions.tolist()]
        return Ranking(self.articles[positions], self.places[positions], self.scores[positions], languages)

    def pairs(self) -> list[tuple[str, float]]:
        """Ids with their scores."""
        return list(zip(self.ids(), self.scores.tolist(), strict=True))


def rank(articles: Sequence[int], places: Sequence[int], scores: Sequence[float]) -> Ranking:
    """From what stands in order already, best first."""
    return Ranking(np.asarray(articles, np.uint64), np.asarray(places, np.uint64), np.asarray(scores, np.float64))


def rank_ids(found: Iterable[tuple[str, float]]) -> Ranking:
    """From ids with their scores, best first.

    >>> rank_ids([("00000000000000ff:2:7", 0.5)]).pairs()
    [('00000000000000ff:2:7', 0.5)]
    """
    hits = list(found)
    numbers = [id.split(":") for id, _ in hits]
    places = [int(version) * PLACES + int(index) for _, version, index in numbers]
    return rank([int(article, 16) for article, *_ in numbers], places, [score for _, score in hits])


def join_rankings(one: Ranking, other: Ranking) -> Ranking:
    """Both, one behind the other."""
    known = one.languages is not None and other.languages is not None
    return Ranking(
        np.concatenate([one.articles, other.articles]),
        np.concatenate([one.places, other.places]),
        np.concatenate([one.scores, other.scores]),
        [*(one.languages or ()), *(other.languages or ())] if known else None,
    )


NOTHING = rank((), (), ())
