"""Offices that no list knows, by how a question asks for them: "Who is the abbess of Saldry Abbey?"."""

import re
from functools import lru_cache

from rag.bodies import NAME
from rag.standings import is_standing_word
from rag.titles import mentions_in
from rag.words import FUNCTION_WORDS, language_of
from vectorstore.later import compile_later
from vectorstore.terms import fold

# how somebody stands to an office is no part of its name
_STANDS = {
    "en": "new|current|present|acting|interim|former|next|outgoing|previous|caretaker|incoming|incumbent|provisional",
    "de": "(?:neue|derzeitige|jetzige|aktuelle|amtierende|kommissarische|bisherige|ehemalige|frühere|nächste|künftige)[rnms]?",
    "fr": "nouveau|nouvel|nouvelle|actuel|actuelle|ancien|ancienne|futur|future|prochain|prochaine",
    "es": "nuevo|nueva|actual|antiguo|antigua|anterior|próximo|próxima|futuro|futura",
}
# the verb that an office follows, words between, and those before what it is of
_AROUND = {
    "en": (
        "is|was|are|were|be|been|becomes?|became|remains?|as|named|appointed|elected",
        "still|now|currently|the|an?|its",
        "of|at|for|in|to",
    ),
    "de": (
        "ist|war|sind|waren|wird|wurde|werden|bleibt|als|zum|zur",
        "noch|immer|jetzt|derzeit|aktuell|heute|weiterhin|der|die|das|den|eine?",
        "von|vom|der|des|im|in|am|an|bei|beim|für|zu",
    ),
    "fr": (
        "est|était|sera|fut|été|devient|deviendra|reste|comme|est-il|est-elle",
        "toujours|encore|actuellement|le|la|une?",
        "de|du|des|à|au|aux|en",
    ),
    "es": ("es|era|fue|será|sido|sigue|siendo|continúa|como", "todavía|aún|ahora|el|la|una?", "del|de|en|a|ante"),
}
_STILL = "still|noch|weiterhin|toujours|encore|todavía|aún"
# who did something once, or is something to somebody, holds no office; folded
_NO_OFFICE_WORDS = """
man woman person people name child boy girl father mother son daughter brother sister husband wife widow friend victim suspect killer
murderer attacker driver pilot winner loser author writer inventor founder creator owner buyer seller hero star scorer witness subject
mann frau kind junge vater mutter sohn tochter bruder schwester ehemann ehefrau freund freundin opfer tater taterin morder morderin
fahrer fahrerin gewinner gewinnerin sieger siegerin autor autorin erfinder erfinderin grunder grunderin besitzer besitzerin eigentumer
eigentumerin kaufer held heldin zeuge zeugin
homme femme personne nom enfant pere mere fils fille frere soeur mari epouse ami amie victime suspecte tueur meurtrier conducteur
conductrice pilote vainqueur gagnant gagnante auteur autrice inventeur fondateur fondatrice createur proprietaire acheteur heros temoin
hombre mujer persona nombre nino nina padre madre hijo hija marido esposa amigo amiga victima sospechoso asesino conductor conductora
piloto ganador ganadora autora inventora fundador fundadora creador propietario propietaria duena dueno comprador heroe testigo
"""
_NO_OFFICE = frozenset(_NO_OFFICE_WORDS.split())
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.’'-]*"
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž]")
# in French and Spanish its first word tells what an office is, but for these: "premier président"
_BEFORE_HEAD = frozenset(("premier", "premiere", "primer", "primera", "vice", "grand", "grande", "gran", "haut", "haute", "alto", "alta"))


def _form(language: str) -> re.Pattern[str]:
    """ "is the chief whip of the Harvest Party", "Morland's chief whip?"; a German office is one word, with a capital."""
    verb, between, of = _AROUND[language]
    word = rf"(?!(?:{verb}|{between}|{of}|and|et|y|that|who|qui|que)\b)[^\W\d_][\w-]+"
    office = f"(?=[A-ZÄÖÜ]){word}" if language == "de" else rf"{word}(?:\s{word}){{0,2}}?"
    # "the UN special envoy"
    of_whom = rf"(?:(?:{_NAME}\s){{1,3}}(?=[a-z]))?" if language == "en" else ""
    # "Is Ann Berg the …?", "Who is the Free State's …?", "Wer war vor Ann Berg …?"
    begins = (
        rf"\A\W*(?i:{verb})\s(?:{_NAME}\s){{2,4}}?|\b(?:{verb})\s(?:the\s)?(?:{_NAME}\s){{1,5}}?(?<=['’]s\s)"
        rf"|\b(?:{verb}|{_STILL})\s(?:(?:vor|nach)\s(?:{_NAME}\s){{2,3}}?)?"
    )
    stands = rf"(?:(?:{between}|{_STANDS[language]})\s|l['’])*"
    return compile_later(rf"(?:{begins}){stands}{of_whom}(?P<office>{office})(?:\s(?:(?:{of})\b|d['’])(?=(?P<body>.*))|\s*\?)")


_WORDS = r"[a-zà-ÿ-]+(?:\s[a-zà-ÿ-]+)?"
_OF = r"\s(?:of|at|for|de|du|des|del|d['’])"
_GIVEN = compile_later(
    r"\b(?:appointed|named|elected|made|chosen|nommée?|élue?|désignée?|nombrad[oa]|elegid[oa]|nombró|eligió)\s(?:a\s)?"
    rf"(?:{_NAME}\s){{0,4}}(?:(?:as|to be|its|the|a|new|comme|como|su)\s)*(?P<one>{_WORDS})(?:{_OF}|[.,])"
    r"|\b(?:zum|zur)\s(?:neuen\s)?(?P<two>[A-ZÄÖÜ][\w-]+)\s(?:gewählt|ernannt|bestellt|berufen|bestimmt)"
    rf"|{_NAME}\s{_NAME},\s(?:(?:the|la|le|el)\s)?(?P<three>{_WORDS}){_OF}"
)
_SAYS = {"en": "is {} of {}", "de": "ist {} von {}", "fr": "est {} de {}", "es": "es {} de {}"}
_FORMS = {language: _form(language) for language in _AROUND}


@lru_cache(maxsize=256)
def office_asked(question: str) -> str:
    """The office that a question names between a verb and what it is of, folded; empty for none, or one that the lists know.

    >>> [office_asked(text) for text in ("Who is the chief whip of the Harvest Party?", "Who is the mayor of Tarnby?", "Who is Ann Berg?")]
    ['chief whip', '', '']
    """
    language = language_of(question) or ""
    forms = [_FORMS[language]] if language in _FORMS else list(_FORMS.values())
    named = (fold(found["office"]) for form in forms for found in form.finditer(question) if _has_name(found))
    return next((office for office in named if _is_unlisted(office, language)), "")


def ask_for_given(sentence: str, before: str, language: str) -> str:
    """The office that a sentence or the one before gives somebody, as a question asks for it: "is registrar of Aldry"; empty for none.

    >>> ask_for_given("Her predecessor, Hugo Stannard, retired.", "Ann Berg was appointed registrar of the Maritime Court of Aldry.", "en")
    'is registrar of Maritime Court of Aldry'
    """
    for text in (sentence, before):
        for found in _GIVEN.finditer(text):
            office = found["one"] or found["two"] or found["three"]
            # "The sisters of Saldry Abbey elected Ann Berg abbess": of what it is stands before, behind the first word
            is_told = found["two"] is None and found[0][-1] not in ".,"
            names = re.search(NAME, text[found.end() :] if is_told else text[: found.start()].partition(" ")[2])
            if names and language in _SAYS and _is_unlisted(fold(office), language):
                return _SAYS[language].format(office, names[0])
    return ""


def _has_name(found: re.Match[str]) -> bool:
    """Whether an office is of something with a name: "the driver of the car" is none."""
    return bool(_CAPITAL.search(found["body"])) if found["body"] is not None else "'" in found[0] or "’" in found[0]


def _is_unlisted(office: str, language: str) -> bool:
    words = office.split()
    head = next((word for word in words if word not in _BEFORE_HEAD), words[0]) if language in ("fr", "es") else words[-1]
    listed = any(head in office[one.span.start : one.span.end].split() for one in mentions_in(office))
    small = FUNCTION_WORDS.intersection(words) or _NO_OFFICE.intersection(words)
    # "is expected to", "was linked with"
    return not listed and not small and not words[-1].endswith("ed") and not any(is_standing_word(word) for word in words)
