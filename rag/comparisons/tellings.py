"""The words by which somebody says, claims, admits or denies something, in four languages."""

import re
from dataclasses import replace

from rag.comparisons.statement import Statement, find_words

DENIED = {
    "en": (
        r"\bden(?:y|ies|ied|ying)\b|\bdismiss\w*[^.;]*\b(?:reports?|claims?|allegations?|accusations?|rumou?rs?|invention"
        r"|untrue|false)\b|\bdisput\w+|\breject\w* (?:\w+ ){0,3}(?:accusation|allegation|claim|charge|report)\w*"
    ),
    "de": r"\bbestreite\w*|\bbestritt\w*|\bdementier\w*|\b(?:weist|wies|weisen|wiesen)\b.*\bzurück\b|\bzurückgewiesen\b|\bleugne\w*",
    "fr": r"\bdéme(?:nt|ntent|nti|ntie)\w*|\bni(?:e|ent|é)\b|\brejet\w+ (?:les |ces )?(?:accusation|allégation)\w*|\bcontest\w+",
    "es": (
        r"\bniega[n]?\b|(?<!se )\bneg(?:ó|aron|ado)\b|\bdesm(?:iente|intió|entido)\w*|\brechaz\w+ (?:las "
        r"|los )?(?:acusacion|alegacion|cargo)\w*"
    ),
}
ADMITTED = {
    "en": r"\bconfirm\w*|\badmit\w*|\backnowledg\w*|\bconced\w*|\bconfess\w*",
    "de": r"\bbestätig\w*|\bräum\w*\b.*\bein\b|\beingeräumt\b|\bgesteh\w*|\bgestand\w*|\bgibt\b.*\bzu\b|\bgab\b.*\bzu\b",
    "fr": r"\bconfirm\w*|\breconna\w+|\badmet\w*|\badmis\w*|\bavou\w*",
    "es": r"\bconfirm\w*|\breconoc\w+|\badmit\w*|\bconfies\w*|\bconfes\w+",
}
# what somebody holds to be so, where others may not
CLAIMED = {
    "en": (
        r"\bclaim\w*|\balleg\w+|(?<!\bthe )\baccus\w+|\bbeliev\w+|\bth(?:ink|inks|ought)\b|\bexpect\w*|\bestimat\w+|\bargu\w+|\bsuspect\w*"
        r"|\binsist\w*|\bpurported\w*"
    ),
    "de": (
        r"\bbehaupt\w*|\bangeblich\w*|\b(?:wirft|warf|werfen|warfen)\b.*\bvor\b|\bvorgeworfen\b|\bglaub\w*|\berwart\w*"
        r"|\bschätz\w*|\bvermut\w*|\bverdächtig\w*|\bargumentier\w*|\bEinschätzung\b|\bhaltlos\b|\bhalten\b.*\bfür\b"
        r"|\bhält\b.*\bfür\b"
    ),
    "fr": (
        r"\baffirm\w+|\bprétend\w*|(?<!\bl[’'])(?<!\bles )\baccus\w+|\bcroi(?:t|ent)\b|\bestim\w+"
        r"|\bprévoi(?:t|ent)\b(?! d[e'’])|\bsoupçonn\w*"
        r"|\bprétendu\w*|\bassur\w+"
    ),
    "es": (
        r"\bafirm(?:a|an|ó|aron|aba|aban|ando)\b|\basegur(?:a|an|ó|aron|aba|aban|ando)\b"
        r"|(?<!\bel )(?<!\bla )(?<!\blos )(?<!\blas )\bacus\w+|\bcree[n]?\b"
        r"|\bestim\w+|\bprev[eé]n?\b(?! \w+r\b)|\bsospech\w+|\bpresunt\w+|\bsupuest\w+"
    ),
}
SAID = {
    "en": (
        r"(?<!\bnot )\bsa(?:id|ys?|ying)\b|\baccording to\b|\btold\b(?! to)|\breported\b(?! (?:an?|its|record|net)\b)|\breports\b(?= that)"
        r"|\bannounc\w+|\bstated\b|\bpredict\w*|\bsuggest(?:s|ed)?\b|\bassert\w*|\binform(?:s|ed)\b|\bindicat\w+|\bexplain\w*"
        r"|\bwarn\w*|\border(?:s"
        r"|ed)\b(?! \d)|\bdecid\w+|\bruled\b(?! out)"
    ),
    "de": (
        r"\bsag\w*\b(?![^.;]*\bab\b)|\bAussagen?\b|\bbezeichne(?:t|te|ten|n)\b|\blaut\b|\bnach (?:\w+ )?Angaben\b|\bzufolge\b"
        r"|\bteil\w*\b.*\bmit\b|\bmitgeteilt\b|\berklär\w*"
        r"|(?-i:\bvorher\w*sagt\w*)|\bkündig\w*\b|\bAnkündigung\b|(?-i:\bberichte(?:t|te|ten)?\b)|(?-i:\bmelde(?:t|te"
        r"|ten)?\b)(?![^.;]*\ban\b)|\bgemeldet\b|\bspricht\b|\bsprach\b(?! mit)|\bwarn\w*|\bordne\w*|\bentschied\w*|\bnach Einschätzung\b"
        r"|\bsei(?:en)?\b|\bwerde\b|\bhabe\b"
    ),
    "fr": (
        r"\bselon\b|\bd['’]après\b|\bdit\b|\bdéclar\w+|\bindiqu\w+|\bannonc\w+|\bexpliqu\w+|\brapport\w+|\bsignal\w+"
        r"|\bordonn\w+|\baverti\w*|\bdécid\w+|\bsugg\w+|\bprédi\w+"
    ),
    "es": (
        r"\bsegún\b|\bde acuerdo con\b|\bgarantiz(?:a|an|ó|aron)\b|\bdijo\b|\bdice[n]?\b|\bdeclar(?:a|an|ó|aron)\b|\bindic(?:a"
        r"|an|ó|aron)\b|\banunci\w+|\binform(?:a|an"
        r"|ó|aron)\b|\bseñal(?:a|an|ó|aron)\b|\bexplic\w+|\badvirti\w+|\bdecidi\w+|\bcomunic(?:a|an|ó|aron)\b|\bargument\w+"
        r"|\bsugier\w+|\bpredi\w+"
    ),
}
# a sentence with one of these names who knows it; a quote with one claims nothing
SOURCES = {
    "en": r"\bfound that\b|\bshow(?:s|ed|n)?\b|\bjudge?ments?\b|\bverdict\b",
    "de": r"\bUrteil\w*|\bzeig(?:t|en|te|ten)\b|\bergab\b|\bbefand\b",
    "fr": r"\bjugé\w*|\bjugement\b|\bmontr\w+|\brévèl\w+",
    "es": r"\bdictamin\w+|\bsentenció\b|\bfalló\b|\bmuestran?\b|\brevelan?\b",
}
# a sentence with one of these names who speaks, too; in a quote it may be told of something else
SPOKEN = {
    "en": (
        r"\bapologi[sz]\w*|\b(?:promis|vow|pledg)(?:ed|ing)\b|\burg(?:es?|ed)\b"
        r"|\bdemand(?:ed|ing|s that)\b|\bcall(?:s|ed|ing) (?:for|on)\b|\bcriticis\w+|\bcriticiz\w+|\bprais(?:es?|ed|ing)\b"
        r"|\bdescrib\w+|\bcomplain\w*"
        r"|\brecommend\w*|\b(?:not|add|argu|maintain|hold|point)(?:e?s|e?d) (?:out )?that\b|\btestif\w+|\bdeclar\w+"
        r"|\bsentenc(?:ed|es)\b|\bfined\b|\baccount of\b|\bin (?:his|her|their|its) words\b"
    ),
    "de": (
        r"\bentschuldig\w*|\bverurteil\w*|\bverhäng\w*|\bverspr(?:ach|achen|icht|ochen)\b|\bversicher(?:t|te|ten)\b"
        r"|\bbeteuer\w*|\bbeton(?:t|te|ten)\b|\bforder(?:t|te|ten)\b|\bkritisier\w*|\blob(?:t|te|ten)\b|\bnenn(?:t|en)\b"
        r"|\bnannten?\b|\w*angaben\b"
        r"|\b(?:gibt|gab|geben|gaben) an\b|\bführ(?:t|te|ten) [^.;]*\bzurück\b|\bbegründe(?:t|te|ten)\b|\bDarstellung\b"
        r"|\brechne(?:t|n|te|ten)\b|\bempf(?:ahl|iehlt|ohlen)\b"
    ),
    "fr": (
        r"\bexcus\w+|\bcondamn\w+|\bpromi(?:s|se|t)\b|\bpromet\w*|\bréclam\w+|\bcritiqu\w+|\bsalu(?:e|é|ent)\b"
        r"|\bfai(?:t|sait) (?:savoir|état)\b|\bjuge(?:nt)?\b|\btien(?:t|nent) pour\b|\bassur\w+|\bsouti(?:ent|ennent)\b"
        r"|\bsoutenu que\b|\brecommand\w+"
        r"|\battend(?:ent|ait|aient|u)?\b|\bregrett\w+|\bqualifi\w+ d[e'’]|\bdéplor\w+|\baux yeux d[eu]\b|\bcité\w* (?:à|par)\b"
    ),
    "es": (
        r"\bp(?:idió|ide|iden|idieron) (?:perdón|disculpas)\b|\bdisculp\w+"
        r"|\bdeclar\w+|\bpromet\w+|\bconden\w+|\bexig\w+|\breclam\w+|\bcritic\w+|\bsosti?en\w+|\bsostuvo\b|\bdenunci\w+"
        r"|\bconsidera(?:n|ba|ban|ron)?\b|\bconsideró\b|\brecomend\w+|\brecomiend\w+"
        r"|\besper(?:a|an|aba|aban)\b|\binsist\w+|\bopin\w+|\blament\w+|\bcalific\w+|\bseñal(?:aba|ando)\b|\bsubray\w+"
    ),
}


def is_told_by_someone(statement: Statement) -> bool:
    return any(find_words(words, statement) for words in (DENIED, ADMITTED, CLAIMED, SAID) if statement.language in words)


def without_telling(statement: Statement) -> Statement:
    """The statement with a | for each letter of the verbs by which somebody says it."""
    text = statement.text
    for words in (DENIED, ADMITTED, CLAIMED, SAID):
        text = re.sub(words[statement.language], _blank_ends, text, flags=re.IGNORECASE)
    return replace(statement, text=text)


def _blank_ends(found: re.Match[str]) -> str:
    """Only the first word and the last: a German verb has its sentence between its parts."""
    first, *rest = found[0].split(" ")
    return " ".join(("|" * len(first), *rest[:-1], *("|" * len(last) for last in rest[-1:])))


def is_telling(word: str, language: str) -> bool:
    """Whether a word only says that somebody says it."""
    return is_told_by_someone(Statement(word, language))
