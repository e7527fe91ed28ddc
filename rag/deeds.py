"""A question asks for a deed, "Where was she born?": a sentence answers that tells of it, and of some deeds nobody tells in other words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from langchain_core.documents import Document

from rag.comparisons.concepts import LANGUAGES, line_of, lines_of, pattern_of
from rag.deedwords import ALWAYS_TOLD, OFTEN_TOLD
from rag.kinds import kind_of
from rag.matching import Word, words_in
from rag.scored import WORTH_MORE, Scored, put_first
from rag.subject import is_of, names_among, told_of_same
from rag.types import Query
from rag.words import language_of
from vectorstore import Archive

# questions whose deeds are remembered
REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done, with a pattern for each language; `is_always_told`: no other words tell of it."""

    kinds: frozenset[str]
    asks: Mapping[str, re.Pattern[str]]
    tells: Mapping[str, re.Pattern[str]]
    is_always_told: bool
    # the whole words that ask for it, by language
    words: Mapping[str, str]


def keep_deed(ranked: Sequence[Scored], words: Sequence[Word], question: str) -> list[Scored]:
    """The sentences; none where nobody tells of the deed that a question asks for, and those who do always tell of it in our words."""
    deed = deed_asked(question)
    if deed is None or not deed.is_always_told or not ranked:
        return list(ranked)
    near = told_of_same(ranked, words, question)
    told = any(tells_of(deed, f"{one.quote} {one.sentence.passage.metadata['title']}", one.sentence.language) for one in near)
    return list(ranked) if told else []


def prefer_deed(ranked: Sequence[Scored], words: Sequence[Word], question: str) -> list[Scored]:
    """The sentences, first those that tell of the deed that a question asks for."""
    deed = deed_asked(question)
    if deed is None or not ranked:
        return list(ranked)
    best, named = ranked[0], {name.written for name in names_among(words, question)}
    first = [
        one
        for one in told_of_same(ranked, words, question)
        if one.likeness["fits"]
        and best.score - one.score <= WORTH_MORE
        and tells_of(deed, one.quote, one.sentence.language)
        # of what bears the same name much else is told
        and (one.sentence.passage.id == best.sentence.passage.id or one.words - named)
    ]
    return list(ranked) if best in first else put_first(first, ranked)


def with_deed(archive: Archive, query: Query, passages: Sequence[Document]) -> Sequence[Document]:
    """The passages, with others that the words for the deed find where none of them tells of it: who asks when a bridge closes
    may read that it is "gesperrt"."""
    deed, language = deed_asked(query.question), language_of(query.question)
    if deed is None or deed.is_always_told or language is None or not passages:
        return passages
    names = names_among(words_in(query.text), query.question)
    about = [passage for passage in passages if is_of(passage, names, query.question)]
    if any(tells_of(deed, passage.page_content, str(passage.metadata["language"])) for passage in about):
        return passages
    known = {passage.id for passage in passages}
    found = archive.search(f"{query.text} {deed.words[language]}", query.filter or None, len(passages))
    return [*passages, *(passage for passage in found if passage.id not in known)]


# asked of every sentence
@lru_cache(maxsize=REMEMBERED)
def deed_asked(question: str) -> Deed | None:
    """The first deed of our table that a question asks for; None where it asks for another, or in a language that we lack words of."""
    language, kind, line = language_of(question), kind_of(question), line_of(question)
    if language not in LANGUAGES:
        return None
    return next((deed for deed in _deeds() if kind in deed.kinds and deed.asks[language].search(line)), None)


def tells_of(deed: Deed, text: str, language: str) -> bool:
    """Whether a text tells of a deed; one in a language that we lack words of may."""
    return language not in deed.tells or deed.tells[language].search(line_of(text)) is not None


@cache
def _deeds() -> tuple[Deed, ...]:
    return (*_read(ALWAYS_TOLD, True), *_read(OFTEN_TOLD, False))


def _read(table: str, is_always_told: bool) -> Iterator[Deed]:
    kinds: frozenset[str] = frozenset()
    for line in lines_of(table):
        if line.startswith("#"):
            kinds = frozenset(line[1:].strip().split(", "))
            continue
        columns = dict(zip(LANGUAGES, line.split("|"), strict=True))
        asks = {language: pattern_of(column.partition(";")[0], language) for language, column in columns.items()}
        tells = {language: pattern_of(column.replace(";", " "), language) for language, column in columns.items()}
        words = {
            language: " ".join(word for word in column.partition(";")[0].split() if word.isalpha()) for language, column in columns.items()
        }
        yield Deed(kinds, asks, tells, is_always_told, words)
