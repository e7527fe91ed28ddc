"""Which offices a text names, and which are the same; also one that no list knows."""

import pytest

from rag.titles import is_office_word, mentions_in, offices_in, offices_of, shares_office, without_offices


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


@pytest.mark.parametrize(
    ("office", "text", "named"),
    [
        ("abbess", "Sister Ann Berg was elected abbess.", ["abbess"]),
        ("batonniere", "Le bâtonnier de Grévoux", ["bâtonnier"]),
        ("administratrice", "l'administrateur de l'Agence", ["administrateur"]),
        ("obfrau", "Obmann Carl Lund", ["Obmann"]),
        ("stadtbaurat", "Stadtbaurätin Anna Berg", ["Stadtbaurätin"]),
        ("cronista oficial", "el cronista oficial de la villa", ["cronista oficial"]),
        ("chief whip", "The chief whip met a chief constable.", ["chief whip", "chief constable"]),
        ("provost", "It improves.", []),
        ("syndic", "le syndicat", []),
    ],
)
def test_an_office_that_only_a_question_tells_is_found_in_any_gender_and_number(office: str, text: str, named: list[str]) -> None:
    assert [text[one.span.start : one.span.end] for one in mentions_in(text, office)] == named


def test_a_deputy_of_such_an_office_is_another() -> None:
    assert offices_in("Vizepräses Anna Berg", "prases") == offices_in("stellvertretender Präses", "prases") == {"deputy prases"}
    assert without_offices("Who is the abbess of Saldry Abbey?", "abbess") == "Who is the  of Saldry Abbey?"
