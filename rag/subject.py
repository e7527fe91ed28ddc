"""Of which of several alike a text speaks: Bridge 50 is not Bridge 51."""

import re
from collections.abc import Sequence
from functools import lru_cache

from langchain_core.documents import Document

from rag.comparisons.names import names_in
from rag.comparisons.statement import Statement
from rag.evidence import facts_of
from rag.matching import Word, match, terms_of
from rag.scored import Scored
from rag.words import language_of
from vectorstore.terms import fold

# what bears numbers, in English, German, French and Spanish, as folded words
_THINGS = (
    "area avenue bay berth block bridge building bus case crane district dock exit field flight floor gate hall highway house interstate "
    "line lock lot mine motorway patient phase pier pit plant platform precinct quay reactor road room route runway school section sector "
    "shaft ship silo station street tank terminal track train tram truck tunnel turbine unit vessel ward warehouse well zone "
    "abschnitt autobahn bahnsteig bauabschnitt becken bezirk brucke bundesstrasse fall feld flug gebaude gleis hafen halle haus kai "
    "kran linie lkw patient reaktor revier schacht schiff schleuse schule speicher strasse strecke tor tunnel wache zelle zug "
    "autoroute bassin batiment dossier ecluse entrepot ligne navire pont puits quai reacteur rue secteur tour tranche voie vol "
    "almacen anden autopista barco carretera edificio esclusa expediente linea muelle nave pozo puente puerta ruta tramo tren vuelo"
)
THINGS = frozenset(_THINGS.split())
NUMBERED = re.compile(r"([^\W\d_]+)\s+(?:(?:no|nr|n[°º])\.?\s*|#\s*)?(\d{1,5}[a-z]?)\b(?![.,:]\d)")


def is_of(passage: Document, names: Sequence[Word], question: str) -> bool:
    """Whether a passage holds every name of the question, as `names_among` finds them, and every number that belongs to one."""
    terms = terms_of(facts_of(passage), passage.metadata["language"])
    return bool(names) and all(match(name, terms) for name in names) and has_numbers(passage, question)


def told_of_same(ranked: Sequence[Scored], words: Sequence[Word], question: str) -> list[Scored]:
    """The sentences of the best one's passage, or of one that has every name of the question; of what is asked the others do not tell."""
    names, best = names_among(words, question), ranked[0].sentence.passage.id
    return [one for one in ranked if one.sentence.passage.id == best or is_of(one.sentence.passage, names, question)]


def names_among(words: Sequence[Word], question: str) -> list[Word]:
    """The words with a capital; in German, where every noun has one, those that stand as names do, if any does."""
    capital = [word for word in words if word.written[:1].isupper()]
    if language_of(question) != "de":
        return capital
    named = {fold(name) for name in names_in(Statement(question, "de"))}
    return [word for word in capital if fold(word.written) in named] or capital


# each passage is compared with the same question
@lru_cache(maxsize=256)
def numbers_in(question: str) -> frozenset[str]:
    """The numbers that tell things of one name apart.

    >>> sorted(numbers_in("Is Terminal 2 closed since 5 March 2025, and did Flight 302 leave with 14 people?"))
    ['2', '302']
    """
    return frozenset(number for thing, number in NUMBERED.findall(fold(question)) if thing in THINGS)


def has_numbers(passage: Document, question: str) -> bool:
    """Whether a passage holds every number that belongs to a name of the question."""
    numbers = numbers_in(question)
    return not numbers or numbers <= set(re.findall(r"\d+[a-z]?\b", fold(facts_of(passage))))
