"""A sentence about an office -> whom it names, and whether they hold it, held it, act for it or are to have it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.names import Person, find_persons
from rag.standingwords import (
    ACTING,
    BOTH,
    CLAIMED,
    CONFIRMED,
    CURRENT,
    DENIES,
    ELECT,
    EXPECT,
    FORMER,
    FUTURE,
    LEFT,
    MAYBE,
    NAMED,
    OF_HIM,
    STARTED,
    STAYS,
    TO_COME,
)
from rag.successionwords import (
    AFTER,
    BEATEN,
    FOLLOWS,
    GONE,
    HANDED,
    HANDS,
    HELD_IT,
    LATER,
    LEAVES,
    LEAVES_LATER,
    REPLACES,
    REPLACES_HIM,
    SUCCEEDED,
    SUCCEEDS,
    SUCCESSOR,
    TAKES,
    TO_SUCCEED,
    WILL_SUCCEED,
)
from rag.types import Standing
from vectorstore.terms import fold

# of what is said, but for "1. April"
ENDS = re.compile(r"[;:](?!\d)|(?<!\b\d)(?<!\b\d\d)\.(?!\d)")


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
        before = flat(sentence[persons[first - 1].span.end if first else 0 : persons[first].span.start])
        after = _after(sentence, persons, last)
        of_him = " ".join(OF_HIM.findall(flat(sentence[person.span.end :]))) if not place else ""
        beaten = BEATEN.search(before) is not None
        standing: Standing = "former" if beaten else _standing(before, after, flat(sentence), of_him)
        yield Claim(person, standing, beaten and not HELD_IT.search(before))


def _after(sentence: str, persons: Sequence[Person], place: int) -> str:
    """The words after a person, up to the sentence that names the next one."""
    if place + 1 == len(persons):
        return flat(sentence[persons[place].span.end :])
    said = flat(sentence[persons[place].span.end : persons[place + 1].span.start])
    return said[: max((found.end() for found in ENDS.finditer(said)), default=len(said))]


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
    return (
        _has(flat(sentence), f"{NAMED}|{STAYS}|{LEFT}|{ACTING}|{STARTED}|{SUCCEEDED}|{AFTER}|{FUTURE}|{EXPECT}|expects?|{HANDED}")
        or HELD_IT.search(flat(sentence)) is not None
    )


def tells_of_naming(sentence: str) -> bool:
    """Whether a sentence says that somebody is elected or appointed."""
    return _has(flat(sentence), NAMED)


def tells_of_coming(before: str) -> bool:
    """Whether the words before a name say that somebody may come."""
    return _has(flat(before), f"{EXPECT}|{MAYBE}|gilt|gelten")


def tells_of_acting(around: str) -> bool:
    """Whether the words around a name say that somebody stands in."""
    return _has(flat(around), f"{ACTING}|remplace|sustituye|takes over|ubernimmt")


def tells_replaced(before: str) -> bool:
    """Whether the words before a name say that somebody else came in his place."""
    return _ends(flat(before), SUCCEEDS)


def is_standing_word(word: str) -> bool:
    """Whether a word only tells how somebody stands to an office: "appointed", "möglicher", "Nachfolger"."""
    return (
        re.fullmatch(
            f"{NAMED}|{STAYS}|{LEFT}|{ACTING}|{STARTED}|{SUCCEEDED}|{AFTER}|{EXPECT}|{MAYBE}|{FORMER}|{LEFT}|{DENIES}|gilt|about|chosen|gewahlt|elu"
            r"|new|neue[rnms]?|nachste[rnms]?|nouve(?:au|l|lle)|nuev[oa]|current\w*|actuel\w*|actual\w*|derzeit\w*|aktuell\w*|post|job|posten|poste"
            r"|sustitu\w+|suced\w+|succe\w+|replac\w+|remplac\w+|reemplaz\w+|relev\w+|preced\w+|folgt\w*|vorgang\w*|prede\w+|sigue|siendo|continua"
            r"|puesto|cargo|now|jetzt|heute|maintenant|ahora|today|comme|still|noch|encore|toujours|todavia"
            r"|could|might|konnte\w*|pourrait|podria|expect\w*|become\w*|becoming|want\w*|get|gets|werden|devenir|ser|convertirse",
            flat(word),
        )
        is not None
    )


def _standing(before: str, after: str, whole: str, of_him: str) -> Standing:
    """By the words before the name, back to the one named before, those after it, up to the next, and what is said next of him."""
    clause = re.split(rf"{ENDS.pattern}| after | nachdem | apres que | tras ", after)[0]
    denies = _has(after, DENIES)
    if denies and re.search(rf"\b(?:{DENIES})\b.*\b(?:{TO_COME})", after) and not _has(after, r"resign\w*|zuruck\w*|demission\w*|dimi\w+"):
        return "denied"
    if _ends(before, CLAIMED):
        return "denied"
    # the sentence that leads to the name: "In October he hands the post to"
    said = ENDS.split(before)[-1]
    # "der bisherige Jugendtrainer übernimmt als Interimstrainer", "asume su hasta ahora vicepresidente": what he was is another office
    comes = (_has(clause, FUTURE) and _has(clause, NAMED)) or _has(said, rf"(?:{TAKES}) (?:[\w']+ )?(?:{FORMER})")
    if _ends(before, rf"(?:{FORMER})(?: [\w']+){{0,7}},?") and not (_has(clause, ACTING) or comes):
        return "former"
    if (re.search(rf"\A\W*{GONE}[ ,]*\Z", said) or _ends(before, f"(?:{HANDS})")) and not LATER.search(clause):
        return "former"
    if _ends(before, rf"(?:{CURRENT})(?: [\w'-]+){{0,6}},?"):
        return "holds"
    if _ends(before, rf"{HANDED}(?: \w+){{0,2}}"):
        return "appointed" if LATER.match(after) or LATER.search(said) or _has(before, "passera|cedera|entregara|will hand") else "holds"
    if _ends(before, rf"(?:{WILL_SUCCEED})"):
        return "holds"
    if _ends(before, rf"(?:{ELECT})(?: as)?") or (_ends(before, SUCCESSOR) and LATER.search(before)):
        return "appointed"
    if _ends(before, rf"(?:{TO_SUCCEED})") and LATER.match(after):
        return "holds"
    # "would become chair on 1 March, succeeding Ann Berg"
    is_to_go = (_has(before, FUTURE) and LATER.search(before)) or (_has(said, FUTURE) and LATER.search(said))
    if _ends(before, SUCCEEDS) and is_to_go and not _has(clause, LEFT):
        return "acting" if _has(before, ACTING) else "holds"
    if _ends(before, SUCCEEDS) or re.search(rf"\b(?:{AFTER})(?: \w+)? ?\Z", before):
        return "former"
    left = _has(f"{clause} {of_him}", LEFT) or (re.match(rf"\W*(?:{LEAVES}|{HANDED})\b", clause) and not LATER.search(f"{clause} {of_him}"))
    # "löst Ann Berg ab", "folgt Ann Berg nach"
    is_followed = re.match(r"\W*ab\b", after) or (_ends(before, FOLLOWS) and re.match(r"\W*nach\b", after))
    if is_followed or (left and not denies and not _has(clause, EXPECT)):
        return "former"
    # "replaces the acting mayor, …" says nothing of who replaces
    own = clause if REPLACES_HIM.search(clause) else REPLACES.split(clause)[0]
    near = f"{said} | {own}"
    if _has(clause, CONFIRMED) and not _has(clause, ACTING):
        return "holds"
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
    if _has(clause, LEAVES_LATER):
        return "holds"
    if _has(before, LEAVES_LATER) and _has(whole, NAMED):
        return "appointed"
    # "sera" of him, not of the harvest
    will = _has(f"{said} {after} {of_him}", FUTURE) or re.match(r"\W*(?:qui |que |quien )?sera\b", after) or _has(of_him, "sera")
    return "appointed" if will and _has(whole, NAMED) else "holds"


def flat(text: str) -> str:
    """Folded, in one line, as the words of offices are written."""
    return " ".join(fold(text).replace("’", "'").split())


def _has(text: str, cues: str) -> bool:
    return re.search(rf"\b(?:{cues})\b", text) is not None


def _ends(text: str, cue: str) -> bool:
    """Whether the text before a name ends in this, without another clause between."""
    return re.search(rf"\b{cue}[ ,]*\Z", text) is not None
