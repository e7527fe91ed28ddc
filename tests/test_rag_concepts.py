"""The vocabulary that statements are compared by: what of it a text speaks of."""

from pathlib import Path

import pytest

from rag.comparisons import concepts
from rag.comparisons.concepts import concepts_among, concepts_in

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.mark.parametrize(
    ("text", "language", "name", "words"),
    [
        ("The minister resigned.", "en", "resign", "resigned"),
        ("Er trat am Montag nach langem Streit zurück.", "de", "resign", "trat am montag nach langem streit zuruck"),
        ("Das Landgericht lehnte ab.", "de", "court", "landgericht"),
        ("Die Polizei nahm ihn am Abend fest.", "de", "arrested", "nahm ihn am abend fest"),
        ("Le ministre a démissionné.", "fr", "resign", "demissionne"),
    ],
)
def test_a_thing_is_told_by_its_word_with_the_rest_of_a_parted_verb_and_by_the_end_of_a_compound(
    text: str, language: str, name: str, words: str
) -> None:
    assert {concept.name: said for concept, said in concepts_in(text, language).items()}[name] == words


def test_a_language_without_a_vocabulary_speaks_of_nothing() -> None:
    assert concepts_in("Ministern avgick.", "sv") == {}


def test_some_things_alone_are_found_as_among_all() -> None:
    text = "The court in Paris met after the minister resigned."
    found = concepts_in(text, "en")
    assert len(found) > 2
    for concept, words in found.items():
        assert concepts_among([concept], text, "en") == {concept: words}


class EveryPattern:
    def __init__(self, language: str) -> None:
        self.language = language

    def of(self, line: str) -> list[int]:
        return list(range(len(concepts._patterns(self.language))))


@pytest.mark.parametrize("language", concepts.LANGUAGES)
def test_what_is_looked_up_by_letters_is_what_all_patterns_find(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    lines = [line for file in sorted((SAMPLES / language).iterdir()) for line in file.read_text(encoding="utf-8").splitlines()]
    looked_up = [list(concepts_in(line, language).items()) for line in lines]
    assert sum(map(len, looked_up)) > 100
    monkeypatch.setattr(concepts, "_places", EveryPattern)
    assert [list(concepts_in(line, language).items()) for line in lines] == looked_up
