"""Offices by whatever word names them in four languages, and of what they are."""

import pytest

from rag.offices import (
    asks_for_holder,
    asks_for_successor,
    bodies_in,
    bodies_told,
    holders_named,
    is_office_word,
    names_office,
    office_told,
    offices_in,
    same_office,
    titles_in,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the mayor of Veldrup", "die Bürgermeisterin von Veldrup"),
        ("la alcaldesa", "le maire"),
        ("the chancellor", "der Bundeskanzler"),
        ("the president", "la presidenta"),
        ("the head coach", "der Trainer"),
        ("the minister", "die Außenministerin"),
        ("Who heads the bank?", "Wer leitet die Bank?"),
        ("la directrice", "der Direktor"),
        ("the chief executive", "die Vorstandschefin"),
        ("el consejero delegado", "le PDG"),
        ("the chairwoman", "der Vorstandsvorsitzende"),
    ],
)
def test_an_office_is_the_same_in_each_language(one: str, other: str) -> None:
    assert offices_in(one) & offices_in(other)


@pytest.mark.parametrize("text", ["The bridge is closed.", "Es regnet.", "", "2025", "市长说。"])
def test_what_names_no_office_has_none(text: str) -> None:
    assert offices_in(text) == frozenset()


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


def test_mayors_of_two_towns_hold_two_offices() -> None:
    assert bodies_in("la maire d’Orsanne et le maire de Brevin") == {"orsanne", "brevin"}
    assert bodies_in("der Bürgermeister von Tallau") == {"tallau"}
    assert bodies_in("the bridge of Tallau") == frozenset()


def test_a_title_is_told_from_what_its_holder_does() -> None:
    assert titles_in("kommissarisch leitet") == frozenset()
    assert titles_in("la directrice générale") == offices_in("leads")
    assert titles_in("leads the council as mayor") == offices_in("mayor")


def test_a_body_is_told_by_its_whole_name() -> None:
    assert [stretch for _, stretch in bodies_told("The mayor of Bad Tallau and the director of the Museum met.")] == ["Bad Tallau"]


def test_a_holder_who_is_named_beside_the_question_is_told_from_one_who_is_asked_about() -> None:
    assert [one.text for one in holders_named("Who was mayor before Peter Mossberg?")] == ["Peter Mossberg"]
    assert [one.text for one in holders_named("¿Quién fue alcalde antes de Luis Prado?")] == ["Luis Prado"]
    assert holders_named("Is Peter Mossberg the mayor?") == []


def test_the_head_of_a_house_is_an_office_and_a_word_without_matter_is_none() -> None:
    assert is_office_word("head") and is_office_word("Vize-Präsidentin")
    assert not is_office_word("the") and not is_office_word("")


def test_the_office_that_a_sentence_tells_is_found_with_its_body() -> None:
    assert office_told("Ann Berg resigned as mayor of Skarvik.") == "mayor Skarvik"
    assert office_told("Ann Berg resigned.") == ""


def test_a_successor_is_asked_for_in_four_languages() -> None:
    for question in ("Who succeeded Ann Berg?", "Wer folgt auf Ann Berg?", "Qui remplace Ann Berg ?", "¿Quién sustituye a Ann Berg?"):
        assert asks_for_successor(question)
    assert not asks_for_successor("Who is the mayor?")
