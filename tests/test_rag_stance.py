"""Whether a sentence affirms or contradicts what a question takes for true."""

import pytest

from rag.contraries import is_denial
from rag.stance import negated_words, stance_of, stated_words


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
        ("Warum sank die Fähre Astrid?", "Nach dem Untergang der Fähre Astrid ist die Zahl der Toten gestiegen.", "de", None),
        ("Why did wages fall?", "The number of jobless has risen, and wages were paid late.", "en", None),
        ("Why did the number of jobless fall?", "The number of jobless has risen.", "en", "contradicts"),
        ("When does it lose its ward?", "El hospital perderá, sin embargo, su servicio.", "es", "affirms"),
        ("What did the mayor say?", "The mayor said it was raining.", "en", None),
        ("Was geschah mit den Glocken von Ahlen?", "Die Glocken von Ahlen wurden nicht verkauft.", "de", None),
        ("Who prevented the closure of the school?", "The school will not be closed.", "en", "affirms"),
        ("Welche Richterin stoppte die Schließung der Klinik?", "Die Klinik darf vorerst nicht schließen.", "de", "affirms"),
        ("Who stopped the closure of the school?", "The school was closed in May.", "en", "contradicts"),
        ("How many of the five cubs are male?", "Two of the five cubs are male.", "en", "affirms"),
    ],
)
def test_what_says_the_same_or_nothing_of_it_does_not(question: str, sentence: str, language: str, stance: str | None) -> None:
    assert stance_of(question, sentence, language) == stance


def test_a_denial_is_known_in_four_languages() -> None:
    for text in ("Vale denied it.", "Wittkamp bestreitet das.", "Le groupe dément.", "El consejero niega que fuera así."):
        assert is_denial(text)
    assert not is_denial("Vale said so.")


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        # the German article is no English verb, what is public is not open, and who is close closes nothing
        ("Wann war die Messe?", "Während der Messe sprach die Ministerin nicht.", "de"),
        ("Welche Schule wurde neben den öffentlichen anerkannt?", "Die private Schule schloss einen Vertrag.", "de"),
        ("Who won the close race in winter?", "The race in winter was not over.", "en"),
        # another country did not join
        ("When did Spain join?", "Norway did not join in 1972, Spain did join in 1986.", "en"),
        ("How many years did it last?", "It went on for the whole winter and nobody counted.", "en"),
        ("When was the quarterback 38 years old?", "At 38 years he was the oldest, and not 39 years old.", "en"),
    ],
)
def test_words_of_another_sense_or_another_clause_contradict_nothing(question: str, sentence: str, language: str) -> None:
    assert stance_of(question, sentence, language) != "contradicts"


def test_what_is_negated_and_what_is_stated_of_a_question() -> None:
    question, sentence = "When did Spain join the union?", "Norway did not join the union. Spain entered the union in 1986."
    assert negated_words(question, sentence, "en") == {"join", "union"}
    assert stated_words(question, sentence, "en") == {"Spain", "union"}
