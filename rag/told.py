"""What passages tell of those who hold an office: whom they name, in which sentences, and how they stand to it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from langchain_core.documents import Document

from rag.candidates import candidates_in, in_own_right, is_exact, is_of_another, names_another
from rag.comparisons.concepts import concepts_in
from rag.evidence import Sentence, sentences_of
from rag.matching import Word, coverage, match, terms_of, words_in
from rag.names import find_persons
from rag.offices import holders_named, names_office, same_office
from rag.owners import Asked, is_titled, people_in
from rag.standings import Claim, claims_in, is_standing_word, tells_of_acting, tells_of_change, tells_of_naming
from rag.titles import is_office_word, offices_in, without_offices
from rag.unlisted import office_asked
from rag.whose import is_of_others
from rag.words import FUNCTION_WORDS, language_of, words_of
from vectorstore import Span
from vectorstore.terms import fold

# of the question's names and other words that are no office: a sentence with its title and the one before holds most of them
ENOUGH = 0.6
# what a company is by law, or a place, stands in some of its articles and not in others; folded
_FORMS = """
ag gmbh se kg kgaa ev inc ltd llc plc corp co sa sas sarl srl sl spa nv bv ab asa oyj
city town county stadt gemeinde kreis kreises landkreis landkreises ville commune ciudad municipio pueblo
"""
FORMS = frozenset(_FORMS.split())
# a sentence that begins so is about somebody named in the one before
LEANS = re.compile(
    r"(?:he|she|they|his|her|their|er|sie|sein\w*|ihr\w*|il|elle|ils|elles|son|sa|ses|su|sus|él|ella|sustituye|sustituyó)\b", re.IGNORECASE
)
PRONOUN = re.compile(r"(?:he|she|er|sie|il|elle|él|ella)\b", re.IGNORECASE)
# sentences after the one with the office that may go on about it: "… director. He starts in May. Until then Odile Ravel stands in."
GOES_ON = 2
# before the name of the other side; folded, in four languages
MEETS = r"\b(?:with|against|mit|gegen|avec|contre|con|contra)"
# the words for what is led, the question, a sentence and the one before it
About = Callable[[Sequence[Word], str, Sentence, str], bool]


@dataclass(frozen=True, slots=True)
class Told:
    """What one place of an article says of one person."""

    passage: Document
    span: Span
    claim: Claim
    # whether it is just the office asked for; None where it is not said of what
    exact: bool | None = None

    @property
    def surname(self) -> str:
        return self.claim.person.surname

    @property
    def published(self) -> int:
        """Unix time; of undated articles nobody knows that they are new."""
        return int(self.passage.metadata.get("published") or 0)


def find_told(text: str, passages: Sequence[Document]) -> list[Told]:
    """What passages tell of holders of the office that the text asks for, newest first; across languages only where nothing else tells."""
    told = list(_tell(text, passages, is_about)) or list(_tell(text, passages, is_about_across))
    # asked for the president of a land, who presides over its parliament is another, where both are told
    if any(one.exact for one in told):
        told = [one for one in told if one.exact is not False]
    return sorted(told, key=lambda one: -one.published)


def _tell(text: str, passages: Sequence[Document], is_about: About) -> Iterator[Told]:
    """Whom the passages name in sentences about the office asked for."""
    said = set(words_of(text))
    named = {part for person in holders_named(text) for part in words_of(person.text)}
    own = office_asked(text)
    things = [word for word in words_in(without_offices(text, own)) if _is_thing(word.written) and not named & set(words_of(word.written))]
    asked = Asked(text, frozenset((own,)) if own else offices_in(text), tuple(things), own)
    if not things and not names_office(asked.offices):
        return
    for passage in passages:
        sentences = sentences_of(passage)
        for place, sentence in enumerate(sentences):
            before = sentences[place - 1].text if place else ""
            language = str(passage.metadata["language"])
            if not is_about(things, text, sentence, before) or is_of_another(asked, sentence.text, before, language):
                continue
            if is_of_others(text, sentence.text, language):
                continue
            if same_office(asked.offices, offices_in(sentence.text, asked.own)):
                found = _claims(passage, sentences, place, asked)
                # "SV Gollnow" in the question is what is led
                yield from (one for one in found if named & (name := set(words_of(one.claim.person.text))) or not name <= said)


def is_about(things: Sequence[Word], question: str, sentence: Sentence, before: str) -> bool:
    """Whether a sentence, with its title, the one before and the article's first, holds most of the words for what is led.

    As they are written: what the dictionary has for them in other languages would let any president lead any delegation.
    """
    language = sentence.language
    lead = _lead(sentence.passage) if language_of(question) in (None, language) else ""
    told = f"{sentence.passage.metadata['title']} {lead} {before} {sentence.text}"
    return not things or coverage([replace(word, language=None) for word in things], terms_of(told, language)) >= ENOUGH


def _is_met(land: str, sentence: str) -> bool:
    """Whether a land is only whom somebody meets or opposes: of talks "mit Russland" no Russian leads the delegation."""
    return re.search(rf"{MEETS} (?:[\w]+ )?{re.escape(land)}\b", " ".join(words_of(sentence))) is not None


def _lead(passage: Document) -> str:
    """What a report is about stands in its first sentence; empty of a passage from further down."""
    first = sentences_of(passage)[:1]
    return first[0].text if first and passage.metadata["start"] == 0 else ""


def is_about_across(things: Sequence[Word], question: str, sentence: Sentence, before: str) -> bool:
    """Whether a sentence of another language itself holds all of them, a land by that language's name for it."""
    asked_in, language = language_of(question), sentence.language
    if asked_in in (None, language):
        return False
    lands = {concept: words.split() for concept, words in concepts_in(question, asked_in).items() if concept.group == "place"}
    told = {concept for concept, found in concepts_in(sentence.text, language).items() if not _is_met(found, sentence.text)}
    known = {word for concept, words in lands.items() if concept in told for word in words}
    return bool(known) and all(fold(word.written) in known or match(word, terms_of(sentence.text, language)) for word in things)


def _is_thing(word: str) -> bool:
    """Whether a word of the question says of what the office is, not which office or how somebody stands to it."""
    return (
        not is_office_word(word)
        and not is_standing_word(word)
        and fold(word) not in FORMS
        # of "Who is the minister?" nothing is left, but "US" is a land
        and (fold(word) not in FUNCTION_WORDS or (word.isupper() and len(word) > 1))
    )


def _claims(passage: Document, sentences: Sequence[Sentence], place: int, asked: Asked) -> list[Told]:
    """What the sentence says, with the one before when it leans on that, and those after as long as they go on about the office."""
    own = sentences[place]
    leans = place > 0 and LEANS.match(own.text) is not None and own.follows(sentences[place - 1])
    start = sentences[place - 1].span.start if leans else own.span.start
    # "President-elect Ann Berg spoke. She takes over on 1 March."
    text = f"{sentences[place - 1].text} {own.text}" if leans and _is_of_one(sentences[place - 1].text, own.text) else own.text
    found = _tell_of(passage, Span(start, own.span.end), text, asked)
    for last, later in pairwise(sentences[place : place + 1 + GOES_ON]):
        if not later.follows(last):
            break
        if names_another(later.text, asked, str(passage.metadata["language"])) and not tells_of_acting(later.text):
            break
        if not (LEANS.match(later.text) or tells_of_change(later.text)) or not _goes_on(
            text, later.text, asked, str(passage.metadata["language"])
        ):
            break
        text = f"{text} {later.text}"
        known = {(one.surname, one.claim.standing) for one in found}
        together = _tell_of(passage, Span(start, later.span.end), text, asked)
        changed = {one.surname for one in together if (one.surname, one.claim.standing) not in known}
        found = [one for one in found if one.surname not in changed] + [one for one in together if one.surname in changed]
    return found


def _is_of_one(before: str, own: str) -> bool:
    """Whether a pronoun begins a sentence, and the one before names a single person."""
    return PRONOUN.match(own) is not None and len(find_persons(before)) == 1


def _tell_of(passage: Document, span: Span, text: str, asked: Asked) -> list[Told]:
    language = str(passage.metadata["language"])
    candidates = candidates_in(text, asked, language)
    claims = (in_own_right(text, claim, asked) for claim in claims_in(text, candidates))
    told = [Told(passage, span, claim, is_exact(text, claim.person, asked, language)) for claim in claims]
    # "the driver of the car" may be anybody's word: that an office is one, some title tells
    if asked.own and not any(is_titled(text, claim.person, asked) for claim in (one.claim for one in told)):
        return []
    if not any(one.exact and one.claim.standing in ("holds", "acting") for one in told):
        return told
    # "Oskaria's president Ann Berg received president Carl Lund": of two with the title, the one without a land is another's
    return [one for one in told if one.exact or one.claim.standing != "holds" or not is_titled(text, one.claim.person, asked)]


def _goes_on(own: str, later: str, asked: Asked, language: str) -> bool:
    """Whether a sentence may tell more of who was named before: "he" is the first of them, who need not be the one with the office.

    Where somebody appoints another, "he" is that one.
    """
    first, held = people_in(own, asked)[:1], candidates_in(own, asked, language)
    return LEANS.match(later) is None or not first or first[0] in held or (len(held) == 1 and tells_of_naming(own))
