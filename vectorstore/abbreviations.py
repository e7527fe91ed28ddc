"""Full stops that end no sentence although the splitter thinks so: abbreviations, ordinals, initials."""

import re

# before anything; as written, for "Me" is a title and "me" a word
_ANYWHERE = {
    "en": "Mr Mrs Ms Dr Prof Amb Atty Brig Cpl Det Msgr Pte approx",
    "de": "Fa Hl einschl inkl ehem gegr geb stv",
    "fr": "M MM Mme Mmes Mlle Mlles Mgr Dr Pr St Ste Me env",
    "es": "D Dña Sto Gral Cnel Tte Mons Lic Ing Arq mill Excmo Ilmo Rvdo",
    "it": "Sig Dott On Avv Ing Prof Mons S",
    "pt": "D Sr Sra Dr Dra Exmo Eng Gen Cel",
    "ru": "им Им нар Нар арт Арт засл Засл обл пос дер ген Ген полк лейт доц Доц проф акад просп наб ул т млн млрд тыс",
}
# before a figure: "art. 5", "Vol. 3", "janv. 2020"; none that is also a word: years ago, modern art, el mar
_BEFORE_FIGURES = {
    "en": "No Nos Vol vol Art Fig Sec Ch pp Approx Jan Feb Mar Apr Aug Sept Oct Nov Dec",
    "de": "Nr Bd Abs Art S Kap Abb Vgl ca rd Jan Feb Aug Sept Okt Nov Dez",
    "fr": "no No nos art Art vol Vol p pp chap Env janv févr avr juill oct nov déc",
    "es": "n N núm Núm art Art pág Pág págs p pp vol cap ene feb abr ago sept oct nov dic",
    "it": "n N art Art pag pagg p pp vol cap",
    "pt": "n N art Art pág p pp vol",
    "ru": "№ рис Рис стр Стр гл ст п пп д кв янв февр апр авг сент окт нояб дек",
}


def _any_of(listed: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed.split()))})\.\Z")


_NEVER_LAST = {language: _any_of(listed) for language, listed in _ANYWHERE.items()}
_NOT_BEFORE_FIGURES = {language: _any_of(listed) for language, listed in _BEFORE_FIGURES.items()}
# "Der 1. FC", "das 20. Jahrhundert"; a figure after another word may well end a sentence: "Er wurde 12. Sie wurde Dritte."
_GERMAN_ORDINAL = re.compile(
    r"(?<!\w)(?:d(?:er|ie|as|em|en|es)|am|[iv]om|im|zu[mr]|beim|ans|ins|jede[rsmn]?|[dsm]?ein(?:e[rsmn]?)?|ihre?[rsmn]?|unsere?[rsmn]?|diese[rsmn]?|und|oder|bis)"
    r"\s+\d{1,3}\.\Z",
    re.IGNORECASE,
)
# a number or initials alone are no sentence: "1. FC Köln", "D. Miguel"
_ALONE = re.compile(r"[\"'“„«(¿¡]*(?:\d{1,3}|(?:[^\W\d_]\.\s*)*[^\W\d_])\.")
# characters before the stop that are looked at: more than any of these patterns has
REACH = 40


def goes_on(text: str, start: int, end: int, following: int, language: str) -> bool:
    """Whether the stretch from `start` to `end` is only the first part of a sentence that goes on at `following`.

    `language` is an ISO 639-1 code.
    """
    if text[end - 1] != ".":
        return False
    after = text[following]
    if following == end:
        # inside of what is written as one: "12.ª", "n.º", "av. J.-C."
        return after in "ªº°-‐"
    if _begins_small(text, following) and (text[start].isupper() or text[start].isdigit()):
        return True
    tail = text[max(start, end - REACH) : end]
    patterns = [_NEVER_LAST.get(language), _NOT_BEFORE_FIGURES.get(language) if after.isdigit() else None]
    if any(pattern is not None and pattern.search(tail) for pattern in patterns):
        return True
    return _ALONE.fullmatch(text, start, end) is not None or (language == "de" and _GERMAN_ORDINAL.search(tail) is not None)


def _begins_small(text: str, at: int) -> bool:
    # "iPhone" and "eBay" begin sentences, and so does a text that has no capitals at all
    return text[at].islower() and not text[at + 1 : at + 2].isupper()
