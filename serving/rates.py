"""How often a caller may ask, or try a password: a bucket for each that fills up again with time."""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

# where the guard leaves the rates of questions, for what only the receiver of a request knows to be one
SCOPE_KEY: Final = "newsdesk.rates"
TOO_MANY: Final = "too many questions in a short time; ask again in a moment"
# the buckets that are remembered; of callers beyond, who has been quiet longest is forgotten: his bucket is full again
MOST_CALLERS = 10_000


class Rates:
    """Used in one event loop.

    Args:
        per_minute: How many a caller may do in a minute on and on; 0 for no limit.
        burst: How many at once, after a quiet time.
    """

    def __init__(self, per_minute: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_second = per_minute / 60
        self._burst = float(burst)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, caller: str) -> float:
        """0 when the caller may; else the seconds until then."""
        if not self._per_second:
            return 0.0
        level = self._level(caller)
        if level < 1:
            return (1 - level) / self._per_second
        self._put(caller, level - 1)
        return 0.0

    def wait(self, caller: str) -> float:
        """As `take`, without taking one."""
        return max(0.0, 1 - self._level(caller)) / self._per_second if self._per_second else 0.0

    def _level(self, caller: str) -> float:
        level, then = self._buckets.get(caller, (self._burst, self._clock()))
        return min(self._burst, level + (self._clock() - then) * self._per_second)

    def _put(self, caller: str, level: float) -> None:
        self._buckets[caller] = level, self._clock()
        self._buckets.move_to_end(caller)
        if len(self._buckets) > MOST_CALLERS:
            self._buckets.popitem(last=False)
