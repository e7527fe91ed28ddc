"""Numbers and their units in a sentence that its quote does not have."""

import math
import re
from collections.abc import Callable, Sequence

from rag.comparisons.clock import Clock, clocks_in
from rag.comparisons.mentions import fold_in_place
from rag.comparisons.quantities import Quantity, in_unit, is_equal, quantities_in
from rag.comparisons.reckoned import reckoned_quantities
from rag.comparisons.shares import CLOSE as CLOSE_SHARE
from rag.comparisons.shares import percents_told, rests, shares_in
from rag.comparisons.statement import Difference, Statement

# by how much of itself a number may be off that is told as rounded to either side; as "more than" or "almost", which say the way
ROUNDED = {"about": 0.05, "over": 0.15, "under": 0.15}
POINTS = re.compile(r"\b(?:the|these|those|les|ces|los|las|estos|estas|die|den|der|diese[rn]?)\s$")
# as rough as a number may be told in another unit, or one that was reckoned and is told as rounded
ROUGHLY = 0.02


def compare_figures(claim: Statement, quote: Statement) -> Difference | None:
    """The first number of the sentence that the quote has not, or has in another unit; what can be reckoned from its numbers it has."""
    told, times = list(clocks_in(claim)), list(clocks_in(quote))
    # a time of day is compared with one; where the quote has none, its numbers may be anything
    clocks = told if times else []
    for clock in clocks:
        if all(other.minutes != clock.minutes for other in times):
            return Difference("other_number", clock.words)
    mine = [named for named in quantities_in(claim) if not _within(named, clocks) and not _is_known_pair(named, claim)]
    held = list(quantities_in(quote)) if mine else []
    missing = [named for named in mine if not _is_held(named, held) and not _is_same_share(named, claim, held, quote)]
    # reckoning costs more than all that, and most sentences copy their numbers
    reckoned = reckoned_quantities(quote, held) if missing else []
    other = next((named for named in missing if not any(_is_reckoned(named, in_unit(one, named.unit)) for one in reckoned)), None)
    return None if other is None else Difference(_reason(other, held), other.words)


def _is_held(named: Quantity, held: Sequence[Quantity]) -> bool:
    same = (one for one in held if _is_same(named, one))
    return any(_has_unit(named, one) and _has_step(named, one) for one in same) or any(_is_converted(named, one) for one in held)


def _reason(named: Quantity, held: Sequence[Quantity]) -> str:
    """The name of the message that tells what is otherwise."""
    same = [one for one in held if _is_same(named, one)]
    return "other_unit" if same and not any(_has_unit(named, one) for one in same) else "other_number"


def _is_converted(named: Quantity, other: Quantity) -> bool:
    """Whether it is told in another unit: 10 years of a decade, 3.2 kilometres of two miles."""
    if named.unit == other.unit or (told := in_unit(other, named.unit)) is other:
        return False
    return is_equal(named, told) or _rounds(named, told) or _is_near(named, told)


def _is_near(named: Quantity, other: Quantity) -> bool:
    return any(abs(one - exact) <= ROUGHLY * exact for one in named.values for exact in other.values)


def _is_reckoned(named: Quantity, other: Quantity) -> bool:
    """Whether it is the number that was reckoned: a share to a whole per cent, what is told as rounded nearly."""
    if not _has_unit(named, other):
        return False
    if named.unit == "percent":
        return any(abs(one - exact) <= CLOSE_SHARE for one in named.values for exact in other.values)
    return is_equal(named, other) or (named.hedge is not None and _is_near(named, other))


def _is_same(named: Quantity, other: Quantity) -> bool:
    return is_equal(named, other) or _rounds(named, other)


def _has_step(named: Quantity, other: Quantity) -> bool:
    return named.step is None or other.step in (None, named.step)


def _has_unit(named: Quantity, other: Quantity) -> bool:
    return named.unit is None or other.unit in (None, named.unit)


def _is_known_pair(named: Quantity, claim: Statement) -> bool:
    """Whether a text only points to two things that it has named: "the two combined"."""
    return named.values == (2.0,) and not named.unit and POINTS.search(fold_in_place(claim.text)[: named.start]) is not None


def _within(named: Quantity, clocks: Sequence[Clock]) -> bool:
    return any(clock.start <= named.start < clock.end for clock in clocks)


def _is_same_share(named: Quantity, claim: Statement, held: Sequence[Quantity], quote: Statement) -> bool:
    """Whether a per cent, or a number in "three out of four", is a share that the quote tells in other words."""
    mine = next((share.percent for share in shares_in(claim) if share.start <= named.start < share.end), None)
    if mine is not None:
        told = percents_told(quote, held)
        return any(abs(mine - other) <= CLOSE_SHARE for other in (*told, *rests(told)))
    worded = [share.percent for share in shares_in(quote)] if named.unit == "percent" else []
    return any(abs(one - other) <= CLOSE_SHARE for one in named.values for other in worded)


def _rounds(named: Quantity, exact: Quantity) -> bool:
    """Whether a number that is told as rounded is one of fewer digits and is what the exact one comes to in them."""
    if named.hedge is None:
        return False
    return any(
        other > 0 and _digits(value) < _digits(other) and _is_rounded(value, other, named.hedge)
        for value in named.values
        for other in exact.values
    )


def _is_rounded(value: float, exact: float, hedge: str) -> bool:
    off = abs(value - exact) / exact
    if 0 < off <= ROUGHLY:
        return True
    place = 10.0 ** (math.floor(math.log10(value)) - _digits(value) + 1) if value > 0 else 1.0
    ways: dict[str, Callable[[float], int]] = {"about": round, "over": math.floor, "under": math.ceil}
    return off <= ROUNDED[hedge] and abs(ways[hedge](exact / place) * place - value) < place / 2


def _digits(value: float) -> int:
    """Digits that say something: 4,900,000 has two."""
    return len(f"{value:.6g}".replace(".", "").split("e")[0].strip("0"))
