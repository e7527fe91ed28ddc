"""The small dictionary: its form, and that inflected words and compounds are found in it."""

import pytest

from vectorstore.concepts import LANGUAGES, read_concepts, translate
from vectorstore.terms import WORD


def test_every_concept_has_four_languages_and_single_words() -> None:
    concepts = read_concepts()
    assert len(concepts) > 1000
    for concept in concepts:
        assert len(concept) == len(LANGUAGES) and sum(map(bool, concept)) >= 3, concept
        for word in (word for column in concept for word in column):
            assert word == word.strip() and WORD.match(word) and " " not in word, concept


def test_no_concept_stands_there_twice() -> None:
    concepts = read_concepts()
    assert len(set(concepts)) == len(concepts)


@pytest.mark.parametrize(
    ("word", "language", "into", "meant"),
    [
        ("earthquakes", "en", "de", "Erdbeben"),
        ("Regierungen", "de", "en", "government"),
        ("elecciones", "es", "de", "Wahl"),
        ("ministres", "fr", "en", "minister"),
        ("Überschwemmungen", "de", "es", "inundación"),
        ("février", "fr", "es", "febrero"),
        ("Moscow", "en", "fr", "Moscou"),
    ],
)
def test_an_inflected_word_is_found(word: str, language: str, into: str, meant: str) -> None:
    assert meant in translate(word, language, into)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("Weltmeisterschaft", {"world", "championship"}),
        ("Staatsgericht", {"state", "court"}),
        ("Umweltschutzgesetz", {"environment", "protection", "law"}),
        # of the rest nothing is known
        ("Zinnobergrenze", {"border"}),
    ],
)
def test_a_german_compound_is_translated_by_its_parts(compound: str, parts: set[str]) -> None:
    assert parts <= set(translate(compound, "de", "en"))


def test_what_the_dictionary_lacks_has_no_translation() -> None:
    assert translate("Rubio", "en", "de") == translate("Zzzzzzzzz", "de", "en") == ()
    assert translate("government", "en", "en") == translate("government", "en", "sv") == translate("regering", "sv", "en") == ()
