"""A sentence about an office -> whom it names, and whether they hold it, held it, act for it or are to have it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.comparisons.mentions import MONTHS
from rag.names import Person, find_persons
from rag.types import Standing
from vectorstore.terms import fold

# All on folded text. Who "leaves in summer" is still in office; only what has happened makes an earlier holder.
# Who dismissed a claim, moved a motion or leads the Left Party is, too.
_LEFT = (
    r"resigned|stepped down|retired|has left|(?<!the )left(?![ -](?:party|wing|bloc|alliance|front))|quit|moved (?:on|to)"
    r"|(?:dismissed|sacked)(?! (?:the|an?|his|her|their|its|any|all|claims?|reports?|critic\w+|calls?|accusations?|concerns?)\b)"
    r"|died|no longer|not stand again|departure|handed over|ousted"
    r"|trat .{0,40}zuruck|zuruckgetreten|verliess|verlassen|ruhestand|verabschiedet|abgelost|abgewahlt|schied|starb"
    r"|entlassen|freigestellt|abberufen|niedergelegt"
    r"|demissionne|a quitte|est parti\w*|ne se represente|limogee?|dimitio|ha dimitido|se jubila|dejo|ceso|cesad[oa]|destituid[oa]"
    r"|despedid[oa]"
)
_DENIES = (
    r"denie[sd]|deny|wies .{0,60}zuruck|weist .{0,60}zuruck|bestreit\w+|bestritt|dementier\w*|dement\w*|nie[gn]\w*|nego|desmient\w+"
    r"|desmintio"
)
_EXPECT = (
    r"(?:is|are|was|be) (?:widely )?expected|tipped|favou?rite|could (?:become|take|succeed)|candidate|rumou?red|gilt als"
    r"|gelten als|favorit\w*|im gesprach|kandidat\w*"
    r"|pressenti\w*|favori\w*|candidat\w*|pourrait|previst\w+|favorit[oa]|podria|candidat[oa]|suena"
)
# of somebody only beside the name: "said that a rise was possible"
_MAYBE = r"likely|moglicher?|possible"
_FUTURE = (
    r"will (?:become|take|start|lead|succeed|replace)|as (?:its|the|their|his|her) (?:next|future)|joins (?:in|on|next)|takes? (?:up"
    r"|over|office)(?: \w+){0,4} (?:in|on|from|next)|starts? (?:on|in"
    r"|work)|designate|elect\b|from (?:\d|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)|wird (?:zum|ab|im|neue\w*|sein\w*|ihr\w*|am)|zum \d|designiert\w*"
    r"|tritt .{0,30}\ban\b|kunftig\w*"
    r"|prendra|sera|entrera|succedera|tomara|asumira|sera|sustituira"
)
_STARTED = (
    r"took (?:charge|office|over|up)|taken over|sworn in|began work|started work|trat .{0,40}\ban\b|angetreten|leitet nun"
    r"|nun leitet|steht nun|tomo posesion|asumio"
    r"|a pris ses fonctions|preside desormais|ha tomado|gefuhrt"
)
_NAMED = (
    r"elected|elects|gewahlt\w*|wahlte\w*|elue?s?|elegid[oa]|eligio|appoint\w*|named?|names|nominat\w*|ernannt\w*|berufen|nommee?|nombrad[oa]|designad[oa]|designee?|successor|nachfolge\w*"
    r"|successeur|sucesor\w*"
    r"|will (?:become|take|succeed|replace|lead)|wird (?:neue\w*|zum|zur)|sera|next"
)
_ACTING = (
    r"acting|will act as|interim|caretaker|charge d'affaires|temporar\w+|provisional\w*|kommissarisch\w*|interims\w*"
    r"|geschaftsfuhrend\w*|ubergangsweise|l'interim"
    r"|par interim|interimaire|en funciones|interin[oa]"
    # "will take training until a successor is found"
    r"|until (?:an?|the|his|her|their) (?:\w+ )?(?:successor|replacement)|bis (?:ein\w?|zur wahl ein\w+) (?:\w+ )?nachfolge\w*"
    r"|en attendant (?:la nomination|l'election|qu)|jusqu'a (?:la nomination|l'election) d\w*|hasta (?:que se nombre|el nombramiento de)"
)
# who is so when the article is written, whatever is told of others beside
_CURRENT = (
    r"current|incumbent|sitting|derzeitige[rnms]?|amtierende[rnms]?|jetzige[rnms]?|heutige[rnms]?|aktuelle[rnms]?|actuel(?:le)?|actual"
)
_TIMES = (
    r"on|in|last|this|\d+|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|spring|summer|autumn|winter|night|evening|afternoon|morning"
)
_FORMER = (
    r"former|ex|outgoing|previous(?! (?:day|week|month|year|meeting|session|interview|statement|match|game)\b)"
    # "the late mayor", but "in late February"
    rf"|late(?! (?:{_TIMES})\b)|bisherige[rnms]?|fruhere[rnms]?|ehemalige[rnms]?|scheidende[rnms]?|einstige[rnms]?"
    r"|ancien(?:ne)?|sortante?|precedent|anterior|antiguo|antigua|saliente|exalcalde|expresident\w*"
)
# a cue that makes of whom it is said an earlier holder
_SUCCEEDED = (
    r"replac(?:es|ed|ing)|succeed(?:s|ed|ing)?|takes over from|took over from|taken over from|successor (?:to|of)|instead of"
    r"|in place of|in succession to|beat|defeated|predecessor"
    r"|lost|nachfolge[rn]?(?:in)? (?:von|des|der)|folgt auf|folgte auf|anstelle von|vorganger(?:in)?(?: war)?|besiegte"
    r"|succed(?:e|ait|era) a|remplac\w+|a battu|a la place d\w*"
    r"|en remplacement d\w*|sustituy\w+ a|en lugar de|sucede a|sucedio a|reemplaz\w+ a|derroto a"
    r"|(?:ended|ends|ending) the (?:\w+ )?(?:term|tenure|reign) of|beendete? die (?:\w+ )?amtszeit (?:von|des|der)"
    r"|met(?:tant)? fin (?:au mandat|a l'interim) d\w*|(?:puso|pone) fin (?:al mandato|a la interinidad) de"
    r"|(?:tras|desde|por) (?:la marcha|la salida|la dimision|la muerte|el cese|la destitucion) de"
    r"|(?:after|since|following) the (?:departure|resignation|death|dismissal|retirement|removal|exit) of"
    r"|(?:nach|seit) dem (?:abgang|weggang|ausscheiden|rucktritt|tod) (?:von|des|der)"
    r"|(?:apres|depuis|avec|suite (?:a|au)) (?:le |la )?(?:depart|deces|demission|mort|limogeage) d\w+"
)
# who is to be followed later on is still in office: "succeeds Dorothy Lisle in September"
_TO_SUCCEED = r"(?:will |to )?(?:succeeds?|replaces?)|folgt auf|succede(?:ra)? a|remplace(?:ra)?|sucede(?:ra)? a|sustituye a|sustituira a"
_LATER = re.compile(
    r"\W*(?:in|on|from|next|im|am|ab|zum|en|le|el|a partir d\w+)\s(?:\d|the end|(?:early|mid|late)\b|[^\W\d]+ (?:year|month|week)\b"
    rf"|(?:{'|'.join(MONTHS)}|spring|summer|autumn|winter|fruhjahr|sommer|herbst)\b)"
)
_REPLACES = re.compile(rf"\b(?:{_SUCCEEDED})\b")
# the same right before a name: "after the storm" is a time, and what "fand statt" took place
_AFTER = r"after|statt|apres"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says of a person and the office."""

    person: Person
    standing: Standing


def claims_in(sentence: str, among: Sequence[Person] | None = None) -> Iterator[Claim]:
    """Those named in a sentence, with their standing; `holds` where nothing tells another.

    Args:
        among: Those of whom it tells, in order; None for everybody.
    """
    persons = find_persons(sentence) if among is None else among
    for place, person in enumerate(persons):
        before = sentence[persons[place - 1].span.end if place else 0 : person.span.start]
        after = sentence[person.span.end : persons[place + 1].span.start if place + 1 < len(persons) else len(sentence)]
        yield Claim(person, _standing(_flat(before), _flat(after), _flat(sentence)))


def tells_of_change(sentence: str) -> bool:
    """Whether a sentence says that somebody comes, goes or stands in, of an office named before it."""
    return _has(_flat(sentence), f"{_NAMED}|{_ACTING}|{_STARTED}|{_SUCCEEDED}|{_AFTER}|{_FUTURE}")


def is_standing_word(word: str) -> bool:
    """Whether a word only tells how somebody stands to an office: "appointed", "möglicher", "Nachfolger"."""
    return (
        re.fullmatch(
            f"{_NAMED}|{_ACTING}|{_STARTED}|{_SUCCEEDED}|{_AFTER}|{_EXPECT}|{_MAYBE}|{_FORMER}|{_LEFT}|gilt|about|chosen|gewahlt|elu",
            _flat(word),
        )
        is not None
    )


def _standing(before: str, after: str, whole: str) -> Standing:
    """By the words before the name, back to the one named before, and those after it, up to the next."""
    clause = re.split(r"[.;:]| after | nachdem | apres que | tras ", after)[0]
    denies = _has(after, _DENIES)
    # "der bisherige Jugendtrainer übernimmt als Interimstrainer": what he was is another office
    if _ends(before, rf"(?:{_FORMER})(?: [\w']+){{0,7}},?") and not _has(clause, _ACTING):
        return "former"
    if _ends(before, rf"(?:{_CURRENT})(?: [\w'-]+){{0,6}},?"):
        return "holds"
    if _ends(before, rf"(?:{_TO_SUCCEED})") and _LATER.match(after):
        return "holds"
    if _ends(before, rf"(?:{_SUCCEEDED})(?: [\w'.]+){{0,5}}") or re.search(rf"\b(?:{_AFTER})(?: \w+)? ?\Z", before):
        return "former"
    if re.match(r"\W*ab\b", after) or (_has(clause, _LEFT) and not denies and not _has(clause, _EXPECT)):
        return "former"
    # "replaces the acting mayor, …" says nothing of who replaces
    near = f"{re.split(r'[.;:]', before)[-1]} | {_REPLACES.split(clause)[0]}"
    if _has(near, _ACTING):
        return "acting"
    if (
        _ends(before, rf"(?:expects?|{_EXPECT}|{_MAYBE})(?: [\w']+){{0,4}}")
        or (re.match(rf"\W*(?:\w+ ){{0,2}}(?:{_MAYBE})\b", clause) is not None)
        or (_has(clause, _EXPECT) and not re.search(r"\b(?:resign|zuruck|demission|dimi)", clause))
    ):
        return "expected"
    if _has(f"{near} {after}", _STARTED):
        return "holds"
    return "appointed" if _has(f"{before} {after}", _FUTURE) and _has(whole, _NAMED) else "holds"


def _flat(text: str) -> str:
    return " ".join(fold(text).replace("’", "'").split())


def _has(text: str, cues: str) -> bool:
    return re.search(rf"\b(?:{cues})\b", text) is not None


def _ends(text: str, cue: str) -> bool:
    """Whether the text before a name ends in this, without another clause between."""
    return re.search(rf"\b{cue}[ ,]*\Z", text) is not None
