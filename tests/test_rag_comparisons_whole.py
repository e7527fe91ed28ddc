"""What belongs to what: rounded numbers, times of day, shares, initials, all and some, what is ruled out, who did it to whom."""

from collections.abc import Callable

import pytest

from rag.comparisons.agents import compare_agents
from rag.comparisons.bindings import compare_bindings
from rag.comparisons.clock import clocks_in
from rag.comparisons.compare import differences
from rag.comparisons.degrees import compare_degrees
from rag.comparisons.quantifiers import compare_quantifiers
from rag.comparisons.ruled_out import compare_ruled_out
from rag.comparisons.shares import shares_in
from rag.comparisons.statement import Difference, Statement

# language and sentence, language and quote
Told = tuple[str, str, str, str]

SAME: list[Told] = [
    ("en", "About 2.4 million people live there.", "en", "The census counted 2,391,870 people who live there."),
    ("de", "Rund 60.000 Menschen kamen zum Fest.", "de", "59.312 Menschen kamen zum Fest."),
    ("fr", "Presque 80 000 visiteurs sont venus.", "fr", "79 214 visiteurs sont venus."),
    ("en", "The last bus leaves at 22:15.", "en", "The last bus leaves at 10.15pm."),
    ("de", "Um halb neun begann das Konzert.", "de", "Das Konzert begann um 20.30 Uhr."),
    ("es", "La sesión empezó a las siete y cuarto.", "es", "La sesión empezó a las 19.15."),
    ("fr", "Le train est parti à six heures moins vingt.", "fr", "Le train est parti à 17 h 40."),
    ("en", "A third of the trees were felled.", "en", "33 per cent of the trees were felled."),
    ("de", "Drei von vier Betrieben suchen Lehrlinge.", "de", "75 Prozent der Betriebe suchen Lehrlinge."),
    ("es", "El 50 % de los viñedos se ha perdido.", "es", "La mitad de los viñedos se ha perdido."),
    ("en", "The IOC chose the town.", "en", "The International Olympic Committee chose the town."),
    ("de", "Die EIB gibt das Geld.", "de", "Das Geld gibt die Europäische Investitionsbank."),
    ("en", "The fault, not the storm, stopped the trains.", "en", "The trains were stopped by a fault, not by the storm."),
    ("en", "The minister was absent from the vote.", "en", "The minister did not attend the vote."),
    ("de", "Alle 30 Reisenden blieben unverletzt.", "de", "Keiner der 30 Reisenden wurde verletzt."),
    ("fr", "Le maire a félicité le club.", "fr", "Le club a été félicité par le maire."),
    ("en", "Five people were injured and two died.", "en", "The fall killed two people and injured five."),
]
OTHERWISE: list[Told] = [
    ("en", "About 2.9 million people live there.", "en", "The census counted 2,391,870 people who live there."),
    ("en", "The last bus leaves at 22:45.", "en", "The last bus leaves at 10.15pm."),
    ("de", "Um halb acht begann das Konzert.", "de", "Das Konzert begann um 20.30 Uhr."),
    ("de", "Zwei von drei Betrieben suchen Lehrlinge.", "de", "75 Prozent der Betriebe suchen Lehrlinge."),
    ("en", "The IOC chose the town.", "en", "The International Football Federation chose the town."),
    ("en", "All the villages have a shop.", "en", "Most of the villages have a shop."),
    ("de", "Sämtliche Brücken sind saniert.", "de", "Einige Brücken sind saniert."),
    ("fr", "Tous les élèves ont réussi.", "fr", "La plupart des élèves ont réussi."),
    ("es", "Todos los pozos están secos.", "es", "Algunos pozos están secos."),
    ("en", "Ashby has more cinemas than Thornby.", "en", "Ashby has fewer cinemas than Thornby."),
    ("en", "The storm stopped the trains.", "en", "The trains were stopped by a fault, not because of the storm."),
    ("fr", "La fête aura lieu à Lorne.", "fr", "La fête aura lieu à Vaux et non à Lorne."),
    ("en", "Five people died and two were injured.", "en", "The fall killed two people and injured five."),
    ("es", "La mina tiene 30 geólogos.", "es", "La mina tiene 30 mineros y 4 geólogos."),
    ("de", "Der Verein warf der Stadt Untätigkeit vor.", "de", "Die Stadt warf dem Verein Untätigkeit vor."),
    ("fr", "Anne Roy a félicité Luc Bel.", "fr", "Anne Roy a été félicitée par Luc Bel."),
    ("es", "Marta Ruiz entrevistó a Joan Pla.", "en", "Marta Ruiz was interviewed by Joan Pla."),
    ("en", "The union sued against the company's wish.", "en", "The company sued against the union's wish."),
    ("de", "Der Zoo schließt das Haus.", "de", "Der Zoo überlegt, das Haus zu schließen."),
    ("en", "She has already resigned.", "en", "She will resign in May."),
]


def differ(told: Told) -> bool:
    language, sentence, other, quote = told
    return bool(differences(Statement(sentence, language), Statement(quote, other)))


@pytest.mark.parametrize("told", SAME, ids=lambda told: told[1])
def test_what_is_the_same_is_let_be(told: Told) -> None:
    assert not differ(told)


@pytest.mark.parametrize("told", OTHERWISE, ids=lambda told: told[1])
def test_what_is_otherwise_is_found(told: Told) -> None:
    assert differ(told)


def test_times_of_day_are_read_in_digits_and_words() -> None:
    texts = (("en", "quarter to nine"), ("en", "8.45 p.m."), ("de", "20.45 Uhr"), ("fr", "neuf heures moins le quart"), ("es", "las 20:45"))
    read = [[clock.minutes for clock in clocks_in(Statement(text, language))] for language, text in texts]
    assert read == [[8 * 60 + 45]] * 5
    assert list(clocks_in(Statement("They won 3.45 points of 12 and 2-1.", "en"))) == []


def test_shares_are_read_in_words() -> None:
    texts = (("en", "one in four"), ("de", "ein Viertel"), ("fr", "un habitant sur quatre"), ("es", "uno de cada cuatro"))
    read = [[share.percent for share in shares_in(Statement(text, language))] for language, text in texts]
    assert all(25.0 in shares for shares in read), read
    assert list(shares_in(Statement("Wir waren zu dritt.", "de"))) == list(shares_in(Statement("?", "zz"))) == []


@pytest.mark.parametrize(
    ("compare", "sentence", "quote"),
    [
        (compare_agents, "Luc Bel praised Anne Roy.", "Luc Bel was praised by Anne Roy."),
        (compare_bindings, "The farm has 30 sheep.", "The farm has 30 cows and 4 sheep."),
        (compare_degrees, "The dam is higher than the tower.", "The dam is lower than the tower."),
        (compare_quantifiers, "Every window broke.", "Several windows broke."),
        (compare_ruled_out, "It rained in Thornby.", "It rained in Ashby, not in Thornby."),
    ],
)
def test_each_is_found_by_its_own_comparison(
    compare: Callable[[Statement, Statement], Difference | None], sentence: str, quote: str
) -> None:
    assert compare(Statement(sentence, "en"), Statement(quote, "en")) is not None
    assert compare(Statement(quote, "en"), Statement(quote, "en")) is None
