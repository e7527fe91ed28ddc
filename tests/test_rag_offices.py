"""Questions for the holder of an office, and which offices answer them."""

import pytest

from rag.offices import (
    asks_for_holder,
    asks_for_successor,
    asks_whether_holder,
    holders_named,
    names_office,
    same_office,
    titles_in,
)
from rag.titles import offices_in


@pytest.mark.parametrize(
    "question",
    ["Who is the mayor?", "Wer leitet die Delegation?", "Qui préside la commission ?", "¿Quién es el alcalde?", "Who succeeded Anna Berg?"],
)
def test_a_question_for_a_holder_is_known(question: str) -> None:
    assert asks_for_holder(question)


@pytest.mark.parametrize(
    "question", ["Who is Marco Rubio?", "Who won the race?", "When did the mayor resign?", "Is Anna Berg mayor?", "Wer kam?", ""]
)
def test_a_question_for_something_else_is_not(question: str) -> None:
    assert not asks_for_holder(question)


def test_who_leads_is_asked_of_any_office_and_a_mayor_of_mayors_alone() -> None:
    leads, mayor, judge = offices_in("Who leads it?"), offices_in("mayor"), offices_in("judge")
    assert same_office(leads, mayor) and same_office(mayor, mayor)
    assert not same_office(mayor, judge) and not same_office(leads, frozenset())
    assert names_office(mayor) and not names_office(leads)


def test_a_title_is_told_from_what_its_holder_does() -> None:
    assert titles_in("kommissarisch leitet") == frozenset()
    assert titles_in("la directrice") == offices_in("leads")
    assert titles_in("leads the council as mayor") == offices_in("mayor")


def test_a_holder_who_is_named_beside_the_question_is_told_from_one_who_is_asked_about() -> None:
    assert [one.text for one in holders_named("Who was mayor before Peter Mossberg?")] == ["Peter Mossberg"]
    assert [one.text for one in holders_named("¿Quién fue alcalde antes de Luis Prado?")] == ["Luis Prado"]
    assert holders_named("Did Peter Mossberg, the mayor, resign?") == []


@pytest.mark.parametrize(
    "question",
    [
        "Is Peter Mossberg still the mayor of Veldrup?",
        "Ist Peter Mossberg noch Bürgermeister?",
        "Leitet Peter Mossberg noch das Gymnasium?",
        "Peter Mossberg est-il toujours maire ?",
        "¿Sigue siendo Peter Mossberg alcalde de Veldrup?",
    ],
)
def test_whether_somebody_holds_an_office_asks_for_its_holder(question: str) -> None:
    assert asks_whether_holder(question)
    assert [one.text for one in holders_named(question)] == ["Peter Mossberg"]


@pytest.mark.parametrize("question", ["Did Mayor Peter Mossberg resign?", "Is Peter Mossberg ill?", "Is the mayor ill?", "Who is mayor?"])
def test_whether_something_else_is_so_does_not(question: str) -> None:
    assert not asks_whether_holder(question)


def test_a_successor_is_asked_for_in_four_languages() -> None:
    for question in ("Who succeeded Ann Berg?", "Wer folgt auf Ann Berg?", "Qui remplace Ann Berg ?", "¿Quién sustituye a Ann Berg?"):
        assert asks_for_successor(question)
    assert not asks_for_successor("Who is the mayor?")
