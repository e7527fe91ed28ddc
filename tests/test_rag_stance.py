"""Whether a sentence affirms or contradicts what a question takes for true."""

import pytest

from rag.stance import is_denial, stance_of


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("Why did the council approve the plan?", "The council rejected the plan.", "en"),
        ("Why did fares rise?", "Fares fell in June.", "en"),
        ("When did Paula Strand resign?", "Paula Strand has not resigned.", "en"),
        ("Why did the drivers go on strike?", "The drivers called off their strike.", "en"),
        ("What are the names of the five cubs?", "It gave birth to three cubs.", "en"),
        ("Warum sind die Löhne gestiegen?", "Die Löhne sind gesunken.", "de"),
        ("Warum wurden die Glocken verkauft?", "Die Glocken wurden nicht verkauft.", "de"),
        ("Warum ist das Bad geschlossen?", "Der Rat lehnte die Schließung des Bades ab.", "de"),
        ("Pourquoi le conseil a-t-il augmenté les impôts ?", "Le conseil n'a pas augmenté les impôts ; il les a baissés.", "fr"),
        ("¿Por qué fue condenado Leiva?", "El tribunal absolvió a Leiva.", "es"),
    ],
)
def test_the_contrary_contradicts(question: str, sentence: str, language: str) -> None:
    assert stance_of(question, sentence, language) == "contradicts"


@pytest.mark.parametrize(
    ("question", "sentence", "language", "stance"),
    [
        ("Why did fares rise?", "Fares rose because of fuel.", "en", "affirms"),
        ("Who won the Lisbon Open?", "Novak won in Lisbon.", "en", "affirms"),
        ("What did the mayor say?", "The mayor said it was raining.", "en", None),
        ("Was geschah mit den Glocken von Ahlen?", "Die Glocken von Ahlen wurden nicht verkauft.", "de", None),
        ("How many of the five cubs are male?", "Two of the five cubs are male.", "en", None),
    ],
)
def test_what_says_the_same_or_nothing_of_it_does_not(question: str, sentence: str, language: str, stance: str | None) -> None:
    assert stance_of(question, sentence, language) == stance


def test_a_denial_is_known_in_four_languages() -> None:
    for text in ("Vale denied it.", "Wittkamp bestreitet das.", "Le groupe dément.", "El consejero niega que fuera así."):
        assert is_denial(text)
    assert not is_denial("Vale said so.")
