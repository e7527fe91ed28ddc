"""Whom of those named in a sentence it tells as holders: not its speaker, and nobody with another office."""

import pytest

from rag.candidates import candidates_in, is_of_another
from rag.evidence import words_in
from rag.offices import offices_in

NAMED = "Karim Benslimane a été nommé directeur du théâtre de Brévannes, a annoncé mardi le maire, Philippe Caron."


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
    assert [person.text for person in candidates_in(sentence, offices_in(question))] == names


def test_a_mayor_named_beside_a_company_does_not_lead_it() -> None:
    asked, things = offices_in("Who runs Nordsund Lines?"), words_in("Nordsund Lines")
    resigned = "Ann Berg resigned as mayor of Skarvik over a contract with Nordsund Lines."
    deputy = "Deputy mayor Carl Lund takes her place."
    assert is_of_another(asked, things, resigned, "", "en")
    assert is_of_another(asked, things, deputy, resigned, "en")
    assert not is_of_another(asked, things, "Its chairman Carl Lund protested.", "Nordsund Lines lost a contract.", "en")
    assert not is_of_another(offices_in("Who is mayor?"), words_in("Skarvik"), resigned, "", "en")
