"""The words for offices in English, German, French and Spanish."""

import re

from vectorstore.later import compile_later

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
    "coach": r"coach(?:es|ed)?|trainers?|(?:chef)?trainer(?:in|posten|amt)?s?|trainierte?|entraineu[rs]e?"
    r"|entrain(?:e|ait|era)|selectionneu(?:r"
    r"|se)|entrenador[a]?|entrena|entrenaba|tecnic[oa]|seleccionador[a]?",
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
    "editor": r"editors?|edits|edited|\w*redakteur(?:in)?s?|redact(?:eur|rice)|redactora?",
    "captain": r"captains?|kapitan(?:in)?s?|capitaine|capitan(?:a)?",
    "commissioner": r"commissioners?|\w*kommissar(?:in)?s?|commissaires?|comisari[oa]",
    "commander": r"command(?:s|ed|ing|er)?|mando|manda|mandaba|kommandeur(?:in)?|\w*brandmeister(?:in|s)?|commandant\w*|comandante",
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
    LEADER: r"leads?|leading|leader(?:s|ship)?|led|heads?|headed|runs?|running"
    r"|ran|directs?|directors?|director[a]?|directeur|directrice|dirig\w+"
    r"|directions?|direccion|management|direkto\w+|(?!generalmusik)\w+direktor(?:in|en)?s?|leit\w*|(?!vorstands|aufsichtsrats"
    r"|polizei|feuerwehr|regierungs)\w*chef(?:in|s)?|cheffe|chief|executive|delegad[oa]"
    r"|boss|manages?|manager(?:in)?s?|fuhr(?:t|en|te|ung)|gefuhrt|(?!schul|chor)\w*leiter(?:in)?s?|(?!schul)\w*leitung|spitze|tete"
    r"|mene|conduit|conduite"
    r"|lider\w*|encabez\w+|jef[ea]s?|intendant(?:in|en)?s?|intendanz|charge|founder",
}
# whoever holds these may be said to lead, or to be the chief
LED = frozenset(("chief executive", "head teacher", "police chief", "conductor"))
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
        rf"|(?:quitte|prend|reprend|occupe|dirige) le ministere (?:de |des |du )?(?:{words})|(?:deja|ocupa"
        rf"|dirige) el ministerio de (?:{words})"
        rf"|(?:leaves|heads|runs|leads) the (?:{words}) ministry|(?:verlasst|leitet|fuhrt) das (?:{words})s?ministerium"
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
WORDS = tuple((office, compile_later(rf"(?:{words})")) for office, words in _OFFICES.items())
SEVERAL = tuple((office, compile_later(rf"\b(?:{words})\b".replace(" ", r"[\s'’-]+"))) for office, words in _PHRASES.items())
# who stands for another, or only beside: before the office, as the beginning of its word, and after it
DEPUTY_BEFORE = re.compile(
    r"\b(?:deputy|stellvertreter(?:in)?|vice|assistant|associate|guest|honorary|stellvertretende[rnms]?|vize|beigeordnete[rnms]?"
    r"|adjointe? (?:au|a la|du|de la)"
    r"|sous|segund[oa]|teniente de|[ck]o(?=\W+trainer))\W+\Z"
)
DEPUTY_PREFIX = re.compile(r"(?:vize|vice|gast|ehren|weih|hilfs|sub|sous|[ck]o(?=trainer))(?=\w{4})")
DEPUTY_AFTER = re.compile(r"[\s-]+(?:adjointe?|invitee?|invitad[oa]|adjunt[oa]|suplente|honoraire|honorari[oa])\b")
