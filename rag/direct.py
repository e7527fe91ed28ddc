"""The answer itself, in the words of a quote: the names, the number, the date. Empty unless it is certain."""

import re
from collections.abc import Sequence

from rag.amounts import Amount, find_amounts, find_dates
from rag.evidence import Word, match, terms_of, words_in
from rag.kinds import Kind
from rag.names import find_persons
from rag.words import language_of, words_of
from vectorstore.terms import WORD, fold

# a longer list of names says that the quote is about more than the question
MOST_NAMES = 5
# words between a number and the nearest word of the question beside it
NEAREST = 6
# what is said with the number: "310 million pounds", "3,10 Metern"
_UNITS = (
    r"per cent|percent|prozent|pour cent|por ciento|[kcm]?m|kg|ha"
    r"|euros?|pounds?|dollars?|(?:kilo|centi|milli)?(?:met(?:er|re)s?n?|metros?)|tons?|tonn?en?s?|toneladas?"
    r"|hectares|hectáreas|hektar|hours|days|weeks|months|years|stunden|tagen?|wochen|monaten?|jahren?|heures|jours|semaines|mois|ans|horas|días|semanas"
    r"|meses|años"
)
UNIT = re.compile(rf"[\s\u00a0]?[%€$£°]|[\s\u00a0](?:{_UNITS})(?!\w)", re.IGNORECASE)


def direct_answer(kind: Kind, question: str, quote: str, language: str) -> tuple[str, ...]:
    """Parts of the quote, in order, which the question asks for and did not say; empty where that is not certain."""
    if kind == "who":
        asked = set(words_of(question))
        names = [person.text for person in find_persons(quote) if not set(words_of(person.text)) & asked]
        return tuple(dict.fromkeys(names)) if len(names) <= MOST_NAMES else ()
    if kind == "when":
        dates = _new(find_dates(quote), question)
        return (dates[0].text,) if len(dates) == 1 else ()
    if kind in ("how many", "how much"):
        amount = asked_amount(question, quote, language)
        return (with_unit(quote, amount),) if amount is not None else ()
    return ()


def asked_amount(question: str, sentence: str, language: str) -> Amount | None:
    """The number that stands nearest to a word of the question in the sentence; None when there is none near."""
    asked = words_in(question)
    if language_of(question) not in (None, language) and len(found := _new(find_amounts(sentence), question)) == 1:
        # no word of the one language is in the other
        return found[0]
    near = [
        (_distance(sentence, amount, asked, language), place, amount) for place, amount in enumerate(_new(find_amounts(sentence), question))
    ]
    return min(near)[2] if near and min(near)[0] <= NEAREST else None


def asked_date(question: str, sentence: str) -> Amount | None:
    """The one date of a sentence that the question does not name; None when there are none or several."""
    dates = _new(find_dates(sentence), question)
    return dates[0] if len(dates) == 1 else None


def with_unit(sentence: str, amount: Amount) -> str:
    unit = UNIT.match(sentence, amount.span.end)
    return sentence[amount.span.start : unit.end() if unit else amount.span.end]


def _new(found: Sequence[Amount], question: str) -> list[Amount]:
    return [one for one in found if fold(one.text) not in fold(question)]


def _distance(sentence: str, amount: Amount, asked: Sequence[Word], language: str) -> int:
    """Words between the number and the nearest common word of the question; what it counts, after it, is nearer than what is before."""
    things = [word for word in asked if not word.written[:1].isupper() or language == "de"]
    after = [word.group() for word in WORD.finditer(sentence, amount.span.end)]
    before = [word.group() for word in WORD.finditer(sentence[: amount.span.start])][::-1]
    ahead = next((place for place, word in enumerate(after[:8]) if _is_one(word, things, language)), 99)
    behind = next((place for place, word in enumerate(before[:8]) if _is_one(word, things, language)), 99)
    return min(ahead, behind + 1)


def _is_one(word: str, things: Sequence[Word], language: str) -> bool:
    terms = terms_of(word, language)
    return any(match(thing, terms) for thing in things)
