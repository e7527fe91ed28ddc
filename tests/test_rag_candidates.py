"""Whom of those named in a sentence it tells as holders: not its speaker, and nobody with another office."""

import pytest

from rag.candidates import candidates_in, in_own_right, is_exact, is_of_another, names_another
from rag.matching import words_in
from rag.names import find_persons
from rag.owners import Asked
from rag.standings import claims_in
from rag.titles import offices_in

NAMED = "Karim Benslimane a été nommé directeur du théâtre de Brévannes, a annoncé mardi le maire, Philippe Caron."


def asked(question: str, things: str = "") -> Asked:
    return Asked(question, offices_in(question), tuple(words_in(things)) if things else ())


@pytest.mark.parametrize(
    ("question", "sentence", "names"),
    [
        ("Qui dirige le théâtre de Brévannes ?", NAMED, ["Karim Benslimane"]),
        ("Qui est le maire de Brévannes ?", NAMED, ["Philippe Caron"]),
        ("Who is the chancellor?", "Chancellor Olaf Brandt received President Ana Ruiz.", ["Olaf Brandt"]),
        ("Who is the president?", "President and chief executive Ann Berg spoke.", ["Ann Berg"]),
        ("Who is the mayor?", "Ann Berg leads the council as mayor.", ["Ann Berg"]),
        ("Who is the mayor?", "Ann Berg replaces Carl Lund as mayor.", ["Ann Berg", "Carl Lund"]),
        # what the leaders of a delegation are besides does not matter
        ("Wer leitet die Delegation?", "Minister Ann Berg und Senator Carl Lund leiten die Delegation.", ["Ann Berg", "Carl Lund"]),
        ("Who leads the port?", "Ann Berg leads the port, said Mayor Carl Lund.", ["Ann Berg"]),
    ],
)
def test_who_may_hold_the_office_is_told_from_who_speaks_or_holds_another(question: str, sentence: str, names: list[str]) -> None:
    assert [person.text for person in candidates_in(sentence, asked(question), "en")] == names


CABINET = (
    "In the new cabinet, Hedda Strand becomes finance minister, Sixten Lager moves to defence and Jonas Wik remains interior minister."
)


@pytest.mark.parametrize(
    ("question", "sentence", "names"),
    [
        ("Who is the finance minister?", CABINET, ["Hedda Strand"]),
        ("Who is the defence minister?", CABINET, ["Sixten Lager"]),
        ("Wer ist Innenminister?", CABINET, ["Jonas Wik"]),
        ("Who is the mayor?", "Deputy mayor Carl Lund stood beside the mayor, Ann Berg.", ["Ann Berg"]),
        ("Who is the vice-chair?", "Ann Berg will chair the club, with Carl Lund as vice-chair.", ["Carl Lund"]),
        ("Who is the chief executive?", "Ann Berg is chief executive; Carl Lund retires as chair.", ["Ann Berg"]),
        ("Who is the chair?", "Ann Berg quit as chair; Carl Lund, a non-executive director, steps in as chair.", ["Ann Berg", "Carl Lund"]),
        ("Who is the mayor?", "Deputy mayor Carl Lund stands in.", ["Carl Lund"]),
        ("Wer trainiert den Verein?", "Kotrainer Carl Lund sprach mit Trainerin Ann Berg.", ["Ann Berg"]),
    ],
)
def test_each_of_a_sentence_has_the_office_that_the_words_beside_give_him(question: str, sentence: str, names: list[str]) -> None:
    assert [person.text for person in candidates_in(sentence, asked(question), "en")] == names


@pytest.mark.parametrize(
    ("question", "things", "sentence", "names"),
    [
        (
            "Who is the prime minister of Brennia?",
            "Brennia",
            "Brennia's prime minister, Rufus Ash, met Tilda Gran, the prime minister of Varland.",
            ["Rufus Ash"],
        ),
        ("Who is Varland's ambassador to Brennia?", "Varland Brennia", "Brennia's ambassador to Varland, Ida Thrale, was summoned.", []),
        (
            "Who is Brennia's ambassador to Varland?",
            "Varland Brennia",
            "Brennia's ambassador to Varland, Ida Thrale, left.",
            ["Ida Thrale"],
        ),
        ("Who leads Varland's delegation?", "Varland delegation", "Max Wood will lead Brennia's delegation, replacing Cecily March.", []),
    ],
)
def test_an_office_of_another_land_is_another_office(question: str, things: str, sentence: str, names: list[str]) -> None:
    assert [person.text for person in candidates_in(sentence, asked(question, things), "en")] == names


def test_the_president_of_a_land_is_told_from_the_one_of_its_parliament() -> None:
    question = asked("¿Quién es el presidente de Costalba?", "Costalba")
    for sentence, exact in (
        ("El presidente de Costalba, Esteban Lizarra, habló.", True),
        ("El presidente del Parlamento de Costalba, Mateo Zubiri, habló.", False),
        ("El presidente Esteban Lizarra habló.", None),
    ):
        (person,) = find_persons(sentence)
        assert is_exact(sentence, person, question, "es") is exact


def test_a_sentence_on_another_body_alone_does_not_go_on_about_the_one_asked_for() -> None:
    question = asked("Who is the prime minister of Varland?", "Varland")
    assert names_another("He hands the leadership of the Harbour Party to Elsa Rydmark.", question, "en")
    assert not names_another("He starts in May.", question, "en")


def test_a_mayor_named_beside_a_company_does_not_lead_it() -> None:
    runs = asked("Who runs Nordsund Lines?", "Nordsund Lines")
    resigned = "Ann Berg resigned as mayor of Skarvik over a contract with Nordsund Lines."
    deputy = "Deputy mayor Carl Lund takes her place."
    assert is_of_another(runs, resigned, "", "en")
    assert is_of_another(runs, deputy, resigned, "en")
    assert not is_of_another(runs, "Its chairman Carl Lund protested.", "Nordsund Lines lost a contract.", "en")
    assert not is_of_another(asked("Who is mayor?", "Skarvik"), resigned, "", "en")


@pytest.mark.parametrize(
    ("question", "sentence", "standing"),
    [
        # who holds the office by his title stands in for another
        ("Who is the mayor?", "Mayor Ann Berg will run the ministry until a successor is named.", "holds"),
        ("Who is the mayor?", "Acting mayor Ann Berg will run the ministry.", "acting"),
        ("Who runs the museum?", "Deputy director Ann Berg has been running the museum.", "acting"),
        ("Who runs the museum?", "Director Ann Berg has been running the museum.", "holds"),
    ],
)
def test_a_title_tells_whether_somebody_acts_in_his_own_right(question: str, sentence: str, standing: str) -> None:
    (claim,) = claims_in(sentence, candidates_in(sentence, asked(question), "en"))
    assert in_own_right(sentence, claim, asked(question)).standing == standing
