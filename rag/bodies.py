"""Of what an office is: the town of a mayor, and of an ambassador who sent him and where he sits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.matching import Word, coverage, match, terms_of, words_in
from rag.subject import names_among
from rag.titles import Mention, mentions_in
from rag.words import language_of
from vectorstore.terms import fold

# "mayor of Tarnby", "Bürgermeisterin von Hagenfleth", "maire d'Orsanne", "rector de la Universidad de Moncada"
OF = r"\s(?:of the|of|for the|for|von der|von|vom|der|des|im|in|de la|de los|de|du|del|d['’]|de l['’])\s?"
# where somebody is sent: "ambassador to Brennia", "Botschafterin in Varland"
_OF_NAME = re.compile(rf"{OF}(?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
_AT = re.compile(r"(?:\s[^\W\d]+){0,3}?\s(?:to the|to|in|bei der|beim|bei|aux|au|en|à|auprès de|ante)\s(?=[A-ZÀ-ÖØ-ÞĀ-Ž])")
# the words of a body's name: "Energy and Climate of the Free State"
NAME = r"(?=[A-ZÀ-ÖØ-ÞĀ-Ž])[\w’'-]+(?:\s+(?:(?:and|of|the|for|und|der|des|für|et|de|la|les|du|y|del)\s+)*[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*)*"
_WRITTEN = re.compile(NAME)
# "Brennia's finance minister", and with words between
_WHOSE = re.compile(r"(?P<body>[A-ZÀ-ÖØ-ÞĀ-Ž][\w-]*(?:\s[A-ZÀ-ÖØ-ÞĀ-Ž][\w-]*)*)(?:['’]s|s['’])\s(?:[a-z-]+\s){0,3}\Z")
# "Oskarias Präsidentin"
_WESSEN = re.compile(r"(?:\A|\s)(?P<body>[A-ZÀ-ÖØ-ÞĀ-Ž][\w-]{2,})s\s\Z")
# "the parliament, which Ann Berg chairs"
_WHICH = re.compile(rf"(?P<body>{NAME}),?\s(?:que|which|that|qui|das|die|den)\s\Z")
_ITS = re.compile(rf"\s(?P<body>{NAME})['’]s\s")
_ENDS = re.compile(
    r"[,;:.]|\s(?:ante|en|avec|con|por|para|with|before|at|on|in|after|since|mit|bei|am|im|seit|nach|hat|has|had|is|was|will|ist|war|wird|est|es)\s"
)
_SENT = frozenset(("ambassador",))


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a text names, and of what it is, as written; `body` and `seat`, of who is sent, are empty where it does not say."""

    mention: Mention
    body: str
    seat: str = ""
    # the body with what follows, as its name may go on in small letters: "Union alpine des pêches"
    stretch: str = ""


def offices_with_bodies(text: str, own: str = "") -> list[Office]:
    """The offices that a text names, in order, with their bodies; `own` as in `mentions_in`.

    >>> [(office.body, office.seat) for office in offices_with_bodies("Brennia's ambassador to Varland met the mayor of Tarnby.")]
    [('Brennia', 'Varland'), ('Tarnby', '')]
    """
    return [_with_body(text, mention) for mention in mentions_in(text, own)]


def _with_body(text: str, mention: Mention) -> Office:
    before = text[: mention.span.start]
    is_noun = text[mention.span.start].isupper()
    whose = _WHOSE.search(before) or (_WESSEN if is_noun else _WHICH).search(before)
    after = _OF_NAME.match(text, mention.span.end)
    body = whose["body"] if whose else _name_at(text, after.end()) if after else ""
    is_sent = not mention.offices.isdisjoint(_SENT)
    at = _AT.match(text, mention.span.end) if is_sent else None
    # "will lead Brennia's delegation"
    whose = whose or _ITS.match(text, mention.span.end)
    body = whose["body"] if whose else body
    stretch = whose["body"] if whose else _ENDS.split(text[after.end() :])[0] if after else ""
    return Office(mention, body if not (at and after and at.end() == after.end()) else "", _name_at(text, at.end()) if at else "", stretch)


def _name_at(text: str, start: int) -> str:
    found = _WRITTEN.match(text, start)
    return found[0] if found else ""


def bodies_in(text: str) -> frozenset[str]:
    """Of what the offices in a text are, by a folded word: mayors of two towns are no successors.

    >>> sorted(bodies_in("The mayor of Tarnby met the mayor of Cliffmouth."))
    ['cliffmouth', 'tarnby']
    """
    return frozenset(re.sub(r"['’]s\Z", "", fold(office.body.split()[0])) for office in offices_with_bodies(text) if office.body)


def office_told(text: str) -> str:
    """The first office of a body that a text names, with the body: "mayor Skarvik"; empty for none."""
    office = next((office for office in offices_with_bodies(text) if office.body), None)
    return "" if office is None else f"{text[office.mention.span.start : office.mention.span.end]} {office.body}"


def may_be_of(office: Office, asked: str, things: Sequence[Word], language: str) -> bool:
    """Whether an office may be of what a question asks about; an ambassador sent by the same, or to the same, as far as both say.

    Args:
        asked: The question.
        things: Its words for what is led.
        language: Of the text that names the office.
    """
    if office.seat:
        return all(_same_side(one, office, language) for one in offices_with_bodies(asked) if one.seat)
    return not office.body or not things or coverage(things, terms_of(office.body, language)) > 0


def may_lead(office: Office, asked: str, things: Sequence[Word], language: str) -> bool:
    """The same for who leads a thing: of two delegations the names tell which."""
    names = names_among(things, asked)
    return not names or coverage(names, terms_of(office.stretch, language)) > 0


def _same_side(asked: Office, told: Office, language: str) -> bool:
    sides = ((asked.body, told.body), (asked.seat, told.seat))
    return all(not one or not other or any(match(word, terms_of(other, language)) for word in words_in(one)) for one, other in sides)


def is_exactly_of(office: Office, asked: str, things: Sequence[Word], language: str) -> bool:
    """Whether the body of an office is just what is asked for: the president of a land, not of its parliament."""
    held = all(match(thing, terms_of(office.stretch, language)) for thing in things)
    asked_in = language_of(asked)
    return held and (asked_in != language or all(match(word, terms_of(asked, language)) for word in words_in(office.body)))
