"""Offices by whatever word names them in four languages."""

import pytest

from rag.officewords import is_office_word, mentions_in, offices_in, offices_of, shares_office, without_offices


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


@pytest.mark.parametrize(
    ("asked", "told", "shared"),
    [
        ("the minister", "the finance minister", True),
        ("the finance minister", "the interior minister", False),
        ("the mayor", "the deputy mayor", False),
        ("the president", "the prime minister", False),
        ("Präsident", "Ministerpräsident", False),
        ("the chief executive", "she runs it", True),
        ("the police chief", "the fire chief", False),
        ("der Bischof", "der Weihbischof", False),
        ("the mayor", "", False),
    ],
)
def test_a_wider_office_is_shared_and_a_deputys_is_not(asked: str, told: str, shared: bool) -> None:
    assert shares_office(offices_in(asked), offices_in(told)) is shared


def test_an_office_is_found_where_it_stands() -> None:
    text = "Die Finanzministerin und der stellvertretende Bürgermeister sprachen."
    assert [text[one.span.start : one.span.end] for one in mentions_in(text)] == ["Finanzministerin", "stellvertretende Bürgermeister"]
    assert without_offices("Who is the finance minister of Varland?") == "Who is the  of Varland?"
    assert mentions_in("") == ()


def test_the_head_of_a_house_is_an_office_and_a_word_without_matter_is_none() -> None:
    assert is_office_word("head") and is_office_word("Vize-Präsidentin")
    assert not is_office_word("the") and not is_office_word("")
    assert offices_of("the") == frozenset()
