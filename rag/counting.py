"""What a question counts, and which of a sentence's numbers may count it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from rag.amounts import Amount, find_amounts
from rag.comparisons.mentions import fold_in_place
from rag.comparisons.units import unit_after, unit_before
from rag.words import FUNCTION_WORDS, words_of
from vectorstore.terms import fold

# from this on a number tells how much by itself
LARGE = 1000
# most sentences count them: "How many people were on board?" asks for those on board
PEOPLE = frozenset("people person persons menschen personen leute personnes gens personas gente".split())  # noqa: SIM905
# what a question counts stands behind these; folded
_COUNTED = re.compile(
    r"\b(?:how many|how much|wie ?viele?r?|combien d(?:e |['’])|cuant[oa]s?)\s*"
    r"(?:(?:millions?|billions?|thousand|millionen|milliarden|tausend|milliards?|mil(?:l?es)?|millones)(?: d(?:e |['’]))?\s*)?"
)
_SHARE = re.compile(r"\b(?:percentage|proportion|share|anteil|pourcentage|porcentaje)\b")
# what somebody earns or pays is asked like a price
COSTS = re.compile(
    r"\b(?:costs?|price|worth|wert|vaut|vale|kost\w+|preis|cout\w*|prix|cuest\w+|cost(?:o|ar\w*)|precio|earn\w*|salary|pays?|paid|spen[dt]"
    r"|verdien\w*|gehalt|lohn|(?:be)?zahlt\w*|gagn(?:e|ent|ait|er)|salaire|pay(?:e|ent|er|ait)|gana[nr]?|sueldo|salario"
    r"|pag(?:an?|o|ar|aron)|cobr(?:an?|o|ar|aron))\b"
)
# of these no price is asked: "wie viele Nominierungen für den Preis"
_MANY = re.compile(r"\b(?:how many|wie ?vieler?|combien d(?:e |['’])|cuant[oa]s)\b|\bcombien d['’]")
_MONEY = frozenset(("dollar", "euro", "pound", "franc", "yen", "rouble", "crown"))
# "how much" of something is no time, unless that is what is asked: "how much time", "¿cuánto duró?"
_MUCH = re.compile(r"\b(?:how much|wie ?viel|combien|cuant[oa])\b")
_TIME_ASKED = re.compile(
    r"\b(?:time|zeit|temps|tiempo|uhr|heures?|horas?|long\w*|lang\w*|dur\w+|dauer\w*|tard\w+)\b|\b(?:how old|wie alt|age|edad)\b"
)
# a person's: in years, or beside the name, "Marcus Tobin, 52, …"
AGE = re.compile(r"\b(?:how old|wie alt|quel age|que edad|cuantos anos tiene)\b")
_PERIODS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "fortnight", "quarter", "half-year", "decade", "century"))
# how long something took; "how long is the bridge?" asks for metres
_LASTS = re.compile(
    r"\b(?:how long (?!is\b|are\b|was\b|were\b)|how much time|wie lange|wie viel zeit|combien de temps"
    r"|quelle (?:est |etait |fut )?(?:la )?duree|cuanto (?:tiempo|dur\w+|tard\w+))"
)
_NO_SPAN = re.compile(r"\s(?:uhr\b|(?:ans|anos|years old|jahre alt)\s?[,.)])")
# "340 of 1,900 jobs": the whole is not asked for, unless it is: "how many jobs are there in all?"
_OF = re.compile(r"\s(?:out of|of|von|unter|sur|de|entre)\s(?:(?:the|its|their|den|insgesamt|les|ses|los|las|sus)\s)?")
_WHOLE_ASKED = re.compile(
    r"\b(?:in all|in total|total|altogether|are there|insgesamt|gesamt\w*|gibt es|en tout|au total|y a t il|en total|hay)\b"
)
# "17 were injured, two of them seriously": a part of what was counted before
_PART = re.compile(
    r"\s(?:of (?:them|whom|these|those)|von (?:ihnen|denen)|davon|d'entre (?:eux|elles)|de ell[oa]s)\b\W*(?P<rest>[^,;.!?]*)"
)
# "from 400 to 650 megawatts": what it was before is not asked for
_FROM = re.compile(r"\b(?:from|von|de|desde|depuis)\s\Z")
_TO = re.compile(r"(?:\s[^\W\d]+){0,2}\s(?:to|auf|a|hasta)\s\Z")


def asks_price_or_age(question: str) -> bool:
    """Whether a question wants a price or an age, which no other number tells."""
    asked = fold_in_place(question)
    return (COSTS.search(asked) or AGE.search(asked)) is not None


def asks_how_long(question: str) -> bool:
    """Whether a question wants how long something took, which only times tell.

    >>> asks_how_long("How long did it last?"), asks_how_long("How long is the bridge?")
    (True, False)
    """
    return _LASTS.search(fold_in_place(question)) is not None


def may_count(question: str, sentence: str, language: str) -> list[Amount]:
    """The numbers of a sentence that the question does not say and that, by their units, may count what it asks for."""
    folded = fold_in_place(sentence)
    return _counting(question, folded, _without_starts(folded, new_to(find_amounts(sentence, language), question)))


def amounts_asked(question: str, sentence: str, language: str) -> list[Amount]:
    """Of these numbers the ones that count neither a part nor the whole of what is asked for."""
    folded = fold_in_place(sentence)
    return _without_wholes(question, folded, _without_parts(question, folded, may_count(question, sentence, language)))


def counted_in(question: str) -> str:
    """The question from what it counts on, folded: "people died?"; empty where it does not say that in four words like "how many"."""
    folded = fold_in_place(question)
    counted = _COUNTED.search(folded)
    return folded[counted.end() :] if counted else ""


def unit_of(folded: str, amount: Amount) -> str | None:
    """The unit that a number has in its folded text."""
    return unit_before(folded, amount.span.start) or unit_after(folded, amount.span.end)


def asked_unit(question: str) -> str | None:
    """The unit that a question counts in: "How many hectares …?"."""
    counted = counted_in(question)
    return unit_after(counted, 0) if counted else None


def new_to(found: Sequence[Amount], question: str) -> list[Amount]:
    """Those that the question does not say itself."""
    return [one for one in found if fold(one.text) not in fold(question)]


def _without_starts(folded: str, found: Sequence[Amount]) -> list[Amount]:
    starts = [
        one
        for one, other in pairwise(found)
        if _FROM.search(folded[: one.span.start]) and _TO.fullmatch(folded[one.span.end : other.span.start])
    ]
    return [one for one in found if one not in starts]


def _without_wholes(question: str, folded: str, found: Sequence[Amount]) -> list[Amount]:
    if _WHOLE_ASKED.search(" ".join(words_of(question))):
        return list(found)
    wholes = [other for one, other in pairwise(found) if _OF.fullmatch(folded[one.span.end : other.span.start])]
    return [one for one in found if one not in wholes]


def _without_parts(question: str, folded: str, found: Sequence[Amount]) -> list[Amount]:
    """Without those that count some of what an earlier one counts, unless the question says what these did."""
    asked = set(words_of(question)) - FUNCTION_WORDS
    parts = [one for one in found[1:] if (part := _PART.match(folded, one.span.end)) and not asked & set(words_of(part["rest"]))]
    return [one for one in found if one not in parts]


def _counting(question: str, folded: str, found: Sequence[Amount]) -> list[Amount]:
    """The numbers that may count what is asked for, by their units."""
    asked = fold_in_place(question)
    if _MUCH.search(asked) and not _TIME_ASKED.search(asked):
        found = [one for one in found if unit_of(folded, one) not in _PERIODS]
    if AGE.search(asked):
        beside = [one for one in found if folded[: one.span.start].endswith(", ") and folded[one.span.end :].startswith((",", "."))]
        # "Ann Berg, 44, is the first woman in the 112-year history"
        own = [one for one in beside if set(words_of(folded[: one.span.start])[-1:]) & set(words_of(question))]
        return own or [one for one in found if unit_of(folded, one) == "year"] or beside
    if _LASTS.search(asked):
        # neither "73 ans, président" nor "um neun Uhr" lasted
        return [one for one in found if unit_of(folded, one) in _PERIODS and not _NO_SPAN.match(folded[one.span.end :])]
    if COSTS.search(asked) and not (_MANY.search(asked) or _SHARE.search(asked)):
        # "90 million", not "two"
        return [one for one in found if unit_of(folded, one) in _MONEY or (one.value >= LARGE and re.search(r"[^\W\d]", one.text))]
    if _SHARE.search(asked):
        return [one for one in found if unit_of(folded, one) == "percent"] or list(found)
    counted = _COUNTED.search(asked)
    if counted is None:
        return list(found)
    unit = unit_after(asked, counted.end())
    if unit is None and not re.match(r"[^\W\d]", asked[counted.end() :]):
        return list(found)
    if unit is None and asked[counted.start() :].startswith(("how much", "wie viel ", "wieviel ", "cuanto ")):
        # "all five gates" is not how much was lost
        return [one for one in found if unit_of(folded, one) or one.value >= LARGE]
    # a part of them, "60 per cent of the teachers", answers too
    fitting = (unit,) if unit else (None, "percent")
    return [one for one in found if unit_of(folded, one) in fitting]
