"""How certain a sentence is, against its quote: done, to come, expected or possible, obliged, allowed."""

import re

from rag.comparisons.concepts import Concept, concepts_in, is_deed
from rag.comparisons.statement import CLAUSE, LEADING, Difference, Statement, clauses_about, find_words
from rag.comparisons.tellings import is_told_by_someone, without_telling

POSSIBLE = {
    "en": (
        r"\bcould\b(?! not\b)|\bmight\b|(?-i:\bmay\b)|\bpossib\w+|\bperhaps\b|\bconsidering\b|\bweighing\b|\bmull\w+|\bpotential\w*\b"
        r"|\blikely\b|\bprobabl\w+|\bwhether\b|\bunclear\b|\bunder consideration\b"
    ),
    "de": (
        r"\bkönnten?\b|\bmöglich\w*\b|\bvielleicht\b|\bdürften?\b(?=.*\b(?:sein|werden|haben)\b)|\bwomöglich\b"
        r"|\bwahrscheinlich\w*\b|\bvermutlich\b|\bmutmaßlich\w*\b|\beventuell\b|\büberleg(?:t|en|te|ten)\b|\berw(?:ägt|ägen|og|ogen)\b"
        r"|\bob\b|\bunklar\b|\bprüf(?:t|en)\b"
    ),
    "fr": (
        r"\benvisag\w+|\bà l[’']étude\b|\bétudi(?:e|ent|ait|aient) la possibilité\b|\bsavoir si\b|\bpourr(?:ait|aient)\b"
        r"|\bpeut-être\b|\bpossib\w+|\bprobabl\w+"
    ),
    "es": (
        r"\bestudian? \w+r\b|\b(?:investig|averigu|estudi|analiz|sab)\w* si\b|\ben estudio\b|\bbaraja[n]?\b|\bsopesa[n]?\b"
        r"|\bpodr[íi]an?\b|\bquiz[áa]s?\b|\bposib\w+|\btal vez\b|\bprobabl\w+"
    ),
}
COMING = {
    "en": (
        r"\bwill\b|\bwon['’]t\b|\bshall\b|\bgoing to\b|\b(?:is|are) to (?!the\b|an?\b|(?-i:[A-Z])|\w+s\b)|\bplan(?:s|ning)?\b"
        r"|\b(?:is|are|was|were|has|have|had|it) planned\b|\b(?:set|scheduled|about) to\b|\bintend\w*\b|\bwants?\b|\bexpect\w*\b"
        r"|\bdue\b(?! to the| to a)|\bannounc\w+(?! (?:on )?(?:\w+ )?that\b)"
        r"|\bnext year\b|\bwould\b|\bsaid to\b|\balleged\w*\b|\breportedly\b|\bsupposed\w*\b|\b(?:is|are|was|were) forecast\b"
        r"|\bforecasts? (?:that|to)\b"
    ),
    "de": (
        r"\bwerde\b|\b(?:wird|werden)\b(?=.*\b(?!\w*ge\w+)\w+(?:en|rn|ln)\s*(?:[.,;!?“”\"]|$))|\bsoll(?:en|te|ten)?\b"
        r"|\bwill\b|\bwollen\b|\bvoraussichtlich\b|\b(?:ge)?plan(?:t|en|ung)\b|\bplanten?\b|\berwarte\w*\b|\bkündig\w*\b|\bangekündigt\b"
        r"|\bnächste[ns]? Jahr\w*|\bkommende[ns]? Jahr\w*"
    ),
    "fr": (
        r"\bv(?:a|ont)\b|\b(?!opéra|caméra|contra)\w{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront)\b"
        r"|\b(?!portrait|extrait|retrait|attrait|contrait)\w{2,}rai(?:t|ent)\b|\bdoi(?:t|vent)\b|\bprévo\w+"
        r"|\bcompte(?:nt)?\b|\b(?:est|sont|était|étaient|serait) prévue?s?\b|\bprévue?s? d[e'’]"
        r"|\bannonc\w+(?! (?:\w+ )?qu[e'’])|\bveu(?:t|lent)\b|\bl['’]année prochaine\b|\bprésumé\w*"
    ),
    "es": (
        r"\bva(?:n)? a\b|\bdeben?\b|\b\w{2,}r(?:á|án)\b|\bplanea\w*\b|\best(?:á|án|aba|aban) previst\w+|\bprev[eé]n?\b|\bprevisto que\b"
        r"|\besper\w+|\banunci\w+(?! (?:el )?(?:\w+ )?que\b)|\bquiere[n]?\b"
        r"|\bpróximo año\b|(?<!\bla )(?<!\blas )(?<!\buna )(?<!\bde )\b\w{2,}(?:[aei]r|dr|br)ía[n]?\b|\bpresunt\w+|\bsupuest\w+"
    ),
}
MUST = {
    "en": r"\bmust\b|\b(?:has|have|had) to\b|\bobliged\b|\brequired to\b",
    "de": r"\bmuss\b|\bmüssen\b|\bmusste[n]?\b|\bverpflichtet\b",
    "fr": r"\bdoi(?:t|vent)\b|\bobligé\w*|\bdevr(?:a|ont)\b",
    "es": r"\bdeben?\b|\btiene[n]? que\b|\bobligad\w+|\bdeberán?\b",
}
ALLOWED = {
    "en": r"(?-i:\bmay\b)|\bcan\b|\ballowed\b|\bpermitted\b",
    "de": r"\bdarf\b|\bdürfen\b|\bdurften?\b|\bkann\b|\bkönnen\b|\berlaubt\b",
    "fr": r"\bpeu(?:t|vent)\b|\bpourr(?:a|ont)\b|\bautorisé\w*|\bpermis\w*",
    "es": r"\bpueden?\b|\bpodrán?\b|\bautorizad\w+|\bpermitid\w+",
}
# of German words in -te and -ten those that tell of nothing as over: erhalten, der letzte, die höchsten, die geplanten Stellen
UNTOLD = (
    r"(?:heute|größten?|ersten?|besten?|letzten?|bekannten?|\w*(?:alt|eit|art|iet|ret|rat|ett|itt)en?"
    r"|\w*(?:ig|lich|äch|öch|ng|rk|ält|eu|mei)sten?|ge\w+ten?(?= [A-ZÄÖÜ]))\b"
)
# told as what is over or is so already
PAST = {
    "en": (
        r"(?<!is )(?<!are )(?<!be )(?<!remain )(?<!remains )(?<!stay )(?<!stays )(?<!\ban )(?<!\ba )\b\w{2,}ed\b|\b(?:was|were|had|did|took"
        r"|made|gave|went|came|won|lost|fell|rose|sold|bought|met|left|became|began|already|now|since)\b"
    ),
    "de": (
        rf"\bwar(?:en)?\b|\bwurden?\b|(?-i:\b(?!{UNTOLD})[a-zäöü]{{2,}}te[n]?\b)|\bbereits\b|\bschon\b|\bjetzt\b|\bseit\b"
        r""
        r"|\b(?:trat|gab|kam|ging|nahm|fand|lag|stand|hielt|blieb|verlor|gewann|starb|stieg|sank|fiel|brach|schloss|sprach|traf|zog|ließ)(?:en)?\b"
    ),
    "fr": r"\b\w{2,}(?:ait|aient|èrent|irent)\b|\bdéjà\b|\bdepuis\b|\bmaintenant\b",
    "es": r"\b\w{2,}(?:ó|aron|ieron|aba|aban)\b|\bya\b|\bahora\b|\bdesde\b",
}
# said of what is over: a sentence that tells it as to come has it wrong
DONE = {
    "en": r"\b(?:has|have)\s+(?:\w+\s+)?\w+(?:ed|en|t|d)\b",
    "de": (
        r"\b(?:hat|haben)\b.*\b(?:ge\w+(?:t|en)|be\w+(?:t|en)|ver\w+(?:t|en)|er\w+(?:t|en)|(?:ent|zer|über|unter"
        r"|miss)\w+(?:t|en)|\w+ge\w+(?:t|en)|\w+iert|beschlossen)\b"
    ),
    "fr": r"\b(?:a|ont)\s+(?:\w+\s+)?\w+(?:é|i|u|is|it)(?:e?s?)\b",
    "es": r"\b(?:ha|han)\s+\w+(?:ado|ido|to|cho)\b",
}

# where another verb begins
AND = re.compile(r"\s(?:and|und|et|y)\s", re.IGNORECASE)

# told by others, who may be wrong: "soll absolviert haben", "aurait été", "habría"
HEARSAY = {
    "en": r"\b(?:is|are|was|were) (?:said|reported|alleged|believed) to have\b",
    "de": r"\bsoll(?:en)?\b[^.;]*\b(?:haben|sein)\b",
    "fr": r"\b(?:aurait|auraient|serait|seraient)\s(?:\w+\s)?\w+(?:[éiu]e?s?|[iu]t|rt)\b",
    "es": r"\bhabrían? \w+(?:ado|ido|to|cho)\b",
}
ALREADY = {"en": r"\balready\b", "de": r"\b(?:bereits|schon)\b", "fr": r"\bdéjà\b", "es": r"\bya\b"}
AHEAD = {
    "en": r"\bwill (?!have)\b",
    "de": r"\bwird\b[^.;]*\w+en\b",
    "fr": r"\b\w{2,}(?:era|eront|ira|iront)\b",
    "es": r"\b\w{2,}r(?:á|án)\b",
}

# English tells what is to come like this, too
ONGOING = {"en": r"\b(?:is|are) \w+ing\b", "de": r"(?!)", "fr": r"(?!)", "es": r"(?!)"}


def compare_modality(claim: Statement, quote: Statement) -> Difference | None:
    """A decisive difference when the sentence is more certain than the quote or turns a may into a must, else one of degree."""
    if claim.language not in POSSIBLE or quote.language not in POSSIBLE:
        return None
    about = Statement(clauses_about(claim, quote), quote.language)
    if find_words(HEARSAY, quote) and is_told_by_someone(claim):
        return None
    if find_words(ALREADY, claim) and find_words(AHEAD, quote) and not find_words(ALREADY, quote) and not find_words(AHEAD, claim):
        return Difference("other_modality")
    said, held = _certainty(claim), 2 if _tells_as_done(claim, quote) else _certainty(about)
    # "can" and "may", "peut" and "pourrait" are one word in some languages
    both_open = all(find_words(POSSIBLE, one) or find_words(ALLOWED, one) for one in (claim, about))
    # what is to come is often told in the present
    if said > held and not both_open and (held == 0 or _is_over(without_telling(claim))):
        return Difference("other_modality")
    if (find_words(MUST, claim) and _permits(about)) or (_permits(claim) and find_words(MUST, about)):
        return Difference("other_modality")
    if said < held and not both_open and (said == 0 or (find_words(DONE, about) and not find_words(COMING, about))):
        return Difference("less_certain", decisive=False)
    return None


def _is_over(statement: Statement) -> bool:
    return bool(find_words(DONE, statement) or (find_words(PAST, statement) and not find_words(ONGOING, statement)))


def _certainty(statement: Statement) -> int:
    """0 possible, 1 to come, expected or a duty, 2 told as it is."""
    if find_words(POSSIBLE, statement):
        return 0
    return 1 if find_words(COMING, statement) or find_words(MUST, statement) else 2


def _tells_as_done(claim: Statement, quote: Statement) -> bool:
    """Whether the quote tells what the sentence does as over, and only something else as to come: "resigned and will leave in May"."""
    told = {concept for concept in concepts_in(claim.text, claim.language) if is_deed(concept)}
    clauses = [clause for clause in CLAUSE.split(quote.text) if clause.strip()]
    if not told or any(LEADING.match(clause) for clause in clauses):
        return False
    over: set[Concept] = set()
    to_come: set[Concept] = set()
    for clause in clauses:
        first, *others = (Statement(part, quote.language) for part in AND.split(clause, maxsplit=1))
        is_over = _certainty(first) == 2 and bool(find_words(PAST, first) or find_words(DONE, first))
        (over if is_over else to_come).update(concepts_in(first.text, first.language))
        to_come.update(*(concepts_in(other.text, other.language) for other in others))
    return bool(told & over) and told.isdisjoint(to_come)


def _permits(statement: Statement) -> bool:
    return bool(find_words(ALLOWED, statement)) and not find_words(MUST, statement)
