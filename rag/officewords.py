"""The words for offices in English, German, French and Spanish: which a text names, and where."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rag.comparisons.mentions import fold_in_place
from rag.words import FUNCTION_WORDS
from vectorstore import Span
from vectorstore.terms import WORD, fold

# whoever leads a thing, by whatever name, and in what a deputy's office begins
LEADER, DEPUTY = "leader", "deputy "
# on folded words: each entry is one office, or one thing that holders do
_OFFICES = {
    "mayor": r"(?:ober)?burgermeister(?:in|amt|posten)?(?:es|s)?|mayors?|mayoral\w*|maires?|mairesse|mairie|alcaldes?|alcaldesas?|alcaldia",
    "president": r"presidents?|presidency|presid\w+|(?!minister|polizei|parlaments|landtags|bundestags"
    r"|nationalrats)\w*prasident(?:in|en)?s?"
    r"|(?!aufsichtsrats)\w*vorsitz\w*|chair|chairs|chaired|chairman|chairwoman|chairperson",
    "minister": r"ministers?|ministr[ea]s?|ministros?|(?!premier)\w*minister(?:in|innen|n|s)?|secretary",
    "premier": r"\w*ministerprasident(?:in|en)?s?|premierminister(?:in|s)?|regierungschef(?:in|s)?",
    "chancellor": r"chancellors?|kanzler(?:in|s)?|\w+kanzler(?:in|s)?|chancelier\w*|canciller",
    "rector": r"rectors?|rektor(?:in|s|at)?s?|recteur|rectrice|rectorat|rectora?|rectorado",
    "coach": r"coach(?:es|ed)?|trainers?|(?:chef)?trainer(?:in|posten|amt)?s?|trainiert|entraineu[rs]e?|entraine|selectionneu(?:r"
    r"|se)|entrenador[a]?|entrena|tecnic[oa]|seleccionador[a]?",
    "judge": r"judges?|justice|richter(?:in)?|juges?|juez[a]?",
    "monarch": r"kings?|queens?|konig(?:in)?|rois?|reines?|rey|reina|popes?|papst|pape|papa",
    "governor": r"governors?|gouverneu?r(?:in|s)?|gobernador[a]?",
    "spokesman": r"spokes(?:man|woman|person)|sprecher(?:in)?|portavoz",
    "ambassador": r"ambassadors?|botschafter(?:in|s)?|ambassadeur|ambassadrice|embajador[a]?",
    "prefect": r"landrat(?:in|s|es)?|landrate|prefets?|prefete|prefect",
    "senator": r"senators?|senator(?:in)?|senateurs?|senatrice|senador(?:a)?",
    "treasurer": r"treasurers?|schatzmeister(?:in)?|kassenwart(?:in)?|tresorier|tresoriere|tesorer[oa]",
    "dean": r"deans?|dekan(?:in|s)?|doyen(?:ne)?|decan[oa]",
    "bishop": r"(?:arch)?bishops?|(?:erz)?bischof(?:in|s|e)?s?|(?:arch)?eveque|(?:arz)?obisp[oa]",
    "editor": r"editors?|\w*redakteur(?:in)?s?|redact(?:eur|rice)|redactora?",
    "captain": r"captains?|kapitan(?:in)?s?|capitaine|capitan(?:a)?",
    "commissioner": r"commissioners?|\w*kommissar(?:in)?s?|commissaires?|comisari[oa]",
    "commander": r"commander|kommandeur(?:in)?|\w*brandmeister(?:in|s)?|commandant\w*|comandante",
    "speaker": r"speakers?|\w*(?:parlaments|landtags|bundestags|nationalrats)prasident(?:in|en)?s?",
    "secretary-general": r"\w*generalsekretar(?:in|s)?",
    "prosecutor": r"prosecutors?|\w*staatsanwalt(?:in|s)?|procureure?s?",
    "conductor": r"conductors?|conducts?|conducted|\w*dirigent(?:in|en)?s?|dirigiert\w*|generalmusikdirektor(?:in|s)?|chorleiter(?:in|s)?",
    "head teacher": r"headteachers?|headmasters?|headmistress|\w*schulleit(?:er|erin|ung)s?|proviseure?s?",
    "harbour master": r"harbou?rmasters?|hafenmeister(?:in|s)?|hafenkapitan(?:in|s)?",
    "police chief": r"polizeichef(?:in|s)?|polizeiprasident(?:in|en)?s?",
    "fire chief": r"feuerwehrchef(?:in|s)?",
    "ombudsman": r"ombuds(?:man|woman|person)|ombuds(?:mann|frau)|mediateur|mediatrice",
    "chief executive": r"ceo|pdg|\w*vorstandschef(?:in|s)?|vorstandsvorsitz\w*|vorstandssprecher(?:in|s)?"
    r"|\w*geschaftsfuhr(?:er|erin|ern|ung)s?",
    "supervisory chair": r"aufsichtsratschef(?:in|s)?|aufsichtsratsvorsitz\w*",
    LEADER: r"leads?|leading|leader(?:s|ship)?|led|heads?|headed|runs?|ran|directs?|directors?|director[a]?|directeur|directrice|dirig\w+"
    r"|directions?|direccion|management|direkto\w+|(?!generalmusik)\w+direktor(?:in|en)?s?|leit\w*|(?!vorstands|aufsichtsrats"
    r"|polizei|feuerwehr|regierungs)\w*chef(?:in|s)?|cheffe|chief|executive|delegad[oa]"
    r"|boss|manages?|manager(?:in)?s?|fuhr(?:t|en|te|ung)|gefuhrt|(?!schul|chor)\w*leiter(?:in)?s?|(?!schul)\w*leitung|spitze|tete"
    r"|mene|conduit|conduite"
    r"|lider\w*|encabez\w+|jef[ea]s?|intendant(?:in|en)?s?|intendanz|charge|founder",
}
# whoever holds these may be said to lead, or to be the chief
_LED = frozenset(("chief executive", "head teacher", "police chief", "conductor"))
_FIELDS = {
    "finance": r"finance|treasury|finanz\w*|finances|l economie et des finances|hacienda|finanzas",
    "interior": r"interior|home|innen|inneres|innern|l interieur|interieur",
    "foreign": r"foreign|external|au(?:ss|ß)en|auswartige\w*|affaires etrangeres|(?:asuntos )?exteriores",
    "defence": r"defen[cs]e|verteidigung|la defense|armees|defensa",
    "health": r"health|gesundheit|la sante|sante|sanidad|salud",
    "education": r"education|schools|bildung|kultus|l education(?: nationale)?|educacion",
    "justice": r"justice|justiz|la justice|justicia",
    "economy": r"economy|economic|economics|business|trade|wirtschaft|l economie|commerce|economia|comercio",
    "environment": r"environment|climate|umwelt|klima|l environnement|l ecologie|medio ambiente|transicion ecologica",
    "labour": r"labou?r|employment|arbeit|travail|l emploi|trabajo",
    "transport": r"transport|verkehr|transports|transportes?",
    "agriculture": r"agriculture|farming|landwirtschaft|agrar|l agriculture|agricultura",
    "culture": r"culture|arts|kultur|la culture|cultura",
    "energy": r"energy|energie|l energie|energia",
    "housing": r"housing|bau|wohnungsbau|logement|vivienda",
}
_GETS = r"(?:gets|keeps|takes (?:on|over)|moves to|goes to|returns to|stays at|remains at)"


def _field(words: str) -> str:
    """The minister of a field, in one word or several."""
    return (
        rf"(?:{words}) (?:ministers?|secretary)|(?:asume|asumira|asumio) (?:tambien )?(?:{words})"
        rf"|ubernimmt das (?:{words})s?(?:ministerium|ressort)|{_GETS} (?:the )?(?:{words})(?: (?:ministry|portfolio|department))?"
        rf"|(?:minister|secretary|secretary of state) (?:of|for) (?:the )?(?:{words})"
        rf"|(?:{words})s?minister(?:in|s|n)?|minister(?:in)? (?:fur|des|der) (?:{words})"
        rf"|ministre (?:de |des |du )?(?:{words})|(?:ministr|consejer)[oa] de (?:{words})"
    )


# offices of several words
_PHRASES = {
    "premier": r"prime ministers?|premiere? ministre|primera? ministr[oa]|president[ea] del gobierno|heads? of government"
    r"|premier of|the premier(?! league)",
    "speaker": r"speaker of the house",
    "secretary-general": r"(?:secretary|secretaries) general|general secretary|secretaire generale?|secretari[oa] general",
    "prosecutor": r"(?:attorney|prosecutor) general|(?:chief|public|state) prosecutor|procureure? (?:generale?|de la republique)"
    r"|(?:el|la|un|una) fiscal|fiscala? (?:general|jefe|superior)",
    "conductor": r"(?:chief|principal) conductor|chef(?:fe)? d orchestre|(?:director|directora) (?:titular|musical)|(?:music"
    r"|choral) director"
    r"|chef(?:fe)? de ch(?:oe|œ)ur|musikalische\w* leit\w+",
    "head teacher": r"head teacher|head of school|school principal|principal of|director[a]? del (?:instituto|colegio)"
    r"|directeur de l ecole|directrice de l ecole",
    "harbour master": r"harbou?r master|capitaine (?:du|de) port|capitan del puerto",
    "police chief": r"police chief|chief of police|chief constable|police commissioner|chef(?:fe)? de la police"
    r"|(?:jef[ea]|jefatura) de (?:la )?policia",
    "fire chief": r"fire (?:chief|commissioner)|chef(?:fe)? des pompiers|jef[ea] de (?:los )?bomberos",
    "ombudsman": r"defensor[a]? del pueblo|defenseure? des droits",
    "chief executive": r"chief executives?(?: officer)?|managing director|(?:directeur|directrice|direction) generale?"
    r"|consejer[oa] delegad[oa]"
    r"|directora? general",
    "supervisory chair": r"chair of the supervisory board",
    "spokesman": r"porte parole",
    LEADER: r"took over|taken over",
    **{f"{field} minister": _field(words) for field, words in _FIELDS.items()},
}
_WORDS = tuple((office, re.compile(rf"(?:{words})")) for office, words in _OFFICES.items())
_SEVERAL = tuple((office, re.compile(rf"\b(?:{words})\b".replace(" ", r"[\s'’-]+"))) for office, words in _PHRASES.items())
# who stands for another, or only beside: before the office, as the beginning of its word, and after it
_DEPUTY_BEFORE = re.compile(
    r"\b(?:deputy|stellvertreter(?:in)?|vice|assistant|associate|guest|honorary|stellvertretende[rnms]?|vize|beigeordnete[rnms]?"
    r"|adjointe? (?:au|a la|du|de la)"
    r"|sous|segund[oa]|teniente de|[ck]o(?=\W+trainer))\W+\Z"
)
_DEPUTY_PREFIX = re.compile(r"(?:vize|vice|gast|ehren|weih|hilfs|sub|sous|[ck]o(?=trainer))(?=\w{4})")
_DEPUTY_AFTER = re.compile(r"[\s-]+(?:adjointe?|invitee?|invitad[oa]|adjunt[oa]|suplente|honoraire|honorari[oa])\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """An office where a text names it. `offices` is more than one where a word may be either; a deputy's begins with DEPUTY."""

    offices: frozenset[str]
    span: Span


@lru_cache(maxsize=1 << 10)
def mentions_in(text: str) -> tuple[Mention, ...]:
    """The offices that a text names or tells the work of, in order."""
    folded = fold_in_place(text)
    several = [(office, Span(found.start(), found.end())) for office, pattern in _SEVERAL for found in pattern.finditer(folded)]
    taken: list[tuple[frozenset[str], Span]] = []
    for office, span in sorted(several, key=lambda one: (one[1].start, -one[1].end)):
        if not taken or span.start >= taken[-1][1].end:
            taken.append((frozenset((office,)), span))
    words = [Span(word.start(), word.end()) for word in WORD.finditer(folded)]
    inside = {place for _, span in taken for place in range(span.start, span.end)}
    taken += [
        (offices, word) for word in words if word.start not in inside and (offices := offices_of(fold(folded[word.start : word.end])))
    ]
    return tuple(_by_rank(folded, Mention(offices, span)) for offices, span in sorted(taken, key=lambda one: one[1]))


def _by_rank(folded: str, mention: Mention) -> Mention:
    """A deputy's office where the words beside say so, with them."""
    before = _DEPUTY_BEFORE.search(folded[: mention.span.start])
    after = _DEPUTY_AFTER.match(folded[mention.span.end :])
    if not before and not after:
        return mention
    start = before.start() if before else mention.span.start
    end = mention.span.end + (after.end() if after else 0)
    return Mention(frozenset(DEPUTY + office.removeprefix(DEPUTY) for office in mention.offices), Span(start, end))


def offices_in(text: str) -> frozenset[str]:
    """The offices that a text names or tells the work of."""
    return frozenset(office for mention in mentions_in(text) for office in mention.offices)


def is_office_word(word: str) -> bool:
    return bool(offices_in(word))


def without_offices(text: str) -> str:
    """A text without the words that name offices: of "the finance minister of Varland", "the of Varland"."""
    for mention in reversed(mentions_in(text)):
        text = text[: mention.span.start] + text[mention.span.end :]
    return text


def shares_office(asked: frozenset[str], told: frozenset[str]) -> bool:
    """Whether one of the offices told may be one of those asked for: a finance minister is a minister, and a chief executive a leader."""
    return any(_is_one(one, other) for one in asked for other in told)


def _is_one(asked: str, told: str) -> bool:
    is_kind_of = told.endswith(f" {asked}") and not told.startswith(DEPUTY)
    return asked == told or is_kind_of or (told == LEADER and asked in _LED) or (asked == LEADER and told in _LED)


@cache
def offices_of(word: str) -> frozenset[str]:
    """The offices that one folded word names."""
    if word in FUNCTION_WORDS and word != "head":
        return frozenset()
    prefix = _DEPUTY_PREFIX.match(word)
    stands_for = _named(word[prefix.end() :]) if prefix else frozenset()
    return frozenset(DEPUTY + office for office in stands_for) or _named(word)


def _named(word: str) -> frozenset[str]:
    return frozenset(office for office, pattern in _WORDS if pattern.fullmatch(word))
