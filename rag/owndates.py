"""A date belongs to the deed that it stands with: "the bridge, built in 1964, is closed" does not tell when it was closed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.amounts import Amount, find_dates
from rag.deeds import deed_asked, tells_of
from rag.kinds import kind_of
from rag.likeness import WEIGHTS
from rag.matching import match, terms_of, words_in
from rag.scored import Scored
from vectorstore.later import compile_later
from vectorstore.terms import fold

# "die 1964 gebaute Brücke", "der am 3. Mai 2020 eröffnete Tunnel"
_BEFORE_NOUN = compile_later(r"\s(?P<deed>[a-zäöüß]{3,}(?:t|en)e[rnms]?)\s(?=[A-ZÄÖÜ]|[a-zäöüß]+e[rnms]?\s[A-ZÄÖÜ])")
_ARTICLE = compile_later(r"(?i)\b(?:d(?:ie|er|as|en|em|es)|eine?[rnms]?)\s(?:(?:im|am|seit|ab|bis)\s(?:Jahre?\s)?)?\Z")
# ", built in 1964": a participle begins what only adds to a sentence
_ADDED = compile_later(
    r"[,(]\s(?P<deed>[a-z]+(?:ed|ilt|ught|ade)|[a-záéíóú]{3,}[aie]d[oa]s?|[a-zàâéèêîôû]{3,}(?:ée?s?|ite?s?|ies?|ues?|ise?s?))"
    r"\s(?:in|on|for|by|since|until|before|en|para|desde|hasta|el|le|pour|depuis|jusqu['’]en|dès|avant)\s(?:the\s|el\s|le\s)?\Z"
)
# "el puente construido en 1964", "le pont construit en 1964": of what was built so nobody says that it was
_BEHIND_NOUN = compile_later(
    r"(?<!\bfue)(?<!\bson)(?<!\bes)(?<!\bhan)(?<!\bha)(?<!\bété)(?<!\best)(?<!\bfut)(?<!\bsont)(?<!\bsera)(?<!\bserá)(?<!\bsido)(?<!\ba)(?<!\bse)"
    r"\s(?P<deed>[a-záéíóú]{3,}[ai]d[oa]s?|construite?s?|ouverte?s?|fondée?s?|inaugurée?s?|créée?s?)\s(?:en|el|le|desde|depuis)\s\Z"
)

_UNTIL = compile_later(r"\b(?P<until>until|till|bis|jusqu|hasta)(?:\s|['’])(?:\w+\s){0,2}\Z")


def own_dates(question: str, sentence: str, language: str) -> list[Amount]:
    """The dates of a sentence without those that stand with another deed than the question asks for.

    >>> own_dates("When does the bridge close?", "The bridge, built in 1964, closes on 3 May.", "en")[0].text
    '3 May'
    """
    deed, dates = deed_asked(question), _with_asked(question, sentence, language)
    if deed is None or not tells_of(deed, sentence, language):
        return dates
    # "remains closed until April" does not tell when it was closed, and tells when that ends
    until = [(one, _UNTIL.search(sentence[: one.span.start])) for one in dates]
    return [one for one, found in until if found is None or tells_of(deed, found["until"], language)]


def heed_dates(ranked: Sequence[Scored], question: str) -> list[Scored]:
    """Asked when, the sentences whose dates all stand with other deeds count as without a date."""
    if kind_of(question) != "when":
        return list(ranked)
    return sorted((_heed(one, question) for one in ranked), key=lambda one: -one.score)


def _heed(one: Scored, question: str) -> Scored:
    fits, text = one.likeness["fits"], one.sentence.text
    if not fits or any(fold(date.text) not in fold(question) for date in _with_asked(question, text, one.sentence.language)):
        return one
    return replace(one, likeness={**one.likeness, "fits": 0.0}, score=one.score - WEIGHTS["fits"] * fits)


def _with_asked(question: str, sentence: str, language: str) -> list[Amount]:
    """The dates of a sentence but those with a participle that tells of another deed."""
    return [
        one for one in find_dates(sentence) if all(_is_asked(question, deed, language) for deed in _deeds_with(one, sentence, language))
    ]


def _deeds_with(date: Amount, sentence: str, language: str) -> Iterator[str]:
    """The participle that a date stands with, if any."""
    before = sentence[: date.span.start]
    if language == "de":
        found = _BEFORE_NOUN.match(sentence, date.span.end) if _ARTICLE.search(before) else None
    else:
        found = _ADDED.search(before) or (_BEHIND_NOUN.search(before) if language in ("fr", "es") else None)
    if found:
        yield found["deed"]


def _is_asked(question: str, deed: str, language: str) -> bool:
    asked = deed_asked(question)
    return (asked is not None and tells_of(asked, deed, language)) or any(
        match(word, terms_of(deed, language)) for word in words_in(question)
    )
