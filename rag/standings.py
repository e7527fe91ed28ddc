"""A sentence about an office -> whom it names, and whether they hold it, held it, act for it or are to have it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.names import Person, find_persons
from rag.standingwords import (
    ACTING,
    AFTER,
    BEATEN,
    BOTH,
    CURRENT,
    DENIES,
    ELECT,
    EXPECT,
    FORMER,
    FUTURE,
    HANDED,
    HELD_IT,
    LATER,
    LEAVES_LATER,
    LEFT,
    MAYBE,
    NAMED,
    OF_HIM,
    REPLACES,
    STARTED,
    SUCCEEDED,
    TO_COME,
    TO_SUCCEED,
    WILL_SUCCEED,
)
from rag.types import Standing
from vectorstore.terms import fold


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says of a person and the office."""

    person: Person
    standing: Standing
    # only said to have lost against somebody: an earlier holder when something else tells that
    beaten: bool = False


def claims_in(sentence: str, among: Sequence[Person] | None = None) -> Iterator[Claim]:
    """Those named in a sentence, with their standing; `holds` where nothing tells another.

    Args:
        among: Those of whom it tells, in order; None for everybody.
    """
    persons = find_persons(sentence) if among is None else list(among)
    for place, person in enumerate(persons):
        first, last = _together(sentence, persons, place)
        before = _flat(sentence[persons[first - 1].span.end if first else 0 : persons[first].span.start])
        after = _flat(sentence[persons[last].span.end : persons[last + 1].span.start if last + 1 < len(persons) else len(sentence)])
        of_him = " ".join(OF_HIM.findall(_flat(sentence[person.span.end :]))) if not place else ""
        beaten = BEATEN.search(before) is not None and not HELD_IT.search(before)
        yield Claim(person, "former" if beaten else _standing(before, after, _flat(sentence), of_him), beaten)


def _together(sentence: str, persons: Sequence[Person], place: int) -> tuple[int, int]:
    """The first and the last of those named beside one: what is said of "Ann Berg and Carl Lund" is said of both."""
    first = last = place
    while first and BOTH.fullmatch(sentence[persons[first - 1].span.end : persons[first].span.start]):
        first -= 1
    while last + 1 < len(persons) and BOTH.fullmatch(sentence[persons[last].span.end : persons[last + 1].span.start]):
        last += 1
    return first, last


def tells_of_change(sentence: str) -> bool:
    """Whether a sentence says that somebody comes, goes or stands in, of an office named before it."""
    return _has(_flat(sentence), f"{NAMED}|{ACTING}|{STARTED}|{SUCCEEDED}|{AFTER}|{FUTURE}|{EXPECT}")


def tells_of_acting(after: str) -> bool:
    """Whether the words after a name say that somebody stands in."""
    return _has(_flat(after), f"{ACTING}|remplace|sustituye|takes over|ubernimmt")


def tells_replaced(before: str) -> bool:
    """Whether the words before a name say that somebody else came in his place."""
    return _ends(_flat(before), rf"(?:{SUCCEEDED})(?: [\w'.]+){{0,5}}")


def is_standing_word(word: str) -> bool:
    """Whether a word only tells how somebody stands to an office: "appointed", "möglicher", "Nachfolger"."""
    return (
        re.fullmatch(
            f"{NAMED}|{ACTING}|{STARTED}|{SUCCEEDED}|{AFTER}|{EXPECT}|{MAYBE}|{FORMER}|{LEFT}|{DENIES}|gilt|about|chosen|gewahlt|elu"
            r"|new|neue[rnms]?|nachste[rnms]?|nouve(?:au|l|lle)|nuev[oa]|current\w*|actuel\w*|actual\w*|derzeit\w*|aktuell\w*|post|job|posten|poste"
            r"|sustitu\w+|suced\w+|succe\w+|replac\w+|remplac\w+|reemplaz\w+|relev\w+|preced\w+|folgt\w*|vorgang\w*|prede\w+|sigue|siendo|continua"
            r"|puesto|cargo|now|jetzt|heute|maintenant|ahora|today|still|noch|encore|toujours|todavia",
            _flat(word),
        )
        is not None
    )


def _standing(before: str, after: str, whole: str, of_him: str) -> Standing:
    """By the words before the name, back to the one named before, those after it, up to the next, and what is said next of him."""
    clause = re.split(r"[.;:](?!\d)| after | nachdem | apres que | tras ", after)[0]
    denies = _has(after, DENIES)
    if denies and re.search(rf"\b(?:{DENIES})\b.*\b(?:{TO_COME})", after) and not _has(after, r"resign\w*|zuruck\w*|demission\w*|dimi\w+"):
        return "denied"
    # "der bisherige Jugendtrainer übernimmt als Interimstrainer": what he was is another office
    if _ends(before, rf"(?:{FORMER})(?: [\w']+){{0,7}},?") and not _has(clause, ACTING):
        return "former"
    if _ends(before, rf"(?:{CURRENT})(?: [\w'-]+){{0,6}},?"):
        return "holds"
    if _ends(before, HANDED):
        return "appointed" if LATER.match(after) or _has(before, "passera|cedera|entregara|will hand") else "holds"
    if _ends(before, rf"(?:{WILL_SUCCEED})"):
        return "holds"
    if _ends(before, rf"(?:{ELECT})(?: as)?"):
        return "appointed"
    if _ends(before, rf"(?:{TO_SUCCEED})") and LATER.match(after):
        return "holds"
    # "would become chair on 1 March, succeeding Ann Berg"
    if _ends(before, rf"(?:{SUCCEEDED})(?: [\w'.]+){{0,5}}") and _has(before, FUTURE) and LATER.search(before) and not _has(clause, LEFT):
        return "acting" if _has(before, ACTING) else "holds"
    if _ends(before, rf"(?:{SUCCEEDED})(?: [\w'.]+){{0,5}}") or re.search(rf"\b(?:{AFTER})(?: \w+)? ?\Z", before):
        return "former"
    if re.match(r"\W*ab\b", after) or (_has(f"{clause} {of_him}", LEFT) and not denies and not _has(clause, EXPECT)):
        return "former"
    # "replaces the acting mayor, …" says nothing of who replaces
    near = f"{re.split(r'[.;:]', before)[-1]} | {REPLACES.split(clause)[0]}"
    if _has(f"{near} {of_him}", ACTING):
        return "acting"
    if (
        _ends(before, rf"(?:expects?|{EXPECT}|{MAYBE})(?: [\w']+){{0,4}}")
        or (re.match(rf"\W*(?:\w+ ){{0,2}}(?:{MAYBE})\b", clause) is not None)
        or (_ends(before, "(?:gilt|gelten)") and _has(before, EXPECT))
        or (_has(clause, EXPECT) and not re.search(r"\b(?:resign|zuruck|demission|dimi)", clause))
    ):
        return "expected"
    if _has(f"{near} {after}", STARTED):
        return "holds"
    if _has(before, LEAVES_LATER) and _has(whole, NAMED):
        return "appointed"
    return "appointed" if _has(f"{before} {after} {of_him}", FUTURE) and _has(whole, NAMED) else "holds"


def _flat(text: str) -> str:
    return " ".join(fold(text).replace("’", "'").split())


def _has(text: str, cues: str) -> bool:
    return re.search(rf"\b(?:{cues})\b", text) is not None


def _ends(text: str, cue: str) -> bool:
    """Whether the text before a name ends in this, without another clause between."""
    return re.search(rf"\b{cue}[ ,]*\Z", text) is not None
