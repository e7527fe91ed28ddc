"""Who holds an office: the newest evidence first, earlier holders below, and who only acts or is to come told apart."""

import re
from collections.abc import Sequence

from langchain_core.documents import Document

from rag.bodies import bodies_in
from rag.evidence import cite
from rag.kinds import kind_of
from rag.near import years_held
from rag.officeof import with_office
from rag.offices import asks_for_holder, asks_for_successor, asks_whether_holder, holders_named
from rag.titles import offices_in
from rag.told import Told, find_told
from rag.types import Citation, Draft, Point, Query, Standing
from rag.unlisted import office_asked
from rag.words import words_of
from vectorstore import Archive, Span

# holders and those before them that a reader is shown
MOST_POINTS = 5
# within one article the rarer standing tells more than "the mayor, …"
TELLING: tuple[Standing, ...] = ("former", "acting", "appointed", "expected", "denied", "holds")
# a follow-up to a question for a holder may ask for another one; "And when?" does not
MAY_GO_ON = ("who", "what", "whether", "where", "how")
# what a question wants before the holder; on folded words
WANTED: tuple[tuple[tuple[Standing, ...], str], ...] = (
    (
        ("former",),
        r"before|predecessor|former|preceded|vor|vorganger\w*|zuvor|fruher\w*|avant|predecesseur|a precede|ancien|antes|anterior"
        r"|predecesor\w*",
    ),
    (("acting",), r"acting|interim|caretaker|kommissarisch\w*|interims\w*|interimaire|interin[oa]|en funciones"),
    (("denied",), r"denie[sd]|deny|bestreitet|bestritt|dementier\w*|dement|niega|nego|desmiente"),
    (
        ("expected", "appointed"),
        r"expected|next|could|might|possible|moglich\w*|gilt|favorit\w*|prochain\w*|pressenti\w*|proxim[oa]|previst[oa]",
    ),
    (("appointed", "expected"), r"will|wird|sera|(?:qui|quien) (?!era)\w+[eiua]ra|nouveau|nouvelle"),
    (("appointed", "holds"), r"appointed|named|nominated|ernannt|nommee?|nombrad[oa]"),
    # the imperfect of French and Spanish tells what went on and is over
    (("former",), r"(?:who|wer|qui|quien) (?:was|were|war|waren|fue|era|\w+ait|\w+(?:ia|aba))(?! sworn)"),
)


def find_holders(archive: Archive, query: Query, passages: Sequence[Document]) -> Draft | None:
    """A draft of quotes for an office's holders; None when the question is for something else or nothing tells."""
    # a follow-up has the words of the question that it leans on in its text
    asked = (
        asks_for_holder(query.question)
        or asks_whether_holder(query.question)
        or (kind_of(query.question) in MAY_GO_ON and asks_for_holder(query.text))
    )
    if not asked or not years_held(query.text, passages):
        return None
    text = with_office(query.text, passages)
    if text != query.text:
        # other holders need not be named beside the one in the question
        known = {passage.id for passage in passages}
        found = archive.search(text, query.filter or None, len(passages))
        passages = [*passages, *(passage for passage in found if passage.id not in known)]
    told = find_told(text, passages)
    if asks_for_successor(query.question) and not (offices_in(text) or office_asked(text)) and not _linked(told, query.question):
        # whoever is named beside somebody who left is no successor
        return None
    standing = _settle(told)
    chosen = _order(standing, told, query)
    return _draft(archive, chosen[:MOST_POINTS]) if chosen else None


def _settle(told: Sequence[Told]) -> dict[str, Told]:
    """For each person the newest that is told; of one article, what tells most."""
    newest: dict[str, Told] = {}
    were_in_office = {one.surname for one in told if not one.claim.beaten and one.claim.standing in ("holds", "acting", "former")}
    told = [one for one in told if not one.claim.beaten or one.surname in were_in_office]
    for one in told:
        kept = newest.get(one.surname)
        same = kept is not None and kept.passage.metadata["article_id"] == one.passage.metadata["article_id"]
        if kept is None or (same and TELLING.index(one.claim.standing) < TELLING.index(kept.claim.standing)):
            newest[one.surname] = one
    return newest


def _order(newest: dict[str, Told], told: Sequence[Told], query: Query) -> list[tuple[Standing, list[Told]]]:
    """Groups of one standing and one quote: what the question wants, then who holds the office, those to come, those before."""
    # who goes and who comes may stand in one article
    people = sorted(newest.values(), key=lambda one: (-one.published, one.claim.standing == "former"))
    in_office = [one for one in people if one.claim.standing in ("holds", "acting")]
    current = [one for one in in_office if one.passage.metadata["article_id"] == in_office[0].passage.metadata["article_id"]]
    # whoever somebody acts for is not in charge
    acting = [one for one in current if one.claim.standing == "acting"]
    current = [one for one in current if one in acting or all(_is_elsewhere(one, other) for other in acting)]
    current += [one for one in in_office if one not in current and _is_elsewhere(one, current[0])]
    groups: list[tuple[Standing, list[Told]]] = []
    in_charge: tuple[Standing, ...] = ("holds", "acting")
    to_come: tuple[Standing, ...] = ("appointed", "expected", "denied")
    for standing in in_charge:
        groups += _by_quote(standing, [one for one in current if one.claim.standing == standing])
    for standing in to_come:
        groups += _by_quote(standing, [one for one in people if one.claim.standing == standing])
    gone = [one for one in people if one not in current and one.claim.standing in ("holds", "acting", "former")]
    groups += [("former", [_as_holder(one, told)]) for one in gone]
    return _wanted_first(groups, told, query)


def _is_elsewhere(one: Told, other: Told) -> bool:
    """Whether two hold offices of different things, where the question names none."""
    bodies, others = (bodies_in(told.passage.page_content[told.span.start : told.span.end]) for told in (one, other))
    return bool(bodies and others) and bodies.isdisjoint(others)


def _by_quote(standing: Standing, people: Sequence[Told]) -> list[tuple[Standing, list[Told]]]:
    """People that one quote names stand together."""
    quotes: dict[tuple[str, Span], list[Told]] = {}
    for one in people:
        quotes.setdefault((str(one.passage.id), one.span), []).append(one)
    return [(standing, together) for together in quotes.values()]


def _as_holder(gone: Told, told: Sequence[Told]) -> Told:
    """An earlier holder's newest evidence in office, with its date; without one, what says that the time is over."""
    held = (one for one in told if one.surname == gone.surname and one.claim.standing in ("holds", "acting"))
    return next(held, gone)


def _wanted_first(groups: list[tuple[Standing, list[Told]]], told: Sequence[Told], query: Query) -> list[tuple[Standing, list[Told]]]:
    question = query.question
    folded = " ".join(words_of(question))
    # "who was mayor in March 2026?" asks for the one who was in office then
    is_then = (query.period is not None and query.period.wants == "as_of") or query.filter.as_of is not None
    cues = WANTED[:-1] if is_then else WANTED
    wanted = next((standings for standings, cue in cues if re.search(rf"\b(?:{cue})\b", folded)), ())
    if not wanted:
        return _successor_first(groups, told, question) if asks_for_successor(question) else groups
    # who is named in "before Peter Mossberg" is not the answer, nor is who came after him
    named = {person.surname for person in holders_named(question)}
    place = next((place for place, group in enumerate(groups) if {one.surname for one in group[1]} <= named), len(groups))
    if not any(group[0] in wanted for group in groups):
        # who acted once is asked for, too
        groups = sorted(groups, key=lambda group: not any(one.claim.standing in wanted for one in group[1]))
    answers = [group for group in groups if group[0] in wanted and not {one.surname for one in group[1]} <= named]
    answers.sort(key=lambda group: (wanted.index(group[0]), groups.index(group) < place < len(groups)))
    return answers + [group for group in groups if group not in answers] if answers else groups


def _successor_first(groups: list[tuple[Standing, list[Told]]], told: Sequence[Told], question: str) -> list[tuple[Standing, list[Told]]]:
    """Who came next after the one whom the question names stands first; where one sentence tells who follows whom,
    nobody else who is not said to hold just that office."""
    named = {person.surname for person in holders_named(question)}
    if linked := _linked(told, question):
        kept = linked | named | {one.surname for one in told if one.exact}
        groups = [group for group in groups if kept & {one.surname for one in group[1]}]
    place = next((place for place, group in enumerate(groups) if named & {one.surname for one in group[1]}), 0)
    later = [group for group in groups[:place] if group[0] in ("holds", "acting", "former")]
    return later[-1:] + [group for group in groups if group not in later[-1:]]


def _linked(told: Sequence[Told], question: str) -> set[str]:
    """Surnames of those named in a sentence that tells of whom the question names as gone."""
    named = {person.surname for person in holders_named(question)}
    gone = {(one.passage.id, one.span) for one in told if one.surname in named and one.claim.standing == "former"}
    return {one.surname for one in told if (one.passage.id, one.span) in gone and one.claim.standing != "expected"} - named


def _draft(archive: Archive, groups: Sequence[tuple[Standing, list[Told]]]) -> Draft:
    quotes: list[Citation] = []
    points: list[Point] = []
    for standing, people in groups:
        quote = cite(archive, people[0].passage, people[0].span)
        if quote is None:
            continue
        if quote not in quotes:
            quotes.append(quote)
        names = tuple(dict.fromkeys(one.claim.person.text for one in people))
        points.append(Point(quotes.index(quote) + 1, standing, names))
    return Draft(quotes=tuple(quotes), points=tuple(points), form="holders")
