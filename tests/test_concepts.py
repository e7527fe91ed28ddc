"""The small dictionary: its form, and that inflected words and compounds are found in it."""

import pytest

from vectorstore.concepts import LANGUAGES, is_known, read_concepts, translate
from vectorstore.terms import WORD


def test_every_concept_has_four_languages_and_words_or_names_of_two() -> None:
    concepts = read_concepts()
    assert len(concepts) > 1000
    for concept in concepts:
        assert len(concept) == len(LANGUAGES) and sum(map(bool, concept)) >= 3, concept
        for word in (word for column in concept for word in column):
            assert word == word.strip() and WORD.match(word) and word.count(" ") <= 1, concept


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
        ("encabeza", "es", "de", "leiten"),
        ("Vereinigten Staaten", "de", "es", "EEUU"),
        ("dix-huit", "fr", "en", "eighteen"),
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


def test_two_words_that_are_one_name_are_known_together_and_not_by_their_parts() -> None:
    assert is_known("Estados Unidos", "es") and not is_known("Estados ricos", "es") and not is_known("Estados Unidos", "sv")
    assert "Staat" in translate("Estados", "es", "de") and "Staat" not in translate("Estados Unidos", "es", "de")


def test_what_the_dictionary_lacks_has_no_translation() -> None:
    assert translate("Rubio", "en", "de") == translate("Zzzzzzzzz", "de", "en") == ()
    assert translate("government", "en", "en") == translate("government", "en", "sv") == translate("regering", "sv", "en") == ()
