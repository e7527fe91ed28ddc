"""The terms that lexical search counts: stemmed words by language, and character 4-grams."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from threading import local
from typing import Any

WORD = re.compile(r"\w+")
# scripts written without spaces between words: their runs are cut into pairs of characters instead
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
GRAM_LENGTH = 4
# marks where a word begins and ends; no word has it
END = "|"
# longer runs are no words of any language: hashes, base64, a line without spaces
LONGEST_WORD = 64

# the words of a paper repeat: most of them are worked out once. Takes 20 MB when it is full
CACHED_WORDS = 1 << 15

# the languages of PyStemmer 3, which takes these codes as names
STEMMED = tuple("ar ca da de el en es et eu fi fr ga hi hu hy id it lt ne nl no pl pt ro ru sr sv ta tr yi".split())  # noqa: SIM905

# a PyStemmer object must not be used by two threads at once
_stemmers = local()


def fold(text: str) -> str:
    """Letters as they compare: one form for each, without case and accents. The length may change.

    >>> fold("Straße in Łódź, MÜNCHEN")
    'strasse in łodz, munchen'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    # accents only: vowel signs of Indic and Thai scripts (category Mc, or Mn outside this block) are letters
    bare = "".join(character for character in decomposed if not "\u0300" <= character <= "\u036f")
    return unicodedata.normalize("NFC", bare)


def word_terms(text: str, language: str) -> list[str]:
    """The words of a text, stemmed by the language's rules, in order, repeated as often as they occur.

    A language without a stemmer leaves the words as they are. Unspaced scripts give pairs of characters.
    """
    stemmer = _stemmer(language)
    words, is_spaced = _words(text)
    if is_spaced:
        return [_fold_word(word) for word in (stemmer.stemWords(words) if stemmer else words)]
    terms: list[str] = []
    for word in words:
        if UNSPACED.match(word):
            terms += _pairs(word)
        else:
            terms.append(_fold_word(stemmer.stemWord(word) if stemmer else word))
    return terms


def term_sets(text: str, language: str) -> tuple[frozenset[str], frozenset[str]]:
    """What `word_terms` and `gram_terms` give, each once. The text is cut into words for both together."""
    words, is_spaced = _words(text)
    if not is_spaced:
        return frozenset(word_terms(text, language)), frozenset(gram_terms(text))
    stemmer, once = _stemmer(language), list(set(words))
    stems = stemmer.stemWords(once) if stemmer else once
    return frozenset(map(_fold_word, stems)), frozenset().union(*(_grams_of_word(word, "") for word in once))


def gram_terms(text: str) -> list[str]:
    """Character 4-grams inside the words of a text; a shorter word is one term; unspaced scripts give pairs.

    They find a word inside a compound, and a name in another language's spelling.

    >>> gram_terms("US-Delegation")
    ['us', 'dele', 'eleg', 'lega', 'egat', 'gati', 'atio', 'tion']
    """
    return _grams(text, "")


def marked_gram_terms(text: str) -> list[str]:
    """Character 4-grams of words with a mark at both ends: a beginning is not a middle. Unspaced scripts give pairs.

    >>> marked_gram_terms("US-Delegation")
    ['|us|', '|del', 'dele', 'eleg', 'lega', 'egat', 'gati', 'atio', 'tion', 'ion|']
    """
    return _grams(text, END)


def _grams(text: str, end: str) -> list[str]:
    words, is_spaced = _words(text)
    terms: list[str] = []
    for word in words:
        if not is_spaced and UNSPACED.match(word):
            terms += _pairs(word)
        else:
            terms += _grams_of_word(word, end)
    return terms


@lru_cache(maxsize=CACHED_WORDS)
def _fold_word(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=CACHED_WORDS)
def _grams_of_word(word: str, end: str) -> tuple[str, ...]:
    marked = f"{end}{fold(word)}{end}"
    return tuple(marked[at : at + GRAM_LENGTH] for at in range(max(1, len(marked) - GRAM_LENGTH + 1)))


def _words(text: str) -> tuple[list[str], bool]:
    """The words in order, without those too long for one, and whether none is of an unspaced script, which most texts need no look for."""
    lowered = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()
    runs = WORD.findall(lowered)
    if UNSPACED.search(lowered) is None:
        return [run for run in runs if len(run) <= LONGEST_WORD], True
    parts = [part for run in runs for part in _split_scripts(run)]
    return [part for part in parts if UNSPACED.match(part) or 0 < len(part) <= LONGEST_WORD], False


def _split_scripts(run: str) -> Iterator[str]:
    at = 0
    for match in UNSPACED.finditer(run):
        yield run[at : match.start()]
        yield match.group()
        at = match.end()
    yield run[at:]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(max(1, len(run) - 1))]


def _stemmer(language: str) -> Any:  # PyStemmer has no types
    if language not in STEMMED:
        return None
    kept: dict[str, Any] = _stemmers.__dict__
    if language not in kept:
        import Stemmer

        kept[language] = Stemmer.Stemmer(language)
    return kept[language]
