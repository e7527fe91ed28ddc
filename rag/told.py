"""What passages tell of those who hold an office: whom they name, in which sentences, and how they stand to it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from langchain_core.documents import Document

from rag.candidates import candidates_in, is_of_another
from rag.comparisons.concepts import concepts_in
from rag.evidence import Sentence, Word, coverage, match, sentences_of, terms_of, words_in
from rag.names import find_persons
from rag.offices import holders_named, is_office_word, names_office, office_told, offices_in, same_office
from rag.standings import Claim, claims_in, is_standing_word, tells_of_change
from rag.words import language_of, words_of
from vectorstore import Span
from vectorstore.terms import fold

# of the question's names and other words that are no office: a sentence with its title and the one before holds most of them
ENOUGH = 0.6
# a sentence that begins so is about somebody named in the one before
LEANS = re.compile(
    r"(?:he|she|they|his|her|their|er|sie|sein\w*|ihr\w*|il|elle|ils|elles|son|sa|ses|su|sus|él|ella|sustituye|sustituyó)\b", re.IGNORECASE
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


def find_told(text: str, passages: Sequence[Document]) -> list[Told]:
    """What passages tell of holders of the office that the text asks for, newest first; across languages only where nothing else tells."""
    told = list(_tell(text, passages, is_about)) or list(_tell(text, passages, is_about_across))
    return sorted(told, key=lambda one: -one.published)


def with_office(text: str, passages: Sequence[Document]) -> str:
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
