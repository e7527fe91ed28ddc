"""What a question asks for: a person, a date, a place, a number, a reason, yes or no."""

import re
from typing import Literal

from rag.words import language_of, words_of

Kind = Literal["who", "when", "where", "how many", "how much", "why", "how", "whether", "what"]

# nouns that a number tells, and persons; folded
_COUNT = r"(?:percentage|proportion|share|number|population|death toll|toll)\b"
_MEASURE = r"(?:size|speed|score|age|price|cost|height|length|width|depth|weight|distance|temperature|budget|salary|turnout|capacity)\b"
_ZAHL = r"(?:prozentsatz\w*|anteil\w*|\w*anzahl|zahl)\b"
_MASS = r"(?:spurweite|\w*(?:geschwindigkeit|grosse|hohe|lange|breite|tiefe|temperatur|kapazitat)|gehalt|alter)\b"
# "quel prix" and "welcher Preis" may be won
_MESURE = r"(?:salaire|age|taille|hauteur|longueur|largeur|profondeur|duree|poids|cout|montant|vitesse|temperature|superficie)\b"
_MEDIDA = (
    r"(?:sueldo|salario|precio|edad|altura|longitud|anchura|profundidad|duracion|peso|coste|importe|velocidad|temperatura|superficie)\b"
)
_PERSON = (
    r"(?:person|man|woman|player|actor|actress|author|writer|artist|singer|musician|scientist|director|composer|coach|judge|general|king"
    r"|queen|quarterback|politician|lawyer|journalist|philosopher|engineer)\b"
)
_MENSCH = (
    r"(?:person|mann|frau|(?:\w*spieler|autor|schriftsteller|kunstler|sanger|musiker|wissenschaftler|regisseur|komponist|trainer"
    r"|richter|politiker|anwalt|journalist|philosoph|ingenieur)(?:in|s|en)?|konig(?:in|s)?|general)\b"
)
_WHERE = r"(?:country|city|town|state|region|place|river|island|continent|village|county|province)\b"
_ORT = r"(?:land(?:es)?|stadt|ort(?:e[ns]?|s)?|region|staat(?:es)?|fluss(?:es)?|insel|kontinent(?:s|es)?|dorf|provinz)\b"
# "the average household size", "what Florida city", "welche deutsche Stadt"
_BETWEEN = (
    r"(?:(?!(?:of|kind|type|form|is|are|was|were|do|does|did|has|have|had|may|can|could|will|would|should|must|the|an?|to|in)\b)\w+ ){0,2}"
)
_THE = r"(?:(?:is|are|was|were) (?:the|its|their|his|her) |the )?"
_WELCHE = r"welche[nrms]? (?:\w+ )?"
_IST_DIE = r"was (?:ist|war) (?:der|die|das) (?:\w+ )?"
# English, German, French, Spanish; on folded text, the first that is found
_FORMS: tuple[tuple[Kind, str], ...] = (
    (
        "how many",
        rf"how many|(?:what|which) {_THE}{_BETWEEN}{_COUNT}|wie ?viele[nrm]?|wie viel prozent|{_WELCHE}{_ZAHL}|{_IST_DIE}{_ZAHL}"
        r"|combien (?:de|d)\b(?! temps)|quel pourcentage|quelle (?:part|proportion)"
        r"|quel(?:le)? (?:est|etait) (?:le nombre|la (?:part|population))|cuant[oa]s|que porcentaje"
        r"|cual (?:es|era|fue) (?:el numero|el porcentaje|la poblacion)",
    ),
    (
        "how much",
        r"how (?:much|long|old|far|high|big|large|tall|deep|wide|fast|often|heavy)|what (?:does|do|did|will|would) .*\bcost"
        rf"|(?:what|which) {_THE}{_BETWEEN}{_MEASURE}|{_WELCHE}{_MASS}|{_IST_DIE}{_MASS}"
        rf"|quel(?:le)? (?:(?:est|etait|fut) (?:le |la |l ))?{_MESURE}|quel (?:est|etait) le prix d(?:es?|u)?"
        rf"|(?:cual (?:es|era|fue) (?:el|la)|que) {_MEDIDA}"
        r"|wie ?viel|wie (?:lange|hoch|alt|weit|gross|tief|breit|schnell|oft|schwer|teuer)|was kostet\w*|combien|cuanto|cuanta",
    ),
    (
        "why",
        r"why|what (?:caused|is the reason|was the reason)|(?:for )?what reason|warum|wieso|weshalb|(?:aus )?welche[mn] grund|pourquoi"
        r"|por que(?! ciudad| pais)",
    ),
    (
        "when",
        r"when|(?:what|which) (?:(?:is|was|were) the )?(?:years?|dates?|days?|months?|century|centuries|decades?|time)\b|since when|wann"
        r"|seit wann|(?:in )?welche[mnsr]? (?:jahr(?:en?)?|jahrzehnt(?:en)?|monat(?:en)?|tag(?:en)?|jahrhundert(?:en)?|datum)\b"
        r"|quand|(?:en )?quelle (?:annee|date|decennie)|quel (?:jour|mois|siecle)|cuando|(?:en )?que (?:ano|fecha|dia|mes|siglo|decada)",
    ),
    (
        "who",
        rf"who|whom|whose|(?:what|which) {_BETWEEN}{_PERSON}|what (?:is|was) the (?:\w+ )?name of the {_BETWEEN}{_PERSON}"
        rf"|wer|wen|wem|wessen|{_WELCHE}{_MENSCH}|wie (?:heisst|hiess|lautet der \w*name) (?:der|die|des) (?:\w+ )?{_MENSCH}"
        r"|qui|quien|quienes",
    ),
    (
        "where",
        rf"where|(?:what|which) {_BETWEEN}{_WHERE}|wo|woher|wohin|(?:in )?{_WELCHE}{_ORT}"
        r"|donde|(?:quelle ville|quel pays|quelle region|quel fleuve|quelle ile)|(?:en )?que (?:ciudad|pais|region|lugar|rio|isla)",
    ),
    ("how", r"how|wie|comment|como"),
    (
        "what",
        r"what|which|was|wo(?:fur|zu|mit|von|bei|durch|gegen|nach|ruber|rin|ran|rauf|raus|rum|runter)|qu|welche[rmns]?|que|quoi"
        r"|quels?|quelles?|cual|cuales|what s",
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{form})\b")) for kind, form in _FORMS)
# folded they would be "ou" and "que", which are other words
_WHERE_FRENCH = re.compile(r"(?:^|\s|d['’])où\b", re.IGNORECASE)
# "When the ferry sank, how many were on board?"
_WHILE = re.compile(
    r"\A(?:when|where|if|as|after)\b[^,?]*, *(?=(?:(?:in|on|at|to|by|for) )?(?:what|which|who|whom|how|when|where|why)\b)", re.IGNORECASE
)
_AS_SPANISH = re.compile(r"(?<=\w )como\b")
# a question by the order of its words: one of these comes first
_YES_NO = {
    "en": "is|are|was|were|did|does|do|has|have|had|will|would|can|could|should",
    "de": "ist|sind|war|waren|hat|haben|hatte|wird|werden|wurde|wurden|kann|soll|darf|gibt|gab",
    "fr": "est ce|est|sont|a|ont|va|y a t",
    "es": "es|son|fue|fueron|ha|han|hay|sera|esta|estan|hubo|sigue|siguen|continua",
}
_OPENINGS = {language: re.compile(rf"(?:{words})\b") for language, words in _YES_NO.items()}


def kind_of(question: str) -> Kind:
    """What is asked for, by the words of the question in English, German, French and Spanish.

    >>> [kind_of(text) for text in ("Wer kam?", "¿Cuántos eran?", "Did he resign?", "Name the capital.")]
    ['who', 'how many', 'whether', 'what']
    """
    language = language_of(question) or ""
    # "cómo" asks wherever it stands, "como" only first: "¿Sigue Ana Ruiz como alcaldesa?"
    folded = " ".join(words_of(_AS_SPANISH.sub("", _WHILE.sub("", question))))
    opening = _OPENINGS.get(language)
    # "Did the minister say who resigned?" asks for yes or no
    if opening is not None and opening.match(folded):
        return "whether"
    if _WHERE_FRENCH.search(question):
        return "where"
    if language == "en":
        # a German "what"
        folded = re.sub(r"\bwas\b", "is", folded)
    found = [(match.start(), place, kind) for place, (kind, pattern) in enumerate(_PATTERNS) if (match := pattern.search(folded))]
    if not found:
        return "whether" if question.rstrip().endswith("?") else "what"
    # "In what year did the man who …": the first one asks; of two that begin together the narrower
    start = min(found)[0]
    return min((place, kind) for at, place, kind in found if at == start)[1]
