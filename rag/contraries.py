"""Pairs of contraries, such as to open and to close, and on which side of them a text stands."""

import re
from collections.abc import Iterator, Sequence

from rag.words import words_of
from vectorstore.later import compile_later
from vectorstore.terms import WORD, fold

# one side and its contrary, as beginnings of folded words, in English, German, French and Spanish
_OPPOSITES = (
    (
        r"approv|confirm|ratif|adopt|accept|endors|backed|grant|genehmig|beschloss|angenommen|bewillig|zugestimmt|stimmte|approuv|apr(?:o|ue)b|acept|concedi",
        r"reject|refus|declin|cancel|scrap|abandon|lehn|ablehn|abgelehnt|verwarf|verworfen|verweiger|rejet|annul|rechaz"
        r"|deneg|cancelad",
    ),
    (
        r"open|reopen|offnet|geoffnet|offen(?!t|si)|wiedereroffn|eroffn|rouv|ouv(?!r(?:ag|ier))|abr[ie](?!l\b)|abiert|reabr",
        r"clos(?!ely|er|est)|shut|schlie|geschlossen|gesperrt|sperr|ferm|c(?:e|ie)rr",
    ),
    (
        r"rise|rose|risen|rising|increas|grow|grew|grown|climb|raised|gestiegen|steig|stieg|erhoh|angehoben|augment|hauss|subi"
        r"|sube|aument|crec",
        r"fall|fell|falls|fallen|drop|decreas|declin|lower|cut|shrank|gesunken|sink|sank|gefallen|fiel|gesenkt|senk|baiss|recul"
        r"|diminu|baj|cay|descend|reduc|reduj",
    ),
    (
        r"win(?!d|ter|kel|zig)|won(?!der)|victor|beat|triumph|gewann|gewonn|gewinn|sieg|gagn|remport|vainqu|gan[oóa]|ganar|venci",
        r"los(?:t|e[rs]?|ing)\b|defeat|drew|draw|verlor|verlier|unterl|p(?:e|ie)rd|empat|neither",
    ),
    (
        r"resign|quit|stepped|zuruckgetret|rucktritt|demission|dimit|dimisi|renunci|ausgetret|austrat",
        r"remain|stay|bleib|blieb|reste|permanec|sigue|continua",
    ),
    (
        r"die[ds]?\b|dead|kill|death|tot(?!al)|starb|gestorben|getotet|mort(?!g)|tue(?!sday)|deced|muri|muert|fallec|murio",
        r"surviv|uberleb|rescap|sobreviv|unhurt|unverletzt|ileso",
    ),
    (
        r"convict|guilty|sentenc|verurteil|schuldig|condamn|coupable|conden|culpable",
        r"acquit|clear|freigesproch|freispr|acquitt|relax|absol|absuel|innocen",
    ),
    (
        r"pass(?:ed|es)?\b|succe|bestand|gelang|erfolg|reuss|exito|super[oa]",
        r"fail|scheiter|gescheitert|misslang|durchgefall|echou|echec|fracas",
    ),
    (
        r"br[eo]ke?\b|broken|collaps|burst|brach|gebrochen|eingesturzt|rompu|effondr|rompi|derrumb",
        r"held|holds?\b|hielt|gehalten|tenu|resist|aguant",
    ),
    (r"strik|streik|greve|huelga", r"called|abgesagt|abgeblas|suspend|desconvoc"),
    (r"built|build|gebaut|baut|constru", r"cancel|scrap|abandon|gestrichen|annul|cancelad"),
    (r"suspend|suspendier|beurlaub", r"reinstat|return|wiedereingesetzt|zuruckgekehrt|reintegr|reincorpor|readmit"),
    (r"re ?elect|wiedergewahlt|reelu|reeleg|reelig", r"ousted|unseated|abgewahlt|destitu"),
    (r"releas|freed|freigelassen|freigegeben|liber", r"detain|held|festgehalten|retenu|retenid"),
    (r"free\b|unhurt|unverletzt|indemne|ileso", r"injur|wounded|verletzt|bless|herid"),
)
_PAIRS = tuple(tuple(compile_later(rf"(?:un)?(?:{side})\w*") for side in pair) for pair in _OPPOSITES)
# places among them: what goes up or down, and who wins or loses
FIGURES, MATCHES = 2, 3
NEGATION = re.compile(
    r"not|no|never|none|nobody|neither|nor|without|cannot|\w+n t|nicht|kein\w*|nie|niemals|niemand|weder|ohne|ne|n|pas|aucun\w*"
    r"|jamais|personne|sans"
    r"|nunca|ningun\w*|nadie|sin|tampoco"
)
_DENIAL = re.compile(
    r"den(?:y|ies|ied)|bestreit\w+|bestritt|dementier\w*|weist|wies|dement|dementi\w*|nie[gn]\w+|nego|desmient\w+|desmintio|refut\w*|disput\w*"
)
# what is refused or called off does not happen
_REFUSAL = re.compile(
    r"reject\w*|refus\w+|called|cancel\w*|lehnt\w*|ablehn\w*|abgelehnt|abgesagt|verworfen|rejet\w+|annul\w+|rechaz\w+|descart\w+|desconvoc\w+"
)
# what is stopped or prevented does not happen either: "Who stopped the closure?"
_STOPPING = re.compile(
    r"stopp(?:ed|te|ten)|prevent\w*|avert\w*|block(?:ed|ierte|ierten|s)|verhinder\w*|untersag\w*|gestoppt|abgewend\w*|empech\w+|bloqu\w+"
    r"|evit\w+|impid\w+|fren[oó]|paraliz\w+"
)
# how far a word that negates reaches, in words
REACH = 4
# "sin embargo" negates nothing
HOWEVER = re.compile(r"\bsin (?:embargo|duda)\b|\bno obstante\b", re.IGNORECASE)
# "trat am Montag zurück" is "zurückgetreten"
_STEPPED_BACK = re.compile(r"(\btr(?:at|aten|itt|eten|ete)\b[^.;:]*\bzurück)\b", re.IGNORECASE)
# of the words between two commas or stronger signs
CLAUSE = re.compile(r"[;:.!?]|, (?:but|aber|sondern|mais|sino|pero)\b")


def is_denial(sentence: str) -> bool:
    """Whether somebody denies something in it: what is denied is a claim of others."""
    return any(_DENIAL.fullmatch(word) for word in words_of(sentence))


def sides_in(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Each pair of contraries that a text speaks of, with the side it is on: 0 or 1."""
    for clause in CLAUSE.split(_STEPPED_BACK.sub(r"\1getreten", HOWEVER.sub("", text))):
        written = WORD.findall(clause)
        words = [fold(word) for word in written]
        for place, word in enumerate(words):
            # the Lisbon Open opens nothing, and the German article kills nobody
            if (place and written[place][0].isupper() and language != "de") or (word == "die" and language == "de"):
                continue
            for pair, sides in enumerate(_PAIRS):
                for side, pattern in enumerate(sides):
                    if pattern.fullmatch(word):
                        yield pair, side ^ int(_is_turned(words, place))


def _is_turned(words: Sequence[str], place: int) -> bool:
    """Whether a word of negation or prevention stands near, or one of denial or refusal before; German ends its clauses with "nicht"."""
    near = [*words[max(0, place - REACH) : place], *words[place + 1 : place + 3]]
    turned = any(_DENIAL.fullmatch(word) or _REFUSAL.fullmatch(word) for word in words[:place])
    return turned or "nicht" in words[place:] or any(NEGATION.fullmatch(word) or _STOPPING.fullmatch(word) for word in near)
