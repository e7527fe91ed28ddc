"""Questions for the holder of an office: how they ask, and which offices answer them."""

import re

from rag.kinds import kind_of
from rag.names import Person, find_persons
from rag.officewords import LEADER
from rag.titles import mentions_in, offices_in, shares_office
from rag.unlisted import office_asked
from rag.words import INTERROGATIVES, words_of
from vectorstore.terms import fold

_WHO_DID = re.compile(
    r"\b(?:who|wer|qui|quien|quienes)\b.{0,24}?\b(?:is|was|were|are|has been|had been|will be|will become|becomes|became|leads?"
    r"|led|heads?|headed|runs?|ran|chairs?|conducts?|conducted|dirigiert|dirigierte|conduit|conduisait"
    r"|chaired|coaches|coached|commands?|commanded|edits|edited|trains|trained|presides|presided|directs?|directed|manages?"
    r"|succeeds?|succeeded|replaces?|replaced|preced(?:es|ed)|denied|denies|expected"
    r"|ist|sind|war|waren|wird|wurde|dementierte|leitet|leitete|regiert|regierte|befehligt|kommandiert|fuhrt|fuhrte|trainiert"
    r"|trainierte|gilt|soll|folgt"
    r"|folgte|ersetzt|ersetzte|loste|steht"
    r"|bestreitet|dementiert"
    r"|est|sont|etait|sera|a ete|dement|dirige(?:ait|ra)?|commande|commandait|preside(?:ra)?|presidait|mene(?:ra)?|entrain(?:e|era"
    r"|ait)|succede|remplace|a remplace"
    r"|a succede"
    r"|remplacera|succedera"
    r"|es|son|era|fue|sera|ha sido|niega|nego|desmiente|desmintio|dirige|dirigia|dirigira|(?:m|com)anda(?:ba)?|preside|presidia|presidira"
    r"|lidera(?:ba|ra)?|encabeza(?:ba|ra)?|entrena(?:ba|ra)?|sustituye"
    r"|sustituyo|sustituira|reemplaza|reemplazo|releva|relevo|sucede|sucedio|sucedera)\b"
)


def asks_for_holder(question: str) -> bool:
    """Whether a question asks who holds an office: "Who is the mayor?", "Wer leitet …?"; not "Who is Marco Rubio?".

    >>> [asks_for_holder(text) for text in ("Who heads the bank?", "Who is Rubio?", "Who won?")]
    [True, False, False]
    """
    folded = " ".join(words_of(question))
    return (
        kind_of(question) == "who"
        and _WHO_DID.search(folded) is not None
        and bool(
            offices_in(_matter(folded))
            or office_asked(question)
            or _SUCCESSION.search(folded)
            or (_SUCCESSOR.search(folded) and holders_named(question))
        )
    )


# around the name in "Is Ann Berg still the mayor?"; folded
_IS_HE = re.compile(
    r"(?:is|does|ist|bleibt|est ce que|es|sigue siendo|sigue|continua siendo|(?:leitet|fuhrt|trainiert|dirige|preside|entrena)|)"
)
_STILL_WORDS = """
t il elle est still currently now noch immer derzeit weiterhin toujours encore actuellement todavia aun actualmente the a an der die das
le la l el acting as als comme como
"""
_STILL = frozenset(_STILL_WORDS.split())


def asks_whether_holder(question: str) -> bool:
    """Whether a question asks if somebody whom it names holds an office.

    >>> [asks_whether_holder(text) for text in ("Is Ann Berg still the mayor?", "Did Mayor Ann Berg resign?", "Is Ann Berg ill?")]
    [True, False, False]
    """
    people = find_persons(question)
    if kind_of(question) != "whether" or not people:
        return False
    before, after = question[: people[0].span.start], question[people[0].span.end :]
    office = next(iter(mentions_in(after, office_asked(question))), None)
    between = words_of(after if office is None else after[: office.span.start])
    leads = bool(offices_in(before)) and office is None
    return _IS_HE.fullmatch(" ".join(words_of(before))) is not None and (leads or (office is not None and _STILL.issuperset(between)))


_SUCCESSION = re.compile(r"\b(?:succe\w+|predecessor|successor|nachfolg\w+|vorganger\w*|sucesor\w*|suced\w+|predeces\w+)\b")


_SUCCESSOR = re.compile(
    r"\b(?:succe\w+|successor|replac\w+|nachfolg\w+|folgt\w*|ersetz\w+|remplac\w+|reemplaz\w+|relev\w+|sucesor\w*|suced\w+|sustitu\w+)\b"
)


# before the name of somebody who held the office earlier or later than the one asked for; folded
_BESIDE = re.compile(
    r"\b(?:before|after|preced\w+|succee\w+|replac\w+|predecessor (?:of|to)|successor (?:of|to)|vor|nach|vorganger\w*(?: von)?"
    r"|nachfolg\w+(?: von)?|folgt\w* auf"
    r"|avant|apres|succed\w+ a|remplac\w+|predecesseur de|successeur de|antes de|despues de|suced\w+ a|sustitu\w+ a|reemplaz\w+ a"
    r"|relev\w+ a|predecesora? de"
    r"|sucesora? de)"
    r"(?: \w+){0,2} ?\Z"
)
# words for whoever leads a thing that stand before a name
_TITLE_TO_LEAD = re.compile(
    r"directors?|direct(?:eur|rice)|directora?|\w*direkto\w+|managers?|ceo|executive|\w*leiter(?:in)?s?|intendant(?:in|en)?s?"
    r"|chefin|cheffe"
    r"|geschaftsfuhr\w+"
)


def holders_named(question: str) -> list[Person]:
    """Those whom a question names as holders, earlier, later, or perhaps still: "before Peter Mossberg".

    Who is named otherwise is asked about.

    >>> [person.text for person in holders_named("Wer war vor Carolin Westphal Trainer des SV Gollnow?")]
    ['Carolin Westphal']
    """
    if asks_whether_holder(question):
        return find_persons(question)[:1]
    return [person for person in find_persons(question) if _BESIDE.search(fold(question[: person.span.start]))]


def titles_in(text: str, own: str = "") -> frozenset[str]:
    """The offices that a text names as somebody's title; what holders only do, as "leads" says it, is none.

    >>> titles_in("kommissarisch leitet") == frozenset(), titles_in("directrice") == frozenset()
    (True, False)
    """
    leads = any(_TITLE_TO_LEAD.fullmatch(word) for word in words_of(text))
    return offices_in(text, own) - (frozenset() if leads else frozenset((LEADER,)))


def asks_for_successor(question: str) -> bool:
    return _SUCCESSOR.search(" ".join(words_of(question))) is not None


def same_office(asked: frozenset[str], told: frozenset[str]) -> bool:
    """Whether a sentence may tell of the office asked for: the same one, or, asked who leads, any."""
    named = asked - {LEADER}
    return shares_office(named, told) if named else not asked or bool(told)


def names_office(asked: frozenset[str]) -> bool:
    """Whether an office can be found by its name alone: there are many chiefs, and one pope."""
    return bool(asked - {LEADER})


def _matter(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in INTERROGATIVES)
