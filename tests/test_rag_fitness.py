"""Whether a sentence holds the kind of thing that is asked for, and did not come from the question."""

import pytest

from rag.fitness import fits
from rag.kinds import kind_of
from rag.words import words_of


def fitness(question: str, sentence: str) -> float:
    return fits(kind_of(question), sentence, frozenset(words_of(question)))


@pytest.mark.parametrize(
    ("question", "fitting", "other"),
    [
        ("When did it open?", "It opened on 3 May 2024.", "It opened with a concert."),
        ("How many came?", "Some 400 people came.", "Crowds came."),
        ("Where was it found?", "It was found near Aberdeen.", "It was found by a dog."),
        ("Why was it closed?", "It was closed because of ice.", "It was closed on Monday."),
        ("Warum wurde es gesperrt?", "Es wurde wegen Glatteis gesperrt.", "Es wurde am Montag gesperrt."),
        ("Pourquoi ferme-t-elle ?", "Elle ferme en raison du gel.", "Elle ferme lundi."),
        ("¿Por qué cerró?", "Cerró debido a la nieve.", "Cerró el lunes."),
    ],
)
def test_the_kind_of_thing_asked_for_fits(question: str, fitting: str, other: str) -> None:
    assert (fitness(question, fitting), fitness(question, other)) == (1, 0)


def test_a_person_with_a_name_fits_more_than_a_capital_letter() -> None:
    assert fitness("Who won?", "On Sunday Carla Monteiro won.") == 1.5
    assert fitness("Who won?", "It was won by Monteiro.") == 0.5
    assert fitness("Who won?", "It was won by nobody.") == 0


def test_what_the_question_says_itself_is_no_answer() -> None:
    assert fitness("When in 2024 did it open?", "It opened in 2024.") == 0
    assert fitness("Who is Carla Monteiro?", "She is called Carla Monteiro.") == 0


def test_a_question_for_anything_is_fitted_by_nothing() -> None:
    assert fitness("What happened?", "On 3 May 2024 Carla Monteiro won 400 euros in Aberdeen.") == 0
