"""How often a caller may ask, or try a password: a bucket for each that fills up again with time."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol, runtime_checkable

# where the guard leaves the rates of questions, for what only the receiver of a request knows to be one
SCOPE_KEY: Final = "newsdesk.rates"
TOO_MANY: Final = "too many questions in a short time; ask again in a moment"
# the buckets that are remembered; of callers beyond, who has been quiet longest is forgotten: his bucket is full again
MOST_CALLERS = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """How much one caller may do.

    Attributes:
        per_minute: On and on; 0 for no limit.
        burst: At once, after a quiet time.
    """

    per_minute: float
    burst: int

    @property
    def step(self) -> float:
        """Seconds in which a bucket gets what one takes out of it."""
        return 60 / self.per_minute

    @property
    def most(self) -> float:
        """As long as a bucket is full again in so many seconds, there is something in it."""
        return (self.burst - 1) * self.step


@runtime_checkable
class Rates(Protocol):
    """The buckets of one kind. Any thread may use them; those on a server raise ArchiveError."""

    def take(self, caller: str) -> float:
        """0 when the caller may; else the seconds until then."""

    def give_back(self, caller: str) -> None:
        """What was taken and has not been used."""


# the buckets of the kind of that name
MakeRates = Callable[[str, Rate], Rates]


class OwnRates:
    """Buckets of this process."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._guard = threading.Lock()
        # when each bucket is full
        self._full: OrderedDict[str, float] = OrderedDict()

    def take(self, caller: str) -> float:
        if not self._rate.per_minute:
            return 0.0
        with self._guard:
            now = self._clock()
            full = max(now, self._full.get(caller, now))
            if full - now > self._rate.most:
                return full - now - self._rate.most
            self._put(caller, full + self._rate.step)
        return 0.0

    def give_back(self, caller: str) -> None:
        with self._guard:
            if caller in self._full:
                self._full[caller] -= self._rate.step

    def _put(self, caller: str, full: float) -> None:
        self._full[caller] = full
        self._full.move_to_end(caller)
        if len(self._full) > MOST_CALLERS:
            self._full.popitem(last=False)


def make_own(kind: str, rate: Rate) -> Rates:
    """Each process for itself."""
    return OwnRates(rate)
