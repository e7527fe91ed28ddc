"""Whom of those named in a sentence it may tell as holders of an office: not who only speaks of it, nor who holds another one."""

import re
from collections.abc import Sequence

from rag.evidence import Word, coverage, terms_of
from rag.names import Person, find_persons
from rag.offices import bodies_told, names_office, offices_in, titles_in
from vectorstore.terms import fold

# what stands right before somebody who tells of it: "…, said Mayor Ann Berg", "a annoncé mardi le maire, Paul Lefort"; folded
_SPEAKS = re.compile(
    r"\b(?:said|says|announced|told|added|according to|sagte|sagt|erklarte|betonte|laut|teilte|kundigte"
    r"|a (?:dit|declare|annonce|indique|explique|precise)|selon|dijo|anuncio|informo|aseguro|explico|segun)(?: [\w']+){0,5},? ?\Z"
)
# a title and the words with it: "the deputy mayor", "president and chief executive"
_TITLE = re.compile(r"(?:[\w'’-]+\s+){0,3}[\w'’-]+,?\s*\Z")
_CLAUSE = re.compile(r"[,;:.]")


def candidates_in(sentence: str, asked: frozenset[int]) -> list[Person]:
    """Those who may hold the office asked for, in order.

    Args:
        asked: As `offices_in` has them; of who leads a thing nobody's title tells, but who speaks of it in another office does not.
    """
    people = find_persons(sentence)
    starts = [0, *(person.span.end for person in people)]
    ends = [*(person.span.start for person in people[1:]), len(sentence)]
    return [one for one, start, end in zip(people, starts, ends, strict=False) if _may_hold(sentence, one, start, end, asked)]


def _may_hold(sentence: str, person: Person, start: int, end: int, asked: frozenset[int]) -> bool:
    """By the words between the one named before and the one named after."""
    before = sentence[start : person.span.start]
    titled = _TITLE.search(before)
    title = titles_in(titled[0]) if titled else frozenset()
    if not names_office(asked):
        return not (title and title.isdisjoint(asked) and _SPEAKS.search(_flat(before)))
    after = titles_in(_CLAUSE.split(sentence[person.span.end : end])[0])
    told = title | after
    return not told or not told.isdisjoint(asked)


def is_of_another(asked: frozenset[int], things: Sequence[Word], sentence: str, before: str, language: str) -> bool:
    """Whether, asked who leads a thing, the sentence tells of another's office: of a town's mayor, where a company is mentioned.

    Args:
        things: The words for what is led.
        before: The sentence before, which may say of what the office is.
    """
    if names_office(asked) or not things:
        return False
    others = {
        office
        for text in (before, sentence)
        for offices, stretch in bodies_told(text)
        if not coverage(things, terms_of(stretch, language))
        for office in offices
    }
    return bool(others) and offices_in(sentence) <= others


def _flat(text: str) -> str:
    return " ".join(fold(text).replace("’", "'").split())
