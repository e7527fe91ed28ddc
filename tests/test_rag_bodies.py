"""Of what an office is."""

from rag.bodies import bodies_in, is_exactly_of, may_be_of, may_lead, office_told, offices_with_bodies
from rag.matching import words_in


def test_mayors_of_two_towns_hold_two_offices() -> None:
    assert bodies_in("la maire d’Orsanne et le maire de Brevin") == {"orsanne", "brevin"}
    assert bodies_in("der Bürgermeister von Tallau") == {"tallau"}
    assert bodies_in("the bridge of Tallau") == frozenset()


def test_a_body_is_told_by_its_whole_name() -> None:
    (office,) = offices_with_bodies("The mayor of Bad Tallau spoke.")
    assert office.body == "Bad Tallau"
    (office,) = offices_with_bodies("la secrétaire générale de l'Union alpine des pêches, hier")
    assert office.stretch == "Union alpine des pêches"


def test_a_possessive_is_no_part_of_a_body() -> None:
    assert bodies_in("the head of Brennia's delegation") == bodies_in("Brennia's president") == {"brennia"}


def test_whose_an_office_is_may_stand_before_it() -> None:
    for text in ("Varland's finance minister", "Varlands Finanzministerin", "She will lead Varland's delegation"):
        assert [office.body for office in offices_with_bodies(text)] == ["Varland"]
    assert [office.body for office in offices_with_bodies("el Parlamento, que preside Ana Ruiz")] == ["Parlamento"]


def test_the_office_that_a_sentence_tells_is_found_with_its_body() -> None:
    assert office_told("Ann Berg resigned as mayor of Skarvik.") == "mayor Skarvik"
    assert office_told("Ann Berg resigned.") == ""


def test_who_is_sent_has_a_land_at_either_end() -> None:
    (office,) = offices_with_bodies("Brennia's ambassador to Varland")
    assert (office.body, office.seat) == ("Brennia", "Varland")
    (office,) = offices_with_bodies("die Botschafterin von Brennia in Varland")
    assert (office.body, office.seat) == ("Brennia", "Varland")
    things = words_in("Varland Brennia")
    assert not may_be_of(office, "Who is Varland's ambassador to Brennia?", things, "de")
    assert may_be_of(office, "Who is Brennia's ambassador to Varland?", things, "de")


def test_an_office_of_another_thing_is_not_the_one_asked_for() -> None:
    (office,) = offices_with_bodies("the president of Costalba")
    things = words_in("Costalba")
    assert may_be_of(office, "Who is the president of Costalba?", things, "en")
    assert not may_be_of(office, "Who is the president of Varland?", words_in("Varland"), "en")
    assert is_exactly_of(office, "Who is the president of Costalba?", things, "en")
    (other,) = offices_with_bodies("the president of the Parliament of Costalba")
    assert not is_exactly_of(other, "Who is the president of Costalba?", things, "en")
    assert not may_lead(office, "Who leads Varland?", words_in("Varland"), "en") and may_lead(office, "Who leads it?", [], "en")
