"""A question as the lexical index is asked it: its words' terms, with what the words are called in the archive's other languages."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from vectorstore.concepts import is_known, translate
from vectorstore.function_words import FUNCTION_WORDS
from vectorstore.terms import WORD, fold, marked_gram_terms, word_terms

# Of a translated word's 4-grams, where each counts for itself. Chosen on one half of Belebele and XQuAD: with four, or all of them, less is
# found in another language. On the other half, beside the best of a word's and its translations' sums, the first passage is right .016
# oftener in English for a German question of Belebele, .009 less often the other way; of XQuAD .002 and .018 less often, and between
# English and Spanish as often. At a million passages real questions take a third of the time.
RAREST = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """Stemmed words and character 4-grams, each once."""

    words: tuple[str, ...]
    grams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word of a question, or two that are one name, and its translations: a passage has the word when it has any of them."""

    own: Terms
    translations: tuple[Terms, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to ask a question.

    Attributes:
        rest: The terms of all words without a translation.
        aside: 4-grams that count less, as translations do, each for itself; see `loosened`.
    """

    words: tuple[AskedWord, ...]
    rest: Terms
    aside: tuple[str, ...] = ()

    @property
    def parts(self) -> Iterator[Terms]:
        """All terms that a passage may be found by, some of them twice."""
        yield self.rest
        for word in self.words:
            yield from (word.own, *word.translations)
        if self.aside:
            yield Terms((), self.aside)

    def loosened(self, frequencies: Mapping[str, int], most: float) -> "Wording":
        """With every 4-gram for itself, once, of a translated word and of each translation the rarest three.

        A passage that has some of a word and some of its translation has them all. So the best passages of very many are found without
        looking at each that has one of them.

        Args:
            frequencies: In how many passages each of the 4-grams is.
            most: 4-grams that more passages have are left out; the question's own stay where there are no others.
        """

        def rarest(terms: Terms) -> list[str]:
            found = sorted(terms.grams, key=frequencies.__getitem__)
            if not any(frequencies[gram] for gram in found[:RAREST]):
                # three that no passage has would find nothing
                found = [gram for gram in found if frequencies[gram]]
            return found[:RAREST]

        def telling(grams: Iterable[str]) -> tuple[str, ...]:
            return tuple(gram for gram in grams if frequencies[gram] <= most)

        own = dict.fromkeys([*self.rest.grams, *(gram for word in self.words for gram in rarest(word.own))])
        others = dict.fromkeys(gram for word in self.words for terms in word.translations for gram in rarest(terms) if gram not in own)
        words = (AskedWord(Terms(word.own.words, ()), tuple(Terms(terms.words, ()) for terms in word.translations)) for word in self.words)
        return Wording(tuple(words), Terms(self.rest.words, telling(own) or tuple(own)), telling(others))


def word_question(text: str, asked_in: str | None, languages: Collection[str]) -> Wording:
    """The question in an archive's languages.

    Args:
        asked_in: ISO 639-1 code; None when the question does not tell: then nothing is translated.
        languages: What the archive's articles are written in. A word is stemmed by the rules of each, since it may stand in any.
    """
    words: list[AskedWord] = []
    rest: list[str] = []
    names = dict(_names(text, asked_in)) if asked_in else {}
    parts = {part for name in names.values() for part in name}
    for word in dict.fromkeys((*names, *(word for word in WORD.findall(text) if word not in parts))):
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


def _names(text: str, language: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Neighbours that the dictionary has as one, such as United States, each with its two words; small words between do not count."""
    words = [word for word in WORD.findall(text) if fold(word) not in FUNCTION_WORDS]
    for pair in pairwise(words):
        if is_known(" ".join(pair), language):
            yield " ".join(pair), pair


def _translations(word: str, asked_in: str, languages: Iterable[str]) -> Iterable[Terms]:
    for language in languages:
        for other in translate(word, asked_in, language):
            # 4-grams find it inside a compound, and keep the balance with passages in the question's language, which match by theirs
            yield question_terms(other, [language])
