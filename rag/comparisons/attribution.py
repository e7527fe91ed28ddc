"""Who says it: a claim by someone stays a claim by someone, and a denial a denial."""

import re

from rag.comparisons.concepts import concepts_in
from rag.comparisons.statement import Difference, Statement, find_words, same_language
from rag.evidence import match, terms_of, words_in
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import fold

DENIED = {
    "en": r"\bden(?:y|ies|ied|ying)\b|\bdisput\w+|\breject\w* (?:\w+ ){0,3}(?:accusation|allegation|claim|charge|report)\w*",
    "de": r"\bbestreite\w*|\bbestritt\w*|\bdementier\w*|\b(?:weist|wies|weisen|wiesen)\b.*\bzurück\b|\bzurückgewiesen\b|\bleugne\w*",
    "fr": r"\bdéme(?:nt|ntent|nti|ntie)\w*|\bni(?:e|ent|é)\b|\brejet\w+ (?:les |ces )?(?:accusation|allégation)\w*|\bcontest\w+",
    "es": (
        r"\bniega[n]?\b|(?<!se )\bneg(?:ó|aron|ado)\b|\bdesm(?:iente|intió|entido)\w*|\brechaz\w+ (?:las "
        r"|los )?(?:acusacion|alegacion|cargo)\w*"
    ),
}
ADMITTED = {
    "en": r"\bconfirm\w*|\badmit\w*|\backnowledg\w*|\bconced\w*",
    "de": r"\bbestätig\w*|\bräum\w*\b.*\bein\b|\beingeräumt\b|\bgesteh\w*|\bgestand\w*|\bgibt\b.*\bzu\b|\bgab\b.*\bzu\b",
    "fr": r"\bconfirm\w*|\breconna\w+|\badmet\w*|\badmis\w*|\bavou\w*",
    "es": r"\bconfirm\w*|\breconoc\w+|\badmit\w*|\bconfies\w*|\bconfesó\b",
}
# what somebody holds to be so, where others may not
CLAIMED = {
    "en": r"\bclaim\w*|\balleg\w+|\baccus\w+|\bbeliev\w+|\bexpect\w*|\bestimat\w+|\bargu\w+|\bsuspect\w*|\binsist\w*|\bpurported\w*",
    "de": (
        r"\bbehaupt\w*|\bangeblich\w*|\b(?:wirft|warf|werfen|warfen)\b.*\bvor\b|\bvorgeworfen\b|\bglaub\w*|\berwart\w*"
        r"|\bschätz\w*|\bvermut\w*|\bverdächtig\w*|\bargumentier\w*|\bEinschätzung\b|\bhaltlos\b|\bhalten\b.*\bfür\b"
        r"|\bhält\b.*\bfür\b"
    ),
    "fr": (
        r"\baffirm\w+|\bprétend\w*|\baccus\w+|\bcroi(?:t|ent)\b|\bestim\w+|\bprévoi(?:t|ent)\b(?! d[e'’])|\bsoupçonn\w*"
        r"|\bprétendu\w*|\bassur\w+"
    ),
    "es": (
        r"\bafirm(?:a|an|ó|aron|aba|aban|ando)\b|\basegur(?:a|an|ó|aron|aba|aban|ando)\b|\bacus\w+|\bcree[n]?\b"
        r"|\bestim\w+|\bprev[eé]n?\b(?! \w+r\b)|\bsospech\w+|\bpresunt\w+|\bsupuest\w+"
    ),
}
SAID = {
    "en": (
        r"\bsa(?:id|ys?|ying)\b|\baccording to\b|\btold\b(?! to)|\breported\b|\breports\b(?= that)|\bannounc\w+"
        r"|\bstated\b|\bpredict\w*|\bsuggest(?:s|ed)?\b|\bassert\w*|\bindicat\w+|\bexplain\w*|\bwarn\w*|\border(?:s"
        r"|ed)\b|\bdecid\w+|\bruled\b(?! out)"
    ),
    "de": (
        r"\bsag\w*|\blaut\b|\bnach (?:\w+ )?Angaben\b|\bzufolge\b|\bteil\w*\b.*\bmit\b|\bmitgeteilt\b|\berklär\w*"
        r"|(?-i:\bvorher\w*sagt\w*)|\bkündig\w*\b|\bAnkündigung\b|(?-i:\bberichte(?:t|te|ten)?\b)|(?-i:\bmelde(?:t|te"
        r"|ten)?\b)|\bgemeldet\b|\bspricht\b|\bsprach\b|\bwarn\w*|\bordne\w*|\bentschied\w*|\bnach Einschätzung\b"
        r"|\bsei(?:en)?\b|\bwerde\b|\bhabe\b"
    ),
    "fr": (
        r"\bselon\b|\bd['’]après\b|\bdit\b|\bdéclar\w+|\bindiqu\w+|\bannonc\w+|\bexpliqu\w+|\brapport\w+|\bsignal\w+"
        r"|\bordonn\w+|\baverti\w*|\bdécid\w+|\bsugg\w+|\bprédi\w+"
    ),
    "es": (
        r"\bsegún\b|\bdijo\b|\bdice[n]?\b|\bdeclar(?:a|an|ó|aron)\b|\bindic(?:a|an|ó|aron)\b|\banunci\w+|\binform(?:a|an"
        r"|ó|aron)\b|\bseñal(?:a|an|ó|aron)\b|\bexplic\w+|\badvirti\w+|\bdecidi\w+|\bcomunic\w+|\bargument\w+"
        r"|\bsugier\w+|\bpredi\w+"
    ),
}
# who stands behind it: up to three words, without the article before
BY = {
    "en": re.compile(r"\baccording to (?:the |a |an |its |his |her |their )?(?P<who>\w+(?: [\w’'-]+){0,2})", re.IGNORECASE),
    "de": re.compile(
        r"\b(?:laut|nach Angaben (?:de[rs]|von|eine[rs]))\s+(?:de[rsm] |eine[rsm]? )?(?P<who>\w+(?: [A-ZÄÖÜ][\w’'-]*){0,2})", re.IGNORECASE
    ),
    "fr": re.compile(r"\b(?:selon|d['’]après) (?:l[ea]s? |l['’]|un[e]? |s[oae][ns]? )?(?P<who>\w+(?: [\w’'-]+){0,2})", re.IGNORECASE),
    "es": re.compile(r"\bsegún (?:el |la |los |las |una? |su )?(?P<who>\w+(?: [\w’'-]+){0,2})", re.IGNORECASE),
}


def compare_attribution(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when the sentence tells as a fact what somebody claims, denies what is confirmed, or the other way round."""
    if claim.language not in DENIED or quote.language not in DENIED:
        return None
    said, held = find_words(DENIED, claim), find_words(DENIED, quote)
    if bool(said) != bool(held):
        return Difference("other_attribution", said or held)
    if (
        not held
        and find_words(ADMITTED, claim)
        and not find_words(ADMITTED, quote)
        and (find_words(CLAIMED, quote) or find_words(SAID, quote))
    ):
        return Difference("other_attribution", find_words(ADMITTED, claim))
    if other := _other_claimant(claim, quote):
        return Difference("other_claimant", other)
    if _is_told_by_someone(claim):
        return None
    if claimed := find_words(CLAIMED, quote):
        return Difference("other_attribution", claimed)
    # an office that announces or a report that says: left out more often than meant otherwise, yet somebody says it
    spoken = find_words(SAID, quote)
    return Difference("other_attribution", spoken, decisive=False) if spoken else None


def is_telling(word: str, language: str) -> bool:
    """Whether a word only says that somebody says it."""
    return any(find_words(words, Statement(word, language)) for words in (DENIED, ADMITTED, CLAIMED, SAID) if language in words)


def _is_told_by_someone(statement: Statement) -> bool:
    return any(find_words(words, statement) for words in (DENIED, ADMITTED, CLAIMED, SAID))


def _other_claimant(claim: Statement, quote: Statement) -> str:
    """Who says it by the sentence, where neither the quote nor its article's title or source speaks of them; else empty."""
    named = BY[claim.language].search(claim.text)
    if named is None:
        return ""
    text = f"{quote.text} {quote.around}"
    known, held = concepts_in(named["who"], claim.language), concepts_in(text, quote.language)
    if known:
        return "" if any(concept in held for concept in known) else named["who"]
    if not same_language(claim, quote):
        return ""
    terms = terms_of(text, quote.language)
    words = [word for word in words_in(named["who"]) if fold(word.written) not in FUNCTION_WORDS]
    return "" if not words or any(match(word, terms) for word in words) else named["who"]
