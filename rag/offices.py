"""Offices and what their holders do, in words of four languages: a question for the mayor finds the Bürgermeisterin."""

import re
from collections.abc import Iterator
from functools import cache

from rag.kinds import kind_of
from rag.names import Person, find_persons
from rag.words import FUNCTION_WORDS, INTERROGATIVES, words_of
from vectorstore.terms import fold

# on folded words: each line is one office, or one thing that holders do, in English, German, French and Spanish
_OFFICES = (
    r"(?:ober)?(?:bürger)?meister(?:in)?s?|oberburgermeister(?:in)?s?|burgermeister(?:in)?s?|mayors?|mayoral|maires?|mairesse"
    r"|alcaldes?|alcaldesas?",
    r"presidents?|presidency|presid\w+|prasident(?:in|en)?s?|\w+prasident(?:in|en)?s?|\w*vorsitz\w*|chair|chairs|chaired|chairman"
    r"|chairwoman|chairperson",
    r"ministers?|ministr\w+|\w*minister(?:in|innen|n|s)?|secretary",
    r"chancellors?|kanzler(?:in|s)?|\w+kanzler(?:in|s)?|chancelier\w*|canciller",
    r"rectors?|rektor(?:in|s)?|recteur|rectrice|rectora?",
    r"coach(?:es|ed)?|trainers?|trainer(?:in|s)?|trainiert|entraineu[rs]e?|entraine|entrenador[a]?|entrena",
    r"judges?|justice|richter(?:in)?|juges?|juez[a]?|prasident(?:in)? des gerichts",
    r"kings?|queens?|konig(?:in)?|rois?|reines?|rey|reina|popes?|papst|pape|papa",
    r"governors?|gouverneu?r(?:in|s)?|gobernador[a]?",
    r"spokes(?:man|woman|person)|sprecher(?:in)?|porte parole|portavoz",
    r"ambassadors?|botschafter(?:in)?|ambassadeur|ambassadrice|embajador[a]?",
    r"landrat(?:in|s|es)?|landrate|prefets?|prefete|prefect",
    r"senators?|senator(?:in)?|senateurs?|senatrice|senador(?:a)?",
    r"treasurers?|schatzmeister(?:in)?|kassenwart(?:in)?|tresorier|tresoriere|tesorer[oa]",
    r"deans?|dekan(?:in|s)?|doyen(?:ne)?|decan[oa]",
    r"(?:arch)?bishops?|(?:erz)?bischof(?:in)?s?|(?:arch)?eveque|(?:arz)?obisp[oa]",
    r"editors?|\w*redakteur(?:in)?s?|redact(?:eur|rice)|redactora?",
    r"captains?|kapitan(?:in)?s?|capitaine|capitan(?:a)?",
    r"commissioners?|\w*kommissar(?:in)?s?|commissaires?|comisari[oa]",
    r"commander|kommandeur(?:in)?|brandmeister\w*|\w+brandmeister(?:in|s)?|commandant\w*|comandante",
    # whoever leads a thing, by whatever name
    r"leads?|leading|leader(?:s|ship)?|led|heads?|headed|runs?|ran|directs?|directors?|director[a]?|directeur|directrice|dirig\w+"
    r"|directions?|direccion|management"
    r"|direkto\w+|\w+direktor(?:in|en)?s?"
    r"|leit\w*|\w*chefs?|\w*chefin|cheffe|chief|executive|ceo|pdg|delegad[oa]|boss|manages?|manager(?:in)?s?|fuhr(?:t|en|te|ung)|gefuhrt"
    r"|\w*leiter(?:in)?s?|\w*leitung|spitze|tete|mene"
    r"|lider\w*|encabez\w+|jef[ea]s?|intendant(?:in|en)?s?|geschaftsfuhr\w+|charge|took over|founder",
)
_GROUPS = tuple(re.compile(rf"(?:{words})") for words in _OFFICES)
# who presides is the president, and a coach, a rector or a chairman leads
_LEADING = len(_GROUPS) - 1
_WHO_DID = re.compile(
    r"\b(?:who|wer|qui|quien|quienes)\b.{0,24}?\b(?:is|was|were|are|has been|had been|will be|will become|becomes|became|leads?"
    r"|led|heads?|headed|runs?|ran|chairs?"
    r"|chaired|coaches|coached|directs?|directed|manages?|succeeds?|succeeded|replaces?|replaced|denied|denies|expected"
    r"|ist|war|wird|wurde|dementierte|leitet|leitete|fuhrt|fuhrte|trainiert|gilt|soll|folgt|loste|steht|bestreitet|dementiert"
    r"|est|etait|sera|a ete|dement|dirige|dirigeait|preside|presidait|mene|entraine|succede|remplace"
    r"|es|era|fue|sera|ha sido|niega|nego|desmiente|desmintio|dirige|dirigia|preside|presidia|lidera|encabeza|entrena|sustituye|sucede)\b"
)
# the words of a body's name: "Energy and Climate of the Free State"
_NAME = re.compile(r"[\w’'-]+(?:\s+(?:(?:and|of|the|for|und|der|des|für|et|de|la|les|du|y|del)\s+)*[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*)*")


def offices_in(text: str) -> frozenset[int]:
    """The offices that a text names or tells the work of, by number."""
    return frozenset(found for word in words_of(text) for found in _offices_of(word))


def asks_for_holder(question: str) -> bool:
    """Whether a question asks who holds an office: "Who is the mayor?", "Wer leitet …?"; not "Who is Marco Rubio?".

    >>> [asks_for_holder(text) for text in ("Who heads the bank?", "Who is Rubio?", "Who won?")]
    [True, False, False]
    """
    folded = " ".join(words_of(question))
    return (
        kind_of(question) == "who"
        and _WHO_DID.search(folded) is not None
        and bool(offices_in(_matter(folded)) or _SUCCESSION.search(folded))
    )


_SUCCESSION = re.compile(r"\b(?:succe\w+|predecessor|successor|nachfolg\w+|vorganger\w*|sucesor\w*|suced\w+|predeces\w+)\b")


_SUCCESSOR = re.compile(r"\b(?:succe\w+|successor|replac\w+|nachfolg\w+|folgt\w*|remplac\w+|sucesor\w*|suced\w+|sustitu\w+)\b")


# before the name of somebody who held the office earlier or later than the one asked for; folded
_BESIDE = re.compile(
    r"\b(?:before|after|succee\w+|replac\w+|predecessor (?:of|to)|successor (?:of|to)|vor|nach|vorganger\w*(?: von)?"
    r"|nachfolg\w+(?: von)?|folgt\w* auf"
    r"|avant|apres|succed\w+ a|remplac\w+|predecesseur de|successeur de|antes de|despues de|suced\w+ a|sustituy\w+ a|predecesora? de"
    r"|sucesora? de)"
    r"(?: \w+){0,2} ?\Z"
)
# words for whoever leads a thing that stand before a name
_TITLE_TO_LEAD = re.compile(
    r"directors?|direct(?:eur|rice)|directora?|\w*direkto\w+|managers?|ceo|executive|\w*leiter(?:in)?s?|intendant(?:in|en)?s?|chefin|cheffe"
    r"|geschaftsfuhr\w+"
)
# "mayor of Tarnby", "Bürgermeisterin von Hagenfleth", "maire d'Orsanne", "rector de la Universidad de Moncada"
_BODY = re.compile(
    r"(?P<office>[\w-]+) (?:of the|of|for the|for|von der|von|vom|der|des|im|in|de la|de los|de|du|del"
    r"|d['’])\s?(?P<body>[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+)"
)


def holders_named(question: str) -> list[Person]:
    """Those whom a question names as earlier or later holders: "before Peter Mossberg". Who is named otherwise is asked about.

    >>> [person.text for person in holders_named("Wer war vor Carolin Westphal Trainer des SV Gollnow?")]
    ['Carolin Westphal']
    """
    return [person for person in find_persons(question) if _BESIDE.search(fold(question[: person.span.start]))]


def bodies_in(text: str) -> frozenset[str]:
    """Of what the offices in a text are, by a folded word: mayors of two towns are no successors.

    >>> sorted(bodies_in("The mayor of Tarnby met the mayor of Cliffmouth."))
    ['cliffmouth', 'tarnby']
    """
    return frozenset(fold(found["body"]) for found in _BODY.finditer(text) if is_office_word(found["office"]))


def titles_in(text: str) -> frozenset[int]:
    """The offices that a text names as somebody's title; what holders only do, as "leads" says it, is none.

    >>> titles_in("kommissarisch leitet") == frozenset(), titles_in("directrice générale") == frozenset()
    (True, False)
    """
    leads = any(_TITLE_TO_LEAD.fullmatch(word) for word in words_of(text))
    return offices_in(text) - (frozenset() if leads else frozenset((_LEADING,)))


def bodies_told(text: str) -> Iterator[tuple[frozenset[int], str]]:
    """Each office of a body that a text names, other than who leads it, and the words that say of what it is."""
    for found in _BODY.finditer(text):
        offices = offices_in(found["office"])
        if names_office(offices):
            yield offices, _NAME.match(text, found.start("body"))[0]  # type: ignore[index]  # a body begins with a name


def office_told(text: str) -> str:
    """The first office of a body that a text names, with the body: "mayor Skarvik"; empty for none."""
    found = next((found for found in _BODY.finditer(text) if is_office_word(found["office"])), None)
    return "" if found is None else f"{found['office']} {found['body']}"


def asks_for_successor(question: str) -> bool:
    return _SUCCESSOR.search(" ".join(words_of(question))) is not None


def same_office(asked: frozenset[int], told: frozenset[int]) -> bool:
    """Whether a sentence may tell of the office asked for: the same one, or, asked who leads, any."""
    named = asked - {_LEADING}
    return bool(named & told) if named else not asked or bool(told)


def names_office(asked: frozenset[int]) -> bool:
    """Whether an office can be found by its name alone: there are many chiefs, and one pope."""
    return bool(asked - {_LEADING})


def is_office_word(word: str) -> bool:
    return any(_offices_of(part) for part in words_of(word))


@cache
def _offices_of(word: str) -> frozenset[int]:
    if word in FUNCTION_WORDS and word != "head":
        return frozenset()
    return frozenset(number for number, group in enumerate(_GROUPS) if group.fullmatch(word))


def _matter(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in INTERROGATIVES)
