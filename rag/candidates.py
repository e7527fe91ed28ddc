"""Whom of those named in a sentence it may tell as holders of an office: not who only speaks of it, nor who holds another one."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rag.bodies import NAME, OF, Office, is_exactly_of, may_be_of, may_lead, offices_with_bodies
from rag.evidence import Word, coverage, terms_of
from rag.names import Person, find_persons
from rag.offices import names_office, titles_in
from rag.officewords import DEPUTY, LEADER, offices_in, shares_office, without_offices
from rag.standings import tells_of_acting, tells_replaced
from vectorstore import Span
from vectorstore.terms import fold

# what stands right before somebody who tells of it: "…, said Mayor Ann Berg", "a annoncé mardi le maire, Paul Lefort"; folded
_SPEAKS = re.compile(
    r"\b(?:said|says|announced|told|added|according to|sagte|sagt|erklarte|betonte|laut|teilte|kundigte"
    r"|a (?:dit|declare|annonce|indique|explique|precise)|selon|dijo|anuncio|informo|aseguro|explico|segun)(?: [\w']+){0,5},? ?\Z"
)
_IS = (
    r"(?:is|was|(?:has|had|have) been|will be|becomes?|became|remains?|stays|named|ist|war|wird|wurde|bleibt|blieb|est|était|sera|devient"
    r"|redevient|reste|a été|es|era|fue|será|ha sido|sigue siendo)"
)
# between a person and an office after it that is his: "Ann Berg, the mayor", "Ann Berg was elected mayor", "elected Ann Berg mayor"
_HIS_AFTER = re.compile(
    rf"\s?\Z|,\s(?:(?:who|der|die|qui|que|quien)\s{_IS}\s)?(?:(?!(?:who|qui|que|quien)\b)[\w'’]+[\s-]){{0,3}}(?:[ld]['’])?\Z"
    rf"|\s(?:will|would|shall|now|still|also|has|had)\s\Z|\s{_IS}\s(?:[\w'’]+[\s-]){{0,5}}(?:[ld]['’])?\Z|[^;:.]*\s(?:as|als|comme|como|zum|zur)\s(?:[\w'’]+[\s-]){{0,3}}\Z"
)
# between an office and a person after it who holds it: "the mayor, Ann Berg", "the mayor of Skarvik, Ann Berg", "mayor is Ann Berg"
_HIS_BEFORE = re.compile(
    rf"(?:[\s-][\w'’]+)?,?\s*\Z|(?:{OF}|\s(?:to|bei|en|à)\s)[^,;:.]{{1,80}},\s?\Z|{OF}{NAME}\s\Z|[^,;:.]*\s{_IS}\s(?:[\w'’]+\s){{0,3}}\Z|\sa\s\Z"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The office that a question asks for: the question, its offices, and its words for what is led."""

    text: str
    offices: frozenset[str]
    things: tuple[Word, ...] = ()


def candidates_in(sentence: str, asked: Asked, language: str) -> list[Person]:
    """Those who may hold the office asked for, in order.

    Of who leads a thing nobody's title tells, but who speaks of it in another office does not.
    """
    people = find_persons(sentence)
    owned = _owned(sentence, people)
    may = [_may_hold(sentence, people, place, owned[place], asked, language) for place in range(len(people))]
    # whom the holder of another thing's office replaces held that one
    may = [
        own and (place == 0 or may[place - 1] or bool(owned[place]) or not _replaced(sentence, people, place))
        for place, own in enumerate(may)
    ]
    return [one for one, own in zip(people, may, strict=True) if own]


def _replaced(sentence: str, people: Sequence[Person], place: int) -> bool:
    return tells_replaced(sentence[people[place - 1].span.end : people[place].span.start])


def _owned(sentence: str, people: Sequence[Person]) -> list[list[Office]]:
    """For each person the offices that the words beside give them."""
    owned: list[list[Office]] = [[] for _ in people]
    for office in offices_with_bodies(sentence):
        place = _owner(sentence, people, office.mention.span)
        if place is not None:
            owned[place].append(office)
    return owned


def _owner(sentence: str, people: Sequence[Person], office: Span) -> int | None:
    """The place of the person who holds an office named in a sentence; None when that is not certain."""
    later = next((place for place, person in enumerate(people) if person.span.start >= office.end), len(people))
    before = sentence[people[later - 1].span.end : office.start] if later else None
    # "President and chief executive Ann Berg"
    after = without_offices(sentence[office.end : people[later].span.start]) if later < len(people) else None
    is_before = after is not None and _HIS_BEFORE.match(after) is not None
    if before is not None and _HIS_AFTER.match(before) and not (is_before and before.startswith(",") and not (after or "").strip()):
        return later - 1
    return later if is_before else None


def _may_hold(sentence: str, people: Sequence[Person], place: int, owned: Sequence[Office], asked: Asked, language: str) -> bool:
    told = titles_in(" ".join(sentence[one.mention.span.start : one.mention.span.end] for one in owned))
    if not names_office(asked.offices):
        before = sentence[people[place - 1].span.end if place else 0 : people[place].span.start]
        leads = [one for one in owned if LEADER in one.mention.offices and one.body]
        if leads and not any(may_lead(one, asked.text, asked.things, language) for one in leads):
            return False
        return not (told and not shares_office(asked.offices, told) and _SPEAKS.search(_flat(before)))
    after = sentence[people[place].span.end : people[place + 1].span.start if place + 1 < len(people) else len(sentence)]
    # a deputy may stand in, and a director of the board preside
    if tells_of_acting(after):
        told = frozenset(one for one in told if one != LEADER and not one.startswith(DEPUTY))
    same = [one for one in owned if shares_office(asked.offices, one.mention.offices)]
    return not told or any(may_be_of(one, asked.text, asked.things, language) for one in same)


def offices_held(sentence: str, surnames: AbstractSet[str]) -> list[str]:
    """The offices, with their bodies where it names them, that a sentence gives somebody of these surnames: "mayor Skarvik"."""
    people = find_persons(sentence)
    owned = zip(people, _owned(sentence, people), strict=True)
    offices = [office for person, held in owned if person.surname in surnames for office in held]
    return [f"{sentence[office.mention.span.start : office.mention.span.end]} {office.body}".strip() for office in offices]


def is_exact(sentence: str, person: Person, asked: Asked, language: str) -> bool | None:
    """Whether a sentence gives a person just the office asked for; None where it does not say of what the office is."""
    people = find_persons(sentence)
    owned = _owned(sentence, people)
    bodies = [
        is_exactly_of(one, asked.text, asked.things, language)
        for own, of in zip(people, owned, strict=True)
        for one in of
        if own == person and one.body and shares_office(asked.offices, one.mention.offices)
    ]
    return any(bodies) if bodies else None


def is_titled(sentence: str, person: Person, asked: Asked) -> bool:
    """Whether a sentence gives a person an office like the one asked for by a title of his own."""
    people = find_persons(sentence)
    owned = zip(people, _owned(sentence, people), strict=True)
    return any(own == person and shares_office(asked.offices, one.mention.offices) for own, held in owned for one in held)


def is_of_another(asked: Asked, sentence: str, before: str, language: str) -> bool:
    """Whether, asked who leads a thing, the sentence tells of another's office: of a town's mayor, where a company is mentioned.

    Args:
        before: The sentence before, which may say of what the office is.
    """
    if names_office(asked.offices) or not asked.things:
        return False
    others = {
        office
        for text in (before, sentence)
        for one in offices_with_bodies(text)
        if one.body and names_office(one.mention.offices) and not coverage(asked.things, terms_of(one.body, language))
        for office in one.mention.offices
    }
    return bool(others) and {office.removeprefix(DEPUTY) for office in offices_in(sentence)} <= others


def names_another(sentence: str, asked: Asked, language: str) -> bool:
    """Whether a sentence names the office of another thing alone."""
    bodies = [may_lead(one, asked.text, asked.things, language) for one in offices_with_bodies(sentence) if one.body]
    return bool(bodies) and not any(bodies)


def _flat(text: str) -> str:
    return " ".join(fold(text).replace("’", "'").split())
