"""Which of a sentence's numbers, dates and names a question asks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.amounts import Amount, find_amounts
from rag.comparisons.concepts import Concept, concepts_in
from rag.comparisons.mentions import fold_in_place
from rag.comparisons.units import BEFORE, UNIT
from rag.contraries import CLAUSE
from rag.counting import AGE, COSTS, PEOPLE, amounts_asked, asked_unit, new_to, unit_of
from rag.matching import Word, match, terms_of, words_in
from rag.names import Person, find_persons
from rag.owndates import own_dates
from rag.scored import LEANING
from rag.words import language_of, words_of
from vectorstore import Span, split_sentences
from vectorstore.terms import WORD, fold

# words between a number and the nearest word of the question beside it; a date or a name of several stands nearer than the others
NEAREST, NEAR = 6, 3
# words that are looked at on each side
LOOKED_AT = 8
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
    found = amounts_asked(question, sentence, language)
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
    is_age = AGE.search(fold_in_place(question))
    return found[0] if told or is_age or (is_across and (not sought.missed or asked_unit(question))) else None


def asked_date(question: str, sentence: str, language: str) -> Amount | None:
    """The date of a sentence that the question does not name; of several the one beside its words, None when that is not clear."""
    dates = _at_bound(question, sentence, new_to(own_dates(question, sentence, language), question))
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
    unit = asked_unit(question)
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


def _at_bound(question: str, sentence: str, dates: Sequence[Amount]) -> list[Amount]:
    """Of the dates those that end what is told, where the end is asked for, or begin it."""
    asked, folded = fold_in_place(question), fold_in_place(sentence)
    bound = next((before for asks, before in _BOUNDS if asks.search(asked)), None)
    return list(dates) if bound is None else [one for one in dates if bound.search(folded[: one.span.start])]


def _sought(question: str, sentence: str, language: str) -> Sought:
    matter = (_NAMED_GERMAN if language_of(question) == "de" else _NAMED).sub(" ", question)
    words = [word for word in words_in(matter) if not word.written[:1].isupper() or language == "de"]
    if COSTS.search(fold_in_place(question)):
        # that something costs does not tell what
        priced = [word for word in words_in(question) if not COSTS.fullmatch(fold(word.written))]
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
