"""A question as the lexical index is asked it: its words' terms, with what the words are called in the archive's other languages."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from vectorstore.concepts import translate
from vectorstore.terms import WORD, marked_gram_terms, word_terms


@dataclass(frozen=True, slots=True)
class Terms:
    """Stemmed words and character 4-grams, each once."""

    words: tuple[str, ...]
    grams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question, and its translations: a passage has the word when it has any of them."""

    own: Terms
    translations: tuple[Terms, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to ask a question. `rest` are the terms of all words without a translation."""

    words: tuple[AskedWord, ...]
    rest: Terms


def word_question(text: str, asked_in: str | None, languages: Collection[str]) -> Wording:
    """The question in an archive's languages.

    Args:
        asked_in: ISO 639-1 code; None when the question does not tell: then nothing is translated.
        languages: What the archive's articles are written in. A word is stemmed by the rules of each, since it may stand in any.
    """
    words: list[AskedWord] = []
    rest: list[str] = []
    for word in dict.fromkeys(WORD.findall(text)):
        translations = tuple(_translations(word, asked_in, languages)) if asked_in else ()
        if translations:
            words.append(AskedWord(question_terms(word, languages), translations))
        else:
            rest.append(word)
    return Wording(tuple(words), question_terms(" ".join(rest), languages))


def question_terms(text: str, languages: Iterable[str]) -> Terms:
    """Its words, stemmed by the rules of each language, and its 4-grams."""
    words = dict.fromkeys(term for language in languages for term in word_terms(text, language))
    return Terms(tuple(words), tuple(dict.fromkeys(marked_gram_terms(text))))


def _translations(word: str, asked_in: str, languages: Iterable[str]) -> Iterable[Terms]:
    for language in languages:
        for other in translate(word, asked_in, language):
            # 4-grams find it inside a compound, and keep the balance with passages in the question's language, which match by theirs
            yield question_terms(other, [language])
