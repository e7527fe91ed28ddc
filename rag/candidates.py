"""Whom of those named in a sentence it may tell as holders of an office: not who only speaks of it, nor who holds another one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.bodies import Office, is_exactly_of, may_be_of, may_lead, offices_with_bodies
from rag.matching import coverage, terms_of
from rag.names import Person
from rag.offices import names_office, titles_in
from rag.officewords import DEPUTY, LEADER
from rag.owners import Asked, has_title, leads_as_deputy, owned_by, people_in
from rag.standings import Claim, flat, tells_of_acting, tells_of_coming, tells_replaced
from rag.titles import offices_in, shares_office
from vectorstore.later import compile_later

# what stands right before somebody who tells of it: "…, said Mayor Ann Berg", "a annoncé mardi le maire, Paul Lefort"; folded
_SPEAKS = re.compile(
    r"\b(?:said|says|announced|told|added|according to|sagte|sagt|erklarte|betonte|laut|teilte|kundigte"
    r"|a (?:dit|declare|annonce|indique|explique|precise)|selon|dijo|anuncio|informo|aseguro|explico|segun)(?: [\w']+){0,5},? ?\Z"
)

# right after the name of somebody who gives the office to another: "Ann Berg a nommé …", "qu'Ann Berg l'avait chargé"; folded
_APPOINTS = compile_later(
    r"\A ?(?:has |had )?(?:appointed|named|nominated)(?: [\w']+){0,4} ?\Z"
    r"|\A ?(?:l'|la |lo )?(?:a|avait|ha|habia) (?:nomme|charge|designe|nombrado|designado)\b"
    r"|\A ?(?:nombro|designo|nomma|designa) |\A ?(?:ernannte|berief|hat (?:[\w']+ ){0,3}(?:ernannt|berufen))\b"
)


def candidates_in(sentence: str, asked: Asked, language: str) -> list[Person]:
    """Those who may hold the office asked for, in order.

    Of who leads a thing nobody's title tells, but who speaks of it in another office does not.
    """
    people = people_in(sentence, asked)
    owned = owned_by(sentence, people, asked.own)
    may = [_may_hold(sentence, people, place, owned[place], asked, language) for place in range(len(people))]
    # whom the holder of another thing's office replaces held that one
    for place in range(1, len(people)):
        if _replaced(sentence, people, place):
            between = sentence[people[place - 1].span.end : people[place].span.start]
            # "Her predecessor" in a sentence of its own may be that of anybody before
            of_holder = any(may[:place]) if re.search(r"[.;]\s", between) else may[place - 1]
            may[place] = of_holder or (may[place] and bool(owned[place]))
    return [one for one, own in zip(people, may, strict=True) if own]


def _replaced(sentence: str, people: Sequence[Person], place: int) -> bool:
    return tells_replaced(sentence[people[place - 1].span.end : people[place].span.start])


def _may_hold(sentence: str, people: Sequence[Person], place: int, owned: Sequence[Office], asked: Asked, language: str) -> bool:
    told = titles_in(" ".join(sentence[one.mention.span.start : one.mention.span.end] for one in owned), asked.own)
    if not names_office(asked.offices):
        before = sentence[people[place - 1].span.end if place else 0 : people[place].span.start]
        leads = [one for one in owned if LEADER in one.mention.offices and one.body]
        if leads and not any(may_lead(one, asked.text, asked.things, language) for one in leads):
            return False
        return not (told and not shares_office(asked.offices, told) and _SPEAKS.search(flat(before)))
    said = re.split(r"[.;:]\s", sentence[people[place - 1].span.end if place else 0 : people[place].span.start])[-1]
    after = sentence[people[place].span.end : people[place + 1].span.start if place + 1 < len(people) else len(sentence)]
    if not owned and _APPOINTS.search(flat(after)):
        return False
    # a deputy may stand in, and a director of the board preside
    # a minister may be tipped for chancellor
    if tells_of_coming(said) or (place + 1 == len(people) and tells_of_acting(after)):
        told = frozenset()
    if tells_of_acting(f"{said}| {after}"):
        told = frozenset(one for one in told if one != LEADER and not one.startswith(DEPUTY))
    same = [one for one in owned if shares_office(asked.offices, one.mention.offices)]
    return not told or any(may_be_of(one, asked.text, asked.things, language) for one in same)


def is_exact(sentence: str, person: Person, asked: Asked, language: str) -> bool | None:
    """Whether a sentence gives a person just the office asked for; None where it does not say of what the office is."""
    people = people_in(sentence, asked)
    owned = owned_by(sentence, people, asked.own)
    bodies = [
        is_exactly_of(one, asked.text, asked.things, language)
        for own, of in zip(people, owned, strict=True)
        for one in of
        if own == person and one.body and shares_office(asked.offices, one.mention.offices)
    ]
    return any(bodies) if bodies else None


def in_own_right(text: str, claim: Claim, asked: Asked) -> Claim:
    """A mayor by the title before the name is one, whomever he stands in for: "Mayor Ann Berg will run the ministry until …".

    A deputy who leads acts: "Deputy director Ann Berg has been running the museum".
    """
    if claim.standing == "holds" and leads_as_deputy(text, claim.person, asked):
        return replace(claim, standing="acting")
    until = text[: claim.person.span.end]
    is_mayor = claim.standing in ("acting", "expected") and has_title(until, claim.person, asked) and not tells_of_acting(until)
    return replace(claim, standing="holds") if is_mayor else claim


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
    bodies = [may_lead(one, asked.text, asked.things, language) for one in offices_with_bodies(sentence, asked.own) if one.body]
    return bool(bodies) and not any(bodies)
