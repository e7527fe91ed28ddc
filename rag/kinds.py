"""What a question asks for: a person, a date, a place, a number, a reason, yes or no."""

import re
from typing import Literal

from rag.words import language_of, words_of

Kind = Literal["who", "when", "where", "how many", "how much", "why", "how", "whether", "what"]

# English, German, French, Spanish; on folded text, the first that is found
_FORMS: tuple[tuple[Kind, str], ...] = (
    (
        "how many",
        r"how many|(?:what|which) (?:is the |was the )?(?:percentage|proportion|share|number|population|death toll|toll)"
        r"|wie ?viele|wie viel prozent|welcher anteil"
        r"|combien (?:de|d)\b|quel pourcentage|quelle part|cuant[oa]s|que porcentaje",
    ),
    (
        "how much",
        r"how (?:much|long|old|far|high|big|large|tall|deep|wide|fast|often|heavy)|what (?:does|do|did|will|would|is the (?:price"
        r"|cost)) .*\bcost"
        r"|what is the price|wie ?viel|wie (?:lange|hoch|alt|weit|gross|tief|breit|schnell|oft|schwer|teuer)|was kostet|combien"
        r"|cuanto|cuanta",
    ),
    ("why", r"why|what (?:caused|is the reason|was the reason)|warum|wieso|weshalb|aus welchem grund|pourquoi|por que(?! ciudad| pais)"),
    (
        "when",
        r"when|(?:what|which) (?:year|date|day|month|century|decade|time)|since when|wann|seit wann|(?:in )?welche[mns]? (?:jahr"
        r"|monat|tag|jahrhundert)"
        r"|quand|(?:en )?quelle (?:annee|date)|quel (?:jour|mois|siecle)|cuando|(?:en )?que (?:ano|fecha|dia|mes|siglo)",
    ),
    ("who", r"who|whom|whose|wer|wen|wem|wessen|qui|quien|quienes"),
    (
        "where",
        r"where|(?:what|which) (?:country|city|town|state|region|place|river|island|continent)|wo|woher|wohin"
        r"|(?:in )?welche[rmns]? (?:land|stadt|ort|region|staat)"
        r"|donde|(?:quelle ville|quel pays)|(?:en )?que (?:ciudad|pais|region|lugar)",
    ),
    ("how", r"how|wie|comment|como"),
    ("what", r"what|which|was|wofur|wozu|woruber|womit|worin|wovon|qu|welche[rmns]?|que|quoi|quels?|quelles?|cual|cuales|what s"),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{form})\b")) for kind, form in _FORMS)
# folded they would be "ou" and "que", which are other words
_WHERE_FRENCH = re.compile(r"(?:^|\s|d['’])où\b", re.IGNORECASE)
# a question by the order of its words: one of these comes first
_YES_NO = {
    "en": "is|are|was|were|did|does|do|has|have|had|will|would|can|could|should",
    "de": "ist|sind|war|waren|hat|haben|hatte|wird|werden|wurde|wurden|kann|soll|darf|gibt|gab",
    "fr": "est ce|est|sont|a|ont|va|y a t",
    "es": "es|son|fue|fueron|ha|han|hay|sera|esta|estan|hubo",
}
_OPENINGS = {language: re.compile(rf"(?:{words})\b") for language, words in _YES_NO.items()}


def kind_of(question: str) -> Kind:
    """What is asked for, by the words of the question in English, German, French and Spanish.

    >>> [kind_of(text) for text in ("Wer kam?", "¿Cuántos eran?", "Did he resign?", "Name the capital.")]
    ['who', 'how many', 'whether', 'what']
    """
    folded = " ".join(words_of(question))
    opening = _OPENINGS.get(language_of(question) or "")
    # "Did the minister say who resigned?" asks for yes or no
    if opening is not None and opening.match(folded):
        return "whether"
    if _WHERE_FRENCH.search(question):
        return "where"
    found = [(match.start(), place, kind) for place, (kind, pattern) in enumerate(_PATTERNS) if (match := pattern.search(folded))]
    if not found:
        return "whether" if question.rstrip().endswith("?") else "what"
    # "In what year did the man who …": the first one asks; of two that begin together the narrower
    start = min(found)[0]
    return min((place, kind) for at, place, kind in found if at == start)[1]
