"""Terms that texts are matched by: made one way or the other, they are the same."""

import pytest

from rag.words import words_of
from vectorstore.terms import WORD, fold, gram_terms, term_sets, word_terms

TEXTS = (
    "",
    "The Harbour Bridge, the BRIDGE: closed, closed again at 8.30!",
    "Straße in Łódź, MÜNCHEN; die Bürgermeisterin der Straße",
    "L’été, l'ete: déjà-vu ﬁnal Ⅳ İstanbul ſs",
    "東京で the minister 会談した, 東京",
    f"{'x' * 70} hash and word",
    "नमस्ते สวัสดี_snake 12,5",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", ["en", "de", "und", "zh"])
def test_both_kinds_of_terms_made_together_are_those_made_one_by_one(text: str, language: str) -> None:
    assert term_sets(text, language) == (frozenset(word_terms(text, language)), frozenset(gram_terms(text)))


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_folded_at_once_as_one_by_one(text: str) -> None:
    assert words_of(text) == [fold(word) for word in WORD.findall(text)]
