"""Names that a quote lacks are found; what only looks like one is let be, and what may be a noun does not decide."""

import pytest

from rag.comparisons.capitals import FIELDS, OPENERS, TITLES
from rag.comparisons.names import names_in, tokens_of
from rag.comparisons.other_names import compare_names
from rag.comparisons.spellings import alike, is_of_place
from rag.comparisons.statement import Statement

# language and sentence, language and quote
Told = tuple[str, str, str, str]

SAME: list[Told] = [
    ("fr", "Selon Claire Roy, le pont est sûr.", "fr", "Le pont est sûr, dit Claire Roy."),
    ("fr", "Il travaille chez Vinatel.", "fr", "Le directeur d'Vinatel est venu."),
    ("fr", "C'est l'avis d'Arlac.", "fr", "Le maire d'Arlac le dit."),
    ("en", "Although Mary Cole lost, she stayed.", "en", "Mary Cole lost and stayed."),
    ("en", "Asked on Monday, Cole agreed. Backing Cole, Roy agreed.", "en", "Cole agreed on Monday, and so did Roy."),
    ("fr", "Le secrétaire d'État Luc Bel parle.", "fr", "Luc Bel parle."),
    ("es", "Ni Ana Soto ni Luis Peña hablaron.", "es", "Ana Soto y Luis Peña callaron."),
    ("es", "Según Ana Soto, llueve.", "es", "Llueve, dice Ana Soto."),
    ("de", "Renate Voss, Rathauschefin in Altstadt, sprach.", "de", "Die Bürgermeisterin von Altstadt, Renate Voss, sprach."),
    ("de", "Weniger Firmen Insolvenz meldeten an.", "de", "Es gab weniger Pleiten."),
    ("de", "Es gewann sein Bruder Peter.", "es", "Ganó su hermano Peter."),
    ("en", "She won the pole vault.", "fr", "Elle a gagné le saut à la perche."),
    ("de", "Dort sprach Stadtkämmerin Renate Voss.", "de", "Es sprach Renate Voss."),
    ("de", "Es geht um die Orne-Ebene.", "en", "It is about the plain of Orne."),
    ("en", "Mr Cole and Dr. Roy met.", "en", "Cole and Roy met."),
    ("es", "Fue embajadora en Tarsia.", "de", "Sie war Botschafterin in Tarsien."),
    ("fr", "Le ministère des Transports se tait.", "de", "Das Verkehrsministerium schweigt."),
    ("de", "Es kamen Leute aus Lomarre.", "fr", "Des gens lomariens sont venus."),
]
OTHER: list[tuple[Told, str, bool]] = [
    (("fr", "La gouverneure Hélène Darmont parle.", "fr", "La gouverneure Solène Darmont parle."), "Hélène", True),
    (("fr", "Hélène Darmont parle.", "fr", "La gouverneure Solène Darmont parle."), "Hélène", True),
    (
        ("de", "Neue Chefin wird die Juristin Franziska Staudt.", "de", "Neue Chefin wird die Juristin Friederike Staudt."),
        "Franziska",
        True,
    ),
    (("de", "Es brannte unweit von Bautzen.", "de", "Es brannte in der Nähe von Zittau."), "Bautzen", True),
    (("de", "Der Zug fährt nach Hamburg.", "de", "Der Zug fährt nach Bremen."), "Hamburg", True),
    (("de", "Dann sprach Nadja Fonte.", "de", "Dann sprach Renate Voss."), "Nadja", False),
    (("fr", "Il reçoit l'Agriculture.", "fr", "Il reçoit les Transports."), "Agriculture", True),
    (("fr", "Il reçoit l'Agriculture.", "fr", "Il reçoit un portefeuille."), "Agriculture", False),
    (("en", "He met Nadia Tennison.", "en", "He met Moira Tennick."), "Nadia", True),
]


@pytest.mark.parametrize("told", SAME)
def test_what_is_no_name_and_what_is_the_same_raises_nothing(told: Told) -> None:
    assert compare_names(Statement(told[1], told[0]), Statement(told[3], told[2])) is None


@pytest.mark.parametrize(("told", "name", "sure"), OTHER)
def test_another_name_is_found_and_a_noun_does_not_decide(told: Told, name: str, sure: bool) -> None:
    found = compare_names(Statement(told[1], told[0]), Statement(told[3], told[2]))
    assert found is not None and (found.found, found.decisive) == (name, sure)


def test_an_article_that_is_written_to_a_name_is_none_of_it() -> None:
    assert tokens_of("d'Arlac, l’Union et qu'Ève; O'Neill's") == ["Arlac", "Union", "et", "Ève", "O'Neill"]


def test_a_land_is_known_by_its_names_and_its_people() -> None:
    assert alike("Tarsien", "Tarsia") and alike("Lurania", "Luranie") and not alike("Austria", "Australia")
    assert is_of_place("Lomarre", "lomariens") and is_of_place("ostreanischen", "Ostrea")
    assert not is_of_place("Julia", "Julian") and not is_of_place("Marta", "Martin")


def test_words_are_kept_as_they_are_compared() -> None:
    assert all(word == word.casefold() for word in OPENERS | TITLES | FIELDS)
    assert list(names_in(Statement("Dr. Roy met Mrs Cole.", "en"))) == ["Roy", "Cole"]
