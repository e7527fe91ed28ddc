"""What an embedding model may say depends on the languages that it knows."""

import pytest

from vectorstore.embeddings import ModelIdentity
from vectorstore.trust import KNOWN, UNKNOWN_PASSAGE, UNKNOWN_QUESTION, trust_vectors

ENGLISH = ModelIdentity("english", "1", 4, languages=("en",))
MULTILINGUAL = ModelIdentity("multilingual", "2", 4)


@pytest.mark.parametrize(
    ("asked_in", "written_in", "trust"),
    [
        ("en", "en", KNOWN),
        ("en", "de", UNKNOWN_PASSAGE),
        ("de", "en", UNKNOWN_QUESTION),
        ("de", "de", UNKNOWN_QUESTION),
        (None, "en", KNOWN),
        (None, "de", UNKNOWN_PASSAGE),
        ("en", "und", KNOWN),
    ],
)
def test_an_english_model_is_trusted_with_english(asked_in: str | None, written_in: str, trust: float) -> None:
    assert trust_vectors(ENGLISH, asked_in, written_in) == trust


@pytest.mark.parametrize("asked_in", ["en", "de", "zh", None])
@pytest.mark.parametrize("written_in", ["en", "de", "zh", "und"])
def test_a_multilingual_model_keeps_its_weight_in_every_language(asked_in: str | None, written_in: str) -> None:
    assert trust_vectors(MULTILINGUAL, asked_in, written_in) == KNOWN
