"""Who holds an office: the newest evidence first, earlier holders below, and who only acts or is to come told apart."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from langchain_core.documents import Document

from rag.candidates import candidates_in, is_of_another
from rag.comparisons.concepts import concepts_in
from rag.evidence import Sentence, Word, cite, coverage, match, sentences_of, terms_of, words_in
from rag.kinds import kind_of
from rag.names import find_persons
from rag.near import years_held
from rag.offices import (
    asks_for_holder,
    asks_for_successor,
    bodies_in,
    holders_named,
    is_office_word,
    names_office,
    office_told,
    offices_in,
    same_office,
)
from rag.standings import Claim, claims_in, is_standing_word, tells_of_change
from rag.types import Citation, Draft, Point, Query, Standing
from rag.words import language_of, words_of
from vectorstore import Archive, Span
from vectorstore.terms import fold

# of the question's names and other words that are no office: a sentence with its title and the one before holds most of them
ENOUGH = 0.6
# holders and those before them that a reader is shown
MOST_POINTS = 5
# a sentence that begins so is about somebody named in the one before
LEANS = re.compile(
    r"(?:he|she|they|his|her|their|er|sie|sein\w*|ihr\w*|il|elle|ils|elles|son|sa|ses|su|sus|él|ella|sustituye|sustituyó)\b", re.IGNORECASE
)
# within one article the rarer standing tells more than "the mayor, …"
TELLING: tuple[Standing, ...] = ("former", "acting", "appointed", "expected", "denied", "holds")
# a follow-up to a question for a holder may ask for another one; "And when?" does not
MAY_GO_ON = ("who", "what", "whether", "where", "how")
# what a question wants before the holder; on folded words
WANTED: tuple[tuple[tuple[Standing, ...], str], ...] = (
    (("former",), r"before|predecessor|former|vor|vorganger\w*|zuvor|fruher\w*|avant|predecesseur|ancien|antes|anterior|predecesor\w*"),
    (("denied",), r"denie[sd]|deny|bestreitet|bestritt|dementier\w*|dement|niega|nego|desmiente"),
    (
        ("expected", "appointed"),
        r"expected|next|could|might|possible|moglich\w*|gilt|favorit\w*|prochain\w*|pressenti\w*|proxim[oa]|previst[oa]",
    ),
    (("appointed", "expected"), r"will|wird|sera|nouveau|nouvelle"),
    (("appointed", "holds"), r"appointed|named|nominated|ernannt|nommee?|nombrad[oa]"),
    (("former",), r"(?:who|wer|qui|quien) (?:was|were|war|waren|etait|fue|era)(?! sworn)"),
)
# the words for what is led, the question, a sentence and the one before it
About = Callable[[Sequence[Word], str, Sentence, str], bool]


@dataclass(frozen=True, slots=True)
class Told:
    """What one place of an article says of one person."""

    passage: Document
    span: Span
    claim: Claim

    @property
    def surname(self) -> str:
        return self.claim.person.surname

    @property
    def published(self) -> int:
        """Unix time; of undated articles nobody knows that they are new."""
        return int(self.passage.metadata.get("published") or 0)


def find_holders(archive: Archive, query: Query, passages: Sequence[Document]) -> Draft | None:
    """A draft of quotes for an office's holders; None when the question is for something else or nothing tells."""
    # a follow-up has the words of the question that it leans on in its text
    asked = asks_for_holder(query.question) or (kind_of(query.question) in MAY_GO_ON and asks_for_holder(query.text))
    if not asked or not years_held(query.text, passages):
        return None
    text = _with_office(query.text, passages)
    told = list(_tell(text, passages, is_about)) or list(_tell(text, passages, is_about_across))
    told.sort(key=lambda one: -one.published)
    standing = _settle(told)
    chosen = _order(standing, told, query)
    return _draft(archive, chosen[:MOST_POINTS]) if chosen else None


def _with_office(text: str, passages: Sequence[Document]) -> str:
    """The question, and where it says no office the one of whom it names: "Who succeeded Ann Berg?" asks for the mayor of Skarvik."""
    named = {person.surname for person in holders_named(text)}
    if not named or offices_in(text):
        return text
    offices = (
        office_told(f"{before} {own.text}")
        for passage in passages
        for own, before in _with_before(sentences_of(passage))
        if named & {person.surname for person in find_persons(own.text)}
    )
    return f"{text} {next(filter(None, offices), '')}".strip()


def _with_before(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Each sentence and the text of the one before it, empty for the first."""
    return zip(sentences, ["", *(sentence.text for sentence in sentences)], strict=False)


def _tell(text: str, passages: Sequence[Document], is_about: About) -> Iterator[Told]:
    """Whom the passages name in sentences about the office asked for."""
    asked = offices_in(text)
    said = set(words_of(text))
    named = {part for person in holders_named(text) for part in words_of(person.text)}
    things = [word for word in words_in(text) if _is_thing(word.written) and not named & set(words_of(word.written))]
    if not things and not names_office(asked):
        return
    for passage in passages:
        sentences = sentences_of(passage)
        for place, sentence in enumerate(sentences):
            before = sentences[place - 1].text if place else ""
            language = str(passage.metadata["language"])
            if not is_about(things, text, sentence, before) or is_of_another(asked, things, sentence.text, before, language):
                continue
            if same_office(asked, offices_in(sentence.text)):
                found = _claims(passage, sentences, place, asked)
                # "SV Gollnow" in the question is what is led
                yield from (one for one in found if named & (own := set(words_of(one.claim.person.text))) or not own <= said)


def is_about(things: Sequence[Word], question: str, sentence: Sentence, before: str) -> bool:
    """Whether a sentence, with its title and the one before, holds most of the words for what is led."""
    told = f"{sentence.passage.metadata['title']} {before} {sentence.text}"
    return not things or coverage(things, terms_of(told, str(sentence.passage.metadata["language"]))) >= ENOUGH


def is_about_across(things: Sequence[Word], question: str, sentence: Sentence, before: str) -> bool:
    """Whether a sentence of another language itself holds all of them, a land by that language's name for it."""
    asked_in, language = language_of(question), str(sentence.passage.metadata["language"])
    if asked_in in (None, language):
        return False
    lands = {concept: words.split() for concept, words in concepts_in(question, asked_in).items() if concept.group == "place"}
    told = concepts_in(sentence.text, language)
    known = {word for concept, words in lands.items() if concept in told for word in words}
    return bool(known) and all(fold(word.written) in known or match(word, terms_of(sentence.text, language)) for word in things)


def _is_thing(word: str) -> bool:
    """Whether a word of the question says of what the office is, not which office or how somebody stands to it."""
    return not is_office_word(word) and not is_standing_word(word)


def _claims(passage: Document, sentences: Sequence[Sentence], place: int, asked: frozenset[int]) -> Iterator[Told]:
    """What the sentence says, with the one before when it leans on that, and the one after when that goes on about the office."""
    own = sentences[place]
    leans = place > 0 and LEANS.match(own.text) is not None
    start = sentences[place - 1].span.start if leans else own.span.start
    alone = [Told(passage, Span(start, own.span.end), claim) for claim in claims_in(own.text, candidates_in(own.text, asked))]
    later = sentences[place + 1] if place + 1 < len(sentences) else None
    if later is None or not (LEANS.match(later.text) or tells_of_change(later.text)) or not _goes_on(own.text, later.text, asked):
        yield from alone
        return
    known = {(one.surname, one.claim.standing) for one in alone}
    both = f"{own.text} {later.text}"
    together = [Told(passage, Span(start, later.span.end), claim) for claim in claims_in(both, candidates_in(both, asked))]
    changed = {one.surname for one in together if (one.surname, one.claim.standing) not in known}
    yield from (one for one in alone if one.surname not in changed)
    yield from (one for one in together if one.surname in changed)


def _goes_on(own: str, later: str, asked: frozenset[int]) -> bool:
    """Whether a sentence may tell more of who was named before: "he" is the first of them, who need not be the one with the office."""
    first = find_persons(own)[:1]
    return LEANS.match(later) is None or not first or first[0] in candidates_in(own, asked)


def _settle(told: Sequence[Told]) -> dict[str, Told]:
    """For each person the newest that is told; of one article, what tells most."""
    newest: dict[str, Told] = {}
    for one in told:
        kept = newest.get(one.surname)
        same = kept is not None and kept.passage.metadata["article_id"] == one.passage.metadata["article_id"]
        if kept is None or (same and TELLING.index(one.claim.standing) < TELLING.index(kept.claim.standing)):
            newest[one.surname] = one
    return newest


def _order(newest: dict[str, Told], told: Sequence[Told], query: Query) -> list[tuple[Standing, list[Told]]]:
    """Groups of one standing and one quote: what the question wants, then who holds the office, those to come, those before."""
    people = sorted(newest.values(), key=lambda one: -one.published)
    in_office = [one for one in people if one.claim.standing in ("holds", "acting")]
    current = [one for one in in_office if one.passage.metadata["article_id"] == in_office[0].passage.metadata["article_id"]]
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
    return _wanted_first(groups, query)


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


def _wanted_first(groups: list[tuple[Standing, list[Told]]], query: Query) -> list[tuple[Standing, list[Told]]]:
    question = query.question
    folded = " ".join(words_of(question))
    # "who was mayor in March 2026?" asks for the one who was in office then
    is_then = query.period is not None and query.period.wants == "as_of"
    cues = WANTED[:-1] if is_then else WANTED
    wanted = next((standings for standings, cue in cues if re.search(rf"\b(?:{cue})\b", folded)), ())
    if not wanted:
        return _successor_first(groups, question) if asks_for_successor(question) else groups
    # who is named in "before Peter Mossberg" is not the answer, nor is who came after him
    named = {person.surname for person in holders_named(question)}
    place = next((place for place, group in enumerate(groups) if {one.surname for one in group[1]} <= named), len(groups))
    answers = [group for group in groups if group[0] in wanted and not {one.surname for one in group[1]} <= named]
    answers.sort(key=lambda group: (wanted.index(group[0]), groups.index(group) < place < len(groups)))
    return answers + [group for group in groups if group not in answers] if answers else groups


def _successor_first(groups: list[tuple[Standing, list[Told]]], question: str) -> list[tuple[Standing, list[Told]]]:
    """Who came next after the one whom the question names stands first."""
    named = {person.surname for person in holders_named(question)}
    place = next((place for place, group in enumerate(groups) if named & {one.surname for one in group[1]}), 0)
    later = [group for group in groups[:place] if group[0] in ("holds", "acting", "former")]
    return later[-1:] + [group for group in groups if group not in later[-1:]]


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
