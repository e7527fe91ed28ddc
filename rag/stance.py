"""Does a sentence say what a question takes for true, or its contrary?"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from rag.amounts import Amount, find_amounts
from rag.comparisons.mentions import fold_in_place
from rag.evidence import match, terms_of, words_in
from rag.words import FUNCTION_WORDS, language_of, words_of
from vectorstore.later import compile_later
from vectorstore.terms import WORD, fold

Stance = Literal["affirms", "contradicts"]

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
_NEGATION = re.compile(
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
_DETERMINER = re.compile(r"no|kein\w*|aucun\w*|ningun\w*")
# how far a word that negates reaches, in words
REACH = 4
# "sin embargo" negates nothing
_HOWEVER = re.compile(r"\bsin (?:embargo|duda)\b|\bno obstante\b", re.IGNORECASE)
# what a figure counts: "the number of dead has risen" tells of the dead alone
_NUMBER_OF = re.compile(
    r"\b(?:number|toll|share|zahl|anteil|nombre|bilan|numero|cifra)\s+(?:(?:of|der|des|von|de|los|las|the)\s+)*(?P<thing>\w+)"
)
# these go down without any figure
_SINKS = re.compile(
    r"\b(?:ferr(?:y|ies)|ships?|vessels?|boats?|tankers?|yachts?|\w*schiffe?s?|fahren?|\w*boote?s?|\w*frachter|\w*tanker|kutter|navires?|bateaux?"
    r"|chalutiers?|barcos?|buques?|pesqueros?|cargueros?)\b"
)
_SINKING = re.compile(r"\b(?:s[iau]nk\w*|gesunken)\b")
_FIGURES, _MATCHES = 2, 3
# whom another beats loses: "She beat the incumbent, Colin Farrow"
_BEATEN = re.compile(
    r"\b(?:beat(?:s|en|ing)?|defeat\w*|besieg\w+|schlug(?:en)?|geschlagen|setzte\w* sich gegen|batt(?:u|re|ent)|bat|vainc\w+|derrot\w+"
    r"|venci\w+|gan[oó] a)\b(?P<whom>[^.;:]*)"
)
# "trat am Montag zurück" is "zurückgetreten"
_STEPPED_BACK = re.compile(r"(\btr(?:at|aten|itt|eten|ete)\b[^.;:]*\bzurück)\b", re.IGNORECASE)
# of the words between two commas or stronger signs
CLAUSE = re.compile(r"[;:.!?]|, (?:but|aber|sondern|mais|sino|pero)\b")


def stance_of(question: str, sentence: str, language: str) -> Stance | None:
    """What a sentence says to a question's statement; None when it says neither.

    Args:
        language: The sentence's, ISO 639-1.

    >>> stance_of("Why did fares rise?", "Fares fell in June.", "en"), stance_of("When did it open?", "It opened in June.", "en")
    ('contradicts', 'affirms')
    """
    counted = _counts(question, sentence, language)
    if counted is not None:
        return counted
    asked = dict(_sides(question, language_of(question)))
    if _FIGURES in asked and not _is_same_figure(question, sentence, language):
        del asked[_FIGURES]
    if asked.get(_MATCHES) == 1 and _is_beaten(question, sentence):
        return "affirms"
    told: dict[int, set[int]] = {}
    for pair, side in _sides(sentence, language):
        if pair in asked:
            told.setdefault(pair, set()).add(side)
    # "did not raise the taxes; it lowered them": all that is said of a pair must be contrary
    if any(asked[pair] not in sides for pair, sides in told.items()):
        return "contradicts"
    if told:
        return "affirms"
    return "contradicts" if negated_words(question, sentence, language) - stated_words(question, sentence, language) else None


def _is_same_figure(question: str, sentence: str, language: str) -> bool:
    """Whether what rises in a sentence may be what falls in the question: a ship sinks, and the number of dead is another thing."""
    asked = fold_in_place(question)
    if _SINKING.search(asked) and _SINKS.search(asked):
        return False
    counted = _NUMBER_OF.search(fold_in_place(sentence))
    if counted is None:
        return True
    return bool(_asked_among(question, [[counted["thing"]]], language)) or _NUMBER_OF.search(asked) is not None


def _is_beaten(question: str, sentence: str) -> bool:
    """Whether somebody named in the question is told of as beaten by another."""
    named = {fold(word) for word in WORD.findall(question) if word[:1].isupper()}
    return any(not named.isdisjoint(WORD.findall(found["whom"])) for found in _BEATEN.finditer(fold(sentence)))


def is_denial(sentence: str) -> bool:
    """Whether somebody denies something in it: what is denied is a claim of others."""
    return any(_DENIAL.fullmatch(word) for word in words_of(sentence))


def _sides(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Each pair of contraries that a text speaks of, with the side it is on: 0 or 1."""
    for clause in CLAUSE.split(_STEPPED_BACK.sub(r"\1getreten", _HOWEVER.sub("", text))):
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
    return turned or "nicht" in words[place:] or any(_NEGATION.fullmatch(word) or _STOPPING.fullmatch(word) for word in near)


def negated_words(question: str, sentence: str, language: str) -> frozenset[str]:
    """The question's words that the sentence negates, a verb or a thing; none when the question has a negation itself.

    >>> negated_words("Warum wurden die Glocken verkauft?", "Die Glocken wurden nicht verkauft.", "de")
    frozenset({'verkauft'})
    """
    if any(_NEGATION.fullmatch(word) for word in words_of(question)):
        return frozenset()
    return _asked_among(question, [negated for negated, _ in _parted(sentence)], language)


def stated_words(question: str, sentence: str, language: str) -> frozenset[str]:
    """The question's words that a sentence says somewhere without negating them."""
    return _asked_among(question, [stated for _, stated in _parted(sentence)], language)


def _parted(sentence: str) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each clause that a negation reaches, and the others."""
    for clause in CLAUSE.split(_HOWEVER.sub("", sentence)):
        written = WORD.findall(clause)
        reached: set[int] = set()
        for place, word in enumerate(written):
            if _NEGATION.fullmatch(fold(word)):
                # "keinen Zusammenhang", but "die Glocken von Ahlen nicht verkauft"
                after = range(place + 1, min(place + REACH, len(written)))
                reached |= {other for other in after if _DETERMINER.fullmatch(fold(word)) or written[other][0].islower()}
        yield [written[place] for place in sorted(reached)], [word for place, word in enumerate(written) if place not in reached]


def _asked_among(question: str, clauses: Sequence[Sequence[str]], language: str) -> frozenset[str]:
    texts = (" ".join(word for word in clause if fold(word) not in FUNCTION_WORDS) for clause in clauses)
    terms = [terms_of(text, language) for text in texts]
    return frozenset(word.written for word in words_in(question) if any(match(word, one) for one in terms))


def _counts(question: str, sentence: str, language: str) -> Stance | None:
    """Whether the sentence counts the same things as the question, and otherwise."""
    for amount in find_amounts(question, language_of(question)):
        thing = _thing_after(question, amount)
        if thing is None:
            continue
        told = [
            other for other in find_amounts(sentence, language) if (noun := _thing_after(sentence, other)) and _same(thing, noun, language)
        ]
        if told:
            return "affirms" if any(other.value == amount.value for other in told) else "contradicts"
    return None


def _thing_after(text: str, amount: Amount) -> str | None:
    words = [word for word in words_of(text[amount.span.end :])[:3] if word not in FUNCTION_WORDS]
    return words[0] if words else None


def _same(one: str, other: str, language: str) -> bool:
    return any(match(word, terms_of(fold(other), language)) == 1.0 for word in words_in(one))
