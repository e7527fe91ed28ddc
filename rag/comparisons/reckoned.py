"""Numbers that a quote's own numbers and words lead to: a difference, a sum, the rest of a hundred, both, a decade."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from rag.comparisons.mentions import fold_in_place, mentions_in
from rag.comparisons.quantities import Quantity
from rag.comparisons.shares import percents_told, rests
from rag.comparisons.statement import Statement
from rag.comparisons.units import factor_between, unit_after, unit_end

# words for a number that a sentence may write as one; folded
WORDED: dict[str, tuple[tuple[str, float], ...]] = {
    "en": (
        ("both|couple|pair|pairs|twins?|duo|twice|doubled?|doubling|second|either|neither", 2),
        ("trio|triplets|thrice|tripled?|treble[d]?|third", 3),
        ("quartet|quadrupled?|fourth|four-fold", 4),
        ("fifth", 5),
        ("sixth", 6),
        ("once|single|sole|first", 1),
    ),
    "de": (
        ("beide[nrsm]?|zweier|paar|zwillinge?n?|duo|zweimal|doppelte?n?|verdoppel\\w*|zweite[nrsm]?", 2),
        ("trio|dreier|dreimal|dreifach\\w*|verdreifach\\w*|dritte[nrsm]?", 3),
        ("quartett|viermal|vierfach\\w*|vierte[nrsm]?", 4),
        ("funfte[nrsm]?|funfmal|funffach\\w*", 5),
        ("sechste[nrsm]?|sechsmal", 6),
        ("einmal|einzige[nrsm]?|erste[nrsm]?", 1),
    ),
    "fr": (
        ("les deux|couple|paire|jumeaux|jumelles|duo|double|doubler?|double[es]*|deuxieme|seconde?", 2),
        ("trio|triples?|triple[es]*|troisieme", 3),
        ("quatuor|quadruple[es]*|quatrieme", 4),
        ("cinquieme", 5),
        ("sixieme", 6),
        ("seule?|unique|premiere?", 1),
    ),
    "es": (
        ("ambos|ambas|pareja|par|gemel[oa]s|duo|doble|duplic\\w*|segund[oa]", 2),
        ("trio|triple|triplic\\w*|tercer[oa]?", 3),
        ("cuarteto|cuadruple|cuadruplic\\w*|cuart[oa]", 4),
        ("quint[oa]", 5),
        ("sext[oa]", 6),
        ("sol[oa]|unic[oa]|primera?", 1),
    ),
}
# "a decade", "une quinzaine", "half a year", "ein halbes Jahr"
ONE = re.compile(
    r"\b(?:(?P<half>half an?|an? half|eine?[nm]? halbe[snr]?|une? demi-?|demi-?|medi[oa])|an?|one|the|eine?[nmrs]?|une?|l[ae]|un[oa]?|el|al"
    r"|per|pro|par|por)[\s-]*(?=[a-z])"
)
# "an hour and a half", "hora y media"
HALF_MORE = re.compile(r"\b(?P<unit>\w+) (?:and a half|et demie?|y medi[oa])\b")
# two names that are told together: "the Bexhow and Lint depots"
NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*"
TOGETHER = re.compile(rf"(?P<more>(?:{NAME}, )*){NAME},? (?:and|und|et|y|e|sowie) (?:of |the |die |der |les |la |le |de |el |los )*{NAME}")
# what stands behind a number that tells by how much something is more or less than before
MORE = re.compile(
    r"\W+(?:\S+\s+){0,2}?(?:more|higher|above|extra|additional|mehr|hoher|uber|zusatzlich\w*"
    r"|de plus|supplementaires?|au-dessus|mas|adicionales|superior)\b"
)
LESS = re.compile(r"\W+(?:\S+\s+){0,2}?(?:less|fewer|lower|below|weniger|niedriger|unter|de moins|au-dessous|menos|inferior)\b")
SCORE = re.compile(r"[-–:]")
# what a part is a part of stands behind one of these
OF = re.compile(
    r"(?:\bof|\bin|\bvon|\bunter|\bsur|\bparmi|\bdes|\bde|\bentre)(?: (?:every|each|the|all|den|insgesamt|les|cada|las|los|chaque))*\s*$"
)
# "6 000 euros par hectare", "8 dollars each"
RATE = re.compile(r"\W+(?:\w+\s+)?(?:per|a|an|each|every|je|pro|fur jede[nrs]?|par|por|cada|chaque)\s+(?P<thing>\w+)")
STEM = 4
# more numbers than these in a quote, and anything could be reckoned from them
MOST = 8


def reckoned_quantities(quote: Statement, held: Sequence[Quantity]) -> list[Quantity]:
    """What the numbers and the words of a quote come to, each without words of its own."""
    text = fold_in_place(quote.text)
    worded = list(_worded(quote, text))
    if len(held) > MOST:
        return worded
    return [*worded, *_differences(text, held), *_whole(held), *_parts(quote, text, held), *_products(text, held), *_between_years(quote)]


def _reckoned(value: float, unit: str | None = None) -> Quantity:
    return Quantity("", (value,), unit)


def _worded(quote: Statement, text: str) -> Iterator[Quantity]:
    for words, value in WORDED.get(quote.language, ()):
        if re.search(rf"\b(?:{words})\b", text):
            yield _reckoned(value)
    for found in ONE.finditer(text):
        if (unit := unit_after(text, found.end())) and (factor_between(unit, "month") or factor_between(unit, "day")):
            yield _reckoned(0.5 if found["half"] else 1.0, unit)
    for found in HALF_MORE.finditer(text):
        if (unit := unit_after(text, found.start())) and unit_end(text, found.start()) == found.end("unit"):
            yield _reckoned(1.5, unit)
    for together in TOGETHER.finditer(quote.text):
        yield _reckoned(2.0 + together["more"].count(", "))


def _differences(text: str, held: Sequence[Quantity]) -> Iterator[Quantity]:
    """Of two numbers of a kind their difference and their sum; of one and a step, what it was before."""
    for first, second in combinations(held, 2):
        # a score is no sum
        if _agree(first, second) and not SCORE.fullmatch(text[_end(first) : max(_end(first), second.start)]):
            unit = first.unit or second.unit
            rises, falls = (any(_is_step(one, text, way) for one in (first, second)) for way in (MORE, LESS))
            for one in first.values:
                for other in second.values:
                    if not falls and one != other:
                        yield _reckoned(abs(one - other), unit)
                    if not rises:
                        yield _reckoned(one + other, unit)


def _end(quantity: Quantity) -> int:
    return quantity.start + len(quantity.words)


def _is_step(quantity: Quantity, text: str, direction: re.Pattern[str]) -> bool:
    return direction.match(text, _end(quantity)) is not None


def _agree(one: Quantity, other: Quantity) -> bool:
    return one.unit is None or other.unit is None or one.unit == other.unit


def _whole(held: Sequence[Quantity]) -> Iterator[Quantity]:
    """The sum of all numbers of a unit, where there are three or more."""
    for unit in {quantity.unit for quantity in held}:
        same = [quantity.values[0] for quantity in held if quantity.unit == unit]
        if len(same) > 2:
            yield _reckoned(sum(same), unit)


def _parts(quote: Statement, text: str, held: Sequence[Quantity]) -> Iterator[Quantity]:
    """What a share is of each number and leaves of it; the rest of a hundred; and what share one number is of another."""
    shares = percents_told(quote, held)
    yield from (_reckoned(percent, "percent") for percent in rests(shares))
    for amount in held:
        if amount.unit not in ("percent", "percentage point"):
            for part in (*shares, *rests(shares), *(100 + share for share in shares)):
                yield _reckoned(round(amount.values[0] * part / 100, 6), amount.unit)
    for part_of, whole in permutations(held, 2):
        if _agree(part_of, whole) and 0 < part_of.values[0] < whole.values[0] and OF.search(text[: whole.start]):
            for value in (part_of.values[0], whole.values[0] - part_of.values[0]):
                yield _reckoned(100 * value / whole.values[0], "percent")


def _products(text: str, held: Sequence[Quantity]) -> Iterator[Quantity]:
    """So much for each of a thing, times the number of these things."""
    for rate, count in permutations(held, 2):
        found = RATE.match(text, _end(rate))
        if found and len(found["thing"]) >= STEM and re.match(rf"\W+{re.escape(found['thing'][:STEM])}", text[_end(count) :]):
            yield _reckoned(rate.values[0] * count.values[0], rate.unit)


def _between_years(quote: Statement) -> Iterator[Quantity]:
    years = sorted({mention.year for mention in mentions_in(quote.text, quote.language) if mention.year})
    yield from (_reckoned(float(later - earlier), "year") for earlier, later in combinations(years, 2))
