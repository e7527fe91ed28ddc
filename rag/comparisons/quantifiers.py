"""All, most, half, some: how much of something a sentence speaks of, against its quote."""

import re

from rag.comparisons.statement import Difference, Statement, clauses_about

# from all downwards, in English, German, French and Spanish; what a number counts is compared as a number
ALL, MOST, HALF, SOME, FEW = "all", "most", "half", "some", "few"
LEVELS: dict[str, dict[str, str]] = {
    ALL: {
        "en": r"\b(?:all|every|each|entire|whole)\b(?! right| day| night| year| week| time)",
        "de": (
            r"\b(?:alle[nr]?|sämtliche[nr]?|jede[rsmn]?|gesamte[nrsm]?|ausnahmslos)\b(?! (?:\w+ )?(?:jahre|tage|stunden|wochen"
            r"|monate)\b)"
        ),
        "fr": r"\b(?:tous|toutes|totalité|ensemble d[eu]s?|chaque|chacune?)\b(?! (?:les )?(?:deux|trois|quatre|\d+|jours|ans)\b)",
        "es": r"\b(?:tod[oa]s|totalidad|cada una? de)\b(?! los (?:días|años))",
    },
    MOST: {
        "en": r"\b(?:most|majority of|nearly all|almost all|the bulk)\b",
        "de": r"\b(?:die meisten|den meisten|mehrheit (?:der|des|von)|großteil|überwiegend\w*|fast alle\w*|beinahe alle\w*)\b",
        "fr": r"\b(?:la plupart|majorité d[eu]s?|presque (?:tous|toutes)|quasi-totalité)\b",
        "es": r"\b(?:la mayoría de|mayor parte|casi tod[oa]s)\b",
    },
    HALF: {
        "en": r"\bhalf (?:of|the)\b(?! (?:year|hour|time|century))",
        "de": r"\bhälfte\b",
        "fr": r"\bmoitié\b",
        "es": r"\bmitad\b",
    },
    SOME: {
        "en": r"\b(?:some|several) of\b|\bseveral\b",
        "de": r"\b(?:einige[nr]?|manche[nr]?|mehrere[nr]?)\b(?! (?:jahre|tage|stunden|wochen|monate)\w*)",
        "fr": r"\b(?:certaine?s|quelques-une?s|plusieurs)\b",
        "es": r"\b(?:algun[oa]s|varios|varias)\b",
    },
    FEW: {
        "en": r"\b(?:few|hardly any|a minority)\b",
        "de": r"\b(?:wenige[nr]?|kaum|minderheit)\b",
        "fr": r"\b(?:peu d[e'’]|minorité|à peine)",
        "es": r"\b(?:poc[oa]s|minoría|apenas)\b",
    },
}


def compare_quantifiers(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when the sentence speaks of all or most of what the quote has only a smaller part of, or none of its own parts."""
    if claim.language not in LEVELS[ALL] or quote.language not in LEVELS[ALL]:
        return None
    about = Statement(clauses_about(claim, quote), quote.language)
    said, held = _levels(claim), _levels(about)
    for level in (ALL, MOST):
        # "some" of a sentence may be two numbers of its quote; "all" may be left out
        if level in said and held and level not in held:
            return Difference("other_number", said[level])
    return None


def _levels(statement: Statement) -> dict[str, str]:
    """The levels that a text names, with the words; "almost all" is most, not all."""
    text, found = statement.text, dict[str, str]()
    for level in (MOST, HALF, ALL, SOME, FEW):
        pattern = re.compile(LEVELS[level][statement.language], re.IGNORECASE)
        if match := pattern.search(text):
            found[level] = match[0]
            text = pattern.sub(" ", text)
    return found
