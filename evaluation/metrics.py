"""Figures: means over questions, each with the interval that chance alone would explain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLES = 2000
# the same questions give the same interval
SEED = 20250213
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Figure:
    """The mean of a measure over `questions` questions, from 0 to 1, higher always better; `low` to `high` is its 95 % interval.

    `course` marks a point of a curve, which shows what another threshold would give and has no floor.
    """

    set: str
    measure: str
    value: float
    low: float
    high: float
    questions: int
    course: bool = False

    @property
    def name(self) -> str:
        return f"{self.set}: {self.measure}"


def mean(set: str, measure: str, values: Sequence[float]) -> Figure:
    """The mean of one value for each question, with a bootstrap interval over the questions.

    Raises ValueError when there are no values.
    """
    if not values:
        raise ValueError(f"no questions to take the mean of {measure} over, in {set}")
    low, high = _interval(np.asarray(values, dtype=np.float64))
    return Figure(set, measure, float(np.mean(values)), low, high, len(values))


def rank_measures(
    names: Sequence[str], relevant: Mapping[str, Sequence[str]], ranked: Mapping[str, Sequence[str]]
) -> dict[str, list[float]]:
    """The measures of each ranking, one value for each question of `relevant`, in order; 0 where nothing was found.

    Args:
        names: As ir-measures writes them: `R@1`, `RR@10`, `nDCG@10`, `Success@4`.
        relevant: By question, the ids that should be found.
        ranked: By question, the ids that were found, best first, each once.
    """
    import ir_measures

    judged = [ir_measures.Qrel(question, id, 1) for question, ids in relevant.items() for id in ids]
    run = [ir_measures.ScoredDoc(question, id, -float(place)) for question, ids in ranked.items() for place, id in enumerate(ids)]
    values: dict[str, dict[str, float]] = {name: dict.fromkeys(relevant, 0.0) for name in names}
    measures = {ir_measures.parse_measure(name): name for name in names}
    for metric in ir_measures.iter_calc(list(measures), judged, run):
        values[measures[metric.measure]][metric.query_id] = metric.value
    return {name: list(by_question.values()) for name, by_question in values.items()}


def _interval(values: np.ndarray) -> tuple[float, float]:
    chosen = np.random.default_rng(SEED).integers(0, len(values), size=(RESAMPLES, len(values)))
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(values[chosen].mean(axis=1), [tail, 1 - tail])
    return float(low), float(high)
