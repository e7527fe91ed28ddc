"""Times that the words of a quote lead to: the year after, the day before, the ends of a quarter, the second day of two."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rag.comparisons.mentions import Mention, fold_in_place
from rag.comparisons.numberwords import number_words
from rag.comparisons.statement import Statement

# folded, of four languages together: what leads a year on, and back
NEXT_YEAR = re.compile(
    r"following year|next year|year (?:after|later)|folgende[nsr]? jahr|jahr (?:darauf|danach|spater)|folgejahr|annee (?:suivante|d.apres)"
    r"|an plus tard|(?:ano|anos) siguiente|ano (?:despues|mas tarde)"
)
LAST_YEAR = re.compile(
    r"(?:previous|preceding) year|year (?:before|earlier)|vorjahr|jahr (?:zuvor|davor|fruher)|annee (?:precedente|d.avant)|an plus tot"
    r"|ano (?:anterior|antes|previo)"
)
NEXT_MONTH = re.compile(
    r"(?:following|next) month|month (?:after|later)|folgemonat|monat (?:darauf|spater)|mois (?:suivant|plus tard|d.apres)|mes siguiente"
)
LAST_MONTH = re.compile(
    r"(?:previous|preceding) month|month (?:before|earlier)|vormonat|monat (?:zuvor|davor)|mois (?:precedent|d.avant|plus tot)|mes anterior"
)

_ORDINALS = (
    "(?:first|1st|erste[nsrm]?|1\\.|premiere?|1er|primera?|1\\.?º)",
    "(?:second|2nd|zweite[nsrm]?|2\\.|deuxieme|seconde?|2e|segund[oa])",
    "(?:third|3rd|dritte[nsrm]?|3\\.|troisieme|3e|tercer[oa]?)",
    "(?:fourth|4th|last|vierte[nsrm]?|letzte[nsrm]?|4\\.|quatrieme|dernier|4e|cuarto|ultimo)",
)
_QUARTER = "(?:quarter|quartal|trimestre)"
_HALF = "(?:half(?:[ -]year)?|halbjahr|semestre|jahreshalfte|moitie de l.annee|mitad del ano|six months|sechs monate[n]?|seis meses)"
# a pattern, the first month of the period and its last
PERIODS = tuple(
    (re.compile(rf"\b{ordinal}\s+{name}s?\b"), length * place + 1, length * (place + 1))
    for name, length, count in ((_QUARTER, 3, 4), (_HALF, 6, 2))
    for place, ordinal in enumerate(_ORDINALS[:count])
) + tuple((re.compile(rf"\bq{place + 1}\b"), 3 * place + 1, 3 * place + 3) for place in range(4))
# days and months by another name: what it is called, the month, the day where it is one
CALLED: tuple[tuple[re.Pattern[str], int, int | None], ...] = (
    (re.compile(r"year.?end|end of the year|jahresende|ende des jahres|fin d.annee|fin de l.annee|(?:fin|finales) del? ano"), 12, None),
    (re.compile(r"(?:start|beginning) of the year|jahres(?:beginn|anfang)|debut d.annee|(?:principios|comienzos) del? ano"), 1, None),
    (re.compile(r"new year.s eve|silvester|saint.sylvestre|nochevieja"), 12, 31),
    (re.compile(r"new year.s day|neujahr|jour de l.an|ano nuevo"), 1, 1),
    (re.compile(r"christmas eve|heiligabend|veille de noel|nochebuena"), 12, 24),
    (re.compile(r"christmas|weihnacht\w*|\bnoel\b|navidad"), 12, None),
)
# "a day before", "zwei Wochen nach", "trois jours plus tard", "un día antes"
_UNITS = {
    "day": "days?|tage?n?|jours?|dias?",
    "week": "weeks?|wochen?|semaines?|semanas?",
    "month": "months?|monate?n?|mois|mes(?:es)?",
    "year": "years?|jahre?n?|ans?|annees?|anos?",
}
_ONE = r"a|an|one|the|eine?[nmrs]?|am|der|une?|le|un[oa]?|el|al"
NEXT_DAY = re.compile(
    r"(?:next|following|previous|preceding) day|vortag|folgetag|tags (?:darauf|zuvor)|lendemain|veille|vispera|dia (?:siguiente|anterior)"
)
SHIFT = re.compile(
    rf"\b(?P<count>\d{{1,2}}|[^\W\d]+) (?:{'|'.join(f'(?P<{unit}>{names})' for unit, names in _UNITS.items())})"
    r"(?: (?:before|after|earlier|later|prior|ahead|vor|nach|zuvor|davor|danach|spater|fruher|darauf|avant|apres"
    r"|plus tot|plus tard|auparavant|antes|despues|mas tarde))\b"
)
DAYS_IN = {"day": 1, "week": 7}
# "20 to 27 March", "vom 20. bis 27. März", "del 20 al 27 de marzo"
_JOIN = r"(?:to|and|or|bis|und|oder|au|et|ou|al|y|o|-|–)"
DAY_BEFORE = re.compile(rf"(?<![\d.,])\b(\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?\s*{_JOIN}\s*(?:(?:the|zum|den|dem|am|le|el)\s+)?$")
# "le 9 janvier et le 14", "March 20 to 27"
DAY_AFTER = re.compile(
    rf"\b(?:on the|le|el|am|den|du|au|al|del|vom|zum|{_JOIN})\s+(\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?(?=[\s,;.]|$)(?![.,]?\d|\s*%)"
)
# by the end of a year is before the next
BY = re.compile(
    r"(?:\bby|until|end of|no later than|bis|spatestens|ende|d.ici(?: a)?|fin|au plus tard(?: en| fin)?|hasta|para|finales de)\s*$"
)
BEFORE = re.compile(r"(?:before|prior to|\bvor|avant|antes de)\s*$")


def reckoned_days(quote: Statement, told: Sequence[Mention], claim: Statement, named: Sequence[Mention]) -> Iterator[Mention]:
    """What the quote tells by way of its own times, without words of its own, so that nothing clashes with it.

    Args:
        told: The times that the quote names.
        named: Those that the sentence names: the ends of a period count where it names both.
    """
    text = fold_in_place(quote.text)
    yield from _joined(text, told)
    yield from _of_years(text, told)
    yield from _shifted(text, told, quote.language)
    months = {mention.month for mention in named}
    years: list[int | None] = [mention.year for mention in told if mention.year] or [None]
    for pattern, first, last in PERIODS:
        if {first, last} <= months and pattern.search(text):
            yield from (_reckoned(year, month) for year in years for month in (first, last))
    for called, month, day in CALLED:
        if called.search(text):
            yield from (_reckoned(year, month, day) for year in years)
    yield from _bounds(text, told, fold_in_place(claim.text), named)


def periods_in(text: str) -> dict[tuple[int, int], str]:
    """The quarters and half-years that a text names: first month and last, and the words for it."""
    folded = fold_in_place(text)
    return {(first, last): found[0] for pattern, first, last in PERIODS if (found := pattern.search(folded))}


def _reckoned(year: int | None = None, month: int | None = None, day: int | None = None, weekday: int | None = None) -> Mention:
    return Mention("", 0, 0, year, month, day, weekday)


def _joined(text: str, told: Sequence[Mention]) -> Iterator[Mention]:
    """Days that share the month of another."""
    for place, mention in enumerate(told):
        if not (mention.month and mention.day):
            continue
        if before := DAY_BEFORE.search(text[: mention.start]):
            yield _reckoned(mention.year, mention.month, int(before[1]))
        end = told[place + 1].start if place + 1 < len(told) else len(text)
        for after in DAY_AFTER.finditer(text, mention.end, end):
            # the day of the next date is its own
            if after.end() < end or end == len(text):
                yield _reckoned(mention.year, mention.month, int(after[1]))


def _of_years(text: str, told: Sequence[Mention]) -> Iterator[Mention]:
    """A day or month without a year has that of the date before it, or what "the following year" makes of it."""
    steps = [step for pattern, step in ((NEXT_YEAR, 1), (LAST_YEAR, -1)) if pattern.search(text)]
    year = None
    for mention in told:
        if mention.year:
            year = mention.year
            yield from (_reckoned(year + step, mention.month) for step in steps)
        elif mention.month and year:
            yield from (_reckoned(year + step, mention.month, mention.day) for step in steps or [0])
    for pattern, step in ((NEXT_MONTH, 1), (LAST_MONTH, -1)):
        if pattern.search(text):
            yield from (_by_months(mention, step) for mention in told if mention.month)


def _by_months(mention: Mention, step: int) -> Mention:
    turns, month = divmod((mention.month or 1) - 1 + step, 12)
    return _reckoned(mention.year + turns if mention.year else None, month + 1)


def _shifted(text: str, told: Sequence[Mention], language: str) -> Iterator[Mention]:
    """Each time of the quote so much earlier and later: code does not tell which of the two is told."""
    for found in SHIFT.finditer(text):
        count, unit = _count(found["count"], language), next(name for name in _UNITS if found[name])
        for mention in told if count else ():
            yield from _both_ways(mention, count, unit)
    if NEXT_DAY.search(text):
        yield from (one for mention in told for one in _both_ways(mention, 1, "day"))


def _both_ways(mention: Mention, count: int, unit: str) -> list[Mention]:
    return [one for sign in (-1, 1) if (one := _shift(mention, sign * count, unit))]


def _shift(mention: Mention, count: int, unit: str) -> Mention | None:
    if unit == "year":
        return _reckoned(mention.year + count, mention.month, mention.day) if mention.year else None
    if unit == "month":
        return _by_months(mention, count) if mention.month else None
    days = count * DAYS_IN[unit]
    if mention.weekday is not None and not mention.day:
        return _reckoned(weekday=(mention.weekday + days) % 7)
    if not (mention.month and mention.day):
        return None
    try:
        # of a day without a year, one that is no leap year
        moved = date(mention.year or 2001, mention.month, mention.day) + timedelta(days=days)
    except ValueError:  # 31 June
        return None
    return _reckoned(moved.year if mention.year else None, moved.month, moved.day)


def _count(word: str, language: str) -> int:
    """0 where it is no number."""
    if word.isdigit():
        return int(word)
    if re.fullmatch(_ONE, word):
        return 1
    return int(number_words(language).get(word, 0))


def _bounds(text: str, told: Sequence[Mention], claim: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """By 2029 is before 2030."""
    for mention in named:
        if not mention.year or mention.month:
            continue
        mine = claim[: mention.start]
        for other in told:
            theirs = text[: other.start]
            if (BEFORE.search(mine) and BY.search(theirs) and other.year == mention.year - 1) or (
                BY.search(mine) and BEFORE.search(theirs) and other.year == mention.year + 1
            ):
                yield _reckoned(mention.year)
