"""Whose an office is that a sentence names: who stands beside it, and in what words between."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from rag.bodies import NAME, OF, Office, offices_with_bodies
from rag.matching import Word
from rag.names import Person, find_persons
from rag.officewords import DEPUTY, LEADER
from rag.standingwords import BOTH
from rag.titles import mentions_in, offices_in, shares_office, without_offices
from rag.words import words_of
from vectorstore import Span
from vectorstore.terms import fold

_IS = (
    r"(?:is|was|(?:has|had|have) been|will be|becomes?|became|remains?|stays|named|ist|war|wird|wurde|bleibt|blieb|est|était|sera|devient"
    r"|redevient|reste|a été|es|era|fue|será|ha sido|sigue siendo)"
)
# between a person and an office after it that is his: "Ann Berg, the mayor", "Ann Berg was elected mayor", "elected Ann Berg mayor"
_HIS_AFTER = re.compile(
    rf"\s?\Z|,\s(?:(?:who|der|die|qui|que|quien)\s{_IS}\s)?(?:(?!(?:who|qui|que|quien|ha|han|hat|haben|has|have|had|a|ont)\b)[\w'’]+[\s-]){{0,3}}(?:[ld]['’])?\Z"
    rf"|\s(?:will|would|shall|now|still|also|has|had)\s\Z|\s{_IS}\s(?:[\w'’]+[\s-]){{0,5}}(?:[ld]['’])?\Z|[^;:.]*\s(?:as|als|comme|como|zum|zur)\s(?:[\w'’]+[\s-]){{0,3}}\Z"
    # "made Ann Berg its chief whip", "chose Ann Berg to be its mayor"
    r"|\s(?:to be (?:the |a )?)?(?:its|their|his|her|son|sa|leur|su)\s\Z|\sto be (?:the\s)?\Z"
)
# between an office and a person after it who holds it: "the mayor, Ann Berg", "the mayor of Skarvik, Ann Berg", "mayor is Ann Berg"
_HIS_BEFORE = re.compile(
    rf"(?:[\s-][\w'’]+)?[,:]?\s*\Z|(?:{OF}|\s(?:to|bei|en|à)\s)[^,;:.]{{1,80}},\s?\Z|{OF}{NAME}\s\Z|[^,;:.]*\s{_IS}\s(?:[\w'’]+\s){{0,3}}\Z|\sa\s\Z"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """The office that a question asks for: the question, its offices, and its words for what is led."""

    text: str
    offices: frozenset[str]
    things: tuple[Word, ...] = ()
    # one of them that no list knows
    own: str = ""


def people_in(sentence: str, asked: Asked) -> list[Person]:
    """Those named in a sentence, without their titles: "Stadtbaurätin Ann Berg"; of "die Botschafterin von Varland" nobody is."""
    titles = [one.span for one in mentions_in(sentence, asked.own)]
    # "des Klosters Rauhenzell"
    things = {form for thing in asked.things for form in (fold(thing.written), re.sub(r"e?s\Z", "", fold(thing.written)))}
    people = (_without_title(one, titles) for one in find_persons(sentence))
    # "SV Gollnow" in the question is what is led
    return [one for one in people if one.text[:1].isupper() and not things.issuperset(words_of(one.text))]


def _without_title(person: Person, titles: Sequence[Span]) -> Person:
    end = max((title.end for title in titles if person.span.start == title.start and title.end < person.span.end), default=0)
    name = person.text[end - person.span.start :].lstrip() if end else ""
    # "Dean Martin"
    if " " not in name:
        return person
    return Person(name, Span(person.span.end - len(name), person.span.end), titled=True)


def owned_by(sentence: str, people: Sequence[Person], own: str = "") -> list[list[Office]]:
    """For each person the offices that the words beside give them."""
    owned: list[list[Office]] = [[] for _ in people]
    for office in offices_with_bodies(sentence, own):
        place = _owner(sentence, people, office.mention.span)
        if place is not None:
            owned[place].append(office)
    for place, (one, other) in enumerate(pairwise(people)):
        # "Ann Berg and Carl Lund, the chairs"
        if not owned[place] and BOTH.fullmatch(sentence[one.span.end : other.span.start]):
            owned[place] += [office for office in owned[place + 1] if office.mention.span.start > other.span.end]
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


def offices_held(sentence: str, surnames: AbstractSet[str]) -> list[str]:
    """The offices, with their bodies where it names them, that a sentence gives somebody of these surnames: "mayor Skarvik"."""
    people = find_persons(sentence)
    owned = zip(people, owned_by(sentence, people), strict=True)
    offices = [office for person, held in owned if person.surname in surnames for office in held]
    return [f"{sentence[office.mention.span.start : office.mention.span.end]} {office.body}".strip() for office in offices]


def is_titled(sentence: str, person: Person, asked: Asked) -> bool:
    """Whether a sentence gives a person an office like the one asked for by a title of his own."""
    people = people_in(sentence, asked)
    owned = zip(people, owned_by(sentence, people, asked.own), strict=True)
    return any(own == person and shares_office(asked.offices, one.mention.offices) for own, held in owned for one in held)


def has_title(sentence: str, person: Person, asked: Asked) -> bool:
    """Whether a sentence gives a person just the office asked for, not only one like it."""
    people = people_in(sentence, asked)
    owned = zip(people, owned_by(sentence, people, asked.own), strict=True)
    return any(own == person and asked.offices & one.mention.offices for own, held in owned for one in held)


def leads_as_deputy(sentence: str, person: Person, asked: Asked) -> bool:
    """Whether somebody whom a sentence calls a deputy leads by what it says next."""
    people = people_in(sentence, asked)
    owned = zip(people, owned_by(sentence, people, asked.own), strict=True)
    before = (one.mention for own, held in owned if own == person for one in held if one.mention.span.end <= person.span.start)
    offices = {office for mention in before for office in mention.offices}
    verb = re.match(r"\s(?:(?:has|have) been|is|now)\s(?P<verb>\w+ing)\b|\s(?P<does>\w+)\s", sentence[person.span.end :])
    does = offices_in(verb["verb"] or verb["does"]) if verb else frozenset()
    is_deputy = bool(offices) and all(office.startswith(DEPUTY) for office in offices)
    return is_deputy and not any(one.startswith(DEPUTY) for one in asked.offices) and LEADER in does
