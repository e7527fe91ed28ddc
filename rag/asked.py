"""Which of a sentence's numbers, dates and names a question asks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.amounts import Amount, find_amounts
from rag.comparisons.concepts import Concept, concepts_in
from rag.comparisons.mentions import fold_in_place
from rag.comparisons.units import BEFORE, UNIT, unit_after, unit_before
from rag.evidence import Word, match, terms_of, words_in
from rag.names import Person, find_persons
from rag.owndates import own_dates
from rag.scored import LEANING
from rag.stance import CLAUSE
from rag.words import FUNCTION_WORDS, language_of, words_of
from vectorstore import Span, split_sentences
from vectorstore.terms import WORD, fold

# words between a number and the nearest word of the question beside it; a date or a name of several stands nearer than the others
NEAREST, NEAR = 6, 3
# from this on a number tells how much by itself
LARGE = 1000
# words that are looked at on each side
LOOKED_AT = 8
# most sentences count them: "How many people were on board?" asks for those on board
PEOPLE = frozenset("people person persons menschen personen leute personnes gens personas gente".split())  # noqa: SIM905
# what a question counts stands behind these; folded
_COUNTED = re.compile(
    r"\b(?:how many|how much|wie ?viele?r?|combien d(?:e |['’])|cuant[oa]s?)\s*"
    r"(?:(?:millions?|billions?|thousand|millionen|milliarden|tausend|milliards?|mil(?:l?es)?|millones)(?: d(?:e |['’]))?\s*)?"
)
_SHARE = re.compile(r"\b(?:percentage|proportion|share|anteil|pourcentage|porcentaje)\b")
# what somebody earns or pays is asked like a price
_COSTS = re.compile(
    r"\b(?:costs?|price|kost\w+|preis|cout\w*|prix|cuest\w+|cost(?:o|ar\w*)|precio|earn\w*|salary|pays?|paid|spen[dt]|verdien\w*|gehalt|lohn"
    r"|(?:be)?zahlt\w*|gagn(?:e|ent|ait|er)|salaire|pay(?:e|ent|er|ait)|gana[nr]?|sueldo|salario|pag(?:an?|o|ar|aron)|cobr(?:an?|o|ar|aron))\b"
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
_AGE = re.compile(r"\b(?:how old|wie alt|quel age|que edad|cuantos anos tiene)\b")
_PERIODS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "fortnight", "quarter", "half-year", "decade", "century"))
# how long something took; "how long is the bridge?" asks for metres
_LASTS = re.compile(
    r"\b(?:how long (?!is\b|are\b|was\b|were\b)|how much time|wie lange|wie viel zeit|combien de temps"
    r"|quelle (?:est |etait |fut )?(?:la )?duree|cuanto (?:tiempo|dur\w+|tard\w+))"
)
# "340 of 1,900 jobs": the whole is not asked for, unless it is: "how many jobs are there in all?"
_OF = re.compile(r"\s(?:out of|of|von|unter|sur|de|entre)\s(?:(?:the|its|their|den|insgesamt|les|ses|los|las|sus)\s)?")
_WHOLE_ASKED = re.compile(
    r"\b(?:in all|in total|total|altogether|are there|insgesamt|gesamt\w*|gibt es|en tout|au total|y a t il|en total|hay)\b"
)
# "17 were injured, two of them seriously": a part of what was counted before
_PART = re.compile(
    r"\s(?:of (?:them|whom|these|those)|von (?:ihnen|denen)|davon|d'entre (?:eux|elles)|de ell[oa]s)\b\W*(?P<rest>[^,;.!?]*)"
)
# "until when": the date that ends it stands behind such a word; so with "since when"
_BOUNDS = (
    (
        re.compile(r"\b(?:until when|till when|how long|bis wann|jusqu.(?:a|en) quand|jusqu.a quelle date|hasta cuando)\b"),
        re.compile(
            r"\b(?:until|till|through|to|bis(?: zum| ende)?|jusqu.(?:au|en|a)(?: la fin)?|hasta(?: el| finales de)?)\s(?:the end of )?\Z"
        ),
    ),
    (
        re.compile(r"\b(?:since when|seit wann|depuis quand|desde cuando)\b"),
        re.compile(r"\b(?:since|from|seit(?: dem)?|ab|depuis(?: le)?|desde(?: el)?)\s\Z"),
    ),
)
# "from 400 to 650 megawatts": what it was before is not asked for
_FROM = re.compile(r"\b(?:from|von|de|desde|depuis)\s\Z")
_TO = re.compile(r"(?:\s[^\W\d]+){0,2}\s(?:to|auf|a|hasta)\s\Z")
# "the ferry Corvina", "der Fähre Corvina": a name, and the thing that bears it
_NAMED = re.compile(r"\b[^\W\d_][\w-]*(?:\s[A-ZÀ-ÖØ-Þ][\w’'-]+)+")
_NAMED_GERMAN = re.compile(r"\b[A-ZÄÖÜ][\w-]*(?:\s[A-ZÄÖÜ][\w’'-]+)+")
# names that one sentence tells of together: "A, B and the engineer C"
_LISTED = re.compile(r"\s*(?:,|and\b|und\b|et\b|y\b|e\b|sowie\b)(?:\W*[\w'’-]+){0,4}\s*")
# "14 to 21 September", "vom 14. bis 21. September", "du 14 au 21 septembre"
_FIRST_DAY = re.compile(r"(?<![\w.,])(?:\d{1,2}\.?|1er)(?: (?:to|and|until|bis(?: zum)?|und|au|et|al|y) (?:el )?| ?[-–] ?)\Z")


@dataclass(frozen=True, slots=True)
class Sought:
    """The question's words as a sentence may hold them: themselves, and in whatever words it tells of the same things.

    `missed`: the question is about something that we know in all languages, and the sentence is not.
    """

    words: Sequence[Word]
    told: frozenset[str]
    missed: bool
    language: str

    def is_in(self, word: str) -> bool:
        if fold(word) in self.told:
            return True
        terms = terms_of(word, self.language)
        return any(match(one, terms) for one in self.words)


def asked_amount(question: str, sentence: str, language: str) -> Amount | None:
    """The number of what is counted that stands nearest to a word of the question in the sentence; None when there is none near.

    >>> asked_amount("How many people died?", "Of 12 people on board two died.", "en").text
    'two'
    """
    found = _without_parts(question, fold_in_place(sentence), may_count(question, sentence, language))
    found = _without_wholes(question, fold_in_place(sentence), found)
    sought = _sought(question, sentence, language)
    # of two that are as near, the one whose clause tells more of what is asked
    clauses = [_clause_around(sentence, amount.span) for amount in found]
    ranked = [
        (_distance(sentence, amount.span, sought), -sum(map(sought.is_in, WORD.findall(clause))), place)
        for place, (amount, clause) in enumerate(zip(found, clauses, strict=True))
    ]
    if ranked and min(ranked)[0] <= NEAREST:
        return found[min(ranked)[2]]
    # "the number of those injured on the ferry … has risen to 23"; and no word of the one language is in the other
    is_across = language_of(question) not in (None, language)
    if len(found) != 1:
        return None
    told = _sought(question, clauses[0], language).told
    is_age = _AGE.search(fold_in_place(question))
    return found[0] if told or is_age or (is_across and (not sought.missed or _asked_unit(question))) else None


def asks_price_or_age(question: str) -> bool:
    """Whether a question wants a price or an age, which no other number tells."""
    asked = fold_in_place(question)
    return (_COSTS.search(asked) or _AGE.search(asked)) is not None


def asks_how_long(question: str) -> bool:
    """Whether a question wants how long something took, which only times tell.

    >>> asks_how_long("How long did it last?"), asks_how_long("How long is the bridge?")
    (True, False)
    """
    return _LASTS.search(fold_in_place(question)) is not None


def may_count(question: str, sentence: str, language: str) -> list[Amount]:
    """The numbers of a sentence that the question does not say and that, by their units, may count what it asks for."""
    folded = fold_in_place(sentence)
    return _counting(question, folded, _without_starts(folded, _new(find_amounts(sentence, language), question)))


def counted_in(question: str) -> str:
    """The question from what it counts on, folded: "people died?"; empty where it does not say that in four words like "how many"."""
    folded = fold_in_place(question)
    counted = _COUNTED.search(folded)
    return folded[counted.end() :] if counted else ""


def asked_date(question: str, sentence: str, language: str) -> Amount | None:
    """The date of a sentence that the question does not name; of several the one beside its words, None when that is not clear."""
    dates = _at_bound(question, sentence, _new(own_dates(question, sentence, language), question))
    if len(dates) < 2:
        return dates[0] if dates else None
    sought = _sought(question, sentence, language)
    place = _beside([_distance(sentence, date.span, sought) for date in dates])
    return None if place is None else dates[place]


def asked_names(question: str, sentence: str, language: str) -> list[Person]:
    """The people whom a sentence names and the question does not; of several who are not told of together those beside its words."""
    asked = set(words_of(question))
    groups = list(_together(sentence, [one for one in find_persons(sentence) if not set(words_of(one.text)) & asked]))
    sought = _sought(question, sentence, language)
    if len(groups) < 2:
        return groups[0] if groups and _tells_of(sentence, groups[0][0].span, sought) else []
    place = _beside([_distance(sentence, Span(group[0].span.start, group[-1].span.end), sought) for group in groups])
    return [] if place is None else groups[place]


def counts_asked(question: str, sentence: str, language: str) -> bool:
    """Whether a sentence in another language counts in the unit asked for, or tells of the same matter in our vocabulary."""
    unit = _asked_unit(question)
    if unit is not None:
        folded = fold_in_place(sentence)
        return any(unit_of(folded, amount) == unit for amount in find_amounts(sentence, language))
    return bool(_sought(question, sentence, language).told)


def with_unit(sentence: str, amount: Amount) -> str:
    """The amount as it is written, with its unit or sign."""
    unit, sign = UNIT.match(fold_in_place(sentence), amount.span.end), BEFORE.search(sentence, 0, amount.span.start)
    return sentence[sign.start() if sign else amount.span.start : unit.end() if unit else amount.span.end]


def with_first_day(question: str, sentence: str, date: Amount) -> str:
    """The date as it is written, with the first day where it ends a span, "14 to 21 September", unless one end is asked for."""
    is_bound = any(asked.search(fold_in_place(question)) for asked, _ in _BOUNDS)
    first = None if is_bound else _FIRST_DAY.search(sentence, 0, date.span.start)
    return sentence[first.start() if first else date.span.start : date.span.end]


def unit_of(folded: str, amount: Amount) -> str | None:
    """The unit that a number has in its folded text."""
    return unit_before(folded, amount.span.start) or unit_after(folded, amount.span.end)


def _asked_unit(question: str) -> str | None:
    """The unit that a question counts in: "How many hectares …?"."""
    counted = counted_in(question)
    return unit_after(counted, 0) if counted else None


def _new(found: Sequence[Amount], question: str) -> list[Amount]:
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


def _at_bound(question: str, sentence: str, dates: Sequence[Amount]) -> list[Amount]:
    """Of the dates those that end what is told, where the end is asked for, or begin it."""
    asked, folded = fold_in_place(question), fold_in_place(sentence)
    bound = next((before for asks, before in _BOUNDS if asks.search(asked)), None)
    return list(dates) if bound is None else [one for one in dates if bound.search(folded[: one.span.start])]


def _counting(question: str, folded: str, found: Sequence[Amount]) -> list[Amount]:
    """The numbers that may count what is asked for, by their units."""
    asked = fold_in_place(question)
    if _MUCH.search(asked) and not _TIME_ASKED.search(asked):
        found = [one for one in found if unit_of(folded, one) not in _PERIODS]
    if _AGE.search(asked):
        beside = [one for one in found if folded[: one.span.start].endswith(", ") and folded[one.span.end :].startswith((",", "."))]
        # "Ann Berg, 44, is the first woman in the 112-year history"
        own = [one for one in beside if set(words_of(folded[: one.span.start])[-1:]) & set(words_of(question))]
        return own or [one for one in found if unit_of(folded, one) == "year"] or beside
    if _LASTS.search(asked):
        return [one for one in found if unit_of(folded, one) in _PERIODS]
    if _COSTS.search(asked) and not (_MANY.search(asked) or _SHARE.search(asked)):
        # "90 million", not "two"
        return [one for one in found if unit_of(folded, one) in _MONEY or (one.value >= 1000 and re.search(r"[^\W\d]", one.text))]
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


def _sought(question: str, sentence: str, language: str) -> Sought:
    matter = (_NAMED_GERMAN if language_of(question) == "de" else _NAMED).sub(" ", question)
    words = [word for word in words_in(matter) if not word.written[:1].isupper() or language == "de"]
    if _COSTS.search(fold_in_place(question)):
        # that something costs does not tell what
        priced = [word for word in words_in(question) if not _COSTS.fullmatch(fold(word.written))]
        words = [word for word in priced if word in words] or priced or words
    asked = {concept for concept in concepts_in(matter, language_of(question) or language) if _is_matter(concept)}
    told = [words for concept, words in concepts_in(sentence, language).items() if concept in asked]
    narrow = [word for word in words if fold(word.written) not in PEOPLE]
    return Sought(narrow or words, frozenset(word for words in told for word in words.split()), bool(asked) and not told, language)


def _is_matter(concept: Concept) -> bool:
    """Whether a sentence that does not speak of it is about something else."""
    return concept.group != "place" and concept.name != "person"


def _tells_of(text: str, person: Span, sought: Sought) -> bool:
    """Whether, of several sentences, that with the person leans on the one before, or has a word of the question as well."""
    spans = split_sentences(text, sought.language)
    own = next((span for span in spans if span.start <= person.start < span.end), None)
    if own is None or own == spans[0] or LEANING.match(text[own.start : own.end]):
        return True
    return any(map(sought.is_in, WORD.findall(text[own.start : own.end])))


def _together(sentence: str, people: Sequence[Person]) -> Iterator[list[Person]]:
    """Those who are listed, in one group; each other alone."""
    group: list[Person] = []
    for person in people:
        if group and not _LISTED.fullmatch(sentence[group[-1].span.end : person.span.start]):
            yield group
            group = []
        group.append(person)
    if group:
        yield group


def _beside(distances: Sequence[int]) -> int | None:
    """The place of the one that stands beside a word of the question, nearer than all others; None when none does."""
    nearest = min(distances)
    return distances.index(nearest) if nearest <= NEAR and distances.count(nearest) == 1 else None


def _clause_around(sentence: str, span: Span) -> str:
    """ "Nobody died, but 212 people …" counts nobody who died."""
    return CLAUSE.split(sentence[: span.start])[-1] + sentence[span.start : span.end] + CLAUSE.split(sentence[span.end :])[0]


def _distance(sentence: str, span: Span, sought: Sought) -> int:
    """Words of its clause up to the nearest of the question; one after the span, which it may count, is nearer than one before."""
    after = WORD.findall(CLAUSE.split(sentence[span.end :])[0])[:LOOKED_AT]
    before = WORD.findall(CLAUSE.split(sentence[: span.start])[-1])[::-1][:LOOKED_AT]
    ahead = next((place for place, word in enumerate(after) if sought.is_in(word)), 99)
    behind = next((place for place, word in enumerate(before) if sought.is_in(word)), 99)
    return min(ahead, behind + 1)
