"""Offices by whatever word names them in four languages."""

import pytest

from rag.officewords import DEPUTY, LEADER
from rag.titles import offices_in, shares_office


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
        ("the prime minister", "die Ministerpräsidentin"),
        ("le Premier ministre", "la primera ministra"),
        ("the finance minister", "el ministro de Hacienda"),
        ("Innenministerin", "le ministre de l’Intérieur"),
        ("the secretary-general", "der Generalsekretär"),
        ("conducts the choir", "le chef d'orchestre"),
        ("the harbour master", "die Hafenmeisterin"),
        ("the police chief", "der Polizeichef"),
        ("the head teacher", "die Schulleiterin"),
        ("the deputy mayor", "l'adjointe au maire"),
        ("the vice-chair", "der Vizepräsident"),
    ],
)
def test_an_office_is_the_same_in_each_language(one: str, other: str) -> None:
    assert shares_office(offices_in(one), offices_in(other))


@pytest.mark.parametrize("text", ["The bridge is closed.", "Es regnet.", "", "2025", "市长说。", "der deutsche Meister"])
def test_what_names_no_office_has_none(text: str) -> None:
    assert offices_in(text) == frozenset()


def test_whoever_leads_by_whatever_word_is_a_leader_and_a_deputy_none() -> None:
    leads = ("She has been running it.", "die Intendantin", "la jefa", "le directeur", "the manager")
    assert all(LEADER in offices_in(text) for text in leads)
    assert offices_in("deputy director") == {DEPUTY + LEADER}
