"""Whom a sentence names, and how they stand to the office: in it, before it, acting for it, to come."""

import pytest

from rag.standings import claims_in, is_standing_word, tells_of_acting, tells_of_change, tells_replaced
from rag.types import Standing


def standings(sentence: str) -> dict[str, Standing]:
    return {claim.person.text: claim.standing for claim in claims_in(sentence)}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Hanna Lindqvist is the mayor of Veldrup.", {"Hanna Lindqvist": "holds"}),
        ("Hanna Lindqvist, mayor of Veldrup, resigned on Friday.", {"Hanna Lindqvist": "former"}),
        ("Hanna Lindqvist denied that she had resigned.", {"Hanna Lindqvist": "holds"}),
        ("Oskar Dahl was dismissed in May and Peter Mossberg moved to Oslo.", {"Oskar Dahl": "former", "Peter Mossberg": "former"}),
        ("Anna Berg becomes mayor after Oskar Dahl.", {"Anna Berg": "holds", "Oskar Dahl": "former"}),
        ("Joan Pell will run the theatre after the departure of Noel Abernathy.", {"Joan Pell": "holds", "Noel Abernathy": "former"}),
        ("Nach dem Rücktritt von Jens Petersen leitet Karin Boie das Amt.", {"Jens Petersen": "former", "Karin Boie": "holds"}),
        ("The late mayor Oskar Dahl built the bridge.", {"Oskar Dahl": "former"}),
        ("Former mayor Oskar Dahl opened the bridge.", {"Oskar Dahl": "former"}),
        ("Peter Mossberg is acting mayor of Veldrup.", {"Peter Mossberg": "acting"}),
        ("Peter Mossberg is expected to become mayor.", {"Peter Mossberg": "expected"}),
        ("Peter Mossberg was named mayor and will take office in May.", {"Peter Mossberg": "appointed"}),
        ("Hanna Lindqvist succeeds Oskar Dahl.", {"Hanna Lindqvist": "holds", "Oskar Dahl": "former"}),
        ("Der bisherige Bürgermeister Jens Petersen gratulierte.", {"Jens Petersen": "former"}),
        ("Karin Boie ist kommissarische Direktorin.", {"Karin Boie": "acting"}),
        ("Karin Boie wurde zur Direktorin ernannt und tritt das Amt im Mai an.", {"Karin Boie": "appointed"}),
        ("Karin Boie trat am Montag zurück.", {"Karin Boie": "former"}),
        ("L’ancien maire Paul Lefort était présent.", {"Paul Lefort": "former"}),
        ("Claire Fontaubert, maire par intérim, a parlé.", {"Claire Fontaubert": "acting"}),
        ("La alcaldesa en funciones Elena Quiroga habló.", {"Elena Quiroga": "acting"}),
        ("El alcalde Luis Prado dimitió el lunes.", {"Luis Prado": "former"}),
        ("Ingrid Moe ended the brief term of acting mayor Oskar Dahl.", {"Ingrid Moe": "holds", "Oskar Dahl": "former"}),
        ("Governor Ida Bache said another rise was possible.", {"Ida Bache": "holds"}),
        ("Ida Bache is a possible governor.", {"Ida Bache": "expected"}),
        ("She joins in May as its next director; the current director, Colin Farr, retires at Christmas.", {"Colin Farr": "holds"}),
        ("Assistant coach Mia Rask will take training until a successor is found.", {"Mia Rask": "acting"}),
        ("D'ici là, l'administratrice Odile Ravel assure l'intérim.", {"Odile Ravel": "acting"}),
        ("Le poste de directeur est vacant depuis le départ de Bruno Lacaze en juillet.", {"Bruno Lacaze": "former"}),
        ("Kofi Asante succeeds Dorothy Lisle in September.", {"Kofi Asante": "holds", "Dorothy Lisle": "holds"}),
        ("Kofi Asante succeeds Dorothy Lisle in a close vote.", {"Kofi Asante": "holds", "Dorothy Lisle": "former"}),
        ("Eligió rectora a Teresa Bover, que tomará posesión el 1 de diciembre.", {"Teresa Bover": "appointed"}),
        ("Anna Berg was elected mayor, ahead of the incumbent, Carl Lund.", {"Anna Berg": "holds", "Carl Lund": "former"}),
        ("Anna Berg had led the party for nine years.", {"Anna Berg": "former"}),
        ("He hands the chair to Anna Berg in the autumn.", {"Anna Berg": "appointed"}),
        (
            "Chief Carl Lund would leave in June. The board has named Anna Berg as his successor.",
            {"Carl Lund": "holds", "Anna Berg": "appointed"},
        ),
        ("Anna Berg wurde gewählt. Sie tritt das Amt am 15. Januar an.", {"Anna Berg": "appointed"}),
        ("From February Anna Berg and Carl Lund will be joint heads.", {"Anna Berg": "appointed", "Carl Lund": "appointed"}),
        ("Anna Berg denies that she will become mayor.", {"Anna Berg": "denied"}),
        ("El juez Luis Prado niega que vaya a ser alcalde.", {"Luis Prado": "denied"}),
        ("Als Favorit auf den Posten gilt Anna Berg.", {"Anna Berg": "expected"}),
        ("President-elect Anna Berg spoke.", {"Anna Berg": "appointed"}),
        ("Le club s'est séparé de son entraîneur, Paul Lefort.", {"Paul Lefort": "former"}),
        ("Le maire, Paul Lefort, est mort samedi.", {"Paul Lefort": "former"}),
        ("Anna Berg leitet das Amt. Er bleibt.", {"Anna Berg": "holds"}),
        ("Zum 1. Juni übernimmt Professorin Antje Lorenz die Leitung.", {"Antje Lorenz": "appointed"}),
        ("Ihr Vorgänger Klaus Voss wechselt nach Basel.", {"Klaus Voss": "former"}),
        ("Le président, Gaston Mercier, a annoncé sa démission.", {"Gaston Mercier": "former"}),
        ("Anna Berg would become chair on 1 March, succeeding Carl Lund.", {"Anna Berg": "appointed", "Carl Lund": "holds"}),
        ("Mayor Carl Lund has been suspended.", {"Carl Lund": "former"}),
        ("Anna Berg takes over from Carl Lund at once.", {"Anna Berg": "holds", "Carl Lund": "former"}),
        ("Sie folgt zum 1. April auf Carl Lund.", {"Carl Lund": "holds"}),
        ("Anna Berg führt die Stadtwerke vorübergehend.", {"Anna Berg": "acting"}),
        ("Anna Berg le remplace provisoirement.", {"Anna Berg": "acting"}),
        ("Anna Berg a passé le relais à Carl Lund.", {"Anna Berg": "former", "Carl Lund": "holds"}),
        ("Anna Berg quitte la direction.", {"Anna Berg": "former"}),
        ("Anna Berg quitte la direction en juin.", {"Anna Berg": "holds"}),
        ("Members voted out Anna Berg.", {"Anna Berg": "former"}),
        ("Luis Prado ya no es alcalde.", {"Luis Prado": "former"}),
        ("Fallece el alcalde, Luis Prado.", {"Luis Prado": "former"}),
        ("Claims that Anna Berg would take over were wrong.", {"Anna Berg": "denied"}),
        ("Sustituye al alcalde Luis Prado.", {"Luis Prado": "former"}),
        ("After a year as interim mayor, Anna Berg has been confirmed in the post.", {"Anna Berg": "holds"}),
        ("La récolte sera faible, prévient Anna Berg, élue maire.", {"Anna Berg": "holds"}),
        ("Anna Berg takes the team until the winter break.", {"Anna Berg": "acting"}),
        ("It rained in March.", {}),
        ("", {}),
    ],
)
def test_the_words_around_a_name_tell_the_standing(sentence: str, told: dict[str, Standing]) -> None:
    assert standings(sentence) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "In late February Mayor Anna Berg opened the bridge.",
        "After the storm Mayor Anna Berg opened the bridge.",
        "After the election, Anna Berg is mayor of Veldrup.",
        "Nach der Wahl ist Anna Berg die Bürgermeisterin.",
        "Après le vote, Anna Berg est maire de Veldrup.",
        "Anna Berg, leader of the Left Party, spoke in Veldrup.",
        "Anna Berg, who leads the left in parliament, spoke.",
        "Mayor Anna Berg dismissed the claims.",
        "Am Montag fand die Wahl statt, Anna Berg ist Bürgermeisterin.",
        "At the previous meeting Mayor Anna Berg opened the bridge.",
        "Mayor Anna Berg moved a motion.",
    ],
)
def test_a_time_or_a_party_is_no_end_of_office(sentence: str) -> None:
    assert standings(sentence) == {"Anna Berg": "holds"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nora Feld was elected mayor, ahead of Anna Berg.",
        "Nora Feld a été élue maire, devant Anna Berg.",
        "An article wrongly named Anna Berg as mayor.",
        "The senate rejected Anna Berg as treasurer.",
        "Sie gewann die Stichwahl gegen den CDU-Kandidatin Anna Berg.",
    ],
)
def test_whom_somebody_beat_or_a_report_misnamed_is_marked(sentence: str) -> None:
    (claim,) = (claim for claim in claims_in(sentence) if claim.person.text == "Anna Berg")
    assert claim.beaten


def test_somebody_who_comes_or_goes_is_told_from_somebody_who_is_there() -> None:
    assert tells_of_change("Ihr Nachfolger wird Uwe Tietjen.") and tells_of_change("He was replaced by Anna Berg.")
    assert not tells_of_change("The council met on Tuesday.") and not tells_of_change("")


def test_words_that_only_say_how_somebody_stands_are_no_matter_of_a_question() -> None:
    assert all(is_standing_word(word) for word in ("appointed", "möglicher", "Nachfolger", "after", "saliente"))
    assert not any(is_standing_word(word) for word in ("harbour", "Brücke", "mayor", ""))


def test_who_is_replaced_is_told_by_the_words_before() -> None:
    assert tells_of_acting(" steps in until May") and not tells_of_acting(" spoke")
    assert tells_replaced(", replacing ") and not tells_replaced(" met ")
