"""Does a sentence count what a question counts? The homes without power do not tell how many people died."""

import re
from collections.abc import Sequence

from rag.amounts import find_amounts
from rag.comparisons.concepts import Concept, concepts_in
from rag.comparisons.units import unit_after
from rag.counting import PEOPLE, asks_how_long, asks_price_or_age, counted_in, may_count
from rag.kinds import kind_of
from rag.matching import Word
from rag.scored import WORTH_MORE, Scored, put_first
from rag.subject import is_of, names_among, told_of_same
from rag.words import FUNCTION_WORDS, language_of, words_of

# words behind a number of which the first that we know says what it counts
LOOKED_AT = 3
HARM = "harm to people"
PERSONS = frozenset(("people", "offices", HARM))
# of things that exclude each other, these are counted like any other
THINGS = frozenset(("places that things happen in", "vehicles", "institutions"))
_PEOPLE = re.compile(r"inhabitants?|residents?|villagers?|crew|einwohner\w*|bewohner\w*|habitant\w*|residentes?|vecin[oa]s")
# how many live somewhere is asked in these words, and told in those: other counts of people do not tell it; folded
_LIVE = re.compile(
    r"\bhow many (?:\w+ )?(?:people|persons|inhabitants|residents) (?:live|lived|reside)\b|\bhow many (?:inhabitants|residents) do(?:es)?\b"
    r"|\b(?:what|which) (?:is|was) the population\b|\bwie viele \w+ (?:leb(?:t)?en|wohn(?:t)?en)\b"
    r"|\bwie viele (?:ein|be)wohner (?:hat|zahlt|gibt)\b|\beinwohnerzahl\b|\bcombien (?:de|d) \w+ (?:vivent|habitent)\b"
    r"|\bcombien d habitants (?:a|compte|y)\b"
    r"|\bcuant[oa]s \w+ (?:viven|habitan)\b|\bcuantos habitantes (?:tiene|hay)\b|\bpoblacion (?:de|del|tiene)\b"
)
_LIVES = re.compile(
    r"\b(?:population|inhabit\w*|residents?|liv(?:e|es|ed|ing)|home to|einwohner\w*|\w*bewohner\w*|\w*bevolkerung|leb(?:en|t|te|ten)"
    r"|wohn\w*|habit\w+|peupl\w+|viv(?:e|en|ent|ian|aient)|vit|poblacion|vecinos)\b"
    r"|\b(?:city|town|village|stadt|dorf|gemeinde|ville|commune|ciudad|pueblo|municipio)\w* (?:of|mit|von|de)\b"
)
_FREE = re.compile(r"\b(?:free|gratis|kostenlos\w*|umsonst|gratuite?s?|gratuit[ao]s?)\b", re.IGNORECASE)
_STOP = re.compile(r"[,;:.!?()]")
_NONE = re.compile(
    r"\b(?:no|none|nobody|no-one|nothing|without|kein\w*|niemand\w*|nichts|ohne|aucun\w*|personne|sans|ningun\w*|nadie|sin|one|eine?r?|une?|una?)\b"
)


def keep_counting(ranked: Sequence[Scored], words: Sequence[Word], question: str) -> list[Scored]:
    """Of "how many …?", "how much does it cost?" and "how old …?", the sentences that do not count something else alone.

    What else is asked with "how much" need not be told by a number. Where the best one counts something else, only such of passages with
    all names of the question, and none where no such one tells a number or that there is none: what other matters count is no answer.
    Nor is there any where nobody tells the price or the age asked for.
    """
    kind = kind_of(question)
    is_certain = asks_price_or_age(question)
    if not ranked or kind not in ("how many", "how much") or (kind == "how much" and not is_certain):
        return list(ranked)
    if is_certain and not any(
        may_count(question, one.quote, one.sentence.language) or _FREE.search(one.quote) for one in told_of_same(ranked, words, question)
    ):
        return []
    kept = [
        one for one in ranked if not counts_other(question, one.quote, one.sentence.language, str(one.sentence.passage.metadata["title"]))
    ]
    if kept[:1] == list(ranked[:1]):
        return kept
    if names := names_among(words, question):
        kept = [one for one in kept if is_of(one.sentence.passage, names, question)]
    return kept if any(_tells_number(question, one) for one in kept) else []


def prefer_counting(ranked: Sequence[Scored], words: Sequence[Word], question: str) -> list[Scored]:
    """The sentences; where the best one tells no number that was asked for, first those that do and tell of the same."""
    kind = kind_of(question)
    is_certain = asks_price_or_age(question)
    is_own = is_certain or asks_how_long(question)
    if not ranked or kind not in ("how many", "how much") or (kind == "how much" and not is_own):
        return list(ranked)
    best, named = ranked[0], {name.written for name in names_among(words, question)}
    if may_count(question, best.quote, best.sentence.language) or (not is_own and _tells_number(question, best)):
        return list(ranked)
    # further off a number beside nothing but the names may be of anything
    first = [
        one
        for one in told_of_same(ranked, words, question)
        if may_count(question, one.quote, one.sentence.language)
        and best.score - one.score <= WORTH_MORE
        and (one.words - named or (is_own and one.sentence.passage.id == best.sentence.passage.id and (is_certain or one.words)))
    ]
    return put_first(first, ranked)


def counts_other(question: str, quote: str, language: str, title: str = "") -> bool:
    """Whether a quote tells of other harm than was asked about, or each of its numbers counts something else.

    >>> counts_other("How many people died?", "The storm left 4,100 homes without power.", "en")
    True
    >>> counts_other("How many people died?", "Nobody died; five people were hurt.", "en")
    False
    """
    asked_in = language_of(question) or language
    counted = counted_in(question)
    told = [_thing(quote[number.span.end :], language) for number in may_count(question, quote, language)]
    if _LIVE.search(" ".join(words_of(question))) and not _LIVES.search(" ".join(words_of(quote))):
        return True
    asked, harms = _harms(question, asked_in), _harms(quote, language) or _harms(title, language)
    if asked and asked.isdisjoint(harms):
        # of the dead nobody tells who tells of the injured; "lost 30,000 inhabitants" may
        return bool(harms) or not any(thing is not None and _is_person(thing) for thing in told)
    thing = _thing(counted, asked_in)
    # what is asked for in pounds may be told in kilograms
    is_measured = unit_after(counted, 0) is not None
    return not is_measured and bool(find_amounts(quote, language)) and not any(_may_be(thing, one) for one in told)


def _harms(text: str, language: str) -> set[str]:
    return {concept.name for concept in concepts_in(text, language) if concept.group == HARM}


def _thing(after: str, language: str) -> Concept | None:
    """What is counted, by the first of the words behind a number that we know; None where they tell nothing."""
    # "risen to 23, Skerrow hospital said" counts no hospitals
    for word in words_of(_STOP.split(after, maxsplit=1)[0])[:LOOKED_AT]:
        if word in FUNCTION_WORDS:
            return None
        if word in PEOPLE or _PEOPLE.fullmatch(word):
            return Concept("person", "people")
        for concept in concepts_in(word, language):
            if concept.group in PERSONS | THINGS or concept.name in ("house", "person", "job"):
                return concept
    return None


def _may_be(asked: Concept | None, told: Concept | None) -> bool:
    """Whether one may be counted by the other: where we do not know both, nobody can tell; homes are counted in customers."""
    if asked is None or told is None or asked == told:
        return True
    return _is_person(told) and (_is_person(asked) or (asked.name, told.name) == ("house", "customer"))


def _is_person(concept: Concept) -> bool:
    return concept.group in PERSONS or concept.name in ("person", "job")


def _tells_number(question: str, one: Scored) -> bool:
    return bool(may_count(question, one.quote, one.sentence.language)) or _NONE.search(" ".join(words_of(one.quote))) is not None
