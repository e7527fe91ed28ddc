"""A sentence that denies what its quote says, or the other way round."""

import re

from rag.comparisons.concepts import concepts_in
from rag.comparisons.statement import Difference, Statement, clauses_about, find_words, same_language
from rag.comparisons.tellings import DENIED, SAID

# "no" is half of a Spanish sentence, "ne" the half of a French one that may stand alone
NEGATIONS = {
    "en": (
        r"\bnot\b|n['’]t\b|\bcannot\b|\bnever\b|\bnobody\b|\bnothing\b|\bno[- ]one\b|\bnone\b|\bneither\b|\bnor\b|\bno\b(?!\.)"
        r"|\bnon-?\w{4,}|\bfail(?:s|ed)? to\b|\brul\w+ out\b|\bexclud\w+"
    ),
    "de": (
        r"\bnichts?\b|\bkein\w*\b|\bnie(?:mals)?\b|\bniemand\w*\b|\bweder\b|\bnirgends\b|\bschl(?:oss|ießt"
        r"|ossen)\b.*\baus\b|\bausgeschlossen\b|\bausschl\w+"
    ),
    "fr": r"\bn['’](?=\w)|\bne\b|\baucune?\b|\bni\b|\bexclu\w*|\brien ne\b",
    "es": r"\bno\b|\bnunca\b|\bjam[aá]s\b|\bning[uú]n\w*\b|\bnadie\b|\bni\b|\btampoco\b|\bdescart\w+|\bexclu\w+",
}
# what is missing may be told of with a negation or without
WITHOUT = {
    "en": (
        r"\bwithout\b|\black\w*\b|\bmiss(?:ing|es|ed)?\b|\bshort(?:age\w*| of)\b|\btoo (?:few|little)\b|\bfor want of\b"
        r"|\b(?:left|leaves?) open\b|\babsen(?:t|ce)\b|\bescap\w+|\bun(?:hurt|injured|harmed|scathed)\b|\bfail\w*|\babandon\w*"
        r"|\bscrapp\w+|\bshelv\w+|\bdropp\w+|\bgave up\b|\bstopp\w+|\bsuspend\w*|\bhalt\w*|\bharmless\b|\bsafe\b"
        r"|\bawake\b|\bvot\w+\b[^.;]*\bagainst\b"
    ),
    "de": (
        r"\bohne\b|\bfehl\w*\b|\w*mangel\w*\b|\bzu wenig\w*\b|\b(?:ließ|ließen|lässt|lassen)\b[^.;]*\boffen\b"
        r"|\babwesend\b|\bunverletzt\w*|\bunversehrt\w*|\bscheiter\w*|\bgestrichen\w*|\bverworfen\w*|\baufgegeben\w*"
        r"|\bgekippt\w*|\bverzicht\w*|\bgestoppt\w*"
        r"|\babgebrochen\w*|\bausgesetzt\w*|\bsetz\w+\b[^.;]*\baus\b|\bunterbr(?:ach|ochen)\w*"
        r"|\bunge(?:fährlich|klärt|wiss)\w*|\bunklar\w*|\bharmlos\w*|\bstr(?:ich|ichen|eicht)\b"
        r"|\bstimm\w+\b[^.;]*\bgegen\b|\babgelehnt\w*|\blehn\w+\b"
    ),
    "fr": (
        r"\bsans\b|\bmanqu\w+|\bpriv\w+|\bpénurie\w*|\bfaute d[e'’]|\btrop peu\b|\babandonn\w+|\brenon\w+|\babsen(?:te?s?|ce)\b"
        r"|\bindemnes?\b|\béchou\w+|\bsuspend\w*|\binterromp\w*|\binoffensi\w+|\bsupprim\w+"
        r"|\bvot\w+\b[^.;]*\bcontre\b|\brejet\w+"
    ),
    "es": (
        r"\bsin\b|\bfalt\w+|\bcarec\w+|\bescase\w+|\bdemasiado poc\w+"
        r"|\babandon\w+ (?:el|la|los|las|sus?) (?:idea|intento|plan|proyecto)\w*|\brenunci\w+|\bausen\w+|\biles[oa]s?\b"
        r"|\bfracas\w+|\bsuspend\w*|\binterrump\w*|\binofensiv\w+|\bsuprim\w+|\bvot\w+\b[^.;]*\ben contra\b"
        r"|\brechaz\w+"
    ),
}
# they say no in other words, or take a no back
ONLY = {
    "en": r"\bnot (?:only|just|merely|as)\b|\bno (?:less|more|fewer) than\b|\bno longer than\b|\bno doubt\b|\bnot guilty\b"
    r"|(?:\bnot\b|n[’']t\b)[^.;,]{0,12}\b(?:rul\w+ out|exclud\w+)",
    "de": r"\bnicht nur\b|\bnicht zuletzt\b|\bnicht (?:mehr|weniger) als\b|\bnicht schuldig\b"
    r"|\bschl(?:oss|ießt|ießen|ossen)\b[^.;]*\bnicht aus\b|\bnicht (?:ausgeschlossen|auszuschließen)\b"
    r"|\bso \w+ (?:wie|war\w*)\b[^.;,]*\bnicht\b",
    "fr": r"\bn[e'’][^.;,]{0,40}\bqu[e'’]|\bnon seulement\b|\bsans\b[^.;,]*\bni\b|\bnon coupable\w*"
    r"|\bn['’](?:\w+ )?(?:pas )?exclu\w*(?: pas| plus)?",
    "es": r"\bno (?:s[oó]lo|tan)\b|\bno solamente\b|\bno m[aá]s de\b|\bno culpable\w*|\bno (?:se )?(?:ha\w? )?(?:descart|exclu)\w+",
}
# what is refused or called off does not happen
REFUSALS = {
    "en": r"\brefus\w* to\b|\bdeclin\w* to\b|\bcall\w* off\b|\bcancel\w*",
    "de": (
        r"\bweiger\w*\b|\bverweiger\w*\b|\bsag(?:te|ten|t|en)\b[^.;]*\bab\b|\babgesagt\w*|\babgeblasen\w*"
        r"|\b(?:fällt|fallen|fiel|fielen)\b[^.;]*\baus\b|\bausgefallen\w*"
    ),
    "fr": r"\brefus\w* d[e’']|\bannul\w+",
    "es": (
        r"\brenunci\w+ a \w+[aei]r\b|\brechaz\w+ \w+[aei]r\b|\bse neg(?:ó|aron|aba)\b|\bse niega\b|\brehus\w*\b|\bdesconvoc\w+"
        r"|\bcancel\w+"
    ),
}


def compare_negation(claim: Statement, quote: Statement) -> Difference | None:
    """A difference when one of the two denies what both speak of; an opposite word turns a no into a yes."""
    if claim.language not in NEGATIONS or quote.language not in NEGATIONS:
        return None
    about = clauses_about(claim, quote)
    denied, held = _denies(claim.text, claim.language), _denies(about, quote.language)
    if says_no(claim) and find_words(DENIED, quote):
        held = True
    if says_no(quote) and find_words(DENIED, claim):
        denied = True
    with_no, without = (claim, Statement(about, quote.language)) if denied else (Statement(about, quote.language), claim)
    # "not enough nurses" is a lack of them, and "no lack" is none
    flips = denied != held and not (find_words(WITHOUT, without) and not find_words(WITHOUT, with_no))
    # across languages a clause may share nothing with the sentence but the contrary of its word
    flips ^= _opposed(claim.text, claim.language, about if same_language(claim, quote) else quote.text, quote.language)
    return Difference("other_negation") if flips else None


def says_no(statement: Statement) -> bool:
    """Whether somebody says in it that something is not so, which is to deny it."""
    return _denies(statement.text, statement.language) and find_words(SAID, statement) != "" and not find_words(DENIED, statement)


def denies(statement: Statement) -> bool:
    """Whether it says of something that it is not so, or does not happen."""
    return _denies(statement.text, statement.language)


def _denies(text: str, language: str) -> bool:
    bare = re.sub(ONLY[language], " ", text, flags=re.IGNORECASE)
    return re.search(f"{NEGATIONS[language]}|{REFUSALS[language]}", bare, re.IGNORECASE) is not None


def _opposed(claim: str, claim_language: str, quote: str, quote_language: str) -> bool:
    """Whether the two have opposite words in an odd number of matters: one says rise, the other fall."""
    said, held = concepts_in(claim, claim_language), concepts_in(quote, quote_language)
    odd = 0
    for group in {concept.group for concept in said if concept.sign}:
        mine = {concept.sign for concept in said if concept.group == group}
        other = {concept.sign for concept in held if concept.group == group}
        odd += bool(other) and mine.isdisjoint(other)
    return odd % 2 == 1
