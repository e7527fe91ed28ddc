"""The office of somebody whom a question names without it: "Who succeeded Ann Berg?" asks for the mayor of Skarvik."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from langchain_core.documents import Document

from rag.bodies import office_told
from rag.comparisons.names import names_in
from rag.comparisons.statement import Statement
from rag.evidence import Sentence, sentences_of
from rag.names import find_persons
from rag.offices import holders_named
from rag.owners import offices_held
from rag.titles import offices_in
from rag.unlisted import ask_for_given, office_asked
from rag.words import words_of
from vectorstore.terms import fold


def with_office(text: str, passages: Sequence[Document]) -> str:
    """The question, and where it says no office the one of whom it names: "Who succeeded Ann Berg?" asks for the mayor of Skarvik."""
    named = {person.surname for person in holders_named(text)}
    if not named or offices_in(text) or office_asked(text):
        return text
    sentences = [(own.text, before) for passage in passages for own, before in _with_before(sentences_of(passage))]
    own_offices = (office for own, _ in sentences for office in offices_held(own, named) if " " in office)
    offices = (office_told(f"{before} {own}") for own, before in sentences if named & {person.surname for person in find_persons(own)})
    unlisted = (
        ask_for_given(own.text, before, str(passage.metadata["language"]))
        for passage in passages
        for own, before in _with_before(sentences_of(passage))
        if named & {person.surname for person in find_persons(own.text)}
    )
    clubs = (found for passage in passages for one in sentences_of(passage) if (found := _office_beside(one, named)))
    listed = next(own_offices, None) or next(clubs, None) or next(filter(None, offices), "")
    return f"{text} {listed or next(filter(None, unlisted), '')}".strip()


def _office_beside(sentence: Sentence, surnames: AbstractSet[str]) -> str:
    """The office of one of these, with the first name in the sentence: "SpVgg Ostheim dismissed coach Ann Berg"; empty for none."""
    people = find_persons(sentence.text)
    offices = offices_held(sentence.text, surnames)
    said = {word for person in people for word in words_of(person.text)}
    names = [name for name in names_in(Statement(sentence.text, sentence.language)) if fold(name) not in said]
    found = re.search(rf"{re.escape(names[0])}(?: [A-ZÀ-ÖØ-ÞĀ-Ž][\w-]+)*", sentence.text) if names else None
    return f"{offices[0]} {found[0]}" if offices and found else ""


def _with_before(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str]]:
    """Each sentence and the text of the one before it, empty for the first."""
    return zip(sentences, ["", *(sentence.text for sentence in sentences)], strict=False)
